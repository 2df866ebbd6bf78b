/* SPDX-License-Identifier: GPL-2.0-or-later
 * The panel beside the map: a heading, facts, what is near, and papers with year, people, link and
 * abstract. What stands in it is chosen by the next file. */
const MOST_PAPERS = 40;
const MOST_NEIGHBOURS = 12;
const panel = element("panel");

/* Only http and https are followed; the page is written with no others. */
const isSafeLink = (url) => /^https?:\/\//i.test(url);

function makeButton(words, act) {
  const button = make("button", words);
  button.type = "button";
  button.addEventListener("click", act);
  return button;
}

function makePaper(paper) {
  const papers = data.papers;
  const line = make("li");
  line.dir = "auto";
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
  const disc = itemsOf(paper).find((i) => isPaper[i]);
  if (disc !== undefined && disc !== state.selected) {
    const show = makeButton("on the map", () => select(disc, true));
    show.setAttribute("aria-label", `on the map: ${papers.title[paper]}`);
    line.append(show);
  }
  if (papers.abstract[paper]) {
    const details = make("details");
    details.append(make("summary", "Abstract", "small"), make("p", papers.abstract[paper]));
    line.append(details);
  }
  return line;
}

function appendPapers(papers) {
  if (!hasPapers) return;
  const inYears = papers.filter(paperIsInYears).sort((a, b) => data.papers.year[b] - data.papers.year[a] || a - b);
  panel.append(make("h2", countOf(inYears.length, "paper")), makeButton("Save as CSV", () => savePapers(inYears)));
  const list = make("ul");
  panel.append(list);
  let shown = 0;
  const showMore = () => {
    for (const paper of inYears.slice(shown, shown + MOST_PAPERS)) list.append(makePaper(paper));
    shown += MOST_PAPERS;
    more.hidden = shown >= inYears.length;
  };
  const more = makeButton("More", showMore);
  showMore();
  panel.append(more);
  if (data.abstractsLeftOut) panel.append(make("p", data.abstractsLeftOut, "small"));
}

/* Names that open what they name; beside each what leads to the papers of both, if it is told. */
function appendNames(heading, list, act, why) {
  if (list.length === 0) return;
  const names = make("ul");
  for (const one of list) {
    const line = make("li", undefined, "near");
    const name = makeButton(nameOf(one.item), () => act(one.item));
    name.dir = "auto";
    line.append(name);
    if (why !== undefined) {
      const reason = makeButton(one.shared > 0 ? countOf(one.shared, "paper") : "why", () => why(one.item));
      reason.title = "The papers behind this link";
      reason.setAttribute("aria-label", `${reason.textContent}, link with ${nameOf(one.item)}`);
      line.append(reason);
    }
    names.append(line);
  }
  panel.append(make("h2", heading), names);
}

/* The panel begins anew, seen from its top. */
function openPanel(title, facts) {
  const heading = make("h2", title);
  heading.dir = "auto";
  heading.tabIndex = -1;
  const close = makeButton("×", () => select(-1));
  close.setAttribute("aria-label", "Close");
  panel.replaceChildren(close, heading, make("p", facts.filter((text) => text).join(" · "), "small"));
  panel.hidden = false;
}
