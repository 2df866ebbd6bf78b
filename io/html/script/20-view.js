/* SPDX-License-Identifier: GPL-2.0-or-later
 * Which part of the map is seen, what is hidden, how it is coloured; a link holds all of it. */
const canvas = element("map");
const view = { x: bounds.x, y: bounds.y, zoom: 1, whole: 1, width: 1, height: 1, density: 1 };
const state = {
  selected: -1, pair: null, topic: -1, hovered: -1, hoveredLink: -1, colouring: data.colouring, theme: "light",
  hidden: new Uint8Array(data.clusters.name.length), from: -Infinity, to: Infinity,
};
const visible = new Uint8Array(n).fill(1);

const screenX = (mapX) => (mapX - view.x) * view.zoom + view.width / 2;
const screenY = (mapY) => (mapY - view.y) * view.zoom + view.height / 2;
const mapX = (onScreen) => (onScreen - view.width / 2) / view.zoom + view.x;
const mapY = (onScreen) => (onScreen - view.height / 2) / view.zoom + view.y;

/* Discs grow more slowly than distances: zooming in parts what overlaps. */
const discScale = () => view.whole * Math.pow(view.zoom / view.whole, 0.6);
const radiusOf = (i) => Math.max(0.8, radius[i] * discScale());

const MARGIN = 24;

function findWhole() {
  view.whole = Math.max(1e-6, Math.min((view.width - 2 * MARGIN) / bounds.width, (view.height - 2 * MARGIN) / bounds.height));
}

function showWhole() {
  findWhole();
  view.zoom = view.whole;
  view.x = bounds.x;
  view.y = bounds.y;
}

function zoomAt(onX, onY, factor) {
  const wanted = Math.min(view.whole * 200, Math.max(view.whole * 0.5, view.zoom * factor));
  const fixedX = mapX(onX);
  const fixedY = mapY(onY);
  view.zoom = wanted;
  view.x = fixedX - (onX - view.width / 2) / wanted;
  view.y = fixedY - (onY - view.height / 2) / wanted;
}

/* Papers without a year are never hidden by the years: what is unknown is not outside. */
function paperIsInYears(paper) {
  const published = data.papers.year[paper];
  return published === UNKNOWN || (published >= state.from && published <= state.to);
}

function findVisible() {
  for (let i = 0; i < n; i++) {
    let seen = state.hidden[cluster[i]] === 0;
    if (seen && (state.from > -Infinity || state.to < Infinity)) {
      seen = data.about.start[i] === data.about.start[i + 1];
      for (let e = data.about.start[i]; !seen && e < data.about.start[i + 1]; e++)
        seen = paperIsInYears(data.about.paper[e]);
    }
    visible[i] = seen ? 1 : 0;
  }
}

function writeLink() {
  const parts = new URLSearchParams();
  parts.set("at", [view.x, view.y, view.zoom / view.whole].map((value) => +value.toFixed(3)).join(","));
  for (const i of state.pair || [state.selected]) if (i >= 0) parts.append("id", items.id[i]);
  if (state.topic >= 0) parts.set("topic", state.topic);
  const hidden = [...state.hidden.keys()].filter((c) => state.hidden[c]);
  if (hidden.length > 0) parts.set("hidden", hidden.join(","));
  if (state.from > -Infinity) parts.set("from", state.from);
  if (state.to < Infinity) parts.set("to", state.to);
  if (state.colouring !== data.colouring) parts.set("colour", state.colouring);
  if (state.theme !== "light" || data.dark) parts.set("theme", state.theme);
  return "#" + parts;
}

/* Everything that a link holds, but what is chosen; what it does not say is as on a page just opened. */
function readLink() {
  const parts = new URLSearchParams(location.hash.slice(1));
  Object.assign(state, { from: -Infinity, to: Infinity, colouring: data.colouring, theme: "light" });
  state.hidden.fill(0);
  showWhole();
  const at = (parts.get("at") || "").split(",").map(Number);
  if (at.length === 3 && at.every(Number.isFinite) && at[2] > 0) {
    [view.x, view.y] = at;
    view.zoom = view.whole * Math.min(200, Math.max(0.5, at[2]));
  }
  for (const c of (parts.get("hidden") || "").split(",").filter((text) => text !== "").map(Number))
    if (c in state.hidden) state.hidden[c] = 1;
  if (parts.has("from") && Number.isFinite(+parts.get("from"))) state.from = +parts.get("from");
  if (parts.has("to") && Number.isFinite(+parts.get("to"))) state.to = +parts.get("to");
  if (["topic", "year", "score"].includes(parts.get("colour"))) state.colouring = parts.get("colour");
  if (["light", "dark"].includes(parts.get("theme"))) state.theme = parts.get("theme");
  else if (data.dark || matchMedia("(prefers-color-scheme: dark)").matches) state.theme = "dark";
  return { ids: parts.getAll("id").map((id) => items.id.indexOf(id)), topic: parts.has("topic") ? +parts.get("topic") : -1 };
}
