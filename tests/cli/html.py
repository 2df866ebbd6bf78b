# SPDX-License-Identifier: GPL-2.0-or-later
"""The interactive page in a real browser: html.py RHUMB PAGE. Each claim is a test.

Input is real: the pointer and the keys are those of the browser's driver. Nothing is waited for by
the clock, only by what the page says of itself.
"""
import csv
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest
import urllib.parse
import urllib.request
from xml.etree import ElementTree

from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

sys.dont_write_bytecode = True # the source stays as it is
from browser import Browser

RHUMB, FOUNDING_PAGE = sys.argv[1:3]
WORK = tempfile.TemporaryDirectory()
HOSTILE = ['"', "<script>window.broken=1</script>", "\\N", "]]>", "</script><script>window.broken=1</script>",
           "\u202egnirts", "<!--", "<img src=x onerror=window.broken=1>", "&amp;", "javascript:alert(1)"]


def draw(papers, name, *options):
    path = pathlib.Path(WORK.name) / (name + ".html")
    subprocess.run([RHUMB, "map", "-q", *options, papers, "-o", str(path)], check=True)
    return path.as_uri()


def write_papers(name, papers):
    path = pathlib.Path(WORK.name) / (name + ".jsonl")
    path.write_text("".join(json.dumps(paper) + "\n" for paper in papers), encoding="utf-8")
    return str(path)


def dated_papers():
    subjects = ["graph neural network", "citation analysis", "random forest", "protein folding"]
    return [{"id": f"p{i}", "title": f"A study of {subjects[i % 4]} number {i}", "year": 2000 + i % 20,
             "abstract": f"We study {subjects[i % 4]} and {subjects[(i // 4) % 4]} for information retrieval.",
             "authors": ["Ada Lovelace", "Alan Turing"], "url": "https://example.org/" + str(i)} for i in range(60)]


def hostile_papers():
    return [{"id": f"h{i}", "title": f"Graph neural network {word} {i}", "abstract": f"A graph neural network {word} is studied.",
             "year": 2001, "url": word if i % 2 else "javascript:window.broken=1"} for i, word in enumerate(HOSTILE * 2)]


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


