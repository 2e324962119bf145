// Dates in the search: how well those of an event answer that of a query, and the first or the last of a kind.

import { once, record } from "./record.js";
import { TITLE } from "./lexicon.js";

const orders = once(() => ({ first: new Set(record.reader.roles.first), last: new Set(record.reader.roles.last) }));

const OTHER_DATE = 0.85;
const MONTH_ONLY = 0.8;
const YEAR_ONLY = 0.6;
const WRONG_MONTH = 0.2;
const WRONG_DAY = 0.65;
const NEARLY = 0.93;
const EDTF = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?/;

export const orderOf = (word) => Object.keys(orders()).find((name) => orders()[name].has(word)) || null;

// ---- how well a date answers: its day, its month, its year; less when more is known of it, and that is wrong

const NOT = { share: 0, right: 0, lack: "" };
const WHOLE = { share: 1, right: 1, lack: "" };

// The best of the dates of an event: how much of it is asked for, how right that is, what it counts as lacking.
export function covers(moment, event) {
  let best = NOT;
  for (const side of event.sides) {
    if (side.status === "rejected") continue;
    const { share, right, lack } = fits(moment, side.value);
    const worth = side.status === "preferred" ? 1 : OTHER_DATE;
    if (right * worth > best.right) best = { share: share * worth, right: right * worth, lack };
  }
  return best;
}

function fits({ years, month, day }, value) {
  const [begin, end = begin] = value.split("/").map((part) => part.match(EDTF));
  if (!begin) return NOT;
  const last = end || begin;
  const [from, to] = [Number(begin[1]), Number(last[1])];
  const inYears = years.filter((year) => year >= from && year <= to);
  if (years.length && !inYears.length) return NOT;
  if (!month) return WHOLE;
  const ofYear = years.length ? { share: YEAR_ONLY, right: YEAR_ONLY, lack: "" } : NOT;
  if (!begin[2]) return ofYear;
  const months = [from * 12 + Number(begin[2]), to * 12 + Number(last[2] || 12)];
  const isInMonth = (years.length ? inYears : [from]).some((year) => isWithin(year * 12 + month, months));
  if (!isInMonth) return years.length ? { share: YEAR_ONLY, right: WRONG_MONTH, lack: "missing_name" } : NOT;
  if (!day || begin[0] !== last[0]) return WHOLE;
  if (Number(begin[3]) === day) return WHOLE;
  if (!years.length) return NOT;
  return begin[3] ? { share: MONTH_ONLY, right: WRONG_DAY, lack: "wrong_day" } : { share: MONTH_ONLY, right: MONTH_ONLY, lack: "" };
}

const isWithin = (number, [first, last]) => number >= first && number <= last;

// ---- the earliest, or the last, of the best answers: «le premier président», «la dernière visite»

export function firstOrLast(rated, units) {
  const places = units.flatMap((unit, place) => (unit.term.order ? [place] : []));
  const asked = new Set(places.map((place) => units[place].term.order));
  if (!rated.length || asked.size !== 1) return rated;
  const [order] = asked;
  const noun = units.findIndex((unit, place) => place > places[0] && unit.term.word && !unit.isCommon);
  const close = near(rated, units, orders()[order]).filter((each) => hasNoun(each, noun));
  if (!close.length) return rated;
  const sign = order === "last" ? -1 : 1;
  const first = [...close].sort((one, other) => sign * byDate(one.event, other.event))[0];
  return [first, ...rated.filter((each) => each !== first)];
}

const byDate = (one, other) => (one.date < other.date ? -1 : Number(one.date > other.date));

// The answers nearly as good as the best; when it does not say that it is the first, those too that do.
function near(rated, units, words) {
  const saying = rated.filter((each) => saysOrder(each, units, words));
  const told = saying.includes(rated[0]) ? [] : saying;
  return rated.filter((each) => each.score >= rated[0].score * NEARLY || told.includes(each));
}

function saysOrder({ event, found }, units, words) {
  const hasRest = units.every((unit, place) => found[place].form || unit.isCommon || unit.term.order);
  return hasRest && event.fields[TITLE].some((token) => words.has(token));
}

function hasNoun({ found }, noun) {
  if (noun < 0) return true;
  const { form, field } = found[noun];
  return Boolean(form) && field === TITLE && form.how !== "prefix" && form.how !== "fuzzy";
}
