// The timeline: its axis, its lanes and its marks, as they were laid out.

import { $, make } from "./elements.js";
import { familyOf, find, label, record, titleLanguage, titleOf } from "./record.js";
import { dateOf, shortMonth } from "./dates.js";
import { numbered, pair, says } from "./words.js";
import { layout } from "./layout.js";
import { GAPS, fades, ticks } from "./time.js";

const NAMED = 36;

const drawn = new Map();
let now = { look: null, placed: null, state: null, walked: null };

export const isCoarse = () => matchMedia("(pointer: coarse)").matches;

// The width of the timeline is read when it can have changed: to read it has the browser lay out the page.
let width = 0;

export function measureRoom() {
  width = Math.max($("canvas").clientWidth, 200);
}

export const widthOf = () => width;
export const markOf = (id) => drawn.get(id) || null;
export const shownNow = () => now;

// ---- measuring

const widths = [new Map(), new Map()];
const pens = [];

// How wide a text is in the type of the marks, letter by letter; that of a landmark is bold.
function measure(text, isBold) {
  const known = widths[Number(isBold)];
  let sum = 2;
  for (const letter of text) {
    if (!known.has(letter)) known.set(letter, pen(isBold).measureText(letter).width);
    sum += known.get(letter);
  }
  return Math.ceil(sum);
}

function pen(isBold) {
  if (!pens[Number(isBold)]) {
    const made = document.createElement("canvas").getContext("2d");
    const { fontSize, fontFamily, fontWeight } = getComputedStyle($("marks"));
    made.font = `${isBold ? 650 : fontWeight} ${fontSize} ${fontFamily}`;
    pens[Number(isBold)] = made;
  }
  return pens[Number(isBold)];
}

// ---- drawing

export function drawTimeline(state, look) {
  const placed = layout(look, state, { width, measure, isCoarse: isCoarse() });
  now = { look, placed, state, walked: now.walked };
  document.documentElement.style.setProperty("--mark", `${placed.size.mark}px`);
  $("canvas").style.height = `${Math.max(placed.height, 24)}px`;
  drawAxis(look);
  drawLanes(state, placed);
  drawMarks(state, placed);
  drawOutside(state, look);
}

function drawAxis(look) {
  const found = ticks(look.window, width);
  const told = apart(found);
  const scale = width / (look.window[1] - look.window[0]);
  const marks = told.map((tick) => {
    const mark = make("span", { class: "tick", text: named(tick) });
    mark.style.left = `${tick.x}px`;
    return mark;
  });
  $("axis").replaceChildren(...marks);
  const lines = found.map((tick) => at(make("i", {}), tick.x));
  const gaps = GAPS.map((gap) => {
    const left = (gap.at - look.window[0]) * scale;
    const band = at(make("i", { class: "gap" }), left);
    band.style.width = `${gap.length * scale}px`;
    return left + gap.length * scale > 0 && left < width ? band : null;
  });
  $("grid").replaceChildren(...lines, ...gaps.filter(Boolean));
}

function named({ year, month, number }) {
  if (number > 1) return String(number);
  return month ? shortMonth(now.state.lang, month) : String(year);
}

// The ticks that are named: none lies on the one before, none is cut at the end.
function apart(found) {
  let end = -Infinity;
  return found.filter(({ x }) => x >= end && x < width - NAMED && (end = x + NAMED));
}

function at(element, x) {
  element.style.left = `${x}px`;
  return element;
}

function drawLanes(state, { lanes }) {
  $("lanes").replaceChildren(...lanes.map((lane) => {
    const [kind, key] = lane.key.split(":");
    const name = key ? record.families[key][state.lang] : label("cat", kind, state.lang);
    const head = make("p", {}, make("b", { text: name }), make("span", { text: numbered(state.lang, lane.count) }));
    const band = make("div", { class: "lane", "data-family": lane.family }, head);
    band.style.top = `${lane.top}px`;
    band.style.height = `${lane.height}px`;
    return band;
  }));
}

function drawMarks(state, { lanes, size }) {
  const marks = lanes.flatMap((lane) => lane.marks);
  const ids = new Set(marks.map((mark) => mark.event.id));
  const focused = document.activeElement?.dataset?.id;
  const current = [focused, state.event, now.walked, marks.length ? first(marks).event.id : null].find((id) => ids.has(id));
  for (const [id, button] of drawn) {
    if (ids.has(id)) continue;
    button.remove();
    drawn.delete(id);
  }
  const added = document.createDocumentFragment();
  for (const mark of marks) {
    let button = drawn.get(mark.event.id);
    if (!button) {
      button = make("button", { type: "button", "data-id": mark.event.id });
      drawn.set(mark.event.id, button);
      added.append(button);
    }
    dress(button, mark, state, size, mark.event.id === current);
  }
  $("marks").append(added);
}

