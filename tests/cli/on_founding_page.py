# SPDX-License-Identifier: GPL-2.0-or-later
"""Claims on the page of the founding papers."""
import csv
import json
import pathlib
import struct
import subprocess
import unittest
from xml.etree import ElementTree

from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

from pages import BROWSER, FOUNDING, FOUNDING_PAGE, RHUMB, WORK


class OnFoundingPage(unittest.TestCase):
    def setUp(self):
        BROWSER.open(FOUNDING)

    def tearDown(self):
        self.assertEqual(BROWSER.errors(), [])
        self.assertEqual(BROWSER.requests(), [FOUNDING])

    def item(self, name):
        return BROWSER.ask("rhumb.items.name.findIndex((name) => name.toLowerCase() === arguments[0])".replace("arguments[0]", json.dumps(name)))

    def test_a_click_on_a_disc_opens_its_papers(self):
        item = self.item("diffusion model")
        BROWSER.point(*BROWSER.place_of(item)).click().perform()
        self.assertEqual(BROWSER.find("#panel h2").text.lower(), "diffusion model")
        papers = BROWSER.driver.find_elements("css selector", "#panel ul:last-of-type > li")
        self.assertEqual(len(papers), BROWSER.ask("document.querySelectorAll('#panel details').length"))
        self.assertGreater(len(papers), 3)
        papers[0].find_element("css selector", "summary").click()
        self.assertGreater(len(papers[0].find_element("css selector", "details p").text), 200)

    def test_hovering_tells_a_name_and_a_click_beside_closes(self):
        item = self.item("diffusion model")
        BROWSER.point(*BROWSER.place_of(item)).perform()
        self.assertEqual(BROWSER.ask("rhumb.state.hovered"), item)
        BROWSER.point(*BROWSER.place_of(item)).click().perform()
        BROWSER.point(3, 300).click().perform()
        self.assertFalse(BROWSER.find("#panel").is_displayed())

    def test_the_papers_behind_a_link_are_those_about_both_ends(self):
        item = self.item("diffusion model")
        BROWSER.point(*BROWSER.place_of(item)).click().perform()
        near = BROWSER.find("#panel .near button:last-child")
        shared = int(near.text.split()[0])
        near.click()
        self.assertIn("—", BROWSER.find("#panel h2").text)
        self.assertEqual(len(BROWSER.driver.find_elements("css selector", "#panel details")), shared)

    def test_beside_a_concept_are_concepts_that_share_papers_those_with_most_first(self):
        BROWSER.driver.execute_script(f"rhumb.select({self.item('diffusion model')})")
        near = [line.text.rsplit("\n", 1) for line in BROWSER.driver.find_elements("css selector", "#panel .near")]
        counts = [int(words.split()[0]) for _, words in near]
        self.assertGreater(len(near), 5)
        self.assertEqual(counts, sorted(counts, reverse=True))
        for name, _ in near:
            self.assertEqual(BROWSER.ask(f"rhumb.items.kind[{self.item(name.lower())}]"), 1, name)

    def test_words_of_the_map_open_what_they_name(self):
        middle = "const b = rhumb.scene.words.find((b) => b.names.%s === %d); return [(b.left + b.right) / 2, (b.top + b.bottom) / 2]"
        item = self.item("diffusion model")
        BROWSER.point(*BROWSER.driver.execute_script(middle % ("item", item))).click().perform()
        self.assertEqual(BROWSER.find("#panel h2").text.lower(), "diffusion model")
        BROWSER.point(*BROWSER.driver.execute_script(middle % ("topic", 0))).click().perform()
        topic = BROWSER.find("#topics strong").text
        self.assertEqual(BROWSER.find("#panel h2").text, topic)
        papers = BROWSER.ask("rhumb.items.kind.filter((kind, i) => kind === 0 && rhumb.items.cluster[i] === 0).length")
        self.assertEqual(len(BROWSER.driver.find_elements("css selector", "#panel details")), papers)
        BROWSER.find("#panel > button:not([aria-label])").click()
        self.assertEqual(sum(BROWSER.ask("[...rhumb.state.hidden]")), BROWSER.ask("rhumb.state.hidden.length") - 1)
        BROWSER.find("#show-all").click()
        self.assertEqual(sum(BROWSER.ask("[...rhumb.state.hidden]")), 0)

    def test_papers_of_the_panel_are_on_the_map_and_saved_as_a_table_that_is_read_again(self):
        BROWSER.driver.execute_script(f"rhumb.select({self.item('diffusion model')})")
        titles = BROWSER.ask("[...document.querySelectorAll('#panel ul:last-of-type > li > :first-child')].map((a) => a.textContent)")
        BROWSER.find("#panel > button:not([aria-label])").click()
        saved = pathlib.Path(WORK.name) / "diffusion-model.csv"
        WebDriverWait(BROWSER.driver, 60).until(lambda _: saved.exists() and saved.stat().st_size > 0)
        with open(saved, encoding="utf-8-sig", newline="") as table:
            self.assertEqual([row["title"] for row in csv.DictReader(table)], titles)
        read = subprocess.run([RHUMB, "convert", "-q", "--format", "jsonl", str(saved)], check=True, capture_output=True, text=True).stdout
        self.assertEqual(len(read.splitlines()), len(titles))
        BROWSER.find("#panel ul:last-of-type > li > button").click()
        self.assertIn(BROWSER.find("#panel h2").text, titles)
        self.assertEqual(BROWSER.ask("rhumb.items.kind[rhumb.state.selected]"), 0)

    def test_what_is_hidden_and_chosen_is_shown(self):
        item = self.item("diffusion model")
        topic = BROWSER.ask(f"rhumb.items.cluster[{item}]")
        BROWSER.driver.find_elements("css selector", "#topics button[aria-pressed]")[topic].click()
        self.assertEqual(BROWSER.ask(f"rhumb.visible[{item}]"), 0)
        BROWSER.find("#query").send_keys("diffusion model", Keys.ENTER)
        self.assertEqual(BROWSER.ask(f"[rhumb.visible[{item}], rhumb.state.hidden[{topic}]]"), [1, 0])

    def test_keys_lead_into_the_panel_and_back(self):
        BROWSER.find("#query").send_keys("diffusion model", Keys.ENTER)
        focused = lambda: BROWSER.driver.switch_to.active_element
        self.assertEqual(focused().text.lower(), "diffusion model")
        focused().send_keys(Keys.TAB, Keys.ENTER)
        self.assertNotEqual(BROWSER.find("#panel h2").text.lower(), "diffusion model")
        self.assertEqual(focused().text, BROWSER.find("#panel h2").text)
        focused().send_keys(Keys.ESCAPE)
        self.assertEqual(focused().get_attribute("id"), "map")

    def test_items_and_links_come_the_most_important_first(self):
        strengths = BROWSER.ask("[...rhumb.links.strength]")
        self.assertGreater(len(strengths), 100)
        self.assertEqual(strengths, sorted(strengths, reverse=True))
        keys = BROWSER.ask("rhumb.items.r.map((r, i) => [rhumb.items.kind[i] === 0 ? 1 : 0, -r])")
        self.assertGreater(len(keys), 100)
        self.assertEqual(keys, sorted(keys))

    def test_the_papers_behind_each_concept_are_those_of_the_network_about(self):
        path = pathlib.Path(WORK.name) / "about.csv"
        subprocess.run([RHUMB, "convert", "-q", "--network", "about", "-o", str(path), FOUNDING_PAGE], check=True)
        with open(path.with_name("about_nodes.csv"), encoding="utf-8-sig", newline="") as nodes:
            title = {row["Id"]: row["Label"] for row in csv.DictReader(nodes)}
        about = {}
        with open(path.with_name("about_edges.csv"), encoding="utf-8-sig", newline="") as edges:
            for row in csv.DictReader(edges):
                about.setdefault(row["Target"], []).append(title[row["Source"]])
        ids = BROWSER.ask("rhumb.items.id.filter((_, i) => rhumb.items.kind[i] === 1)")
        self.assertGreater(len(ids), 100)
        for item, concept in enumerate(ids):
            BROWSER.driver.execute_script(f"rhumb.select({item})")
            shown = BROWSER.ask("[...document.querySelectorAll('#panel ul:last-of-type > li > :first-child')].map((a) => a.textContent)")
            self.assertEqual((concept, sorted(shown)), (concept, sorted(about[concept])))

    def test_search_finds_all_words_in_any_order_and_enter_opens_the_best(self):
        BROWSER.find("body").send_keys("/")
        query = BROWSER.driver.switch_to.active_element
        self.assertEqual(query.get_attribute("id"), "query")
        query.send_keys("NETWORK graph neural")
        found = [line.text.split("\n")[0].lower() for line in BROWSER.driver.find_elements("css selector", "#results li[id]")]
        self.assertIn("graph neural network", found)
        self.assertTrue(all("graph" in name and "neural" in name and "network" in name for name in found))
        query.send_keys(Keys.ENTER)
        self.assertEqual(BROWSER.find("#panel h2").text.lower(), found[0])

    def test_keys_move_zoom_and_walk(self):
        BROWSER.find("#map").send_keys("+")
        self.assertGreater(BROWSER.ask("rhumb.view.zoom"), BROWSER.ask("rhumb.view.whole"))
        before = BROWSER.ask("rhumb.view.x")
        BROWSER.find("#map").send_keys(Keys.ARROW_RIGHT)
        self.assertGreater(BROWSER.ask("rhumb.view.x"), before)
        BROWSER.find("#map").send_keys("0")
        self.assertEqual(BROWSER.ask("rhumb.view.zoom"), BROWSER.ask("rhumb.view.whole"))
        BROWSER.find("#map").send_keys("n")
        first = BROWSER.find("#panel h2").text
        BROWSER.find("#map").send_keys("n")
        self.assertNotEqual(BROWSER.find("#panel h2").text, first)
        BROWSER.find("#map").send_keys("p")
        self.assertEqual(BROWSER.find("#panel h2").text, first)
        BROWSER.find("#map").send_keys(Keys.ESCAPE)
        self.assertFalse(BROWSER.find("#panel").is_displayed())

    def test_dragging_moves_the_map_with_the_pointer(self):
        x, y = BROWSER.place_of(0)
        BROWSER.point(300, 300).click_and_hold().move_by_offset(50, 30).release().perform()
        moved = BROWSER.place_of(0)
        self.assertAlmostEqual(moved[0] - x, 50, delta=1)
        self.assertAlmostEqual(moved[1] - y, 30, delta=1)

    def test_the_wheel_keeps_what_is_under_the_pointer(self):
        item = self.item("diffusion model")
        x, y = BROWSER.place_of(item)
        BROWSER.driver.execute_script(
            "const c = document.getElementById('map'), b = c.getBoundingClientRect();"
            "c.dispatchEvent(new WheelEvent('wheel', { deltaY: -300, clientX: b.left + arguments[0], clientY: b.top + arguments[1], cancelable: true }))", x, y)
        zoomed = BROWSER.place_of(item)
        self.assertGreater(BROWSER.ask("rhumb.view.zoom / rhumb.view.whole"), 1.4)
        self.assertAlmostEqual(zoomed[0], x, delta=1)
        self.assertAlmostEqual(zoomed[1], y, delta=1)

    def test_two_fingers_zoom(self):
        touch = lambda kind, points: BROWSER.driver.execute_cdp_cmd(
            "Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": 400, "id": i} for i, x in enumerate(points)]})
        touch("touchStart", [300])
        touch("touchStart", [300, 400])
        touch("touchMove", [250, 450])
        touch("touchEnd", [])
        self.assertAlmostEqual(BROWSER.ask("rhumb.view.zoom / rhumb.view.whole"), 2, delta=0.05)

    def test_a_finger_meets_the_name_it_is_on_and_discs_near_it(self):
        def tap(x, y):
            box = BROWSER.find("#map").rect
            for kind, points in (("touchStart", [{"x": box["x"] + x, "y": box["y"] + y}]), ("touchEnd", [])):
                BROWSER.driver.execute_cdp_cmd("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
            return BROWSER.ask("rhumb.state.selected")
        named = BROWSER.ask("rhumb.scene.words.filter((box) => box.names.item >= 0).map((box) => [box.names.item, box.right - 3, box.bottom - 4]).slice(0, 12)")
        self.assertGreater(sum(tap(x, y) == item for item, x, y in named), 9)
        item = self.item("diffusion model")
        x, y = BROWSER.place_of(item)
        size = BROWSER.ask(f"rhumb.items.r[{item}] * rhumb.view.whole")
        self.assertIn(item, [tap(x + right * (size + 8), y + down * (size + 8)) for right, down in ((0, -1), (0, 1), (-1, 0), (1, 0))])

    def test_a_topic_is_hidden_and_shown_again(self):
        everything = BROWSER.ask("rhumb.visible.reduce((a, b) => a + b, 0)")
        button = BROWSER.find("#topics button")
        button.click()
        self.assertEqual(button.get_attribute("aria-pressed"), "false")
        of_topic = BROWSER.ask("rhumb.items.cluster.filter((c) => c === 0).length")
        self.assertEqual(BROWSER.ask("rhumb.visible.reduce((a, b) => a + b, 0)"), everything - of_topic)
        button.click()
        self.assertEqual(BROWSER.ask("rhumb.visible.reduce((a, b) => a + b, 0)"), everything)

    def test_words_never_cover_words(self):
        for zoom in (1, 2, 5):
            BROWSER.driver.execute_script(f"rhumb.view.zoom = rhumb.view.whole * {zoom}; rhumb.draw()")
            boxes = BROWSER.ask("rhumb.scene.words.map((b) => [b.left, b.top, b.right, b.bottom])")
            self.assertGreater(len(boxes), 5)
            for i, a in enumerate(boxes):
                for b in boxes[:i]:
                    self.assertFalse(a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3], (zoom, a, b))

    def test_dark_colours_still_can_be_read(self):
        BROWSER.find("#theme").click()
        self.assertEqual(BROWSER.ask("document.documentElement.dataset.theme"), "dark")
        self.assertGreaterEqual(min(BROWSER.ask("rhumb.contrasts()")), 4.5)
        BROWSER.find("#theme").click()
        self.assertGreaterEqual(min(BROWSER.ask("rhumb.contrasts()")), 4.5)

    def test_a_table_has_the_same_items(self):
        BROWSER.find("#as-table").click()
        rows = BROWSER.driver.find_elements("css selector", "#table tbody tr")
        self.assertEqual(len(rows), min(200, BROWSER.ask("rhumb.items.x.length")))
        BROWSER.find("#topics button").click()
        heads = BROWSER.ask("[...document.querySelectorAll('#table th')].map((th) => th.scrollWidth <= th.clientWidth && th.clientHeight < 40)")
        self.assertEqual(heads, [True] * 6)
        column = lambda c: BROWSER.ask(f"[...document.querySelectorAll('#table tbody td:nth-child({c})')].map((cell) => cell.textContent)")
        BROWSER.driver.find_elements("css selector", "#table th button")[5].click()
        scores = [float(score) for score in column(6)]
        self.assertEqual(scores, sorted(scores, reverse=True))
        self.assertEqual(BROWSER.ask("[...document.querySelectorAll('#table th')].map((th) => th.ariaSort)"), [None] * 5 + ["descending"])
        self.assertNotIn(BROWSER.find("#topics strong").text, column(3))
        rows = BROWSER.driver.find_elements("css selector", "#table tbody tr")
        rows[0].find_element("css selector", "button").click()
        self.assertTrue(BROWSER.find("#panel").is_displayed())
        BROWSER.find("#as-table").click()
        self.assertTrue(BROWSER.find("#map").is_displayed())

    def test_the_svg_of_the_view_is_well_formed(self):
        svg = ElementTree.fromstring(BROWSER.ask("rhumb.writeSvg()").split("\n", 1)[1])
        space = {"s": "http://www.w3.org/2000/svg"}
        self.assertEqual(len(svg.findall("s:circle", space)), BROWSER.ask("rhumb.scene.discs.length"))
        self.assertGreater(len(svg.findall("s:text", space)), 20)

    def test_both_pictures_are_saved(self):
        for button, suffix, start in (("#save-svg", ".svg", b"<?xml"), ("#save-png", ".png", b"\x89PNG")):
            BROWSER.find(button).click()
            saved = lambda: [path for path in pathlib.Path(WORK.name).glob("Topic-map-*" + suffix) if path.stat().st_size > 0]
            WebDriverWait(BROWSER.driver, 60).until(lambda _: saved())
            self.assertTrue(saved()[0].read_bytes().startswith(start))
        width, height = struct.unpack(">II", saved()[0].read_bytes()[16:24])
        self.assertEqual([width, height], BROWSER.ask("[3 * rhumb.view.width, 3 * rhumb.view.height].map(Math.round)"))
        self.assertEqual(BROWSER.ask("[document.getElementById('map').width, rhumb.view.density]"), [BROWSER.ask("rhumb.view.width"), 1])

    def test_pictures_coloured_by_score_hold_the_scale(self):
        self.assertNotIn("low PageRank", BROWSER.ask("rhumb.writeSvg()"))
        Select(BROWSER.find("#colouring")).select_by_value("score")
        svg = ElementTree.fromstring(BROWSER.ask("rhumb.writeSvg()").split("\n", 1)[1])
        self.assertIn("low PageRank", [text.text for text in svg.iter("{http://www.w3.org/2000/svg}text")])

    def test_on_paper_the_map_is_light_and_keeps_its_proportions(self):
        BROWSER.find("#theme").click()
        BROWSER.driver.execute_script("dispatchEvent(new Event('beforeprint'))")
        BROWSER.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
        try:
            box = BROWSER.find("#map").rect
            self.assertAlmostEqual(box["width"] / box["height"], BROWSER.ask("rhumb.view.width / rhumb.view.height"), delta=0.01)
            self.assertEqual(BROWSER.ask("document.documentElement.dataset.theme"), "light")
            self.assertEqual([BROWSER.find(name).is_displayed() for name in ("#title", "#query", "#theme")], [True, False, False])
        finally:
            BROWSER.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
            BROWSER.driver.execute_script("dispatchEvent(new Event('afterprint'))")
        self.assertEqual(BROWSER.ask("document.documentElement.dataset.theme"), "dark")

    def test_small_windows_have_room_for_the_map(self):
        for width, height, least in ((390, 844, 0.35), (640, 360, 0.7)):
            BROWSER.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})
            try:
                BROWSER.wait("document.getElementById('stage').clientWidth === Math.round(rhumb.view.width)")
                self.assertGreater(BROWSER.find("#stage").rect["height"], least * height)
                self.assertLessEqual(BROWSER.ask("document.documentElement.scrollWidth"), width)
            finally:
                BROWSER.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
