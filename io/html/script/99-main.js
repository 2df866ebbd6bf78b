/* SPDX-License-Identifier: GPL-2.0-or-later
 * Begins. */
/* Whether the map has other room than before; its picture is then empty. */
function resize() {
  if (matchMedia("print").matches) return false; /* a picture of what is on the screen is printed */
  const box = element("stage").getBoundingClientRect();
  const density = Math.min(2, window.devicePixelRatio || 1);
  if (box.width === 0 || box.height === 0 ||
      (box.width === view.width && box.height === view.height && density === view.density)) return false;
  const share = view.zoom / view.whole;
  view.width = box.width;
  view.height = box.height;
  view.density = density;
  fitCanvas();
  findWhole();
  view.zoom = view.whole * share;
  return true;
}

function followLink() {
  const { ids, topic } = readLink();
  findVisible();
  showYears();
  changeColours();
  if (ids.length === 2 && ids.every((i) => i >= 0)) selectPair(...ids);
  else if (ids.length === 1 && ids[0] >= 0) select(ids[0]);
  else if (nameOfTopic(topic)) selectTopic(topic);
  else select(-1);
}

function start() {
  element("title").textContent = data.title;
  element("title").title = data.title;
  canvas.setAttribute("aria-label", data.description);
  for (const line of data.footer) element("footer").append(make("p", line));
  resize();
  startTopics();
  startYears();
  startColours();
  startSearch();
  startTable();
  startSaving();
  startInput();
  followLink();
  draw();
  addEventListener("hashchange", followLink);
  /* Not only the window changes the room of the map: on a phone the list of topics does. */
  new ResizeObserver(() => resize() && drawAtOnce()).observe(element("stage"));
  document.documentElement.dataset.ready = performance.now().toFixed(0);
}

/* How well the words of the map stand out from what is behind them: those of topics from their
 * region and the paper, labels from the paper. Discs need two thirds of what words need. */
function contrasts() {
  const text = parseColour(theme().text);
  return [contrast(text, theme().paper), ...ramp().map((rgb) => contrast(rgb, theme().paper) * 1.5), ...topicColour.flatMap((colour, c) => [
    contrast(inkOf(c), theme().paper), contrast(inkOf(c), mix(theme().paper, colour, theme().tint)),
    contrast(text, mix(theme().paper, colour, theme().tint))])];
}

/* What tests ask; nothing on the page depends on it. */
window.rhumb = { contrasts, view, state, scene, draw, move, select, selectPair, selectTopic, writeLink, writeSvg, screenX, screenY, x, y, items, links, visible };

start();
