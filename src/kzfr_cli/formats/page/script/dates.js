// Dates in words. Their patterns come from the program, for the languages that a browser does not know.

import { clean } from "./elements.js";
import { record } from "./record.js";

export function dayInWords(lang, year, month, day) {
  const [first, other] = record.dates[lang].days[month - 1];
  return (day === 1 ? first : other).replace("{d}", day).replace("{y}", year);
}

// A day of any year: the anniversary itself.
export function dayOfYear(lang, month, day) {
  return dayInWords(lang, "", month, day).replace(/\s*(г\.|ж\.)\s*/u, " ").trim();
}

export const weekday = (lang, date) => record.dates[lang].weekdays[(date.getDay() + 6) % 7];

// A simple date in words: a year, a month or a day in ISO 8601.
export function isoInWords(lang, iso) {
  const [year, month, day] = iso.split("-");
  if (day) return dayInWords(lang, year, Number(month), Number(day));
  if (month) return record.dates[lang].months[Number(month) - 1].replace("{y}", year);
  return record.dates[lang].year.replace("{y}", year.replace(/^0+/, ""));
}

// The date of an event, or of one of its sides, which says in words what is more than a day, month or year.
export const dateOf = (event, lang) => (event.words ? clean(event.words[lang]) : isoInWords(lang, event.date));
export const sideInWords = (side, event, lang) => {
  if (side.words) return clean(side.words[lang]);
  return SIMPLE.test(side.value) ? isoInWords(lang, side.value) : dateOf(event, lang);
};

const SIMPLE = /^[1-9]\d{3}(-\d\d){0,2}$/;

const shortened = new Map();

// The months as the browser shortens them, or, where it does not know the language, the program's.
export function shortMonth(lang, month) {
  if (!shortened.has(lang)) {
    const format = new Intl.DateTimeFormat(lang, { month: "short", timeZone: "UTC" });
    const names = record.dates[lang].names.map((name, place) => {
      const short = format.format(Date.UTC(2000, place, 1));
      if (!/\d/.test(short)) return short;
      return name.length > 4 ? `${name.slice(0, 3)}.` : name;
    });
    shortened.set(lang, names);
  }
  return shortened.get(lang)[month];
}
