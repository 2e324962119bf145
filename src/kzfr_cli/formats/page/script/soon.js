// What is celebrated today and soon, counted as the program counts.

import { $, make } from "./elements.js";
import { events, familyOf, titleLanguage, titleOf } from "./record.js";
import { dayInWords, dayOfYear, weekday } from "./dates.js";
import { capital, ordinal, says } from "./words.js";

const DAY = 86400000;
const SOON = 30;
const MOST_SOON = 8;
const MOST_LANDMARKS = 6;
const LANDMARK = 3;
const NOTABLE = 2;
const JUBILEES = [10, 25, 50, 100];
const ROUND = 5;
const KNOWN_DAY = /^(\d{4})-(\d\d)-(\d\d)/;

const isRound = (years) => years % ROUND === 0;

// The dated sides of an event that have an anniversary.
function counts(side) {
  if (side.status === "rejected" || side.kind === "celebrated") return false;
  return side.kind !== "announced" || side.status === "preferred";
}

// Each event's anniversaries from a day on, one for each side known to the day.
export function coming(today, days) {
  const midnight = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate());
  const found = [];
  for (const event of events) {
    if (event.quiet) continue;
    for (const side of event.sides) {
      const begin = counts(side) && side.value.match(KNOWN_DAY);
      if (!begin) continue;
      const next = nextOf(begin.slice(1).map(Number), today, midnight);
      if (next.years > 0 && next.offset <= days) found.push({ event, side, ...next });
    }
  }
  return found.sort((one, other) => one.offset - other.offset || isRound(other.years) - isRound(one.years) || one.event.place - other.event.place);
}

function nextOf([year, month, day], today, midnight) {
  for (const now of [today.getFullYear(), today.getFullYear() + 1]) {
    const on = celebrated(now, month, day);
    const offset = (on - midnight) / DAY;
    if (offset >= 0) return { on: new Date(on), offset, years: now - year };
  }
  return { offset: Infinity, years: 0 };
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

// ---- what is said of it

export function drawSoon(state) {
  const today = new Date();
  const { lang } = state;
  const year = coming(today, 366);
  const now = once(year.filter((each) => each.offset === 0 && isTold(each)));
  const landmarks = once(year.filter((each) => each.event.weight === LANDMARK && isRound(each.years))).slice(0, MOST_LANDMARKS);
  const told = new Set(landmarks.map((each) => each.event));
  const soon = once(year.filter((each) => each.offset > 0 && each.offset <= SOON && isTold(each) && !told.has(each.event))).slice(0, MOST_SOON);
  drawToday(lang, today, now);
  const parts = [["round", landmarks], ["next_days", soon]].filter(([, found]) => found.length);
  $("soon").hidden = !parts.length;
  $("soon-lists").replaceChildren(...parts.flatMap(([name, found]) => [
    make("h3", { text: says(lang, name, { days: SOON }) }),
    make("ul", {}, ...found.map((each) => item(each, lang))),
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
  return make("li", { "data-family": familyOf(event) },
    make("span", { class: isRound(years) ? "years round" : "years", text: ordinal(lang, years) }),
    make("span", {}, link(each, lang), remark),
    make("span", { class: "when", text: dayOfYear(lang, on.getUTCMonth() + 1, on.getUTCDate()) }));
}
