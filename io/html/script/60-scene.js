/* SPDX-License-Identifier: GPL-2.0-or-later
 * Draws the view: regions, links, discs, words. While the view moves the last picture is moved
 * instead, where drawing anew takes longer than a frame. */
const context = canvas.getContext("2d", { alpha: false, willReadFrequently: true });
const over = element("over");
const overContext = over.getContext("2d");
const still = document.createElement("canvas");
const MOST_INK = 300000; /* pixels */
const FRAME = 14;

const scene = { image: null, colours: new Int32Array(n), discs: new Uint32Array(0), links: [], words: [], milliseconds: 0, moved: 0, drawn: null, timer: 0, frame: 0 };

/* The strongest links of which an end is in view, until their length is that of a full page. */
function findLinks() {
  scene.links = [];
  let ink = MOST_INK;
  const left = mapX(0), right = mapX(view.width), top = mapY(0), bottom = mapY(view.height);
  const inside = (i) => x[i] >= left && x[i] <= right && y[i] >= top && y[i] <= bottom;
  for (let e = 0; e < links.m && ink > 0; e++) {
    const a = links.from[e], b = links.to[e];
    if (!visible[a] || !visible[b] || !(inside(a) || inside(b))) continue;
    scene.links.push(e);
    ink -= Math.max(Math.abs(x[a] - x[b]), Math.abs(y[a] - y[b])) * view.zoom + 4;
  }
}

/* Items whose discs are in view, the most important first. No object is made for each of them: that
 * and getting rid of it would take as long as drawing them. */
const inView = new Uint32Array(n);

function findDiscs() {
  const margin = 40 / view.zoom;
  const left = mapX(0) - margin, right = mapX(view.width) + margin, top = mapY(0) - margin, bottom = mapY(view.height) + margin;
  let count = 0;
  for (let i = 0; i < n; i++)
    if (visible[i] && x[i] >= left && x[i] <= right && y[i] >= top && y[i] <= bottom) inView[count++] = i;
  scene.discs = inView.subarray(0, count);
}

const discOf = (i) => ({ item: i, x: screenX(x[i]), y: screenY(y[i]), size: radiusOf(i) });

/* One picture for all drawings of a size: making and getting rid of three megabytes takes long. */
function prepareRaster() {
  if (scene.image === null || raster.width !== canvas.width || raster.height !== canvas.height) {
    scene.image = context.createImageData(canvas.width, canvas.height);
    raster.width = canvas.width;
    raster.height = canvas.height;
    raster.pixels = new Int32Array(scene.image.data.buffer);
  }
}

/* How much links cover: those inside a topic most; the more there are, the less each. */
function findLinkShares() {
  const crowd = 0.35 + 0.65 * Math.min(1, 900 / Math.max(1, scene.links.length));
  return { inside: (55 * crowd) | 0, across: (30 * crowd) | 0 };
}

/* As many pixels as the view has room for. */
function fitCanvas() {
  for (const layer of [canvas, over]) {
    layer.width = Math.round(view.width * view.density);
    layer.height = Math.round(view.height * view.density);
  }
  scene.drawn = null;
}

function drawPixels() {
  prepareRaster();
  const scale = view.density;
  drawRegions(scale);
  const grey = packColour(theme().link);
  const share = findLinkShares();
  for (let at = scene.links.length - 1; at >= 0; at--) {
    const a = links.from[scene.links[at]], b = links.to[scene.links[at]];
    const own = cluster[a] === cluster[b];
    drawLine(screenX(x[a]) * scale, screenY(y[a]) * scale, screenX(x[b]) * scale, screenY(y[b]) * scale,
      own ? scene.colours[a] : grey, own ? share.inside : share.across);
  }
  const white = packColour(theme().paper);
  const crowded = scene.discs.length > 5000;
  const grown = discScale();
  for (let at = scene.discs.length - 1; at >= 0; at--) {
    const i = scene.discs[at];
    const colour = scene.colours[i];
    const size = Math.max(0.8, radius[i] * grown) * scale;
    const onX = screenX(x[i]) * scale, onY = screenY(y[i]) * scale;
    if (size < 1.6 || (crowded && size < 4)) fillDisc(onX, onY, size, colour);
    else if (isPaper[i]) drawDisc(onX, onY, size - 1.3 * scale, white, colour, 1.3 * scale);
    else drawDisc(onX, onY, size, colour, white, scale);
  }
  context.putImageData(scene.image, 0, 0);
}

