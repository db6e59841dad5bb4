// The table of all dumps as it stands in the page, and what is asked of it.

/** What the page knows of all dumps: `rows` as objects, numbered in the order of the inputs, `rules` by code. */
export function readIndex() {
  const index = JSON.parse(document.getElementById("index").textContent);
  index.rows = index.rows.map((values, i) => {
    const row = Object.fromEntries(index.columns.map((column, at) => [column, values[at]]));
    row.number = index.first + i;
    row.words_said = [row.name, row.headline, row.publisher].join("\n").toLowerCase();
    return row;
  });
  return index;
}

/** The address of a page, from another one. */
export function pageAddress(index, number) {
  return `./${encodeURIComponent(index.pages[number - 1])}`;
}

/** The rows that a choice leaves: words that are searched, an outcome, a publisher and a language. */
export function chosen(rows, { search, outcome, publisher, language }) {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(
    (row) =>
      words.every((word) => row.words_said.includes(word)) &&
      (!outcome || outcomesOf(row).includes(outcome)) &&
      (!publisher || row.publisher === publisher) &&
      (!language || row.language === language),
  );
}

/** What may be asked of a row's outcome: "record" or the reason of its refusal, and the codes of its rules. */
export function outcomesOf(row) {
  return [row.reason ?? "record", ...row.codes];
}

/** Rows by a column; what has no value comes last either way. */
export function sorted(rows, column, descending) {
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [valueOf(a, column), valueOf(b, column)];
    if (x === y) return a.number - b.number;
    if (x === null || y === null) return x === null ? 1 : -1;
    return sign * (typeof x === "number" ? x - y : collator.compare(x, y));
  });
}

const collator = new Intl.Collator("en", { numeric: true });

function valueOf(row, column) {
  if (column === "codes") return row.codes.length;
  if (column === "name") return row.headline ?? row.name;
  return row[column];
}

/** How often each value of a column stands in rows, the commonest first; rows without one do not count. */
export function counted(rows, valuesOf) {
  const counts = new Map();
  for (const row of rows) {
    for (const value of valuesOf(row)) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
