/* SPDX-License-Identifier: GPL-2.0-or-later
 * What the page shows, as arrays; items and papers are numbers into them. Items come concepts before
 * papers, large before small, high scores before low ones. */
const data = await unpack(element("data").textContent);
const items = data.items;
const n = items.x.length;
const x = Float32Array.from(items.x);
const y = Float32Array.from(items.y);
const radius = Float32Array.from(items.r);
const cluster = Uint16Array.from(items.cluster);
const isPaper = Uint8Array.from(items.kind, (kind) => data.kinds[kind] === "paper");
const UNKNOWN = 0;

/* Rows of numbers: for each item the first place of its own, then each number the sum of the steps
 * of its row up to it. */
function unpackRows({ count, step }) {
  const start = new Uint32Array(count.length + 1);
  const paper = new Uint32Array(step.length);
  let at = 0;
  count.forEach((length, i) => {
    const end = at + length;
    for (let last = 0; at < end; at++) paper[at] = last += step[at];
    start[i + 1] = end;
  });
  return { start, paper };
}
data.about = unpackRows(data.about);

/* The papers behind an item: of a concept those about it, of a paper itself. */
function papersOf(i) {
  return data.about.paper.slice(data.about.start[i], data.about.start[i + 1]);
}

/* The name of a paper is its title, its id that of the paper: written once. */
for (let i = 0; i < n; i++) {
  const paper = data.about.paper[data.about.start[i]];
  if (items.name[i] === 0) items.name[i] = data.papers.title[paper];
  if (items.id[i] === 0) items.id[i] = data.papers.id[paper];
}
const nameOf = (i) => items.name[i];

/* Whether papers tell more than their name; those of a bare network do not: they are its nodes. */
const hasPapers = data.papers.title.length > 0 && (items.kind.some((kind) => data.kinds[kind] !== "paper") ||
  [data.papers.year, data.papers.people, data.papers.url, data.papers.abstract].some((column) => column.some((value) => value)) ||
  data.papers.venue.some((venue) => venue >= 0));
const kindOf = (i) => (isPaper[i] && !hasPapers ? "node" : data.kinds[items.kind[i]]);
const countOf = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;

/* The year of a paper; of a concept the mean of its papers' years. */
function findYears() {
  const years = new Float32Array(n);
  for (let i = 0; i < n; i++) {
    let sum = 0;
    let known = 0;
    for (let e = data.about.start[i]; e < data.about.start[i + 1]; e++) {
      const year = data.papers.year[data.about.paper[e]];
      if (year === UNKNOWN) continue;
      sum += year;
      known++;
    }
    years[i] = known === 0 ? UNKNOWN : sum / known;
  }
  return years;
}

const year = findYears();

/* What the picture covers; of the page of the drawing the legend is not shown here. */
const bounds = (() => {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  const cover = (atX, atY, size) => {
    box.left = Math.min(box.left, atX - size);
    box.right = Math.max(box.right, atX + size);
    box.top = Math.min(box.top, atY - size);
    box.bottom = Math.max(box.bottom, atY + size);
  };
  for (let i = 0; i < n; i++) cover(x[i], y[i], radius[i]);
  for (const region of data.regions)
    for (let e = 0; e < region.outline.length; e += 2) cover(region.outline[e], region.outline[e + 1], 0);
  if (box.left > box.right) cover(0, 0, 1);
  return { ...box, x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2,
    width: Math.max(1, box.right - box.left), height: Math.max(1, box.bottom - box.top) };
})();

/* Links, strongest first as they come, and for each item those that touch it, in that order. */
const links = (() => {
  const from = Uint32Array.from(data.links.from);
  const to = Uint32Array.from(data.links.to);
  const m = from.length;
  const start = new Uint32Array(n + 2);
  for (let e = 0; e < m; e++) {
    start[from[e] + 2]++;
    start[to[e] + 2]++;
  }
  for (let i = 2; i < n + 2; i++) start[i] += start[i - 1];
  const touching = new Uint32Array(2 * m);
  for (let e = 0; e < m; e++) {
    touching[start[from[e] + 1]++] = e;
    touching[start[to[e] + 1]++] = e;
  }
  return { m, from, to, start, touching, strength: Float32Array.from(data.links.strength) };
})();

/* Items in square cells, to find those near a place without looking at all of them. */
const cells = (() => {
  const side = Math.max(1, Math.ceil(Math.sqrt(n / 8)));
  const step = Math.max(bounds.width, bounds.height) / side;
  const clampCell = (value) => Math.min(side - 1, Math.max(0, Math.floor(value / step)));
  const start = new Uint32Array(side * side + 1);
  const cellOf = (i) => clampCell(y[i] - bounds.top) * side + clampCell(x[i] - bounds.left);
  for (let i = 0; i < n; i++) start[cellOf(i) + 1]++;
  for (let c = 0; c < side * side; c++) start[c + 1] += start[c];
  const next = start.slice();
  const member = new Uint32Array(n);
  for (let i = 0; i < n; i++) member[next[cellOf(i)]++] = i;
  const each = (left, top, right, bottom, visit) => {
    for (let row = clampCell(top - bounds.top); row <= clampCell(bottom - bounds.top); row++)
      for (let column = clampCell(left - bounds.left); column <= clampCell(right - bounds.left); column++)
        for (let e = start[row * side + column]; e < start[row * side + column + 1]; e++) visit(member[e]);
  };
  return { each };
})();
