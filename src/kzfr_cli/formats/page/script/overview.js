// The strip of all years: how many events each has, and the part of the axis that is in sight.

import { $, draw } from "./elements.js";
import { events } from "./record.js";
import { FIRST, GAPS, LAST, STRETCHES, firstOf, isDated, placeOf, spanOf, yearOf } from "./time.js";
import { widthOf } from "./timeline.js";

const BAR = 5;
const HEIGHT = 34;
const FOOT = 14;
const ROOM = 44;

let bars = { width: 0, all: [] };

const pad = () => (LAST - FIRST) * 0.02 + 60;
const begin = () => FIRST - pad();
const span = () => LAST - FIRST + 2 * pad();

export const placeAt = (x, width) => begin() + (x / width) * span();

export function drawOverview(look) {
  const width = widthOf();
  if (bars.width !== width) bars = { width, all: histogram(events, width) };
  const most = Math.max(1, ...bars.all);
  const svg = $("density");
  svg.setAttribute("viewBox", `0 0 ${width} ${HEIGHT + FOOT}`);
  const found = look.found === events ? bars.all : histogram(look.found, width);
  svg.replaceChildren(columns(bars.all, most, "all"), columns(found, most, "found"), ...scale(width));
  drawBrush(look.window);
}

// The strip has a scale of its own: its first year, and those that end a decade, where there is room.
function scale(width) {
  const first = yearOf(STRETCHES[0].begin);
  const last = yearOf(STRETCHES.at(-1).end - 1);
  const years = [first];
  for (let year = Math.ceil((first + 1) / 10) * 10; year <= last; year += 10) years.push(year);
  let end = -Infinity;
  return years.flatMap((year) => {
    const x = ((placeOf(firstOf(year)) - begin()) / span()) * width;
    if (x < end || x > width - ROOM || isCut(year)) return [];
    end = x + ROOM;
    return [draw("text", { x: x.toFixed(1), y: HEIGHT + FOOT - 3, text: String(year) })];
  });
}

const isCut = (year) => GAPS.some((gap) => year >= gap.from && year <= gap.to);

// The columns of a histogram as one shape; their heights grow as the root, so that one event is seen.
function columns(counts, most, name) {
  const shape = counts.map((count, place) => {
    if (!count) return "";
    const height = Math.max(2, Math.sqrt(count / most) * HEIGHT);
    return `M${place * BAR} ${HEIGHT}v${-height.toFixed(1)}h${BAR - 1}v${height.toFixed(1)}z`;
  });
  return draw("path", { class: name, d: shape.join("") });
}

export function drawBrush(window) {
  const width = widthOf();
  const [left, right] = window.map((place) => Math.min(Math.max(((place - begin()) / span()) * width, 0), width));
  const brush = $("brush");
  brush.style.left = `${left}px`;
  brush.style.width = `${Math.max(right - left, 6)}px`;
}

function histogram(some, width) {
  const counts = new Array(Math.ceil(width / BAR)).fill(0);
  for (const event of some) {
    if (!isDated(event)) continue;
    const place = spanOf(event)[event.earliest ? 0 : 1];
    const column = Math.floor((((place - begin()) / span()) * width) / BAR);
    counts[Math.min(Math.max(column, 0), counts.length - 1)] += 1;
  }
  return counts;
}

// ---- dragging the window, or one of its ends

export function startOverview(actions) {
  const strip = $("overview");
  let grip = null;
  strip.addEventListener("pointerdown", (event) => {
    const box = strip.getBoundingClientRect();
    const at = placeAt(event.clientX - box.left, box.width);
    const own = actions.window();
    const near = (span() / box.width) * (event.pointerType === "mouse" ? 7 : 16);
    const end = own.findIndex((place) => Math.abs(place - at) < near);
    const isInside = at > own[0] && at < own[1];
    grip = { end, from: isInside || end >= 0 ? own : own.map((place) => place + at - (own[0] + own[1]) / 2), at };
    strip.setPointerCapture(event.pointerId);
    actions.see(grip.from);
  });
  strip.addEventListener("pointermove", (event) => {
    if (!grip) return;
    const box = strip.getBoundingClientRect();
    const by = placeAt(event.clientX - box.left, box.width) - grip.at;
    const moved = grip.from.map((place, which) => (grip.end < 0 || grip.end === which ? place + by : place));
    if (moved[0] < moved[1]) actions.see(moved);
  });
  for (const name of ["pointerup", "pointercancel"]) strip.addEventListener(name, () => (grip = null));
}
