// What is shown of a state: a pure function of the state and the width of the timeline.

import { FACETS, events } from "./record.js";
import { search } from "./ranking.js";
import { isAsked } from "./state.js";
import { FIRST, LAST, dayAt, dayOf, firstOf, isDated, placeOf, spanOf, yearOf } from "./time.js";

const PIXELS_AN_EVENT = 2.9;
const MOST_SHOWN = 0.965;
const YEAR = 365.25;
const LEAST_SPAN = 20;
const MARGIN = 0.035;

export function look(state, width) {
  const { found, isNear } = chosen(state);
  const dated = found.filter(isDated);
  const window = state.window ? state.window.map((iso) => placeOf(dayOf(iso))) : ownWindow(state, dated, width);
  const inSight = dated.filter((event) => spanOf(event)[1] >= window[0] && spanOf(event)[0] <= window[1]);
  return {
    found,
    isNear,
    window,
    inSight,
    before: dated.filter((event) => spanOf(event)[1] < window[0]).length,
    after: dated.filter((event) => spanOf(event)[0] > window[1]).length,
    undated: found.length - dated.length,
  };
}

// ---- what is found

let last = { key: null, answer: null };

function chosen(state) {
  const key = JSON.stringify([state.query.trim(), state.from, state.to, state.disputed, ...FACETS.map((name) => state[name])]);
  if (key !== last.key) last = { key, answer: choose(state) };
  return last.answer;
}

function choose(state) {
  const isKept = (event) =>
    FACETS.every((name) => !state[name].length || state[name].some((id) => event.facets[name].includes(id))) &&
    (!state.disputed || event.disputed) &&
    (state.from === null || !event.latest || Number(event.latest.slice(0, 4)) >= state.from) &&
    (state.to === null || !event.earliest || Number(event.earliest.slice(0, 4)) <= state.to);
  if (!isAsked(state)) return { found: events, isNear: false };
  if (!state.query.trim()) return { found: events.filter(isKept), isNear: false };
  const { found, isNear } = search(state.query);
  return { found: found.filter(isKept), isNear };
}

// ---- the part of the axis that is in sight

// All that was asked for; of everything, the latest that there is room for.
function ownWindow(state, dated, width) {
  if (!dated.length) return [FIRST, LAST];
  const room = isAsked(state) ? dated.length : roomFor(dated.length, width);
  const begins = dated.map((event) => spanOf(event)[0]).sort((one, other) => one - other);
  const ends = dated.map((event) => spanOf(event)[1]);
  const first = begins[Math.max(0, begins.length - room)];
  const begin = begins.length > room ? placeOf(firstOf(yearOf(dayAt(first)))) : first;
  return padded(begin, Math.max(...clipped(ends)));
}

const roomFor = (count, width) => Math.max(20, Math.floor(Math.min(width / PIXELS_AN_EVENT, count * MOST_SHOWN)));

// An end that is open reaches the end of the axis, which is in sight anyway.
const clipped = (ends) => ends.map((end) => Math.min(end, LAST));

function padded(begin, end) {
  const span = Math.max(end - begin, YEAR);
  const middle = (begin + end) / 2;
  const pad = span * MARGIN + 12;
  return [middle - span / 2 - pad, middle + span / 2 + pad];
}

// A window moved or stretched stays on the axis.
export function kept([begin, end]) {
  const most = (LAST - FIRST) * 1.1;
  const span = Math.min(Math.max(end - begin, LEAST_SPAN), most);
  const least = FIRST - span * 0.1 - 30;
  const from = Math.min(Math.max(begin, least), LAST + span * 0.1 + 30 - span);
  return [Math.max(from, least), Math.max(from, least) + span];
}
