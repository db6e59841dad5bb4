// A form for a value of the record, made from its JSON Schema.

import { make } from "./dom.js";
import { fieldName } from "./record.js";

const LONG = 60; // characters from which a text has several lines

/** Ask for a value; gives a promise of the new one, or of undefined where nothing is to change. */
export function ask(key, schema, value) {
  const editor = edit(schema.properties[key], value, schema, fieldName(key));
  return new Promise((answer) => {
    const close = (given) => {
      dialog.remove();
      answer(given);
    };
    const submit = (event) => {
      event.preventDefault();
      close(editor.read());
    };
    const dialog = make(
      "dialog",
      { "aria-label": `Correct ${fieldName(key)}`, on: { cancel: () => close(undefined) } },
      make(
        "form",
        { on: { submit } },
        make("h2", {}, `Correct ${fieldName(key)}`),
        editor.node,
        make(
          "p",
          { class: "choices" },
          make("button", { class: "main" }, "Save"),
          make("button", { type: "button", on: { click: () => close(undefined) } }, "Cancel"),
        ),
      ),
    );
    document.body.append(dialog);
    dialog.showModal();
    dialog.querySelector("input, textarea, select")?.focus();
  });
}

/** An element to edit a value in, and what reads the value from it. */
function edit(schema, value, root, name) {
  const { kind, optional } = resolved(schema, root);
  if (kind.type === "array") return editList(kind.items, value ?? [], root, name, Infinity);
  if (kind.type === "object" && optional) {
    const list = editList(kind, value ? [value] : [], root, name, 1);
    return { node: list.node, read: () => list.read()[0] ?? null };
  }
  if (kind.type === "object") return editObject(kind, value ?? {}, root, name);
  return editPlain(kind, value ?? kind.default, optional, name);
}

function resolved(schema, root) {
  const options = (schema.anyOf ?? [schema]).filter((option) => option.type !== "null");
  const [option] = options;
  const kind = option.$ref ? root.$defs[option.$ref.split("/").at(-1)] : option;
  return { kind, optional: Boolean(schema.anyOf) };
}

function editPlain(kind, value, optional, name) {
  let input;
  if (kind.enum) {
    const options = optional ? ["", ...kind.enum] : kind.enum;
    input = make(
      "select",
      {},
      ...options.map((option) =>
        make("option", { value: option, selected: option === (value ?? "") }, option || "none"),
      ),
    );
  } else if (kind.type === "boolean") {
    input = make("input", { type: "checkbox", checked: Boolean(value) });
  } else if (kind.type === "integer") {
    input = make("input", { type: "number", min: 0, value });
  } else {
    const text = value ?? "";
    const rows = Math.min(16, 2 + Math.ceil(text.length / LONG));
    const long = name === "body" || text.length > LONG;
    input = long ? make("textarea", { dir: "auto", rows }, text) : make("input", { dir: "auto", value: text });
  }
  const read = () => {
    if (kind.type === "boolean") return input.checked;
    const said = input.value.trim();
    if (said === "") return null;
    return kind.type === "integer" ? Number(said) : said;
  };
  return { node: make("label", {}, make("span", {}, name), input), read };
}

function editObject(kind, value, root, name) {
  const editors = Object.entries(kind.properties).map(([key, each]) => [
    key,
    edit(each, value[key], root, fieldName(key)),
  ]);
  return {
    node: make("fieldset", {}, make("legend", {}, name), ...editors.map(([, editor]) => editor.node)),
    read: () => Object.fromEntries(editors.map(([key, editor]) => [key, editor.read()])),
  };
}

function editList(schema, values, root, name, most) {
  const editors = new Set();
  const rows = make("div", { class: "rows" });
  const add = (value) => {
    const editor = edit(schema, value, root, name);
    const remove = () => {
      editors.delete(editor);
      row.remove();
      more.hidden = editors.size >= most;
    };
    const row = make(
      "div",
      { class: "row" },
      editor.node,
      make("button", { type: "button", on: { click: remove } }, "Remove"),
    );
    editors.add(editor);
    rows.append(row);
    more.hidden = editors.size >= most;
  };
  const more = make("button", { type: "button", on: { click: () => add(undefined) } }, `Add ${name}`);
  values.forEach(add);
  return {
    node: make("div", {}, rows, more),
    read: () => [...editors].map((editor) => editor.read()).filter((value) => value !== null),
  };
}
