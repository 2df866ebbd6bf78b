/* SPDX-License-Identifier: GPL-2.0-or-later
 * The same as a table, for screen readers and for looking things up. */
const ROWS_AT_ONCE = 200;

/* Columns that would be empty are left out. */
const columns = (() => {
  const words = (title, of) => ({ title, of, show: of, isNumber: false });
  const number = (title, of, show = String) => ({ title, of, show: (i) => (of(i) === 0 ? "" : show(of(i))), isNumber: true });
  const list = [words("name", nameOf), words("kind", kindOf), words("topic", (i) => nameOfTopic(cluster[i]))];
  if (hasPapers)
    list.push(number("papers", (i) => (isPaper[i] ? 0 : papersOf(i).filter(paperIsInYears).length)),
      number("year", (i) => (isPaper[i] ? year[i] : UNKNOWN)));
  if (hasScores) list.push(number("PageRank", (i) => items.score[i], (score) => score.toPrecision(3)));
  return list;
})();

/* By which column rows are sorted, -1 = the most important first; numbers begin with the largest. */
const sorting = { column: -1, isTurned: false };

function sortRows(rows) {
  if (sorting.column < 0) return rows;
  const { of, isNumber } = columns[sorting.column];
  const key = new Map(rows.map((i) => [i, of(i)]));
  const { compare } = new Intl.Collator("en", { sensitivity: "base", numeric: true });
  const order = isNumber ? (a, b) => key.get(b) - key.get(a) : (a, b) => compare(key.get(a), key.get(b));
  return rows.sort((a, b) => (sorting.isTurned ? order(b, a) : order(a, b)) || a - b);
}

function makeRow(i) {
  const row = make("tr");
  for (const { show, isNumber } of columns) {
    const cell = make("td", row.hasChildNodes() ? show(i) : undefined, isNumber ? "number" : undefined);
    if (!row.hasChildNodes()) cell.append(makeButton(show(i), () => select(i, true)));
    cell.dir = "auto";
    row.append(cell);
  }
  return row;
}

function makeHead() {
  const row = make("tr");
  columns.forEach(({ title, isNumber }, c) => {
    const cell = make("th", undefined, isNumber ? "number" : undefined);
    cell.scope = "col";
    const isDown = isNumber !== sorting.isTurned;
    if (sorting.column === c) cell.setAttribute("aria-sort", isDown ? "descending" : "ascending");
    cell.append(makeButton(sorting.column === c ? `${title} ${isDown ? "↓" : "↑"}` : title, () => {
      Object.assign(sorting, { column: c, isTurned: sorting.column === c && !sorting.isTurned });
      fillTable();
      element("table").querySelectorAll("th button")[c].focus();
    }));
    row.append(cell);
  });
  return row;
}

function fillTable() {
  const table = make("table"), top = make("thead"), body = make("tbody");
  top.append(makeHead());
  table.append(make("caption", sorting.column < 0 ? `${data.title}: what is shown, the most important first` : `${data.title}: what is shown`), top, body);
  const rows = sortRows([...visible.keys()].filter((i) => visible[i]));
  let shown = 0;
  const showMore = () => {
    for (const i of rows.slice(shown, shown + ROWS_AT_ONCE)) body.append(makeRow(i));
    shown += ROWS_AT_ONCE;
    more.hidden = shown >= rows.length;
  };
  const more = makeButton("More rows", showMore);
  showMore();
  element("table").replaceChildren(table, more);
}

function startTable() {
  element("as-table").addEventListener("click", () => {
    const show = element("table").hidden;
    if (show) fillTable();
    element("table").hidden = !show;
    element("stage").hidden = show;
    element("as-table").setAttribute("aria-pressed", String(show));
    if (!show && resize()) drawAtOnce();
  });
}
