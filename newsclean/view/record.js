// The record of an article: each field with its value, how sure it is, and the lines that it came from.

import { count, foreign, make } from "./dom.js";

const ORDER = [
  "headline",
  "kicker",
  "standfirst",
  "byline",
  "authors",
  "published",
  "modified",
  "dateline",
  "publisher",
  "section",
  "url",
  "language",
  "tags",
  "images",
  "access",
  "reading_time_minutes",
  "word_count",
  "live_feed",
  "related",
  "body",
];
const OPEN = 3; // entries of a list, or paragraphs, that are shown at once

/** How a value is written, by what it is; each gives its parts. */
const WRITTEN = {
  authors: ({ name, type, role, affiliation }) => [name, role, affiliation, type === "person" ? null : type],
  published: time,
  modified: time,
  dateline: ({ place, agency, raw }) => [place, agency, `“${raw}”`],
  images: ({ caption, credit, url, alt }) => [caption, credit && `credit: ${credit}`, alt && `alt: ${alt}`, url],
  live_feed: ({ time: at, headline, text }) => [at, headline, text],
  related: ({ headline, excerpt }) => [headline, excerpt],
};

/** The list of fields; `light(key, on, go)` shows where one came from, and goes there. */
export function fields(part, light, tools) {
  const { record } = part;
  const keys = ORDER.filter((key) => !isEmpty(record[key]));
  const missing = ORDER.filter((key) => isEmpty(record[key]) && key !== "word_count");
  return make(
    "div",
    {},
    make("p", { class: "note" }, `Sure to ${record.confidence.record.toFixed(2)}`),
    make("dl", {}, ...keys.map((key) => field(key, part, light, tools))),
    missing.length ? missed(missing, part, tools) : null,
  );
}

export function fieldName(key) {
  return key.replaceAll("_", " ");
}

export function isEmpty(value) {
  return value === null || value === undefined || (Array.isArray(value) && !value.length) || value === "unknown";
}

function field(key, part, light, tools) {
  const value = part.record[key];
  const sure = part.record.confidence[key];
  const from = [...new Set((part.origins[key] ?? []).map(([block]) => part.lines[block][1]))];
  const show = () => light(key, true);
  const hide = () => light(key, false);
  const on = { focus: show, blur: hide, click: () => light(key, true, true) };
  const name = from.length
    ? make("button", { type: "button", class: "name", title: "Shows the lines it came from", on }, fieldName(key))
    : make("span", { class: "name" }, fieldName(key));
  const told = [sure === null || sure === undefined ? null : sure.toFixed(2), source(from, key)]
    .filter(Boolean)
    .join(" · ");
  return make(
    "div",
    { class: "field", "data-field": key, on: { mouseenter: show, mouseleave: hide } },
    make("dt", {}, name, make("span", { class: "why" }, told), tools?.field(key, value)),
    make("dd", {}, written(key, value)),
  );
}

function source(lines, key) {
  if (!lines.length) return ["language", "word_count", "access"].includes(key) ? "" : "from metadata";
  const named = lines.slice(0, OPEN).join(", ");
  return `${lines.length === 1 ? "line" : "lines"} ${named}${lines.length > OPEN ? ` and ${lines.length - OPEN} more` : ""}`;
}

function missed(keys, part, tools) {
  if (!tools) return make("p", { class: "note missing" }, `Not found: ${keys.map(fieldName).join(", ")}`);
  const rows = keys.map((key) =>
    make(
      "div",
      { class: "field", "data-field": key },
      make("dt", {}, make("span", { class: "name" }, fieldName(key)), tools.field(key, part.record[key])),
    ),
  );
  return make("details", {}, make("summary", {}, `${count(keys.length, "field")} not found`), make("dl", {}, ...rows));
}

function written(key, value) {
  const write = WRITTEN[key] ?? ((text) => [text]);
  if (key === "body")
    return listed(
      value.split("\n\n").map((text) => said([text])),
      "paragraph",
    );
  return Array.isArray(value)
    ? listed(
        value.map((each) => said(write(each))),
        "entry",
      )
    : said(write(value));
}

/** Parts of a value on a line, each by itself in its own direction. */
function said(parts) {
  const shown = parts.filter((part) => part !== null && part !== "").map((part) => foreign(String(part)));
  return make("p", { dir: "auto" }, ...shown.flatMap((part, i) => (i ? [" · ", part] : [part])));
}

function listed(items, word) {
  const rest = items.length - OPEN;
  if (rest <= 1) return make("div", {}, ...items);
  const more = make(
    "details",
    {},
    make("summary", {}, word === "entry" ? `${rest} more` : `${count(rest, "more paragraph")}`),
    ...items.slice(OPEN),
  );
  return make("div", {}, ...items.slice(0, OPEN), more);
}

function time({ value, raw, ambiguous, alternatives }) {
  return [value ?? "not settled", `“${raw}”`, ambiguous ? `or ${alternatives.join(", ")}` : null];
}
