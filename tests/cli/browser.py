# SPDX-License-Identifier: GPL-2.0-or-later
"""A real browser that tests of the interactive page drive."""
import json

from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.ui import WebDriverWait

QUIET = ("--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --window-size=1400,900 "
         "--disable-background-networking --disable-component-update --disable-sync --disable-dev-shm-usage").split()


class Browser:
    """One browser for all tests, which saves into a folder; open() gives a page as a reader first sees it."""

    def __init__(self, folder):
        options = Options()
        for flag in QUIET + ["--user-data-dir=" + folder + "/profile"]:
            options.add_argument(flag)
        options.add_experimental_option("prefs", {"download.default_directory": folder})
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)

    def open(self, address):
        self.driver.get("about:blank")
        self.driver.get_log("browser")
        self.driver.get_log("performance")
        self.driver.get(address)
        self.wait("document.documentElement.dataset.ready !== undefined")

    def ask(self, expression):
        return self.driver.execute_script("return " + expression)

    def wait(self, expression):
        WebDriverWait(self.driver, 60).until(lambda _: self.ask(expression))

    def find(self, selector):
        return self.driver.find_element("css selector", selector)

    def place_of(self, item):
        return self.ask(f"[rhumb.screenX(rhumb.x[{item}]), rhumb.screenY(rhumb.y[{item}])]")

    def point(self, x, y):
        canvas = self.find("#map")
        box = canvas.rect
        chain = ActionChains(self.driver)
        chain.move_to_element_with_offset(canvas, int(x - box["width"] / 2), int(y - box["height"] / 2))
        return chain

    def errors(self):
        return [line for line in self.driver.get_log("browser") if line["level"] in ("SEVERE", "WARNING")]

    def requests(self):
        lines = [json.loads(line["message"])["message"] for line in self.driver.get_log("performance")]
        sent = [line["params"]["request"]["url"] for line in lines if line["method"] == "Network.requestWillBeSent"]
        return [url for url in sent if not url.startswith(("blob:", "data:"))]
