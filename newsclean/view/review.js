// A page on which lines and fields are corrected. Each change is sent at once; what is undone is sent again.

import { start } from "./app.js";
import { make, say } from "./dom.js";
import { ask } from "./editor.js";
import { readIndex } from "./index.js";
import { GROUPS, roleName } from "./roles.js";

const AS_READ = { done: false, roles: {}, fields: {} };
const index = readIndex();
const histories = new Map(); // by number of a dump: its states, and which of them holds
let sending = Promise.resolve(); // changes go one after the other
for (const row of index.rows) row.done = index.done.includes(row.number);

function historyOf(row) {
  return histories.get(row.number);
}

function stateOf(row) {
  const { states, at } = historyOf(row);
  return states[at];
}

async function load(row) {
  const answer = await asked(row);
  if (!historyOf(row))
    histories.set(row.number, {
      states: answer.state.done ? [AS_READ, answer.state] : [AS_READ],
      at: answer.state.done ? 1 : 0,
    });
  return answer;
}

async function asked(row, state) {
  const sent = state && {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(state),
  };
  const response = await fetch(`dumps/${row.number}`, sent);
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  row.done = answer.state.done;
  return answer;
}

/** Go on to a state, which is sent; where it is refused, the one before stays. */
async function go(row, redraw, states, at) {
  const before = historyOf(row);
  histories.set(row.number, { states, at });
  statusOf(row).textContent = "Saving …";
  let told;
  try {
    sending = sending.catch(() => null).then(() => asked(row, states[at]));
    const { state } = await sending;
    told = state.done ? `Saved in ${index.folder}` : "As it was read; not saved";
  } catch (error) {
    histories.set(row.number, before);
    told = `Not saved: ${error.message}`;
  }
  if (statusOf(row)) await kept(redraw);
  tell(row, told);
}

/** Where it is said how a dump stands; null once another dump, or the table, is shown. */
function statusOf(row) {
  return document.querySelector(`#status[data-dump="${row.number}"]`);
}

function change(row, redraw, part) {
  const { states, at } = historyOf(row);
  const state = { ...states[at], ...part, done: true };
  return go(row, redraw, [...states.slice(0, at + 1), state], at + 1);
}

function step(row, redraw, by) {
  const { states, at } = historyOf(row);
  return states[at + by] && go(row, redraw, states, at + by);
}

/** Draw the dump again, with the place that was read and the control that was used. */
async function kept(redraw) {
  const [pane, focused] = [document.querySelector(".text"), document.activeElement?.id];
  const [top, page] = [pane?.scrollTop ?? 0, scrollY];
  await redraw();
  document.querySelector(".text")?.scrollTo(0, top);
  scrollTo(0, page);
  document.getElementById(focused ?? "")?.focus({ preventScroll: true });
}

function tell(row, text) {
  say(text);
  const status = statusOf(row);
  if (!status) return;
  const { states, at } = historyOf(row);
  status.textContent = text;
  document.getElementById("undo").disabled = at === 0;
  document.getElementById("redo").disabled = at === states.length - 1;
  document.getElementById("right").disabled = states[at].done;
}

function roleSelect(id, name, chosen, changed) {
  const groups = Object.entries(GROUPS).map(([group, roles]) =>
    make(
      "optgroup",
      { label: group },
      ...roles.map((role) => make("option", { value: role, selected: role === chosen }, roleName(role))),
    ),
  );
  const none = chosen ? [] : [make("option", { value: "", selected: true }, "set all to …")];
  return make(
    "select",
    { id, class: "role", "aria-label": name, on: { change: (event) => changed(event.target.value) } },
    ...none,
    ...groups,
  );
}

function tools(row, redraw) {
  const set = (keys, role) =>
    change(row, redraw, { roles: { ...stateOf(row).roles, ...Object.fromEntries(keys.map((key) => [key, role])) } });
  return {
    role: (key, role, number) =>
      roleSelect(`role-${key}`, `Role of line ${number}`, role, (chosen) => set([key], chosen)),
    roles: (keys) => roleSelect(`roles-${keys[0]}`, "Role of all these lines", "", (chosen) => set(keys, chosen)),
    field: (key, value) => {
      if (!index.editable.includes(key)) return null;
      const correct = async () => {
        const given = await ask(key, index.schema, value);
        if (given !== undefined) await change(row, redraw, { fields: { ...stateOf(row).fields, [key]: given } });
      };
      const corrected = key in stateOf(row).fields;
      return make(
        "button",
        { type: "button", id: `edit-${key}`, class: "edit", on: { click: correct } },
        corrected ? "Corrected" : "Correct",
      );
    },
  };
}

function bar(row, redraw) {
  const button = (id, text, title, click) =>
    make("button", { type: "button", id, title, disabled: true, on: { click } }, text);
  queueMicrotask(() => historyOf(row) && tell(row, row.done ? `Saved in ${index.folder}` : "Not reviewed yet"));
  return make(
    "div",
    { class: "tools", role: "toolbar", "aria-label": "Corrections" },
    button("right", "All is right", "Key a", () => change(row, redraw, {})),
    button("undo", "Undo", "Ctrl+Z", () => step(row, redraw, -1)),
    button("redo", "Redo", "Ctrl+Y", () => step(row, redraw, 1)),
    make("span", { id: "status", class: "note", "data-dump": row.number }),
  );
}

addEventListener("keydown", (event) => {
  if (event.target.closest("textarea, input, dialog") || event.altKey) return;
  const key = event.key.toLowerCase();
  const control = event.ctrlKey || event.metaKey;
  const id = control
    ? { z: event.shiftKey ? "redo" : "undo", y: "redo" }[key]
    : event.target.closest("select")
      ? null
      : { a: "right" }[key];
  const button = id && document.getElementById(id);
  if (!button) return;
  event.preventDefault();
  button.click();
});

start(index, load, { tools, bar });
