/* SPDX-License-Identifier: GPL-2.0-or-later
 * What is chosen: an item, a link of two, a topic; the panel tells what is behind it. */

/* For each paper the items it is behind, made when it is first asked for. */
let itemsBehind = null;

function itemsOf(paper) {
  if (itemsBehind === null) {
    itemsBehind = data.papers.title.map(() => []);
    for (let i = 0; i < n; i++) for (const one of papersOf(i)) itemsBehind[one].push(i);
  }
  return itemsBehind[paper];
}

/* Concepts, people or venues that share papers with an item, those that share most first. */
function findShared(i) {
  const shared = new Map();
  for (const paper of papersOf(i))
    if (paperIsInYears(paper))
      for (const other of itemsOf(paper))
        if (other !== i && !isPaper[other]) shared.set(other, (shared.get(other) || 0) + 1);
  return [...shared].map(([item, count]) => ({ item, shared: count })).sort((a, b) => b.shared - a.shared || a.item - b.item);
}

/* The strongest links of an item, where nothing shares a paper with it. */
function findLinked(i) {
  const list = [];
  for (let at = links.start[i]; at < links.start[i + 1]; at++) {
    const e = links.touching[at];
    list.push({ item: links.from[e] === i ? links.to[e] : links.from[e], shared: 0 });
  }
  return list;
}

function findNear(i) {
  const shared = findShared(i);
  return (shared.length > 0 ? shared : findLinked(i)).slice(0, MOST_NEIGHBOURS);
}

/* Two concepts are linked by the papers about both, a concept and a paper by the paper, two papers
 * by themselves. */
function papersOfBoth(a, b) {
  if (isPaper[a] && isPaper[b]) return Uint32Array.of(...papersOf(a), ...papersOf(b));
  const ofB = new Set(papersOf(b));
  return papersOf(a).filter((paper) => ofB.has(paper));
}

/* The papers of a topic: those on its land; where papers are not drawn, those behind what is. */
function papersOfTopic(c) {
  const members = [...cluster.keys()].filter((i) => cluster[i] === c);
  const drawn = members.filter((i) => isPaper[i]);
  const all = new Set();
  for (const i of drawn.length > 0 ? drawn : members) for (const paper of papersOf(i)) all.add(paper);
  return Uint32Array.from(all);
}

const strengthOf = (a, b) => {
  for (let at = links.start[a]; at < links.start[a + 1]; at++) {
    const e = links.touching[at];
    if (links.from[e] === b || links.to[e] === b) return `strength ${links.strength[e].toPrecision(3)}`;
  }
  return "";
};

const nameOfTopic = (c) => data.clusters.name[c];
const factsOfTopic = (c) => (data.clusters.facts[c] === nameOfTopic(c) ? "" : data.clusters.facts[c]);
const hasScores = items.score.some((score) => score > 0);

const tellPapers = (i) => (isPaper[i] || papersOf(i).length === 0 ? [] : [countOf(papersOf(i).length, "paper")]);

function describeItem(i) {
  openPanel(nameOf(i), [kindOf(i), nameOfTopic(cluster[i]), ...tellPapers(i), hasScores ? `PageRank ${items.score[i].toPrecision(3)}` : ""]);
  const why = hasPapers && !isPaper[i] ? (other) => selectPair(i, other) : undefined;
  appendNames(isPaper[i] && findShared(i).length > 0 ? "About" : "Linked with", findNear(i), (other) => select(other, true), why);
  appendPapers(papersOf(i));
}

function describeTopic(c) {
  openPanel(nameOfTopic(c), ["topic", factsOfTopic(c)]);
  const name = () => (isAlone(c) ? "Show all topics" : "Show this topic alone");
  const alone = makeButton(name(), () => {
    toggleTopic(c, true);
    alone.textContent = name();
  });
  if (state.hidden.length > 1) panel.append(alone);
  const main = [...cluster.keys()].filter((i) => cluster[i] === c && !(isPaper[i] && hasPapers)).slice(0, MOST_NEIGHBOURS);
  appendNames("Largest", main.map((item) => ({ item })), (item) => select(item, true));
  appendPapers(papersOfTopic(c));
}

function describePair([a, b]) {
  openPanel(`${nameOf(a)} — ${nameOf(b)}`, ["link", strengthOf(a, b)]);
  appendNames("Ends", [{ item: a }, { item: b }], (item) => select(item, true));
  appendPapers(papersOfBoth(a, b));
}

/* Tells anew what is chosen, as after the years have changed. */
function describe() {
  if (state.pair !== null) describePair(state.pair);
  else if (state.topic >= 0) describeTopic(state.topic);
  else if (state.selected >= 0) describeItem(state.selected);
}

/* Who works with keys reads on in the panel if what had the focus is gone, and is back where it was
 * when the panel closes. */
let opener = null;

function choose({ selected = -1, pair = null, topic = -1 }, words) {
  const had = document.activeElement;
  const wasInside = panel.contains(had) || had === query;
  if (panel.hidden) opener = had;
  Object.assign(state, { selected, pair, topic });
  panel.hidden = words === "";
  describe();
  element("side").scrollTop = 0;
  if (!panel.hidden && wasInside) panel.querySelector("h2").focus();
  if (panel.hidden && wasInside) (opener !== null && opener.isConnected && opener.offsetParent !== null && opener !== query ? opener : canvas).focus();
  say(words);
  drawOver();
}

/* What is looked for is shown, though its topic or its years were hidden. */
function reveal(i) {
  if (visible[i]) return;
  state.hidden[cluster[i]] = 0;
  paintTopics();
  showVisible();
  if (!visible[i]) resetYears();
}

function select(i, go = false) {
  if (i < 0) {
    choose({}, "");
    return;
  }
  reveal(i);
  choose({ selected: i }, [nameOf(i), ...tellPapers(i)].join(", "));
  if (go) goTo(i);
}

function selectPair(a, b) {
  choose({ pair: [a, b] }, `Link of ${nameOf(a)} and ${nameOf(b)}${hasPapers ? `, ${countOf(papersOfBoth(a, b).length, "paper")}` : ""}`);
}

function selectTopic(c, go = false) {
  if (state.hidden[c]) toggleTopic(c, false);
  choose({ topic: c }, `Topic ${nameOfTopic(c)}, ${factsOfTopic(c)}`);
  if (go) goToTopic(c);
}

function goTo(i) {
  view.zoom = Math.max(view.zoom, view.whole * 2.5);
  view.x = x[i];
  view.y = y[i];
  redraw();
}

/* Its land and a margin fill the view, unless all of it is seen already. */
function goToTopic(c) {
  const d = corners[c];
  if (d === null) return;
  const across = d.filter((_, k) => k % 2 === 0), down = d.filter((_, k) => k % 2 === 1);
  const left = Math.min(...across), right = Math.max(...across), top = Math.min(...down), bottom = Math.max(...down);
  if (screenX(left) >= 0 && screenX(right) <= view.width && screenY(top) >= 0 && screenY(bottom) <= view.height) return;
  view.zoom = Math.min((view.width - 2 * MARGIN) / (right - left), (view.height - 2 * MARGIN) / (bottom - top));
  view.x = (left + right) / 2;
  view.y = (top + bottom) / 2;
  redraw();
}
