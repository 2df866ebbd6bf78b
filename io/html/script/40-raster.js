/* SPDX-License-Identifier: GPL-2.0-or-later
 * Discs and lines straight into pixels: without a graphics card that is many times faster than
 * the canvas's own arcs. Shares are 0 to 128, so that two channels at a time stay within 31 bits
 * and the arithmetic is that of integers. */
const FULL = 128;
const raster = { width: 0, height: 0, pixels: new Int32Array(0) };

function blend(pixels, at, colour, share) {
  const below = pixels[at];
  const keep = FULL - share;
  const redBlue = (Math.imul(below & 0xff00ff, keep) + Math.imul(colour & 0xff00ff, share)) >>> 7;
  const green = (Math.imul(below & 0x00ff00, keep) + Math.imul(colour & 0x00ff00, share)) >>> 7;
  pixels[at] = 0xff000000 | (redBlue & 0xff00ff) | (green & 0x00ff00);
}

/* A disc of one colour, which the edge of the page may cut. What a pixel at the edge is covered is taken as linear in the square of its
 * distance, which needs no root and looks the same. */
function fillCutDisc(centreX, centreY, size, colour) {
  const { width, pixels } = raster;
  const left = Math.max(0, Math.floor(centreX - size));
  const right = Math.min(width - 1, Math.floor(centreX + size));
  const top = Math.max(0, Math.floor(centreY - size));
  const bottom = Math.min(raster.height - 1, Math.floor(centreY + size));
  const outer = (size + 0.5) * (size + 0.5);
  const solid = size > 0.5 ? (size - 0.5) * (size - 0.5) : 0;
  const scale = FULL / (outer - solid);
  for (let row = top; row <= bottom; row++) {
    const dy = row + 0.5 - centreY;
    let dx = left + 0.5 - centreX;
    for (let column = left, at = row * width + left; column <= right; column++, at++, dx++) {
      const square = dx * dx + dy * dy;
      if (square <= solid) pixels[at] = colour;
      else if (square < outer) blend(pixels, at, colour, ((outer - square) * scale) | 0);
    }
  }
}

function blendRun(pixels, base, first, last, middle, room, scale, colour) {
  for (let column = first; column <= last; column++) {
    const dx = column - middle;
    blend(pixels, base + column, colour, ((room - dx * dx) * scale) | 0);
  }
}

/* The same row by row: what is covered whole is written without asking each pixel. Within the
 * radius hole nothing is drawn. */
function fillLargeDisc(centreX, centreY, size, colour, hole) {
  const { width, pixels } = raster;
  const top = Math.max(0, Math.floor(centreY - size));
  const bottom = Math.min(raster.height - 1, Math.floor(centreY + size));
  const outer = (size + 0.5) * (size + 0.5);
  const solid = (size - 0.5) * (size - 0.5);
  const scale = FULL / (outer - solid);
  const middle = centreX - 0.5; /* columns are counted from the middles of pixels */
  for (let row = top; row <= bottom; row++) {
    const square = (row + 0.5 - centreY) * (row + 0.5 - centreY);
    const base = row * width;
    const reach = Math.sqrt(Math.max(0, outer - square));
    const first = Math.max(0, Math.ceil(middle - reach));
    const last = Math.min(width - 1, Math.floor(middle + reach));
    if (square >= solid) {
      blendRun(pixels, base, first, last, middle, outer - square, scale, colour);
      continue;
    }
    const flat = Math.sqrt(solid - square);
    const from = Math.max(first, Math.ceil(middle - flat));
    const to = Math.min(last, Math.floor(middle + flat));
    const gap = square < hole * hole ? Math.sqrt(hole * hole - square) : 0;
    const leftEnd = gap > 0 ? Math.min(to, Math.floor(middle - gap)) : to;
    blendRun(pixels, base, first, Math.min(last, from - 1), middle, outer - square, scale, colour);
    for (let column = from; column <= leftEnd; column++) pixels[base + column] = colour;
    for (let column = gap > 0 ? Math.max(from, Math.ceil(middle + gap)) : to + 1; column <= to; column++) pixels[base + column] = colour;
    blendRun(pixels, base, Math.max(first, to + 1), last, middle, outer - square, scale, colour);
  }
}

/* Tens of thousands of small discs of a few sizes: which pixels one covers is found once for each
 * size and place within a pixel, both in steps that no eye tells apart. */
const SMALL = 8;
const PHASES = 4; /* a pixel, across and along */
const SIZES = 8; /* a pixel of the radius */
const stamps = { width: 0, made: [] };

