# SPDX-License-Identifier: GPL-2.0-or-later
"""The pages that tests look at, and the browser in which they do."""
import json
import pathlib
import subprocess
import sys
import tempfile

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


FOUNDING = draw(FOUNDING_PAGE, "founding")
DATED = draw(write_papers("dated", dated_papers()), "dated")
HOSTILE_PAGE = draw(write_papers("hostile", hostile_papers()), "hostile")
BROWSER = Browser(WORK.name)