function draw() {
  const began = performance.now();
  scene.frame = 0;
  findLinks();
  findDiscs();
  drawPixels();
  context.setTransform(view.density, 0, 0, view.density, 0, 0);
  scene.words = placeWords(context, Array.from(scene.discs.subarray(0, MOST_TRIES), discOf));
  drawWords(context, scene.words);
  drawOver();
  scene.drawn = { x: view.x, y: view.y, zoom: view.zoom };
  scene.kept = false;
  scene.milliseconds = performance.now() - began;
}

/* The last picture, moved and scaled to where it belongs now. */
function move() {
  const began = performance.now();
  scene.frame = 0;
  if (!scene.kept) {
    still.width = canvas.width;
    still.height = canvas.height;
    still.getContext("2d").drawImage(canvas, 0, 0);
    scene.kept = true;
  }
  const factor = view.zoom / scene.drawn.zoom;
  const left = screenX(scene.drawn.x) - (view.width / 2) * factor;
  const top = screenY(scene.drawn.y) - (view.height / 2) * factor;
  context.setTransform(view.density, 0, 0, view.density, 0, 0);
  context.fillStyle = cssColour(theme().paper);
  context.fillRect(0, 0, view.width, view.height);
  context.drawImage(still, left, top, view.width * factor, view.height * factor);
  drawOver();
  clearTimeout(scene.timer);
  scene.timer = setTimeout(redraw, 90);
  scene.moved = performance.now() - began;
}

function forgetFrame() {
  clearTimeout(scene.timer);
  if (scene.frame !== 0) cancelAnimationFrame(scene.frame);
}

function redraw() {
  forgetFrame();
  scene.frame = requestAnimationFrame(draw);
}

/* Where an empty picture would be seen until the next frame. */
function drawAtOnce() {
  forgetFrame();
  draw();
}

/* After the view has moved a little. */
function follow() {
  if (scene.frame !== 0) return;
  scene.frame = requestAnimationFrame(scene.milliseconds > FRAME && scene.drawn !== null ? move : draw);
}

function strokeLink(a, b, width) {
  overContext.beginPath();
  overContext.moveTo(screenX(x[a]), screenY(y[a]));
  overContext.lineTo(screenX(x[b]), screenY(y[b]));
  overContext.lineWidth = width;
  overContext.stroke();
}

function drawHint(i) {
  const words = shorten(nameOf(i), Math.min(90, Math.max(10, Math.floor(view.width / 9))));
  overContext.font = `600 13px ${FONT}`;
  const width = overContext.measureText(words).width + 16;
  const left = Math.min(view.width - width - 4, Math.max(4, screenX(x[i]) - width / 2));
  const above = screenY(y[i]) - radiusOf(i) - 34;
  const top = above < 4 ? screenY(y[i]) + radiusOf(i) + 10 : above;
  overContext.fillStyle = "#16181d";
  overContext.fillRect(left, top, width, 24);
  overContext.fillStyle = "#ffffff";
  overContext.textBaseline = "middle";
  overContext.direction = "ltr";
  overContext.fillText(words, left + 8, top + 12.5);
}

function ringItem(i) {
  overContext.beginPath();
  overContext.arc(screenX(x[i]), screenY(y[i]), radiusOf(i) + 3, 0, 2 * Math.PI);
  overContext.lineWidth = 2;
  overContext.stroke();
}

