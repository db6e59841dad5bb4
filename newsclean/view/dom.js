// Elements made from values: text goes in as text and never as markup.

/** An element with attributes and children; "on" holds listeners by event. */
export function make(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** The same for an element of SVG. */
export function draw(tag, attributes = {}, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

/** Text of a dump: its direction is its own, and what it overrides ends with it. */
export function foreign(text, tag = "bdi", attributes = {}) {
  return make(tag, { dir: "auto", ...attributes }, text);
}

/** Tell those who hear the page. */
export function say(text) {
  document.getElementById("said").textContent = text;
}

/** "1 dump", "2 dumps". */
export function count(many, word) {
  return `${many.toLocaleString("en")} ${word}${many === 1 ? "" : "s"}`;
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") {
      for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}
