/* SPDX-License-Identifier: GPL-2.0-or-later
 * Mouse, touch and keys: one pointer moves the map, two zoom it. */
const pointers = new Map();
let travelled = 0;
let pinch = 0;

const placeOf = (event) => {
  const box = canvas.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
};

function pinchDistance() {
  const [a, b] = [...pointers.values()];
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function pressed(event) {
  canvas.setPointerCapture(event.pointerId);
  pointers.set(event.pointerId, placeOf(event));
  travelled = pointers.size > 1 ? Infinity : 0;
  pinch = pointers.size === 2 ? pinchDistance() : 0;
}

function moved(event) {
  const now = placeOf(event);
  const before = pointers.get(event.pointerId);
  if (before === undefined) {
    hover(whatIsAt(now.x, now.y, false));
    return;
  }
  pointers.set(event.pointerId, now);
  if (pointers.size === 2) {
    const [a, b] = [...pointers.values()];
    const distance = pinchDistance();
    zoomAt((a.x + b.x) / 2, (a.y + b.y) / 2, distance / Math.max(1, pinch));
    pinch = distance;
  } else {
    travelled += Math.hypot(now.x - before.x, now.y - before.y);
  }
  view.x -= (now.x - before.x) / pointers.size / view.zoom;
  view.y -= (now.y - before.y) / pointers.size / view.zoom;
  follow();
}

function released(event) {
  const at = placeOf(event);
  const isFinger = event.pointerType === "touch";
  if (!pointers.delete(event.pointerId) || pointers.size > 0 || travelled > (isFinger ? 12 : 5)) return;
  const { item, link, topic } = whatIsAt(at.x, at.y, isFinger);
  if (link >= 0) selectPair(links.from[link], links.to[link]);
  else if (topic >= 0) selectTopic(topic);
  else select(item);
}

function hover({ item, link }) {
  if (item === state.hovered && link === state.hoveredLink) return;
  state.hovered = item;
  state.hoveredLink = link;
  canvas.style.cursor = item >= 0 || link >= 0 ? "pointer" : "grab";
  drawOver();
}

function step(by) {
  const order = [...visible.keys()].filter((i) => visible[i]);
  if (order.length === 0) return;
  const at = order.indexOf(state.selected);
  select(order[at < 0 ? 0 : (at + by + order.length) % order.length], true);
}

const KEYS = {
  ArrowLeft: () => { view.x -= 60 / view.zoom; follow(); },
  ArrowRight: () => { view.x += 60 / view.zoom; follow(); },
  ArrowUp: () => { view.y -= 60 / view.zoom; follow(); },
  ArrowDown: () => { view.y += 60 / view.zoom; follow(); },
  "+": () => zoomBy(1.4),
  "=": () => zoomBy(1.4),
  "-": () => zoomBy(1 / 1.4),
  0: () => { showWhole(); redraw(); },
  n: () => step(1),
  p: () => step(-1),
  Enter: () => { if (panel.hidden) step(1); else panel.querySelector("h2").focus(); },
  Escape: () => select(-1),
};

function zoomBy(factor) {
  zoomAt(view.width / 2, view.height / 2, factor);
  follow();
}

function keyPressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target.tagName;
  if (event.key === "/" && target !== "INPUT") {
    query.focus();
    event.preventDefault();
  } else if (event.key === "Escape" && target !== "INPUT") {
    select(-1);
  } else if (event.target === canvas || event.target === document.body) {
    const action = KEYS[event.key];
    if (action === undefined) return;
    action();
    event.preventDefault();
  }
}

function startInput() {
  canvas.addEventListener("pointerdown", pressed);
  canvas.addEventListener("pointermove", moved);
  canvas.addEventListener("pointerup", released);
  canvas.addEventListener("pointercancel", (event) => pointers.delete(event.pointerId));
  canvas.addEventListener("pointerleave", () => hover({ item: -1, link: -1 }));
  canvas.addEventListener("dblclick", (event) => {
    const at = placeOf(event);
    zoomAt(at.x, at.y, 2);
    redraw();
  });
  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    const at = placeOf(event);
    zoomAt(at.x, at.y, Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0016)));
    follow();
  }, { passive: false });
  element("nearer").addEventListener("click", () => zoomBy(1.4));
  element("farther").addEventListener("click", () => zoomBy(1 / 1.4));
  element("whole").addEventListener("click", KEYS[0]);
  addEventListener("keydown", keyPressed);
}