const first = (marks) => marks.reduce((one, other) => (other.left < one.left ? other : one));

function dress(button, mark, state, size, isCurrent) {
  const { event } = mark;
  button.className = classes(mark).join(" ");
  button.dataset.family = familyOf(event);
  button.tabIndex = isCurrent ? 0 : -1;
  button.style.cssText = `transform: translate(${mark.left}px, ${mark.y}px); width: ${mark.right - mark.left}px; height: ${size.row - 2}px`;
  button.setAttribute("aria-label", mark.rest ? says(state.lang, "closer_for", { count: mark.rest.length }) : spoken(event, state.lang));
  if (state.event === event.id) button.setAttribute("aria-current", "true");
  else button.removeAttribute("aria-current");
  const text = mark.rest ? `+${mark.rest.length}` : mark.label;
  const span = button.firstChild || button.appendChild(make("span", { "aria-hidden": "true" }));
  if (span.textContent !== text) span.textContent = text;
  if (titleLanguage(event, state.lang)) span.lang = titleLanguage(event, state.lang);
  else span.removeAttribute("lang");
}

function classes(mark) {
  const { event } = mark;
  const [start, end] = fades(event);
  const isVague = event.precision === "year" || event.precision === "month";
  return [
    "mark",
    mark.isLong && "long",
    mark.rest && "rest",
    isVague && "open",
    event.uncertain && "uncertain",
    event.disputed && "disputed",
    event.weight === 3 && "landmark",
    (start || mark.isCutLeft) && "faded-start",
    (end || mark.isCutRight) && "faded-end",
    mark.side === "left" && "leftward",
  ].filter(Boolean);
}

export function spoken(event, lang) {
  const disputed = event.disputed ? `, ${says(lang, "disputed")}` : "";
  return pair(lang, dateOf(event, lang), titleOf(event, lang)) + disputed;
}

// ---- what lies outside the window is told, with a way to it

function drawOutside(state, look) {
  const told = [["before", look.before], ["after", look.after]].filter(([, count]) => count);
  const buttons = told.map(([name, count]) => make("button", {
    type: "button",
    "data-show": name,
    text: says(state.lang, name, { count: numbered(state.lang, count) }),
  }));
  const inSight = says(state.lang, "in_sight", { count: numbered(state.lang, look.inSight.length) });
  const parts = told.length ? [make("span", { text: inSight }), ...buttons] : [];
  if (look.undated) parts.push(make("span", { text: says(state.lang, "undated", { count: look.undated }) }));
  $("outside").replaceChildren(...parts);
}

// ---- the tip: title and date of a mark that is pointed at, touched or in focus

export function tell(button) {
  const tip = $("tip");
  const event = button && find(button.dataset.id);
  const mark = event && allMarks().find((each) => each.event === event);
  tip.hidden = !mark;
  if (!mark) return;
  const { lang } = now.state;
  const lines = mark.rest
    ? [make("b", { text: says(lang, "closer_for", { count: mark.rest.length }) })]
    : [
        make("span", { class: "when", text: dateOf(event, lang) }),
        make("b", { lang: titleLanguage(event, lang), text: titleOf(event, lang) }),
        event.disputed ? make("span", { class: "disputed-mark", text: `◆ ${says(lang, "disputed")}` }) : null,
      ];
  tip.dataset.family = familyOf(event);
  tip.replaceChildren(...lines.filter(Boolean));
  stand(tip, button.getBoundingClientRect());
}

// Above what it tells of, or below where there is no room; never off the screen.
function stand(tip, box) {
  const own = tip.getBoundingClientRect();
  const room = document.documentElement.clientWidth;
  const middle = Math.min(Math.max(box.left + Math.min(box.width, 60) / 2, 0), room);
  const left = Math.min(Math.max(middle - own.width / 2, 8), room - own.width - 8);
  const top = box.top - own.height - 8 > 0 ? box.top - own.height - 8 : box.bottom + 8;
  tip.style.left = `${left}px`;
  tip.style.top = `${top}px`;
}

export const allMarks = () => now.placed.lanes.flatMap((lane) => lane.marks);

// The marks in the order of time, for the arrow keys.
export const inOrder = () => allMarks().sort((one, other) => one.left - other.left || one.y - other.y);

export function walkTo(id) {
  now.walked = id;
  for (const [each, button] of drawn) button.tabIndex = each === id ? 0 : -1;
  drawn.get(id)?.focus({ preventScroll: true });
}
