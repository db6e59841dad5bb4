// The page: the table of all dumps or, where the address names one (#17), that dump.

import { count, make } from "./dom.js";
import { showDump } from "./dump.js";
import { pageAddress } from "./index.js";
import { table } from "./table.js";

/** Start with `load`, which gives a promise of what is shown of the dump of a row, and with what corrects it. */
export function start(index, load, { tools = () => null, bar = () => null } = {}) {
  const [all, one] = ["all", "one"].map((id) => document.getElementById(id));
  const list = table(all, index);
  const byNumber = new Map(index.rows.map((row) => [String(row.number), row]));
  const asked = () => byNumber.get(location.hash.slice(1));
  sumUp(index);

  async function route() {
    const row = asked();
    all.hidden = Boolean(row);
    one.hidden = !row;
    if (!row) {
      one.replaceChildren();
      return list.update();
    }
    if (row.page !== index.page) return location.replace(`${pageAddress(index, row.page)}#${row.number}`);
    const place = make("article");
    let shown;
    try {
      shown = await load(row);
    } catch (error) {
      if (asked() === row)
        one.replaceChildren(steps(list.rows(), row), make("p", { class: "issue error" }, error.message));
      return;
    }
    if (asked() !== row) return; // whoever goes on quickly is not brought back by an answer that was slow
    one.replaceChildren(steps(list.rows(), row), bar(row, () => again(row)) ?? "", place);
    showIn(row, place, shown);
    place.querySelector("h2").focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  function showIn(row, place, shown) {
    showDump(
      place,
      row,
      shown,
      index,
      tools(row, () => again(row)),
    );
  }

  async function again(row) {
    const shown = await load(row);
    if (asked() === row) showIn(row, one.querySelector("article"), shown);
  }

  addEventListener("hashchange", route);
  addEventListener("keydown", (event) => {
    if (
      one.hidden ||
      event.target.closest("input, textarea, select, dialog") ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey
    )
      return;
    one.querySelector({ j: ".next", k: ".previous", u: ".back" }[event.key] ?? "#none")?.click();
  });
  if (index.rows.length === 1 && !location.hash) location.hash = `#${index.first}`;
  route();
}

function steps(rows, row) {
  const at = rows.indexOf(row);
  const here = (i) => (rows[i] && rows[i].page === row.page ? rows[i] : null);
  const step = (to, name, text, key) =>
    make(
      "a",
      {
        class: `step ${name}`,
        href: to ? `#${to.number}` : null,
        "aria-disabled": to ? null : "true",
        title: `Key ${key}`,
      },
      text,
    );
  return make(
    "nav",
    { class: "steps", "aria-label": "Dumps" },
    make("a", { class: "step back", href: "#", title: "Key u" }, "All dumps"),
    step(here(at - 1), "previous", "Previous", "k"),
    step(here(at + 1), "next", "Next", "j"),
    at >= 0 ? make("span", { class: "note" }, `${at + 1} of ${rows.length}`) : null,
  );
}

function sumUp(index) {
  const { rows, pages, page } = index;
  const refused = rows.filter((row) => row.reason).length;
  const told = refused ? `${refused} refused` : "none refused";
  document.getElementById("sum").textContent = `${count(rows.length, "dump")}, ${told}`;
  const links = pages.map((_, i) => {
    const current = i + 1 === page ? "page" : null;
    return make("a", { href: pageAddress(index, i + 1), "aria-current": current }, `Page ${i + 1}`);
  });
  if (links.length > 1) document.getElementById("pages").append(...links);
}
