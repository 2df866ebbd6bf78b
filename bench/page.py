# SPDX-License-Identifier: GPL-2.0-or-later
"""Measures the interactive page of a generated map in headless Chromium without a graphics card.

page.py GENERATE_MAP [NODES LINKS], or page.py MAP.html of one that exists, prints TSV: nodes, links,
file in MiB, and the medians in ms of the time until the page is ready, of a full redraw of
everything, of one zoomed in four times, and of a step of panning.
"""
import pathlib
import statistics
import subprocess
import sys
import tempfile

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.ui import WebDriverWait

QUIET = ("--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --window-size=1400,900 "
         "--disable-background-networking --disable-component-update --disable-sync --disable-dev-shm-usage").split()
RUNS = 15
LOADS = 7

REDRAW = """const times = [];
for (let i = 0; i < arguments[0]; i++) { rhumb.draw(); times.push(rhumb.scene.milliseconds); }
return times;"""
PAN = """const times = [];
const pixel = document.getElementById("map").getContext("2d"); /* asking for one waits for the drawing */
for (let i = 0; i < arguments[0]; i++) {
  const began = performance.now();
  rhumb.view.x += 3;
  rhumb.move();
  pixel.getImageData(0, 0, 1, 1);
  times.push(performance.now() - began);
}
return times;"""


def load(driver, address):
    driver.get("about:blank")
    driver.get(address)
    ready = "return document.documentElement.dataset.ready"
    return float(WebDriverWait(driver, 60).until(lambda _: driver.execute_script(ready)))


def main():
    with tempfile.TemporaryDirectory() as work:
        path = pathlib.Path(sys.argv[1])
        if path.suffix != ".html":
            path = pathlib.Path(work) / "map.html"
            subprocess.run([sys.argv[1], *(sys.argv[2:4] + ["50000", "150000"])[:2], str(path)], check=True)
        options = Options()
        for flag in QUIET + ["--user-data-dir=" + work + "/profile"]:
            options.add_argument(flag)
        driver = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)
        try:
            ready = [load(driver, path.resolve().as_uri()) for _ in range(LOADS)]
            nodes, links = driver.execute_script("return [rhumb.x.length, rhumb.links.m]")
            redraw = driver.execute_script(REDRAW, RUNS)
            pan = driver.execute_script(PAN, RUNS)
            driver.execute_script("rhumb.view.zoom *= 4")
            near = driver.execute_script(REDRAW, RUNS)
        finally:
            driver.quit()
        print("nodes\tlinks\tmib\tready_ms\tredraw_ms\tredraw_4x_ms\tpan_ms")
        figures = [statistics.median(times) for times in (redraw, near, pan)]
        size = path.stat().st_size / 2**20
        print(nodes, links, f"{size:.2f}", f"{statistics.median(ready):.0f}", *[f"{figure:.1f}" for figure in figures], sep="\t")


main()