class OnOtherPapers(unittest.TestCase):
    def test_search_finds_beginnings_of_words_first_whatever_the_accents_and_who_wrote(self):
        names = ["Statistics of a łódź", "Art of straßen", "Particles of Øresund", "Smart cards for fine-tuning"]
        papers = [{"id": f"s{i}", "title": name, "year": 2000, "abstract": "The sail area of tall ships.", "authors": [f"Wróbel, Nr{i}"]}
                  for i, name in enumerate(names)]
        BROWSER.open(draw(write_papers("search", papers), "search"))
        def find(words):
            BROWSER.find("#query").clear()
            BROWSER.find("#query").send_keys(words)
            return [line.text.split("\n")[0] for line in BROWSER.driver.find_elements("css selector", "#results li")]
        self.assertEqual(find("art ")[0], names[1])
        self.assertEqual({name for name in find("art") if name in names}, set(names[1:]))
        for words, at in (("lodz stat", 0), ("STRASSEN", 1), ("oresund", 2), ("fine tuning", 3), ("wrobel nr2", 2)):
            self.assertIn(names[at], find(words), words)
        self.assertEqual(find("zzz"), ["Nothing found"])

    def test_a_map_drawn_dark_opens_dark(self):
        theme = "document.documentElement.dataset.theme"
        BROWSER.open(draw(write_papers("dark", dated_papers()), "dark", "--theme", "dark"))
        self.assertEqual(BROWSER.ask(theme), "dark")
        self.assertGreaterEqual(min(BROWSER.ask("rhumb.contrasts()")), 4.5)
        BROWSER.find("#theme").click()
        self.assertGreaterEqual(min(BROWSER.ask("rhumb.contrasts()")), 4.5)
        BROWSER.find("#link").click()
        BROWSER.open(BROWSER.driver.current_url)
        self.assertEqual(BROWSER.ask(theme), "light")

    def test_a_map_coloured_by_year_opens_so_and_old_papers_do_not_take_the_scale(self):
        papers = dated_papers() + [{"id": "old", "title": "An old study of citation analysis", "year": 1900}]
        BROWSER.open(draw(write_papers("old", papers), "old", "--color", "year"))
        self.assertEqual(BROWSER.find("#colouring").get_attribute("value"), "year")
        self.assertEqual(BROWSER.find("#scale").text.split("\n")[0].strip()[:6], "≤ 2000")
        Select(BROWSER.find("#colouring")).select_by_value("topic")
        BROWSER.find("#link").click()
        BROWSER.open(BROWSER.driver.current_url)
        self.assertEqual(BROWSER.find("#colouring").get_attribute("value"), "topic")

    def test_a_link_restores_the_view(self):
        BROWSER.open(DATED)
        BROWSER.driver.execute_script("rhumb.select(2, true)")
        Select(BROWSER.find("#colouring")).select_by_value("year")
        BROWSER.find("#topics button").click()
        BROWSER.find("#link").click()
        address = BROWSER.driver.current_url
        seen = "[rhumb.state.selected, rhumb.state.colouring, rhumb.state.hidden[0], rhumb.view.x.toFixed(1), (rhumb.view.zoom / rhumb.view.whole).toFixed(2)]"
        before = BROWSER.ask(seen)
        BROWSER.open(address)
        self.assertEqual(BROWSER.ask(seen), before)
        self.assertEqual(before[:3], [2, "year", 1])

    def test_a_link_pasted_into_an_open_page_is_followed(self):
        BROWSER.open(DATED)
        seen = "[rhumb.state.pair, rhumb.state.topic, rhumb.state.selected, document.querySelector('#panel h2').textContent]"
        BROWSER.driver.execute_script("rhumb.selectPair(0, 1)")
        pair, at_pair = BROWSER.ask(seen), BROWSER.ask("rhumb.writeLink()")
        BROWSER.driver.execute_script("rhumb.selectTopic(1)")
        topic, at_topic = BROWSER.ask(seen), BROWSER.ask("rhumb.writeLink()")
        for hash, before in ((at_pair, pair), (at_topic, topic), (at_pair, pair)):
            BROWSER.driver.get(DATED + hash)
            BROWSER.wait(f"'#' + new URLSearchParams(location.hash.slice(1)) === rhumb.writeLink() && document.querySelector('#panel h2') !== null")
            self.assertEqual(BROWSER.ask(seen), before)
        self.assertEqual([pair[0], topic[1]], [[0, 1], 1])

    def test_the_search_says_what_it_finds(self):
        BROWSER.open(DATED)
        self.assertEqual(BROWSER.find("#query").get_attribute("aria-label"), "Search concepts and papers")
        BROWSER.open(draw(write_papers("people", dated_papers()), "people", "--of", "people"))
        self.assertEqual(BROWSER.find("#query").get_attribute("aria-label"), "Search people")

    def test_the_copied_link_is_the_address(self):
        BROWSER.open(DATED)
        BROWSER.driver.execute_cdp_cmd("Browser.grantPermissions", {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]})
        BROWSER.driver.execute_script("rhumb.select(1, true)")
        BROWSER.find("#link").click()
        BROWSER.wait("document.getElementById('said').textContent.includes('ink')")
        self.assertIn("id=", BROWSER.driver.current_url)
        self.assertEqual(BROWSER.ask("navigator.clipboard.readText()"), BROWSER.driver.current_url)

    def test_files_of_a_hostile_title_are_saved_and_harmless(self):
        path = pathlib.Path(WORK.name) / "titled.html"
        subprocess.run([RHUMB, "map", "-q", write_papers("titled", hostile_papers()), "--title", "../<script>x</script> & ]]>", "-o", str(path)], check=True)
        BROWSER.open(path.as_uri())
        BROWSER.find("#save-svg").click()
        saved = pathlib.Path(WORK.name) / "-script-x-script-.svg"
        WebDriverWait(BROWSER.driver, 60).until(lambda _: saved.exists() and saved.stat().st_size > 0)
        text = saved.read_text(encoding="utf-8")
        ElementTree.fromstring(text.split("\n", 1)[1])
        self.assertNotIn("<script", text)

    def test_years_hide_papers_of_other_years(self):
        BROWSER.open(DATED)
        BROWSER.driver.execute_script("const s = document.getElementById('to'); s.value = 2004; s.dispatchEvent(new Event('input'))")
        shown = BROWSER.ask("[...rhumb.visible.keys()].filter((i) => rhumb.visible[i] && rhumb.items.kind[i] === 0).map((i) => rhumb.items.name[i])")
        years = {2000 + int(title.rsplit(" ", 1)[1]) % 20 for title in shown}
        self.assertTrue(shown)
        self.assertLessEqual(max(years), 2004)
        BROWSER.driver.execute_script("rhumb.selectPair(0, 1)")
        heading = "[...document.querySelectorAll('#panel h2')].at(-1).textContent"
        few = int(BROWSER.ask(heading).split()[0])
        BROWSER.driver.execute_script("const s = document.getElementById('to'); s.value = 2019; s.dispatchEvent(new Event('input'))")
        self.assertGreater(int(BROWSER.ask(heading).split()[0]), few)

    def test_a_browser_that_cannot_inflate_is_told_so(self):
        driver = BROWSER.driver
        script = driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": "delete window.DecompressionStream"})
        try:
            driver.get("about:blank")
            driver.get(DATED)
            BROWSER.wait("document.querySelector('.failed') !== null")
            self.assertIn("too old", BROWSER.find(".failed").text)
        finally:
            driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", script)

    def test_damaged_data_are_told(self):
        damaged = pathlib.Path(WORK.name) / "damaged.html"
        whole = pathlib.Path(urllib.request.url2pathname(urllib.parse.urlparse(DATED).path)).read_text(encoding="utf-8")
        start = whole.index('type="text/plain">') + len('type="text/plain">')
        damaged.write_text(whole[:start + 400] + "AAAA" * 50 + whole[start + 600:], encoding="utf-8")
        BROWSER.driver.get("about:blank")
        BROWSER.driver.get(damaged.as_uri())
        BROWSER.wait("document.querySelector('.failed') !== null")
        self.assertIn("damaged", BROWSER.find(".failed").text)

    def test_hostile_words_stay_words(self):
        BROWSER.open(HOSTILE_PAGE)
        for item in range(min(30, BROWSER.ask("rhumb.items.x.length"))):
            BROWSER.driver.execute_script(f"rhumb.select({item})")
        self.assertIsNone(BROWSER.ask("window.broken"))
        links = BROWSER.ask("[...document.querySelectorAll('a')].map((a) => a.href)")
        self.assertEqual([link for link in links if not link.startswith(("http://", "https://"))], [])
        titles = " ".join(BROWSER.ask("rhumb.items.name"))
        for word in ("<script>window.broken=1</script>", "]]>", "<!--", "\\N"):
            self.assertIn(word, titles)
        self.assertNotIn("\u202e", titles)
        self.assertEqual(BROWSER.errors(), [])


if __name__ == "__main__":
    FOUNDING = draw(FOUNDING_PAGE, "founding")
    DATED = draw(write_papers("dated", dated_papers()), "dated")
    HOSTILE_PAGE = draw(write_papers("hostile", hostile_papers()), "hostile")
    BROWSER = Browser(WORK.name)
    try:
        unittest.main(argv=sys.argv[:1])
    finally:
        BROWSER.driver.quit()
        WORK.cleanup()
