/* SPDX-License-Identifier: GPL-2.0-or-later
 * What is behind an item or a link: its papers, with year, people, link and abstract. */
const MOST_PAPERS = 40;
const MOST_NEIGHBOURS = 12;

/* Only http and https are followed; the page is written with no others. */
const isSafeLink = (url) => /^https?:\/\//i.test(url);

function makePaper(paper) {
  const papers = data.papers;
  const line = make("li");
  if (papers.url[paper] && isSafeLink(papers.url[paper])) {
    const anchor = make("a", papers.title[paper]);
    anchor.href = papers.url[paper];
    anchor.target = "_blank";
    anchor.rel = "noopener noreferrer";
    line.append(anchor);
  } else {
    line.append(make("span", papers.title[paper]));
  }
  const facts = [papers.people[paper], papers.year[paper] || "", data.venues[papers.venue[paper]]].filter((text) => text);
  if (facts.length > 0) line.append(make("div", facts.join(" · "), "small"));
  if (papers.abstract[paper]) {
    const details = make("details");
    details.append(make("summary", "Abstract", "small"), make("p", papers.abstract[paper]));
    line.append(details);
  }
  return line;
}

function appendPapers(parent, papers) {
  const inYears = papers.filter(paperIsInYears).sort((a, b) => data.papers.year[b] - data.papers.year[a] || a - b);
  parent.append(make("h2", countOf(inYears.length, "paper")));
  const list = make("ul");
  parent.append(list);
  let shown = 0;
  const more = make("button", "More");
  const showMore = () => {
    for (const paper of inYears.slice(shown, shown + MOST_PAPERS)) list.append(makePaper(paper));
    shown += MOST_PAPERS;
    more.hidden = shown >= inYears.length;
  };
  more.type = "button";
  more.addEventListener("click", showMore);
  showMore();
  parent.append(more);
  if (data.abstractsLeftOut) parent.append(make("p", data.abstractsLeftOut, "small"));
}

function makeNeighbour(e, i) {
  const other = links.from[e] === i ? links.to[e] : links.from[e];
  const line = make("li", undefined, "near");
  const name = make("button", nameOf(other));
  name.type = "button";
  name.addEventListener("click", () => select(other, true));
  const why = make("button", "why");
  why.type = "button";
  why.title = "The papers behind this link";
  why.addEventListener("click", () => selectLink(e));
  line.append(name, why);
  return line;
}

function openPanel(title, facts) {
  const panel = element("panel");
  panel.replaceChildren();
  const close = make("button", "×");
  close.type = "button";
  close.setAttribute("aria-label", "Close");
  close.addEventListener("click", () => select(-1));
  panel.append(close, make("h2", title), make("p", facts.filter((text) => text).join(" · "), "small"));
  panel.hidden = false;
  return panel;
}

function describeItem(i) {
  const facts = [kindOf(i), data.clusters.name[cluster[i]],
    isPaper[i] ? "" : countOf(papersOf(i).length, "paper"), `PageRank ${items.score[i].toPrecision(3)}`];
  const panel = openPanel(nameOf(i), facts);
  const near = make("ul");
  for (let at = links.start[i]; at < Math.min(links.start[i + 1], links.start[i] + MOST_NEIGHBOURS); at++)
    near.append(makeNeighbour(links.touching[at], i));
  if (near.childElementCount > 0) panel.append(make("h2", "Linked with"), near);
  appendPapers(panel, papersOf(i));
}

function select(i, go = false) {
  state.selected = i;
  state.selectedLink = -1;
  if (i < 0) {
    element("panel").hidden = true;
  } else {
    describeItem(i);
    say(`${nameOf(i)}, ${isPaper[i] ? "paper" : countOf(papersOf(i).length, "paper")}`);
    if (go) goTo(i);
  }
  drawOver();
}

/* Two concepts are linked by the papers about both, a concept and a paper by the paper. */
function selectLink(e) {
  const a = links.from[e], b = links.to[e];
  state.selected = -1;
  state.selectedLink = e;
  const ofB = new Set(papersOf(b));
  const panel = openPanel(`${nameOf(a)} — ${nameOf(b)}`, ["link", `strength ${links.strength[e].toPrecision(3)}`]);
  const shared = papersOf(a).filter((paper) => ofB.has(paper));
  appendPapers(panel, shared);
  say(`Link of ${nameOf(a)} and ${nameOf(b)}, ${countOf(shared.length, "paper")}`);
  drawOver();
}

function goTo(i) {
  const wanted = Math.max(view.zoom, view.whole * 2.5);
  view.zoom = wanted;
  view.x = x[i];
  view.y = y[i];
  redraw();
}
