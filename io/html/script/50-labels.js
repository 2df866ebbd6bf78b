/* SPDX-License-Identifier: GPL-2.0-or-later
 * Words: names of topics, then of items, the most important first; none covers another word or a
 * disc that is not its own, and there are never so many that the map cannot be read. */
const MOST_LABELS = 90;
const MOST_TRIES = 700;
const MOST_DISCS = 400;
const LARGE = 5.5; /* a disc that asks for its name */
const FIRST = 80; /* so many may have it in small letters */
const TITLES_FROM = 2.5; /* papers are named from this zoom on: their titles are long */
const FONT = '"Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif';

const widths = new Map();
function widthOf(context, words, bold) {
  const key = bold ? "b" + words : words;
  let width = widths.get(key);
  if (width === undefined) {
    context.font = `${bold ? 700 : 400} 20px ${FONT}`;
    width = context.measureText(words).width / 20;
    widths.set(key, width);
  }
  return width;
}

/* Chinese and Japanese letters take the room of two and may be parted anywhere. */
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60]/u;
const isRightToLeft = (words) => /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(words);

/* Letters, each with the room it takes. */
const measureLetters = (words) => Array.from(words, (letter) => ({ letter, room: WIDE.test(letter) ? 2 : 1 }));

/* At most so many letters, cut at a blank where there is one. */
function shorten(words, most) {
  const letters = measureLetters(words);
  if (letters.reduce((sum, { room }) => sum + room, 0) <= most) return words;
  let room = most - 2;
  const kept = letters.slice(0, letters.findIndex((one) => (room -= one.room) < 0)).map(({ letter }) => letter).join("");
  return kept.replace(/\s+\S*$/, "") + "…";
}

/* Two lines of about the same length, parted at a blank or between two wide letters. */
function splitWords(words) {
  const letters = measureLetters(shorten(words, 60));
  const join = (from, to) => letters.slice(from, to).map(({ letter }) => letter).join("");
  const whole = letters.reduce((sum, { room }) => sum + room, 0);
  if (whole <= 18) return [join(0)];
  let best = -1, nearest = Infinity, before = 0;
  letters.forEach(({ letter, room }, at) => {
    const off = Math.abs(before - whole / 2);
    if (off < nearest && at > 0 && (letter === " " || (room === 2 && letters[at - 1].room === 2))) {
      nearest = off;
      best = at;
    }
    before += room;
  });
  return best < 0 ? [join(0)] : [join(0, best), join(best).trimStart()];
}

const lineCache = new Array(n);
const linesOf = (i) => (lineCache[i] === undefined ? (lineCache[i] = splitWords(nameOf(i))) : lineCache[i]);

/* What is taken: boxes of words and large discs, found by the square of the screen they touch. */
const SQUARE = 64;

class Taken {
  constructor() {
    this.columns = Math.ceil(view.width / SQUARE) + 2;
    this.rows = Math.ceil(view.height / SQUARE) + 2;
    this.squares = Array.from({ length: this.columns * this.rows }, () => []);
  }

  /* Calls visit for what the squares of a box hold until it answers true. */
  some(box, visit) {
    const clamp = (value, most) => Math.min(most - 1, Math.max(0, Math.floor(value / SQUARE) + 1));
    for (let row = clamp(box.top, this.rows); row <= clamp(box.bottom, this.rows); row++)
      for (let column = clamp(box.left, this.columns); column <= clamp(box.right, this.columns); column++)
        if (visit(this.squares[row * this.columns + column])) return true;
    return false;
  }

  add(box) {
    this.some(box, (square) => {
      square.push(box);
      return false;
    });
  }

  /* Whether a box leaves the view or covers other words or a disc that is not of its own item; where
   * there is no better place words may cover discs. */
  rejects(box, own, mayCoverDiscs = false) {
    if (box.left < 2 || box.right > view.width - 2 || box.top < 2 || box.bottom > view.height - 2) return true;
    return this.some(box, (square) => square.some((other) => {
      if (other.size === undefined)
        return box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom;
      if (mayCoverDiscs || other.item === own) return false;
      const dx = Math.max(box.left - other.x, 0, other.x - box.right);
      const dy = Math.max(box.top - other.y, 0, other.y - box.bottom);
      return dx * dx + dy * dy < other.size * other.size;
    }));
  }
}

function placeBlock(context, lines, size, bold, centreX, top) {
  const width = Math.max(...lines.map((line) => widthOf(context, line, bold))) * size;
  return { lines, letters: size, bold, x: centreX, top, left: centreX - width / 2 - 2, right: centreX + width / 2 + 2,
    bottom: top + lines.length * size * 1.15 + 2 };
}

/* A name may stand a little beside its place where a large disc is, if it stays on its land. */
const ASIDE = [[0, 0], [0, -1], [0, 1], [-0.25, 0], [0.25, 0], [-0.25, -1], [0.25, -1], [-0.25, 1], [0.25, 1], [0, -2], [0, 2]];

/* The corners of each topic's land, one for each of its curves. */
const corners = data.clusters.name.map((_, c) => {
  const region = data.regions.find((one) => one.cluster === c);
  return region === undefined ? null : region.outline.filter((_, k) => k < 2 || (k - 2) % 6 >= 4);
});

function isOnLand(c, atX, atY) {
  const d = corners[c];
  let inside = d === null;
  for (let k = 0, last = d === null ? 0 : d.length - 2; d !== null && k < d.length; last = k, k += 2)
    if (d[k + 1] > atY !== d[last + 1] > atY && atX < d[k] + ((d[last] - d[k]) * (atY - d[k + 1])) / (d[last + 1] - d[k + 1]))
      inside = !inside;
  return inside;
}

