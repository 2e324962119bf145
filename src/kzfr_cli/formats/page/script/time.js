// Time on the axis: days since 1970, long stretches without any event pressed together.

import { events } from "./record.js";

const DAY = 86400000;
const YEAR = 365.25;
const EMPTY_YEARS = 3;
const PRESSED = 0.8 * YEAR;

export const SPANS = ["interval", "season", "decade", "century", "set"];

// Date.UTC takes the years before 100 for those of the twentieth century.
export const firstOf = (year, month = 0) => new Date(0).setUTCFullYear(year, month, 1) / DAY;

const known = new Map();

export function dayOf(iso) {
  let day = known.get(iso);
  if (day === undefined) {
    day = Date.parse(`${iso}T00:00:00Z`) / DAY;
    known.set(iso, day);
  }
  return day;
}

export const isoOf = (day) => new Date(Math.round(day) * DAY).toISOString().slice(0, 10);
export const yearOf = (day) => new Date(Math.floor(day) * DAY).getUTCFullYear();

// ---- the axis: stretches of days, each with where it begins and how much it is pressed

export const GAPS = [];
export const STRETCHES = stretches();
export const FIRST = STRETCHES[0].at;
export const LAST = STRETCHES.at(-1).at + STRETCHES.at(-1).length;

function stretches() {
  const years = occupied();
  const made = [];
  let at = 0;
  const add = (begin, end, length) => {
    made.push({ begin, end, at, length });
    at += length;
  };
  let begin = years[0];
  years.forEach((year, place) => {
    const next = years[place + 1];
    if (next !== undefined && next - year <= EMPTY_YEARS) return;
    add(firstOf(begin), firstOf(year + 1), firstOf(year + 1) - firstOf(begin));
    if (next === undefined) return;
    GAPS.push({ from: year + 1, to: next - 1, at, length: PRESSED });
    add(firstOf(year + 1), firstOf(next), PRESSED);
    begin = next;
  });
  return made;
}

function occupied() {
  const years = new Set();
  for (const { earliest, latest } of events) {
    if (earliest) years.add(earliest.slice(0, 4));
    if (latest && latest !== earliest) years.add(latest.slice(0, 4));
  }
  const found = [...years].map(Number).sort((one, other) => one - other);
  const now = new Date().getFullYear();
  return found.length ? found : [now];
}

// The place of a day on the axis, in days of those that are not pressed.
export function placeOf(day) {
  const found = STRETCHES.find((each) => day < each.end) || STRETCHES.at(-1);
  return found.at + ((day - found.begin) * found.length) / (found.end - found.begin);
}

export function dayAt(place) {
  const found = STRETCHES.find((each) => place < each.at + each.length) || STRETCHES.at(-1);
  return found.begin + ((place - found.at) * (found.end - found.begin)) / found.length;
}

// ---- events on the axis

// Where an event begins and ends, in days; what is open at an end reaches that end of the axis.
export function spanOf(event) {
  if (!event.span) {
    const from = event.earliest ? placeOf(dayOf(event.earliest)) : FIRST;
    const to = event.latest ? placeOf(dayOf(event.latest) + 1) : LAST;
    const isLong = SPANS.includes(event.precision);
    event.span = isLong ? [from, to] : [(from + to) / 2, (from + to) / 2];
  }
  return event.span;
}

export const isDated = (event) => Boolean(event.earliest || event.latest);

// Which ends of an event are not known for sure: each end of an interval has its own doubt.
export function fades(event) {
  const [begin, end] = event.date.split("/");
  const isVague = event.precision !== "interval" && SPANS.includes(event.precision);
  const doubt = (part) => isVague || /[?~%]/.test(part || "");
  return [!event.earliest || doubt(begin), !event.latest || doubt(end === undefined ? begin : end)];
}

// ---- what the axis tells: years, months when one is near, days when one is nearer still

const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
const LEAST_WIDTH = 46;
const MONTH = 30;
const QUARTER = 3;
const DAYS = [1, 6, 11, 16, 21, 26];
const MOST_TICKS = 400;

export function ticks(window, width) {
  const scale = width / (window[1] - window[0]);
  const found = [];
  for (const stretch of STRETCHES) {
    if (GAPS.some((gap) => gap.at === stretch.at)) continue;
    const from = yearOf(Math.max(stretch.begin, dayAt(Math.max(window[0], stretch.at))));
    const last = yearOf(Math.min(stretch.end - 1, dayAt(Math.min(window[1], stretch.at + stretch.length))));
    for (let year = from; year <= last && found.length < MOST_TICKS; year++) found.push(...ofYear(year, scale));
  }
  const placed = found.map((tick) => ({ ...tick, x: (placeOf(tick.day) - window[0]) * scale }));
  return placed.filter(({ x }) => x >= 0 && x <= width);
}

function* ofYear(year, scale) {
  const step = STEPS.find((years) => years * YEAR * scale >= LEAST_WIDTH) || STEPS.at(-1);
  if (year % step) return;
  const every = MONTH * scale >= LEAST_WIDTH ? 1 : QUARTER * MONTH * scale >= LEAST_WIDTH ? QUARTER : 12;
  for (let month = 0; month < 12; month += every) {
    const first = firstOf(year, month);
    const days = MONTH * scale >= LEAST_WIDTH * DAYS.length ? DAYS : [1];
    for (const number of days) yield { year, month, number, day: first + number - 1 };
  }
}
