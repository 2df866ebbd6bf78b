# SPDX-License-Identifier: GPL-2.0-or-later
"""Claims on pages of papers made for them."""
import pathlib
import subprocess
import unittest
import urllib.parse
import urllib.request
from xml.etree import ElementTree

from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

from pages import BROWSER, DATED, HOSTILE_PAGE, RHUMB, WORK, dated_papers, draw, hostile_papers, write_papers


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

    def test_a_bare_network_has_nodes_and_says_nothing_of_papers(self):
        path = pathlib.Path(WORK.name) / "bare.net"
        names = "".join(f'{i + 1} "Node {chr(65 + i)}"\n' for i in range(8))
        path.write_text(f"*Vertices 8\n{names}*Edges\n" + "".join(f"{i + 1} {j + 1}\n" for i in range(8) for j in range(i) if (i < 4) == (j < 4)))
        BROWSER.open(draw(str(path), "bare"))
        self.assertEqual(BROWSER.find("#query").get_attribute("aria-label"), "Search nodes")
        self.assertEqual(BROWSER.ask("[...document.querySelectorAll('#colouring option')].map((one) => one.disabled)"), [False, True, False])
        BROWSER.driver.execute_script("rhumb.select(0)")
        self.assertNotIn("paper", BROWSER.find("#panel").text)
        self.assertIn("node · ", BROWSER.find("#panel p").text)
        BROWSER.driver.execute_script("rhumb.selectPair(0, rhumb.links.to[0])")
        self.assertNotIn("paper", BROWSER.find("#panel").text)
        BROWSER.find("#as-table").click()
        self.assertEqual([head.text for head in BROWSER.driver.find_elements("css selector", "#table th")], ["name", "kind", "topic", "PageRank"])

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

    def test_letters_without_blanks_are_parted_and_never_halved(self):
        titles = ["図神経回路網による引用分析の研究と応用" * 4, "\U0002070e" * 70, "\u062a\u062d\u0644\u064a\u0644 \u0627\u0644\u0627\u0633\u062a\u0634\u0647\u0627\u062f\u0627\u062a 3"]
        BROWSER.open(draw(write_papers("letters", [{"id": f"l{i}", "title": title, "year": 2000, "abstract": "The sail area of tall ships."}
                                                   for i, title in enumerate(titles)]), "letters"))
        lines, svg = [], ""
        for title in titles:
            BROWSER.driver.execute_script("rhumb.select(rhumb.items.name.indexOf(arguments[0]), true); rhumb.draw()", title)
            lines += BROWSER.ask("rhumb.scene.words.map((box) => box.lines)")
            svg += BROWSER.ask("rhumb.writeSvg()")
        self.assertTrue(any(len(line) == 2 and line[0][0] == "図" for line in lines), lines)
        self.assertTrue(any(len(line) == 2 and line[0][0] == "\U0002070e" and line[1][-2] == "\U0002070e" for line in lines), lines)
        self.assertIn('direction="rtl"', svg)

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
