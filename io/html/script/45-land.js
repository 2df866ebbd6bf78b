/* SPDX-License-Identifier: GPL-2.0-or-later
 * Regions straight into the pixels of the raster, row by row. Asking the canvas for the pixels of what it has
 * drawn takes longer than drawing it, so nothing is asked for. */
const MOST_CUTS = 64; /* of one row by one outline */
const land = { rows: 0, counts: new Int32Array(0), cuts: new Float32Array(0) };

/* The corners of an outline on the canvas; curves that are in view have as many as the eye asks for. */
function flattenOutline(d, scale) {
  const corners = [screenX(d[0]) * scale, screenY(d[1]) * scale];
  let fromX = corners[0], fromY = corners[1];
  for (let i = 2; i + 5 < d.length; i += 6) {
    const [ax, ay, bx, by, toX, toY] = [0, 2, 4].flatMap((k) => [screenX(d[i + k]) * scale, screenY(d[i + k + 1]) * scale]);
    const isSeen = Math.max(fromX, ax, bx, toX) > 0 && Math.min(fromX, ax, bx, toX) < raster.width &&
      Math.max(fromY, ay, by, toY) > 0 && Math.min(fromY, ay, by, toY) < raster.height;
    const steps = isSeen ? Math.min(60, Math.max(2, Math.ceil(Math.hypot(toX - fromX, toY - fromY) / 8))) : 1;
    for (let k = 1; k <= steps; k++) {
      const t = k / steps, s = 1 - t;
      corners.push(s * s * s * fromX + 3 * s * s * t * ax + 3 * s * t * t * bx + t * t * t * toX,
        s * s * s * fromY + 3 * s * s * t * ay + 3 * s * t * t * by + t * t * t * toY);
    }
    fromX = toX;
    fromY = toY;
  }
  return corners;
}

/* Where each row is cut by the sides of a polygon, from left to right. */
function cutRows(corners) {
  const { rows, counts, cuts } = land;
  counts.fill(0);
  for (let k = 0; k < corners.length; k += 2) {
    const next = k + 2 < corners.length ? k + 2 : 0;
    let x0 = corners[k], y0 = corners[k + 1], x1 = corners[next], y1 = corners[next + 1];
    if (y0 > y1) [x0, y0, x1, y1] = [x1, y1, x0, y0];
    const first = Math.max(0, Math.ceil(y0 - 0.5)), last = Math.min(rows - 1, Math.ceil(y1 - 0.5) - 1);
    const slope = (x1 - x0) / (y1 - y0);
    for (let row = first; row <= last; row++) {
      if (counts[row] >= MOST_CUTS) continue;
      const at = x0 + (row + 0.5 - y0) * slope;
      let place = row * MOST_CUTS + counts[row]++;
      for (; place > row * MOST_CUTS && cuts[place - 1] > at; place--) cuts[place] = cuts[place - 1];
      cuts[place] = at;
    }
  }
}

function fillPolygon(corners, colour) {
  const { width, height, pixels } = raster;
  if (land.rows !== height) {
    land.rows = height;
    land.counts = new Int32Array(height);
    land.cuts = new Float32Array(height * MOST_CUTS);
  }
  cutRows(corners);
  for (let row = 0; row < height; row++)
    for (let k = 0; k + 1 < land.counts[row]; k += 2) {
      const left = Math.max(0, Math.round(land.cuts[row * MOST_CUTS + k]));
      const right = Math.min(width, Math.round(land.cuts[row * MOST_CUTS + k + 1]));
      if (left < right) pixels.fill(colour, row * width + left, row * width + right);
    }
}

/* The line around a region, one point wide: on fine screens two lines of pixels. */
function strokePolygon(corners, colour, share, scale) {
  for (let off = 0; off < Math.round(scale); off++)
    for (let k = 0; k < corners.length; k += 2) {
      const next = k + 2 < corners.length ? k + 2 : 0;
      const x0 = corners[k], y0 = corners[k + 1], x1 = corners[next], y1 = corners[next + 1];
      if (Math.max(x0, x1) < 0 || Math.max(y0, y1) < 0 || Math.min(x0, x1) > raster.width || Math.min(y0, y1) > raster.height) continue;
      const isSteep = Math.abs(y1 - y0) > Math.abs(x1 - x0);
      const right = (isSteep ? off : 0) - 0.5, down = (isSteep ? 0 : off) - 0.5;
      drawLine(x0 + right, y0 + down, x1 + right, y1 + down, colour, share, true);
    }
}

function drawRegions(scale) {
  raster.pixels.fill(packColour(theme().paper));
  for (const region of data.regions) {
    if (state.hidden[region.cluster]) continue;
    const corners = flattenOutline(region.outline, scale);
    const colour = topicColour[region.cluster];
    fillPolygon(corners, packColour(mix(theme().paper, colour, theme().tint)));
    strokePolygon(corners, packColour(colour), (FULL * theme().edge) | 0, scale);
  }
}
