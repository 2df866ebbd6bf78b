/* SPDX-License-Identifier: GPL-2.0-or-later
 * The same as a table, for screen readers and for looking things up. */
const ROWS_AT_ONCE = 200;

function makeRow(i) {
  const row = make("tr");
  const name = make("td");
  const button = make("button", nameOf(i));
  button.type = "button";
  button.addEventListener("click", () => select(i));
  name.append(button);
  const shownYear = isPaper[i] && year[i] !== UNKNOWN ? String(year[i]) : "";
  row.append(name, make("td", kindOf(i)), make("td", data.clusters.name[cluster[i]]),
    make("td", isPaper[i] ? "" : String(papersOf(i).length), "number"), make("td", shownYear, "number"),
    make("td", items.score[i].toPrecision(3), "number"));
  return row;
}

function fillTable() {
  const place = element("table");
  const table = make("table");
  table.append(make("caption", `${data.title}: what is shown, the most important first`));
  const head = make("tr");
  for (const word of ["name", "kind", "topic", "papers", "year", "PageRank"]) {
    const cell = make("th", word);
    cell.scope = "col";
    head.append(cell);
  }
  const body = make("tbody");
  const top = make("thead");
  top.append(head);
  table.append(top, body);
  const rows = [...visible.keys()].filter((i) => visible[i]);
  const more = make("button", "More rows");
  more.type = "button";
  let shown = 0;
  const showMore = () => {
    for (const i of rows.slice(shown, shown + ROWS_AT_ONCE)) body.append(makeRow(i));
    shown += ROWS_AT_ONCE;
    more.hidden = shown >= rows.length;
  };
  more.addEventListener("click", showMore);
  showMore();
  place.replaceChildren(table, more);
}

function startTable() {
  element("as-table").addEventListener("click", () => {
    const show = element("table").hidden;
    if (show) fillTable();
    element("table").hidden = !show;
    element("stage").hidden = show;
    element("as-table").setAttribute("aria-pressed", String(show));
    if (!show) resize();
  });
}
