// What is celebrated today and soon, counted as the program counts.

import { $, make } from "./elements.js";
import { events, familyOf, titleLanguage, titleOf } from "./record.js";
import { dayInWords, dayOfYear, isoInWords, weekday } from "./dates.js";
import { capital, ordinal, says } from "./words.js";

const DAY = 86400000;
const SOON = 30;
const A_YEAR = 366;
const MOST_SOON = 8;
const MOST_LANDMARKS = 6;
const MOST_OF_YEAR = 4;
const LANDMARK = 3;
const NOTABLE = 2;
const JUBILEES = [10, 25, 50, 100];
const ROUND = 5;
const LAST_QUARTER = 9;
const KNOWN = /^(\d{4})(?:-(0[1-9]|1[0-2]))?(?:-(\d\d))?(?=$|[/?~%])/;

const isRound = (years) => years % ROUND === 0;

// The dated sides of an event that have an anniversary.
function counts(side) {
  if (side.status === "rejected" || side.kind === "celebrated") return false;
  return side.kind !== "announced" || side.status === "preferred";
}

// The anniversaries of the year ahead, one for each side: of its day, of its month, or of its year.
export function coming(today) {
  const midnight = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate());
  const found = [];
  for (const event of events) {
    if (event.quiet) continue;
    for (const side of event.sides) {
      const begin = counts(side) && side.value.match(KNOWN);
      if (!begin) continue;
      const [year, month, day] = begin.slice(1).map((part) => Number(part || 0));
      const next = nextOf({ year, month, day }, today, midnight);
      if (next.years > 0 && next.offset <= A_YEAR) found.push({ event, side, ...next });
    }
  }
  return found.sort((one, other) => one.offset - other.offset || isRound(other.years) - isRound(one.years) || one.event.place - other.event.place);
}

// The next one: its words in ISO 8601, in how many days it begins, how many years it counts.
function nextOf({ year, month, day }, today, midnight) {
  const now = today.getFullYear();
  if (!month) return ofYear(today.getMonth() >= LAST_QUARTER ? [now, now + 1] : [now], year);
  for (const each of [now, now + 1]) {
    const last = day ? celebrated(each, month, day) : Date.UTC(each, month, 0);
    const first = day ? last : Date.UTC(each, month - 1, 1);
    if (last < midnight) continue;
    const iso = new Date(first).toISOString().slice(0, day ? 10 : 7);
    return { on: iso, offset: Math.max(0, (first - midnight) / DAY), years: each - year };
  }
  return { offset: Infinity, years: 0 };
}

// Of what is known to the year, the round one: towards the end of a year the next is prepared.
function ofYear(years, year) {
  const found = years.find((each) => each > year && isRound(each - year));
  return found ? { on: String(found), offset: A_YEAR, years: found - year } : { offset: Infinity, years: 0 };
}

// 29 February falls on the 28th in a common year.
function celebrated(year, month, day) {
  const on = new Date(Date.UTC(year, month - 1, day));
  return on.getUTCMonth() === month - 1 ? on.getTime() : Date.UTC(year, month - 1, day - 1);
}

const isTold = ({ event, years }) => event.weight >= NOTABLE || JUBILEES.includes(years);

function once(found) {
  const seen = new Set();
  return found.filter(({ event }) => !seen.has(event.id) && seen.add(event.id));
}

const isOfYear = ({ on }) => on.length === 4;
const isOfDay = ({ on }) => on.length === 10;

// Round landmarks first, then what comes in some days, then what is known to the year alone.
function parted(found) {
  const told = new Set();
  const take = (some, most) => {
    const kept = once(some.filter((each) => !told.has(each.event))).slice(0, most);
    for (const each of kept) told.add(each.event);
    return kept;
  };
  const isSoon = (each) => each.offset <= SOON && !isOfYear(each) && !(isOfDay(each) && each.offset === 0);
  return [
    ["round", take(found.filter((each) => each.event.weight === LANDMARK && isRound(each.years)), MOST_LANDMARKS)],
    ["next_days", take(found.filter((each) => isSoon(each) && isTold(each)), MOST_SOON)],
    ["of_years", take(found.filter((each) => isOfYear(each) && isTold(each)), MOST_OF_YEAR)],
  ].filter(([, some]) => some.length);
}

// ---- what is said of it

export function drawSoon(state) {
  const today = new Date();
  const { lang } = state;
  const year = coming(today);
  const parts = parted(year);
  drawToday(lang, today, once(year.filter((each) => isOfDay(each) && each.offset === 0 && isTold(each))));
  $("soon").hidden = !parts.length;
  $("soon-lists").replaceChildren(...parts.flatMap(([name, found]) => [
    make("h3", { text: says(lang, name, { days: SOON }) }),
    make("ul", { "data-part": name }, ...found.map((each) => item(each, lang))),
  ]));
}

function drawToday(lang, today, now) {
  const day = dayInWords(lang, today.getFullYear(), today.getMonth() + 1, today.getDate());
  const date = make("b", { text: capital(says(lang, "today", { weekday: weekday(lang, today), day }), lang) });
  const links = now.flatMap((each, place) => [place ? "; " : " ", make("span", { class: "years", text: `${ordinal(lang, each.years)} ` }), link(each, lang)]);
  $("today").replaceChildren(date, ...(links.length ? links : [` ${says(lang, "nothing_today")}`]));
}

const link = ({ event }, lang) => make("a", { href: `#${encodeURIComponent(event.id)}`, "data-open": event.id, lang: titleLanguage(event, lang), text: titleOf(event, lang) });

function item(each, lang) {
  const { event, side, on, years } = each;
  const remark = side.status === "disputed" ? make("span", { class: "disputed-mark", text: ` ◆ ${says(lang, "disputed")}` }) : null;
  return make("li", { "data-family": familyOf(event), "data-on": on, "data-years": String(years) },
    make("span", { class: isRound(years) ? "years round" : "years", text: ordinal(lang, years) }),
    make("span", {}, link(each, lang), remark),
    make("span", { class: "when", text: whenOf(on, lang) }));
}

function whenOf(on, lang) {
  const [, month, day] = on.split("-").map(Number);
  return day ? dayOfYear(lang, month, day) : isoInWords(lang, on);
}
