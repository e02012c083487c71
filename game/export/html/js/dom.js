// Elements made by hand. Texts become text nodes: nothing in a story is ever markup.

const SVG = "http://www.w3.org/2000/svg";

function el(tag, given, ...children) {
  return filled(document.createElement(tag), given, children);
}

function svg(tag, given, ...children) {
  return filled(document.createElementNS(SVG, tag), given, children);
}

function filled(made, given, children) {
  for (const [name, value] of Object.entries(given || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "on") for (const [event, act] of Object.entries(value)) made.addEventListener(event, act);
    else made.setAttribute(name, value === true ? "" : value);
  }
  put(made, children);
  return made;
}

function put(into, children) {
  for (const child of children.flat(3)) {
    if (child === null || child === undefined || child === false || child === "") continue;
    into.append(typeof child === "number" ? String(child) : child);
  }
}

function refill(into, ...children) {
  into.replaceChildren();
  put(into, children);
}

const byId = (id) => document.getElementById(id);

function button(words, act, given) {
  return el("button", { type: "button", ...given, on: { click: act } }, words);
}
