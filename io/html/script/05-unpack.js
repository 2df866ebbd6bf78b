/* SPDX-License-Identifier: GPL-2.0-or-later
 * The map as it lies in the page: JSON, deflated and in base64. The browser inflates it. */
const element = (id) => document.getElementById(id);

/* Words become text nodes, never markup. */
function make(tag, words, className) {
  const node = document.createElement(tag);
  if (words !== undefined) node.textContent = words;
  if (className !== undefined) node.className = className;
  return node;
}

function say(words) {
  element("said").textContent = words;
}

/* A page that cannot show its map says why instead of staying empty. */
function fail(words) {
  element("stage").replaceChildren(make("p", words, "failed"));
  throw new Error(words);
}

async function unpack(text) {
  if (typeof DecompressionStream === "undefined")
    fail("This browser is too old for this map: it cannot inflate data. Chromium 103, Firefox 113, Safari 16.4 and all later ones can.");
  const packed = atob(text);
  const bytes = new Uint8Array(packed.length);
  for (let i = 0; i < packed.length; i++) bytes[i] = packed.charCodeAt(i);
  const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(inflated).json().catch((error) => fail(`The data of this map are damaged: ${error.message}`));
}
