/* SPDX-License-Identifier: GPL-2.0-or-later
 * Colours: of topics, of years and scores, of both themes; contrast as WCAG 2 defines it. */
const THEMES = {
  light: { paper: [252, 252, 250], text: "#20242c", halo: "rgba(252,252,250,.88)", link: [110, 118, 134], tint: 0.17, edge: 0.55 },
  dark: { paper: [20, 23, 29], text: "#e8eaee", halo: "rgba(20,23,29,.88)", link: [150, 158, 172], tint: 0.34, edge: 0.7 },
};
const theme = () => THEMES[state.theme];

/* From dark blue over green to yellow, lighter at each step: told apart in grey and by colour-blind
 * readers. Each theme has the stretch of it that stands out from its paper. */
const RAMPS = {
  light: [[68, 1, 84], [58, 72, 140], [25, 118, 128], [60, 145, 80], [168, 146, 0]],
  dark: [[104, 104, 190], [70, 140, 190], [45, 175, 150], [130, 205, 85], [253, 231, 37]],
};
const ramp = () => RAMPS[state.theme];
const NO_VALUE = [150, 150, 150];

const parseColour = (text) => [1, 3, 5].map((at) => parseInt(text.slice(at, at + 2), 16));
const cssColour = (rgb, alpha = 1) => `rgba(${rgb.map(Math.round).join(",")},${alpha})`;
const packColour = (rgb) => 0xff000000 | (Math.round(rgb[2]) << 16) | (Math.round(rgb[1]) << 8) | Math.round(rgb[0]);
const mix = (a, b, share) => a.map((value, channel) => value * (1 - share) + b[channel] * share);

function luminance(rgb) {
  const [r, g, b] = rgb.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a, b) {
  const [high, low] = [luminance(a), luminance(b)].sort((p, q) => q - p);
  return (high + 0.05) / (low + 0.05);
}

const topicColour = data.clusters.colour.map(parseColour);

/* The colour of a topic's name: its own, moved away from the ground until it can be read. */
function inkOf(c) {
  const grounds = [theme().paper, mix(theme().paper, topicColour[c], theme().tint)];
  const goal = state.theme === "dark" ? [255, 255, 255] : [0, 0, 0];
  let ink = topicColour[c];
  for (let step = 0; step < 20 && grounds.some((ground) => contrast(ink, ground) < 4.6); step++)
    ink = mix(ink, goal, 0.1);
  return ink;
}

/* The colour of a topic's discs: on a dark page as light as it takes to be seen on its region. */
function discColour(c) {
  if (state.theme !== "dark") return topicColour[c];
  const ground = mix(theme().paper, topicColour[c], theme().tint);
  let colour = mix(topicColour[c], [255, 255, 255], 0.15);
  for (let step = 0; step < 12 && contrast(colour, ground) < 3; step++) colour = mix(colour, [255, 255, 255], 0.12);
  return colour;
}

function rampColour(share) {
  const at = Math.min(0.9999, Math.max(0, share)) * (ramp().length - 1);
  return mix(ramp()[Math.floor(at)], ramp()[Math.floor(at) + 1], at % 1);
}

/* The years between which the ramp runs, as in drawings: one old paper among many must not take half
 * of it. */
const TAIL = 0.05;
const yearSpan = (() => {
  const known = year.filter((value) => value !== UNKNOWN).sort();
  if (known.length === 0) return null;
  const last = known.length - 1, cut = Math.floor(TAIL * last);
  const first = Math.floor(known[cut]), end = Math.ceil(known[last - cut]);
  return { first, last: end, names: [known[0] < first ? `≤ ${first}` : String(first), known[last] > end ? `≥ ${end}` : String(end)] };
})();

/* The place of each item in the order of scores among its kind, 0 = lowest, 1 = highest. */
function rankScores() {
  const share = new Float32Array(n).fill(1);
  for (const kind of new Set(items.kind)) {
    const order = [...share.keys()].filter((i) => items.kind[i] === kind).sort((a, b) => items.score[a] - items.score[b] || b - a);
    if (order.length > 1) order.forEach((i, place) => (share[i] = place / (order.length - 1)));
  }
  return share;
}
let scoreShare = null;

function findColours() {
  const packed = new Int32Array(n);
  const ofTopic = topicColour.map((_, c) => packColour(discColour(c)));
  if (state.colouring === "score" && scoreShare === null) scoreShare = rankScores();
  for (let i = 0; i < n; i++) {
    if (state.colouring === "topic") packed[i] = ofTopic[cluster[i]];
    else if (state.colouring === "score") packed[i] = packColour(rampColour(scoreShare[i]));
    else if (year[i] === UNKNOWN) packed[i] = packColour(NO_VALUE);
    else packed[i] = packColour(rampColour((year[i] - yearSpan.first) / Math.max(1e-9, yearSpan.last - yearSpan.first)));
  }
  return packed;
}
