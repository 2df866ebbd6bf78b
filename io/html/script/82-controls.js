/* SPDX-License-Identifier: GPL-2.0-or-later
 * Topics to show and hide, the range of years, colours, the theme. */
function paintTopics() {
  const buttons = element("topics").querySelectorAll("button[aria-pressed]");
  buttons.forEach((button, c) => {
    button.setAttribute("aria-pressed", String(state.hidden[c] === 0));
    const swatch = button.querySelector("canvas").getContext("2d");
    swatch.fillStyle = cssColour(discColour(c));
    swatch.fillRect(0, 0, 14, 14);
  });
  element("show-all").hidden = !state.hidden.includes(1);
}

function showAllTopics() {
  state.hidden.fill(0);
  paintTopics();
  showVisible();
  element("topics").querySelector("button").focus();
}

const isAlone = (c) => state.hidden.every((hidden, other) => (hidden === 0) === (other === c));

function toggleTopic(c, alone) {
  if (alone) {
    state.hidden.fill(isAlone(c) ? 0 : 1);
    state.hidden[c] = 0;
  } else {
    state.hidden[c] ^= 1;
  }
  paintTopics();
  showVisible();
}

/* After other items are to be seen. */
function showVisible() {
  findVisible();
  redraw();
  if (!element("table").hidden) fillTable();
}

function makeName(name) {
  const words = make("strong", name);
  words.dir = "auto";
  return words;
}

function startTopics() {
  data.clusters.name.forEach((name, c) => {
    const button = makeButton(undefined, (event) => toggleTopic(c, event.shiftKey));
    button.setAttribute("aria-pressed", "true");
    const swatch = make("canvas");
    swatch.width = swatch.height = 14;
    const words = make("span");
    words.append(makeName(name), make("br"), make("small", factsOfTopic(c)));
    button.append(swatch, words);
    const line = make("li");
    line.hidden = name === ""; /* what the map leaves out */
    const open = makeButton("open", () => selectTopic(c, true));
    open.setAttribute("aria-label", `Open ${name}`);
    line.append(button, open);
    element("topics").append(line);
  });
  element("show-all").addEventListener("click", showAllTopics);
  paintTopics();
}

function changeYears() {
  const chosen = [+element("from").value, +element("to").value].sort((a, b) => a - b);
  state.from = chosen[0] > paperYears.first ? chosen[0] : -Infinity;
  state.to = chosen[1] < paperYears.last ? chosen[1] : Infinity;
  [element("from-year").textContent, element("to-year").textContent] = chosen.map(String);
  showVisible();
  describe();
}

function resetYears() {
  state.from = -Infinity;
  state.to = Infinity;
  showYears();
  showVisible();
}

/* The controls tell the years that are chosen. */
function showYears() {
  element("from").value = Math.max(paperYears.first, state.from);
  element("to").value = Math.min(paperYears.last, state.to);
  element("from-year").textContent = element("from").value;
  element("to-year").textContent = element("to").value;
}

const paperYears = (() => {
  const known = data.papers.year.filter((value) => value !== UNKNOWN);
  return { first: Math.min(...known.slice(0, 1), ...chunkBounds(known, Math.min)),
    last: Math.max(...known.slice(0, 1), ...chunkBounds(known, Math.max)), unknown: data.papers.year.length - known.length, known: known.length };
})();

/* Math.min of a long list would overflow the stack. */
function chunkBounds(list, bound) {
  const bounds = [];
  for (let at = 0; at < list.length; at += 10000) bounds.push(bound(...list.slice(at, at + 10000)));
  return bounds;
}

function startYears() {
  if (paperYears.known === 0 || paperYears.first === paperYears.last) return;
  element("years").hidden = false;
  for (const id of ["from", "to"]) {
    element(id).min = paperYears.first;
    element(id).max = paperYears.last;
    element(id).addEventListener("input", changeYears);
  }
  if (paperYears.unknown > 0) {
    element("undated").textContent = `${countOf(paperYears.unknown, "paper")} without a year stay visible`;
    element("undated").hidden = false;
  }
}

const SCALE_WIDTH = 120;
const SCALE_LETTERS = 12;

const scaleEnds = () => (state.colouring === "score" ? ["low PageRank", "high"] : yearSpan === null ? ["no years are known", ""] : yearSpan.names);

function showScale() {
  const scale = element("scale");
  scale.hidden = state.colouring === "topic";
  if (scale.hidden) return;
  const bar = make("i");
  bar.style.background = `linear-gradient(to right, ${ramp().map((rgb) => cssColour(rgb)).join(",")})`;
  const [low, high] = scaleEnds();
  scale.replaceChildren(make("span", low), bar, make("span", high));
}

function changeColours() {
  document.documentElement.dataset.theme = state.theme;
  element("colouring").value = state.colouring;
  element("theme").setAttribute("aria-pressed", String(state.theme === "dark"));
  scene.colours = findColours();
  paintTopics();
  showScale();
  redraw();
}

function startColours() {
  for (const [name, isKnown] of [["year", yearSpan !== null], ["score", hasScores]])
    element("colouring").querySelector(`[value="${name}"]`).disabled = !isKnown;
  element("colouring").addEventListener("change", () => {
    state.colouring = element("colouring").value;
    changeColours();
  });
  element("theme").addEventListener("click", () => {
    state.theme = state.theme === "dark" ? "light" : "dark";
    changeColours();
  });
}