function strokeTopic(c) {
  for (const { outline } of data.regions.filter((region) => region.cluster === c)) {
    const d = outline.map((value, at) => (at % 2 === 0 ? screenX(value) : screenY(value)));
    overContext.beginPath();
    overContext.moveTo(d[0], d[1]);
    for (let at = 2; at + 5 < d.length; at += 6) overContext.bezierCurveTo(...d.slice(at, at + 6));
    overContext.lineWidth = 2.5;
    overContext.stroke();
  }
}

/* What is pointed at, chosen or found, above the picture. */
function drawOver() {
  overContext.setTransform(view.density, 0, 0, view.density, 0, 0);
  overContext.clearRect(0, 0, view.width, view.height);
  overContext.strokeStyle = theme().text;
  if (state.topic >= 0) strokeTopic(state.topic);
  if (state.pair !== null) strokeLink(...state.pair, 3);
  if (state.hoveredLink >= 0) strokeLink(links.from[state.hoveredLink], links.to[state.hoveredLink], 2);
  if (!results.hidden) for (const i of found.list) if (visible[i]) ringItem(i);
  for (const i of new Set([state.selected, state.hovered])) {
    if (i < 0) continue;
    overContext.globalAlpha = 0.55;
    for (let at = links.start[i]; at < Math.min(links.start[i + 1], links.start[i] + 60); at++) {
      const e = links.touching[at];
      if (visible[links.from[e]] && visible[links.to[e]]) strokeLink(links.from[e], links.to[e], 1.1);
    }
    overContext.globalAlpha = 1;
    ringItem(i);
  }
  if (state.hovered >= 0) drawHint(state.hovered);
}

/* The item at a place of the screen, or near it by a number of points, or -1. */
function itemAt(onX, onY, near) {
  const reach = 30 / view.zoom;
  let best = -1;
  let nearest = near;
  cells.each(mapX(onX) - reach, mapY(onY) - reach, mapX(onX) + reach, mapY(onY) + reach, (i) => {
    if (!visible[i]) return;
    const distance = Math.hypot(screenX(x[i]) - onX, screenY(y[i]) - onY) - radiusOf(i);
    if (distance < nearest) {
      nearest = distance;
      best = i;
    }
  });
  return best;
}

/* The drawn link at a place of the screen, or -1. */
function linkAt(onX, onY, near) {
  let best = -1;
  let nearest = near;
  for (const e of scene.links) {
    const ax = screenX(x[links.from[e]]), ay = screenY(y[links.from[e]]);
    const dx = screenX(x[links.to[e]]) - ax, dy = screenY(y[links.to[e]]) - ay;
    const along = Math.min(1, Math.max(0, ((onX - ax) * dx + (onY - ay) * dy) / Math.max(1e-9, dx * dx + dy * dy)));
    const distance = Math.hypot(ax + along * dx - onX, ay + along * dy - onY);
    if (distance < nearest) {
      nearest = distance;
      best = e;
    }
  }
  return best;
}

/* The topic on whose land a place of the screen is, or -1. */
function topicAt(onX, onY) {
  return data.clusters.name.findIndex((_, c) => corners[c] !== null && !state.hidden[c] && isOnLand(c, mapX(onX), mapY(onY)));
}

/* What is at a place of the screen: a disc or its name, the name of a topic, a link, a topic's land.
 * A finger covers more than a pointer. */
function whatIsAt(onX, onY, isFinger) {
  const none = { item: -1, link: -1, topic: -1 };
  const onDisc = itemAt(onX, onY, 1);
  if (onDisc >= 0) return { ...none, item: onDisc };
  const words = scene.words.find((box) => onX >= box.left && onX <= box.right && onY >= box.top && onY <= box.bottom);
  if (words !== undefined) return { ...none, ...words.names };
  const item = itemAt(onX, onY, isFinger ? 14 : 5);
  if (item >= 0) return { ...none, item };
  const link = linkAt(onX, onY, isFinger ? 8 : 4);
  return link >= 0 ? { ...none, link } : { ...none, topic: topicAt(onX, onY) };
}
