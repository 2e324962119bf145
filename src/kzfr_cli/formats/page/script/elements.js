// Elements of the page. A text is only ever text: nothing of the data is read as markup.

export const $ = (id) => document.getElementById(id);

const SVG = "http://www.w3.org/2000/svg";
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

// Controls and directional marks are shown, not obeyed.
export function clean(text) {
  return String(text).replace(UNSEEN, (sign) => {
    const code = sign.codePointAt(0).toString(16).toUpperCase();
    return `‹U+${code.padStart(4, "0")}›`;
  });
}

export function make(name, properties = {}, ...children) {
  return fill(document.createElement(name), properties, children);
}

export function draw(name, properties = {}, ...children) {
  return fill(document.createElementNS(SVG, name), properties, children);
}

function fill(element, properties, children) {
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key === "text") element.textContent = value;
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}
