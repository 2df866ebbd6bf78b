/* SPDX-License-Identifier: GPL-2.0-or-later
 * The view as a file: pixels, or shapes and real text. */
function offer(blob, suffix, name = data.title) {
  const anchor = make("a");
  anchor.href = URL.createObjectURL(blob);
  anchor.download = `${name.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60) || "map"}.${suffix}`;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 10000);
}

const SCALE_STEPS = 24;
const FINE = 3; /* pixels a point in what is printed or saved */

function drawAt(density) {
  view.density = density;
  fitCanvas();
  draw();
}

/* The scale of colours in the corner of a picture, without which years and scores cannot be read:
 * where its bar begins and ends and its words. */
function placeScale() {
  const names = scaleEnds();
  const right = view.width - 16 - widthOf(context, names[1], false) * SCALE_LETTERS;
  return { names, left: right - SCALE_WIDTH, right, y: view.height - 20, step: SCALE_WIDTH / SCALE_STEPS };
}

function drawScale() {
  if (state.colouring === "topic") return;
  const { names, left, right, y: middle, step } = placeScale();
  for (let k = 0; k < SCALE_STEPS; k++) {
    context.fillStyle = cssColour(rampColour(k / (SCALE_STEPS - 1)));
    context.fillRect(left + k * step, middle - 5, step, 10);
  }
  context.font = `400 ${SCALE_LETTERS}px ${FONT}`;
  context.fillStyle = theme().text;
  context.textBaseline = "middle";
  for (const [words, align, at] of [[names[0], "right", left - 6], [names[1], "left", right + 6]]) {
    context.textAlign = align;
    context.fillText(words, at, middle);
  }
}

function savePng() {
  const before = view.density;
  drawAt(FINE);
  drawScale();
  canvas.toBlob((blob) => offer(blob, "png"), "image/png");
  drawAt(before);
}

/* On paper the map is light and fine. */
function startPrinting() {
  let before = null;
  addEventListener("beforeprint", () => {
    before = { theme: state.theme, density: view.density };
    state.theme = "light";
    changeColours();
    drawAt(FINE);
  });
  addEventListener("afterprint", () => {
    state.theme = before.theme;
    changeColours();
    drawAt(before.density);
  });
}

/* A cell of a table (RFC 4180). */
const escapeCsv = (text) => (/[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

/* Papers as a table that rhumb and spreadsheets read; the mark in front tells the latter that it is UTF-8. */
function savePapers(papers) {
  const columns = ["id", "title", "people", "year", "venue", "url", "abstract"];
  const row = (paper) => columns.map((column) => escapeCsv(String((column === "venue" ? data.venues[data.papers.venue[paper]]
    : data.papers[column][paper]) || "")));
  const lines = [columns, ...[...papers].map(row)].map((cells) => cells.join(",") + "\r\n");
  offer(new Blob(["\ufeff", ...lines], { type: "text/csv" }), "csv", panel.querySelector("h2").textContent);
}

const SVG = "http://www.w3.org/2000/svg";

function makeShape(tag, attributes, words) {
  const shape = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes))
    shape.setAttribute(name, typeof value === "number" ? String(+value.toFixed(2)) : value);
  if (words !== undefined) shape.textContent = words;
  return shape;
}

const cssOfItem = (i) => cssColour([scene.colours[i] & 255, (scene.colours[i] >> 8) & 255, (scene.colours[i] >> 16) & 255]);

function regionShape(region) {
  const d = region.outline.map((value, at) => (at % 2 === 0 ? screenX(value) : screenY(value)).toFixed(1));
  return makeShape("path", { d: `M${d.slice(0, 2).join(" ")}C${d.slice(2).join(" ")}Z`,
    fill: cssColour(topicColour[region.cluster]), "fill-opacity": theme().tint,
    stroke: cssColour(topicColour[region.cluster]), "stroke-opacity": theme().edge });
}

function discShape(disc) {
  const colour = cssOfItem(disc.item);
  const shape = makeShape("circle", { cx: disc.x, cy: disc.y, r: disc.size,
    fill: isPaper[disc.item] ? cssColour(theme().paper) : colour, stroke: isPaper[disc.item] ? colour : cssColour(theme().paper),
    "stroke-width": isPaper[disc.item] ? 1.3 : 2, "paint-order": "stroke" });
  shape.append(makeShape("title", {}, nameOf(disc.item)));
  return shape;
}

function wordsShape(block) {
  const shape = makeShape("text", { "font-size": block.letters, "font-weight": block.bold ? 700 : 400, fill: block.colour,
    stroke: theme().halo, "stroke-width": 3.2, "stroke-linejoin": "round", "paint-order": "stroke", "text-anchor": "middle" });
  if (isRightToLeft(block.lines[0])) shape.setAttribute("direction", "rtl");
  block.lines.forEach((line, i) =>
    shape.append(makeShape("tspan", { x: block.x, y: block.top + (i * 1.15 + 0.82) * block.letters }, line)));
  return shape;
}

function scaleShapes() {
  const { names, left, right, y: middle, step } = placeScale();
  const steps = Array.from({ length: SCALE_STEPS }, (_, k) => makeShape("rect",
    { x: left + k * step, y: middle - 5, width: step, height: 10, fill: cssColour(rampColour(k / (SCALE_STEPS - 1))) }));
  const words = { y: middle + 0.35 * SCALE_LETTERS, "font-size": SCALE_LETTERS, fill: theme().text };
  return [...steps,
    makeShape("text", { ...words, x: left - 6, "text-anchor": "end" }, names[0]),
    makeShape("text", { ...words, x: right + 6 }, names[1])];
}

function writeSvg() {
  draw();
  const root = makeShape("svg", { xmlns: SVG, width: view.width, height: view.height,
    viewBox: `0 0 ${view.width} ${view.height}`, "font-family": FONT });
  root.append(makeShape("title", {}, data.title), makeShape("rect", { width: "100%", height: "100%", fill: cssColour(theme().paper) }));
  for (const region of data.regions) if (!state.hidden[region.cluster]) root.append(regionShape(region));
  const share = findLinkShares();
  for (const e of scene.links) {
    const a = links.from[e], b = links.to[e];
    const own = cluster[a] === cluster[b];
    root.append(makeShape("line", { x1: screenX(x[a]), y1: screenY(y[a]), x2: screenX(x[b]), y2: screenY(y[b]),
      stroke: own ? cssOfItem(a) : cssColour(theme().link), "stroke-opacity": (own ? share.inside : share.across) / FULL }));
  }
  for (const i of [...scene.discs].reverse()) root.append(discShape(discOf(i)));
  for (const block of scene.words) root.append(wordsShape(block));
  if (state.colouring !== "topic") root.append(...scaleShapes());
  return '<?xml version="1.0" encoding="UTF-8"?>\n' + new XMLSerializer().serializeToString(root);
}

/* On the button itself, for a while. */
function tellLink(words) {
  say(words);
  element("link").textContent = words;
  clearTimeout(tellLink.timer);
  tellLink.timer = setTimeout(() => (element("link").textContent = "Copy link"), 2500);
}

function startSaving() {
  element("save-png").addEventListener("click", savePng);
  element("save-svg").addEventListener("click", () => offer(new Blob([writeSvg()], { type: "image/svg+xml" }), "svg"));
  element("link").addEventListener("click", () => {
    history.replaceState(null, "", writeLink());
    const address = location.href;
    const told = () => tellLink("Link is in the address bar");
    if (navigator.clipboard) navigator.clipboard.writeText(address).then(() => tellLink("Link copied"), told);
    else told();
  });
  startPrinting();
}
