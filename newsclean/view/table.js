// All dumps: the overview, and a table that sorts, filters and searches. Rows are made when they are to be seen.

import { count, foreign, make, say } from "./dom.js";
import { chosen, counted, outcomesOf, pageAddress, sorted } from "./index.js";
import { languageName, overview } from "./overview.js";

const BATCH = 100; // rows that are shown at once
const COLUMNS = [
  ["name", "Dump"],
  ["publisher", "Publisher"],
  ["published", "Published"],
  ["language", "Language"],
  ["words", "Words"],
  ["sure", "Sure"],
  ["codes", "Issues"],
];
const NOTHING = { search: "", outcome: "", publisher: "", language: "" };

/** Draw everything into `place`, in the order of the rows. Gives what lists the chosen rows, and what draws them again. */
export function table(place, index) {
  let order = { column: "number", descending: false };
  let choice = { ...NOTHING };
  let rows = index.rows;
  let size = BATCH;

  const cards = make("div", { class: "cards" });
  const body = make("tbody");
  const told = make("p", { class: "note", id: "shown" });
  const more = make("button", { type: "button", class: "more", on: { click: () => grow(size + BATCH) } });
  const heads = COLUMNS.map(([column, title]) =>
    make(
      "th",
      { scope: "col", class: column },
      make("button", { type: "button", on: { click: () => sortBy(column) } }, title),
    ),
  );
  const controls = filters(index, (change) => choose(change));

  function choose(change) {
    choice = { ...choice, ...change };
    size = BATCH;
    for (const [name, control] of Object.entries(controls)) control.value = choice[name];
    update();
    say(told.textContent);
  }

  function sortBy(column) {
    order = { column, descending: order.column === column && !order.descending };
    update();
  }

  function grow(most) {
    const shown = body.rows.length;
    size = most;
    body.append(...rows.slice(shown, size).map((row) => tableRow(row, index)));
    tell();
  }

  function update() {
    rows = sorted(chosen(index.rows, choice), order.column, order.descending);
    heads.forEach((head, i) => {
      const is = COLUMNS[i][0] === order.column;
      if (is) head.setAttribute("aria-sort", order.descending ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    cards.replaceChildren(...overview(rows, index.rules, choose));
    body.replaceChildren();
    grow(size);
  }

  function tell() {
    told.textContent =
      rows.length === index.rows.length
        ? count(rows.length, "dump")
        : `${rows.length.toLocaleString("en")} of ${count(index.rows.length, "dump")}`;
    more.hidden = rows.length <= size;
    more.textContent = `Show ${Math.min(BATCH, rows.length - size)} more of ${rows.length - size}`;
  }

  place.replaceChildren(
    make("section", { "aria-labelledby": "overview" }, make("h2", { id: "overview" }, "Overview"), cards),
    make(
      "section",
      { "aria-labelledby": "dumps" },
      make("h2", { id: "dumps" }, "Dumps"),
      make(
        "form",
        { class: "filters", role: "search", on: { submit: (event) => event.preventDefault() } },
        ...Object.entries({
          search: "Search",
          outcome: "Outcome or rule",
          publisher: "Publisher",
          language: "Language",
        }).map(([name, title]) => make("label", { class: name }, make("span", {}, title), controls[name])),
        make("button", { type: "button", on: { click: () => choose(NOTHING) } }, "Clear"),
      ),
      told,
      make(
        "table",
        {},
        make("caption", { class: "unseen" }, "Dumps; the names of columns sort"),
        make("thead", {}, make("tr", {}, ...heads)),
        body,
      ),
      more,
    ),
  );
  addEventListener("beforeprint", () => place.hidden || grow(rows.length));
  update();
  return { rows: () => rows, update };
}

function filters(index, choose) {
  const select = (name, values, named) =>
    make(
      "select",
      { on: { change: (event) => choose({ [name]: event.target.value }) } },
      make("option", { value: "" }, "All"),
      ...values.map(([value, many]) => make("option", { value }, `${named(value)} (${many})`)),
    );
  const named = (code) => (index.rules[code] ? `${code} ${index.rules[code].name}` : code);
  return {
    search: make("input", {
      type: "search",
      placeholder: "Name, headline or publisher",
      spellcheck: "false",
      on: { input: (event) => choose({ search: event.target.value }) },
    }),
    outcome: select("outcome", counted(index.rows, outcomesOf), named),
    publisher: select(
      "publisher",
      counted(index.rows, (row) => [row.publisher]),
      String,
    ),
    language: select(
      "language",
      counted(index.rows, (row) => [row.language]),
      languageName,
    ),
  };
}

function tableRow(row, index) {
  const target = `${row.page === index.page ? "" : pageAddress(index, row.page)}#${row.number}`;
  return make(
    "tr",
    { class: row.reason ? "refused" : null },
    make(
      "th",
      { scope: "row", class: "name" },
      make("a", { href: target }, foreign(row.headline ?? row.reason ?? "no headline")),
      make("small", {}, row.done ? make("span", { class: "done" }, "reviewed ") : null, foreign(row.name)),
      row.articles > 1 ? make("small", {}, count(row.articles, "article")) : null,
    ),
    make("td", { class: "publisher" }, foreign(row.publisher ?? "")),
    make("td", { class: "published", title: row.published }, row.published?.slice(0, 10) ?? ""),
    make("td", { class: "language" }, row.language ?? ""),
    make("td", { class: "words" }, row.words?.toLocaleString("en") ?? ""),
    make("td", { class: "sure" }, row.sure?.toFixed(2) ?? ""),
    make("td", { class: "codes" }, ...row.codes.map((code) => issueMark(code, index.rules))),
  );
}

/** A rule's code in the colour of its severity. */
export function issueMark(code, rules) {
  const { severity = "info", name = code } = rules[code] ?? {};
  return make("span", { class: `mark ${severity}`, title: `${severity}: ${name}` }, code);
}
