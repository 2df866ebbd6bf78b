/* SPDX-License-Identifier: GPL-2.0-or-later
 * The view as a file: pixels, or shapes and real text. */
function offer(blob, suffix) {
  const anchor = make("a");
  anchor.href = URL.createObjectURL(blob);
  anchor.download = `${data.title.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60) || "map"}.${suffix}`;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 10000);
}

function savePng() {
  draw();
  canvas.toBlob((blob) => offer(blob, "png"), "image/png");
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
    fill: isPaper[disc.item] ? cssColour(theme().paper) : colour, stroke: isPaper[disc.item] ? colour : cssColour(theme().paper) });
  shape.append(makeShape("title", {}, nameOf(disc.item)));
  return shape;
}

function wordsShape(block) {
  const shape = makeShape("text", { "font-size": block.letters, "font-weight": block.bold ? 700 : 400, fill: block.colour,
    stroke: theme().halo, "stroke-width": 3.2, "stroke-linejoin": "round", "paint-order": "stroke", "text-anchor": "middle" });
  block.lines.forEach((line, i) =>
    shape.append(makeShape("tspan", { x: block.x, y: block.top + (i * 1.15 + 0.82) * block.letters }, line)));
  return shape;
}

function writeSvg() {
  draw();
  const root = makeShape("svg", { xmlns: SVG, width: view.width, height: view.height,
    viewBox: `0 0 ${view.width} ${view.height}`, "font-family": FONT });
  root.append(makeShape("title", {}, data.title), makeShape("rect", { width: "100%", height: "100%", fill: cssColour(theme().paper) }));
  for (const region of data.regions) if (!state.hidden[region.cluster]) root.append(regionShape(region));
  for (const e of scene.links) {
    const a = links.from[e], b = links.to[e];
    root.append(makeShape("line", { x1: screenX(x[a]), y1: screenY(y[a]), x2: screenX(x[b]), y2: screenY(y[b]),
      stroke: cluster[a] === cluster[b] ? cssOfItem(a) : cssColour(theme().link), "stroke-opacity": 0.4 }));
  }
  for (const i of [...scene.discs].reverse()) root.append(discShape(discOf(i)));
  for (const block of scene.words) root.append(wordsShape(block));
  return '<?xml version="1.0" encoding="UTF-8"?>\n' + new XMLSerializer().serializeToString(root);
}

function startSaving() {
  element("save-png").addEventListener("click", savePng);
  element("save-svg").addEventListener("click", () => offer(new Blob([writeSvg()], { type: "image/svg+xml" }), "svg"));
  element("link").addEventListener("click", () => {
    history.replaceState(null, "", writeLink());
    const address = location.href;
    const told = () => say("The address bar holds a link to this view");
    if (navigator.clipboard) navigator.clipboard.writeText(address).then(() => say("Link copied"), told);
    else told();
  });
}
