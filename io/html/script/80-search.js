/* SPDX-License-Identifier: GPL-2.0-or-later
 * Search: all words of the query, in any order, in names and, of papers, in their people; accents,
 * case and hyphens do not matter. */
const MOST_FOUND = 30;
const query = element("query");
const results = element("results");
const found = { list: [], active: -1 };

/* Letters that Unicode does not take apart. */
const PLAIN = { ß: "ss", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", æ: "ae", œ: "oe", ı: "i", "’": "'" };

const fold = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/[ßøłđðþæœı’]/g, (letter) => PLAIN[letter])
  .replace(/[\p{Pd}\s]+/gu, " ").trim();
let folded = null;

const factsOf = (i) => {
  const paper = data.about.paper[data.about.start[i]];
  return isPaper[i] ? [data.papers.people[paper], data.papers.year[paper] || ""] : [kindOf(i), ...tellPapers(i)];
};

function foldNames() {
  folded = { name: items.name.map(fold), people: new Array(n).fill("") };
  for (let i = 0; i < n; i++) if (isPaper[i]) folded.people[i] = " " + fold(data.papers.people[data.about.paper[data.about.start[i]]] || "");
}

const begins = (text, word) => {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1])) return true;
  return false;
};

/* How well a text fits, best = 0: it is the query, begins with it, has words that begin with those of
 * the query, or has them somewhere inside. */
function rateText(name, text, wanted, words) {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  return words.every((word) => begins(text, word)) ? 2 : 3;
}

function findItems(text) {
  if (folded === null) foldNames();
  const wanted = fold(text);
  if (wanted === "") return { list: [], total: 0 };
  const words = wanted.split(" ");
  const rated = [[], [], [], []];
  for (let i = 0; i < n; i++) {
    const all = folded.name[i] + folded.people[i];
    if (words.every((word) => all.includes(word))) rated[rateText(folded.name[i], all, wanted, words)].push(i);
  }
  const list = rated.flat();
  return { list: list.slice(0, MOST_FOUND), total: list.length };
}

function closeResults() {
  results.hidden = true;
  query.setAttribute("aria-expanded", "false");
  query.removeAttribute("aria-activedescendant");
  drawOver();
}

function activate(at) {
  found.active = at;
  [...results.children].forEach((line, i) => line.setAttribute("aria-selected", String(i === at)));
  if (at < 0) query.removeAttribute("aria-activedescendant");
  else {
    query.setAttribute("aria-activedescendant", `found-${at}`);
    results.children[at].scrollIntoView({ block: "nearest" });
  }
}

function take(at) {
  if (found.list[at] === undefined) return;
  closeResults();
  select(found.list[at], true);
}

function makeFound(i, at) {
  const line = make("li", nameOf(i));
  line.dir = "auto";
  const facts = factsOf(i).filter((text) => text);
  if (facts.length > 0) line.append(make("div", facts.join(" · "), "small"));
  line.id = `found-${at}`;
  line.setAttribute("role", "option");
  line.addEventListener("mousedown", (event) => {
    event.preventDefault();
    take(at);
  });
  return line;
}

function search() {
  const { list, total } = findItems(query.value);
  const isAsked = query.value.trim() !== "";
  const words = total === 0 ? "Nothing found" : total > list.length ? `The first ${list.length} of ${total}` : `${total} found`;
  found.list = list;
  results.replaceChildren(...list.map(makeFound));
  if (total === 0 || total > list.length) {
    const last = make("li", words, "small");
    last.setAttribute("role", "option");
    last.setAttribute("aria-disabled", "true");
    results.append(last);
  }
  results.hidden = !isAsked;
  query.setAttribute("aria-expanded", String(isAsked));
  activate(list.length > 0 ? 0 : -1);
  if (isAsked) say(words);
  drawOver();
}

/* What there is to search: "concepts and papers", "people". */
function nameWhatIsFound() {
  const many = { paper: "papers", concept: "concepts", person: "people", venue: "venues", name: "names", node: "nodes" };
  const kinds = [...new Set(items.x.map((_, i) => kindOf(i)))].map((kind) => many[kind]);
  const words = kinds.length > 0 ? `Search ${kinds.join(" and ")}` : "Search";
  query.placeholder = `${words}  (/)`;
  query.setAttribute("aria-label", words);
}

function startSearch() {
  nameWhatIsFound();
  query.addEventListener("input", search);
  query.addEventListener("focus", search);
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
