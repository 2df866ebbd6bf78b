/* SPDX-License-Identifier: GPL-2.0-or-later
 * Search: all words of the query, in any order, in names; accents and case do not matter. */
const MOST_FOUND = 30;
const query = element("query");
const results = element("results");
const found = { list: [], active: -1 };

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
let folded = null;

function findItems(text) {
  if (folded === null) folded = items.name.map(fold);
  const words = fold(text).split(/\s+/).filter((word) => word !== "");
  if (words.length === 0) return { list: [], total: 0 };
  const list = [];
  let total = 0;
  for (let i = 0; i < n; i++) {
    if (!words.every((word) => folded[i].includes(word))) continue;
    total++;
    if (list.length < MOST_FOUND) list.push(i);
  }
  return { list, total };
}

function closeResults() {
  results.hidden = true;
  query.setAttribute("aria-expanded", "false");
  query.removeAttribute("aria-activedescendant");
}

function activate(at) {
  found.active = at;
  [...results.children].forEach((line, i) => line.setAttribute("aria-selected", String(i === at)));
  if (at >= 0) {
    query.setAttribute("aria-activedescendant", `found-${at}`);
    results.children[at].scrollIntoView({ block: "nearest" });
  }
}

function take(at) {
  if (found.list[at] === undefined) return;
  closeResults();
  select(found.list[at], true);
}

function search() {
  const { list, total } = findItems(query.value);
  found.list = list;
  results.replaceChildren(...list.map((i, at) => {
    const line = make("li", nameOf(i));
    line.id = `found-${at}`;
    line.setAttribute("role", "option");
    line.addEventListener("mousedown", (event) => {
      event.preventDefault();
      take(at);
    });
    return line;
  }));
  results.hidden = list.length === 0;
  query.setAttribute("aria-expanded", String(list.length > 0));
  activate(list.length > 0 ? 0 : -1);
  if (query.value.trim() !== "") say(`${total} found`);
}

/* What there is to search: "concepts and papers", "people". */
function nameWhatIsFound() {
  const many = { paper: "papers", concept: "concepts", person: "people", venue: "venues", name: "names" };
  const kinds = [...new Set(items.kind)].map((kind) => many[data.kinds[kind]]);
  const words = kinds.length > 0 ? `Search ${kinds.join(" and ")}` : "Search";
  query.placeholder = `${words}  (/)`;
  query.setAttribute("aria-label", words);
}

function startSearch() {
  nameWhatIsFound();
  query.addEventListener("input", search);
  query.addEventListener("blur", closeResults);
  query.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") activate(Math.min(found.list.length - 1, found.active + 1));
    else if (event.key === "ArrowUp") activate(Math.max(0, found.active - 1));
    else if (event.key === "Enter") take(found.active);
    else if (event.key === "Escape") {
      query.value = "";
      closeResults();
      canvas.focus();
    } else return;
    event.preventDefault();
  });
}