function makeStamp(size, phaseX, phaseY) {
  const solid = [], edge = [], share = [];
  const reach = Math.ceil(size + 0.5) + 1;
  const outer = (size + 0.5) * (size + 0.5);
  const inner = size > 0.5 ? (size - 0.5) * (size - 0.5) : 0;
  for (let row = -reach; row <= reach; row++)
    for (let column = -reach; column <= reach; column++) {
      const dx = column + 0.5 - phaseX, dy = row + 0.5 - phaseY;
      const square = dx * dx + dy * dy;
      const part = ((outer - square) * FULL / (outer - inner)) | 0;
      if (square <= inner) solid.push(row * raster.width + column);
      else if (part > 0) edge.push(row * raster.width + column), share.push(part);
    }
  return { reach, solid: Int32Array.from(solid), edge: Int32Array.from(edge), share: Int32Array.from(share) };
}

function findStamp(size, phaseX, phaseY) {
  if (stamps.width !== raster.width) {
    stamps.width = raster.width;
    stamps.made = [];
  }
  const step = Math.round(size * SIZES);
  const key = (step * PHASES + phaseY) * PHASES + phaseX;
  return stamps.made[key] || (stamps.made[key] = makeStamp(step / SIZES, (phaseX + 0.5) / PHASES, (phaseY + 0.5) / PHASES));
}

function fillSmallDisc(centreX, centreY, size, colour) {
  const { width, height, pixels } = raster;
  const column = Math.floor(centreX), row = Math.floor(centreY);
  const stamp = findStamp(size, ((centreX - column) * PHASES) | 0, ((centreY - row) * PHASES) | 0);
  const { reach, solid, edge, share } = stamp;
  if (column < reach || row < reach || column + reach >= width || row + reach >= height) {
    fillCutDisc(centreX, centreY, size, colour);
    return;
  }
  const at = row * width + column;
  for (let k = 0; k < solid.length; k++) pixels[at + solid[k]] = colour;
  const redBlue = colour & 0xff00ff, green = colour & 0x00ff00;
  for (let k = 0; k < edge.length; k++) {
    const below = pixels[at + edge[k]];
    const part = share[k], keep = FULL - part;
    pixels[at + edge[k]] = 0xff000000 | (((Math.imul(below & 0xff00ff, keep) + Math.imul(redBlue, part)) >>> 7) & 0xff00ff) |
      (((Math.imul(below & 0x00ff00, keep) + Math.imul(green, part)) >>> 7) & 0x00ff00);
  }
}

function fillDisc(centreX, centreY, size, colour, hole = 0) {
  if (size < SMALL && hole === 0) fillSmallDisc(centreX, centreY, size, colour);
  else if (size < 3) fillCutDisc(centreX, centreY, size, colour);
  else fillLargeDisc(centreX, centreY, size, colour, hole);
}

/* A disc with a rim of the given width outside of it. */
function drawDisc(centreX, centreY, size, inside, rim, rimWidth) {
  fillDisc(centreX, centreY, size + rimWidth, rim, size - 0.5);
  fillDisc(centreX, centreY, size, inside);
}

/* A line one pixel wide of an opacity, shared by the two pixels it runs between. An open one leaves
 * out its last pixel, with which the next side of a polygon begins. */
function drawLine(x0, y0, x1, y1, colour, share, isOpen = false) {
  const { width, height, pixels } = raster;
  const steep = Math.abs(y1 - y0) > Math.abs(x1 - x0);
  if (steep) [x0, y0, x1, y1] = [y0, x0, y1, x1];
  const isTurned = x0 > x1;
  if (isTurned) [x0, y0, x1, y1] = [x1, y1, x0, y0];
  const along = steep ? height : width;
  const across = steep ? width : height;
  const strideAlong = steep ? width : 1;
  const strideAcross = steep ? 1 : width;
  const slope = x1 - x0 < 1e-9 ? 0 : (y1 - y0) / (x1 - x0);
  const first = Math.max(0, Math.round(x0) + (isOpen && isTurned ? 1 : 0));
  const last = Math.min(along - 1, Math.round(x1) - (isOpen && !isTurned ? 1 : 0));
  let level = y0 + slope * (first - x0);
  for (let step = first, at = first * strideAlong; step <= last; step++, at += strideAlong, level += slope) {
    const base = level | 0;
    if (level < 0 || base + 1 >= across) continue;
    const part = (share * (level - base)) | 0;
    blend(pixels, at + base * strideAcross, colour, share - part);
    blend(pixels, at + (base + 1) * strideAcross, colour, part);
  }
}
