// Counts and histograms over the dumps that are chosen.

import { count, draw, foreign, make } from "./dom.js";
import { counted } from "./index.js";

const MOST = 6; // rows of a list of counts that are shown at once
const MANY = 60; // rows that it has at most
const BINS = 20;
const [WIDTH, HEIGHT] = [320, 84];

/** All cards; `choose` takes a change of the choice where a count is clicked. */
export function overview(rows, rules, choose) {
  const list = (title, name, valuesOf, named = String) =>
    ranking(title, counted(rows, valuesOf), rows.length, named, (value) => choose({ [name]: value }));
  return [
    histogram("Confidence", numbers(rows, "sure"), 0, 1, (x) => x.toFixed(2)),
    histogram("Words", numbers(rows, "words"), 0, null, (x) => Math.round(x).toLocaleString("en")),
    timeline("Published", rows.map((row) => row.published).filter(Boolean)),
    list("Records and refusals", "outcome", (row) => [row.reason ?? "record"]),
    list(
      "Rules broken",
      "outcome",
      (row) => row.codes,
      (code) => `${code} ${rules[code]?.name ?? ""}`,
    ),
    list("Publishers", "publisher", (row) => [row.publisher]),
    list("Languages", "language", (row) => [row.language], languageName),
  ];
}

/** "German (de)". */
export function languageName(code) {
  try {
    return `${new Intl.DisplayNames("en", { type: "language" }).of(code)} (${code})`;
  } catch {
    return code;
  }
}

function numbers(rows, column) {
  return rows.map((row) => row[column]).filter((value) => value !== null);
}

function card(title, note, ...children) {
  return make(
    "section",
    { class: "card" },
    make("h3", {}, title),
    note ? make("p", { class: "note" }, note) : null,
    ...children,
  );
}

function ranking(title, counts, total, named, choose) {
  const rows = counts.map(([value, many]) =>
    make(
      "li",
      {},
      make(
        "button",
        { type: "button", on: { click: () => choose(value) } },
        foreign(named(value), "span"),
        make("span", { class: "many" }, many.toLocaleString("en")),
        draw(
          "svg",
          { class: "bar", "aria-hidden": "true" },
          draw("rect", { width: `${(100 * many) / Math.max(1, total)}%`, height: "100%" }),
        ),
      ),
    ),
  );
  const list = (items) => make("ul", { class: "ranking" }, ...items);
  const rest = rows.slice(MOST, MANY);
  return card(
    title,
    counts.length ? "" : "none",
    list(rows.slice(0, MOST)),
    rest.length ? make("details", {}, make("summary", {}, `${rest.length} more`), list(rest)) : null,
  );
}

function histogram(title, values, least, most, written) {
  const ordered = [...values].sort((a, b) => a - b);
  const end = most ?? Math.max(1, ordered[Math.floor(ordered.length * 0.98)] ?? 1);
  const bins = Array(BINS).fill(0);
  for (const value of values) bins[Math.min(BINS - 1, Math.floor(((value - least) / (end - least)) * BINS))] += 1;
  const step = (end - least) / BINS;
  const names = bins.map((_, i) => `${written(least + i * step)} to ${written(least + (i + 1) * step)}`);
  const middle = ordered[Math.floor(ordered.length / 2)];
  return card(
    title,
    values.length ? `half are over ${written(middle)}` : "none",
    bars(title, bins, names, written(least), most === null ? `${written(end)} and more` : written(end)),
  );
}

function timeline(title, dates) {
  const days = dates.map((date) => date.slice(0, 10)).sort();
  if (!days.length) return card(title, "none");
  const [from, to] = [days[0], days.at(-1)];
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  const size =
    years > 5
      ? 4
      : days.every((day) => day.length >= 7) && (years || from.slice(0, 7) !== to.slice(0, 7))
        ? 7
        : years
          ? 4
          : 10;
  const units = between(from.slice(0, size), to.slice(0, size));
  const counts = new Map(units.map((unit) => [unit, 0]));
  for (const day of days) counts.set(day.slice(0, size), (counts.get(day.slice(0, size)) ?? 0) + 1);
  return card(
    title,
    `${count(days.length, "date")}, by ${{ 4: "year", 7: "month", 10: "day" }[size]}`,
    bars(title, [...counts.values()], [...counts.keys()], units[0], units.at(-1)),
  );
}

/** The years, months or days from one to the other. */
function between(from, to) {
  const units = [from];
  while (units.at(-1) < to && units.length < 400) {
    const [year, month, day] = units.at(-1).split("-").map(Number);
    const next = new Date(Date.UTC(2000, (month ?? 1) - 1 + (month && !day ? 1 : 0), (day ?? 1) + (day ? 1 : 0)));
    next.setUTCFullYear(year + (month ? next.getUTCFullYear() - 2000 : 1));
    units.push(next.toISOString().slice(0, from.length));
  }
  return units;
}

function bars(title, counts, names, first, last) {
  const most = Math.max(1, ...counts);
  const width = WIDTH / counts.length;
  const gap = Math.min(2, width / 4);
  const columns = counts.map((many, i) => {
    const height = many && Math.max(2, (many / most) * HEIGHT);
    return draw(
      "rect",
      { x: i * width, y: HEIGHT - height, width: width - gap, height },
      draw("title", {}, `${names[i]}: ${many}`),
    );
  });
  const peak = counts.indexOf(Math.max(...counts));
  const told = `${title}: from ${first} to ${last}, most (${counts[peak]}) at ${names[peak]}`;
  return make(
    "figure",
    {},
    draw(
      "svg",
      { viewBox: `0 0 ${WIDTH} ${HEIGHT + 1}`, role: "img", "aria-label": told },
      draw("line", { x1: 0, x2: WIDTH, y1: HEIGHT + 0.5, y2: HEIGHT + 0.5 }),
      ...columns,
    ),
    make("figcaption", {}, make("span", {}, first), make("span", {}, last)),
  );
}
