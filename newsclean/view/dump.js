// One dump: its lines in the colours of their roles, beside the record that was read from them.

import { count, foreign, make } from "./dom.js";
import { fields } from "./record.js";
import { groupOf, roleName } from "./roles.js";
import { issueMark } from "./table.js";

/** Draw a dump into `place`. `tools`, where lines and fields can be corrected, makes the controls for that. */
export function showDump(place, row, { sheet, repeats }, index, tools) {
  const repeated = repeats.map(({ code, message }) => issue(code, message, index.rules));
  const refused =
    sheet.refused && issue(sheet.refused.code, `${sheet.refused.reason}: ${sheet.refused.message}`, index.rules);
  place.replaceChildren(
    make(
      "header",
      { class: "dump" },
      make("h2", { tabindex: "-1" }, foreign(row.headline ?? row.name)),
      row.headline ? make("p", { class: "note" }, foreign(row.name)) : null,
    ),
    make("div", { class: "issues" }, refused, ...repeated),
    ...(sheet.note ? [make("p", {}, sheet.note)] : []),
    ...sheet.parts.map((part, i) => drawPart(part, i, sheet.parts.length, index, tools)),
  );
}

function drawPart(part, i, many, index, tools) {
  const name = many > 1 ? `Part ${i + 1} of ${many}` : null;
  const items = part.lines.map((line, at) => drawLine(line, part, at, index, tools));
  const list = make("ol", { class: "lines", role: "list" }, ...folded(part, items, tools));
  const top = part.issues
    .filter((each) => each.block === null)
    .map((each) => issue(each.code, each.message, index.rules));
  return make(
    "section",
    { class: "part", "aria-label": name },
    name ? make("h3", {}, name) : null,
    make("div", { class: "text", tabindex: "0", role: "region", "aria-label": "Lines of the dump" }, list),
    make(
      "div",
      { class: "record", tabindex: "0", role: "region", "aria-label": "Record" },
      ...top,
      part.record
        ? fields(part, (...asked) => light(part, items, ...asked), tools)
        : make("p", { class: "note" }, "No record: these lines hold no article."),
    ),
  );
}

function drawLine([key, number, role, reason, sure, text], part, at, index, tools) {
  const here = part.issues.filter((each) => each.block === at);
  return make(
    "li",
    { class: `line ${groupOf(role)}`, "data-key": key, "data-role": role },
    make("span", { class: "number" }, number),
    tools ? tools.role(key, role, number) : make("span", { class: "role" }, roleName(role)),
    foreign(text, "span", { class: "said" }),
    make(
      "span",
      { class: "why", title: `decided by ${reason}, sure to ${sure.toFixed(2)}` },
      `${reason} ${sure.toFixed(2)}`,
    ),
    ...here.map((each) => issue(each.code, each.message, index.rules)),
  );
}

/** The lines, with each run of dropped ones behind a summary that says why; what a field came from stays. */
function folded(part, items, tools) {
  const used = new Set(
    Object.values(part.origins)
      .flat()
      .map(([block]) => block),
  );
  const shown = [];
  let run = [];
  const close = () => {
    if (run.length) shown.push(fold(part, run, items, tools));
    run = [];
  };
  part.lines.forEach(([, , role], i) => {
    if (groupOf(role) === "dropped" && !used.has(i)) return run.push(i);
    close();
    return shown.push(items[i]);
  });
  close();
  return shown;
}

function fold(part, run, items, tools) {
  const reasons = new Map();
  for (const i of run) {
    const [, , role, reason] = part.lines[i];
    reasons.set(role, (reasons.get(role) ?? new Set()).add(reason));
  }
  const told = [...reasons].map(([role, why]) => `${roleName(role)} (${[...why].join(", ")})`).join(" · ");
  const open = Boolean(tools) || part.issues.some((each) => run.includes(each.block));
  return make(
    "li",
    { class: "fold" },
    make(
      "details",
      { open },
      make("summary", {}, make("b", {}, `${count(run.length, "line")} dropped`), ` ${told}`),
      run.length > 1 ? tools?.roles(run.map((i) => part.lines[i][0])) : null,
      make("ol", { role: "list" }, ...run.map((i) => items[i])),
    ),
  );
}

/** Show which words of which lines a field came from, or hide that again; `go` scrolls to the first. */
function light(part, items, key, on, go = false) {
  const spans = new Map();
  for (const [block, start, end] of part.origins[key] ?? [])
    spans.set(block, [...(spans.get(block) ?? []), [start, end]]);
  for (const [block, stretches] of spans) {
    const words = items[block].querySelector(".said");
    words.replaceChildren(...(on ? marked(part.lines[block][5], stretches) : [part.lines[block][5]]));
    items[block].classList.toggle("lit", on);
  }
  if (!on || !spans.size) return;
  const first = items[Math.min(...spans.keys())];
  const pane = first.closest(".text");
  const [box, line] = [pane.getBoundingClientRect(), first.getBoundingClientRect()];
  if (line.top < box.top || line.bottom > box.bottom) pane.scrollTop += line.top - box.top - 24;
  if (go) first.scrollIntoView({ block: "nearest" });
}

/** Text with stretches marked; they are counted in code points, as Python counts. */
function marked(text, stretches) {
  const points = [...text];
  const pieces = [];
  let at = 0;
  for (const [start, end] of stretches) {
    pieces.push(points.slice(at, start).join(""), make("mark", {}, points.slice(start, end).join("")));
    at = end;
  }
  return [...pieces, points.slice(at).join("")].filter((piece) => piece !== "");
}

function issue(code, message, rules) {
  const { severity = "info" } = rules[code] ?? {};
  return make(
    "p",
    { class: `issue ${severity}` },
    issueMark(code, rules),
    make("b", {}, ` ${severity} `),
    foreign(message),
  );
}