/* Where the name of a topic stands: the whole of it if that stays on the topic's land, else without its
 * last parts; where nothing does, its first part where there is room at all. */
function placeTopic(context, taken, c, size) {
  const at = data.clusters.place[c];
  const parts = data.clusters.name[c].split(", ");
  let boxes;
  for (let n = parts.length; n > 0; n--) {
    const lines = splitWords(parts.slice(0, n).join(", ").toLocaleUpperCase("en"));
    const high = lines.length * size * 1.15;
    const boxAt = (right, down) => placeBlock(context, lines, size, true, screenX(at[0]) + right, screenY(at[1]) - high / 2 + down);
    const wide = boxAt(0, 0).right - boxAt(0, 0).left;
    boxes = ASIDE.map(([right, down]) => boxAt(right * wide, down * 1.2 * size));
    const isAtHome = (box) => [0.2, 0.5, 0.8].every((share) =>
      isOnLand(c, mapX(box.left + share * wide), mapY(box.top + high / 2)));
    const home = boxes.find((box) => isAtHome(box) && !taken.rejects(box, -1));
    if (home !== undefined) return home;
  }
  return boxes.find((box) => !taken.rejects(box, -1, true));
}

function placeTopics(context, taken) {
  const placed = [];
  data.clusters.name.forEach((_, c) => {
    if (state.hidden[c] || data.clusters.place[c] === null) return;
    const letters = Math.max(10, 13 * Math.min(1, Math.sqrt(view.width / 900)));
    const size = Math.min(26, letters * Math.pow(view.zoom / view.whole, 0.25));
    const box = placeTopic(context, taken, c, size);
    if (box === undefined) return;
    box.colour = cssColour(inkOf(c));
    box.names = { topic: c };
    taken.add(box);
    placed.push(box);
  });
  return placed;
}

/* Where the words of a disc may stand, the best place first: its middle and its top. */
function placesAround(disc, width, height) {
  const below = disc.y + disc.size + 2;
  const aside = disc.size + 4 + width / 2;
  return [[disc.x, below], [disc.x, disc.y - disc.size - 3 - height],
    [disc.x + aside, disc.y - height / 2], [disc.x - aside, disc.y - height / 2],
    [disc.x + aside * 0.8, below - disc.size * 0.4], [disc.x - aside * 0.8, below - disc.size * 0.4],
    [disc.x + aside * 0.8, disc.y - disc.size * 0.6 - height], [disc.x - aside * 0.8, disc.y - disc.size * 0.6 - height]];
}

/* What words may not cover: the buttons and the scale in the corners, and of the discs the first ones that are large. */
function takeDiscs(taken, discs, most, least) {
  for (const disc of discs.slice(0, most)) {
    if (disc.size <= least) continue;
    taken.add({ ...disc, left: disc.x - disc.size, right: disc.x + disc.size, top: disc.y - disc.size, bottom: disc.y + disc.size });
  }
}

/* Topics first, then discs: at most MOST_TRIES of those drawn, the most important first. */
function placeWords(context, discs) {
  const taken = new Taken();
  for (const { offsetLeft, offsetTop, offsetWidth, offsetHeight } of [element("zoom"), element("scale")])
    taken.add({ left: offsetLeft - 2, right: offsetLeft + offsetWidth + 2, top: offsetTop - 2, bottom: offsetTop + offsetHeight + 2 });
  takeDiscs(taken, discs, MOST_DISCS, LARGE);
  const topics = placeTopics(context, taken);
  takeDiscs(taken, discs.filter((disc) => disc.size <= LARGE), MOST_DISCS, 3);
  return [...topics, ...placeItems(context, taken, discs)];
}

/* The first place around a disc where its name covers nothing. */
function placeItem(context, taken, disc, letters, bold) {
  const lines = linesOf(disc.item);
  const width = Math.max(...lines.map((line) => widthOf(context, line, bold))) * letters;
  for (const [centreX, top] of placesAround(disc, width, lines.length * letters * 1.15)) {
    const box = placeBlock(context, lines, letters, bold, centreX, top);
    if (taken.rejects(box, disc.item)) continue;
    box.colour = theme().text;
    box.names = { item: disc.item };
    taken.add(box);
    return box;
  }
  return null;
}

function placeItems(context, taken, discs) {
  const placed = [];
  const showTitles = view.zoom >= view.whole * TITLES_FROM || isPaper[0];
  for (const [at, disc] of discs.entries()) {
    if (placed.length >= MOST_LABELS || (isPaper[disc.item] && !showTitles)) break;
    const letters = Math.min(22, 10.5 + 0.35 * disc.size);
    const box = placeItem(context, taken, disc, letters, placed.length < 7) ||
      (disc.size > LARGE && at < FIRST && placeItem(context, taken, disc, 10.5, placed.length < 7));
    if (box) placed.push(box);
  }
  return placed;
}

function drawWords(context, blocks) {
  context.textAlign = "center";
  context.textBaseline = "top";
  context.lineJoin = "round";
  for (const block of blocks) {
    context.font = `${block.bold ? 700 : 400} ${block.letters.toFixed(1)}px ${FONT}`;
    context.strokeStyle = theme().halo;
    context.lineWidth = 3.2;
    context.fillStyle = block.colour;
    context.direction = isRightToLeft(block.lines[0]) ? "rtl" : "ltr";
    block.lines.forEach((line, i) => {
      const top = block.top + i * block.letters * 1.15;
      context.strokeText(line, block.x, top);
      context.fillText(line, block.x, top);
    });
  }
}
