// Dates in words. Their patterns come from the program, for the languages that a browser does not know.

import { clean } from "./elements.js";
import { dateWords, record } from "./record.js";

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
export const dateOf = (event, lang) => dateWords(event, lang) || isoInWords(lang, event.date);
export const sideInWords = (side, event, lang) => {
  if (side.words) return clean(side.words[lang]);
  return SIMPLE.test(side.value) ? isoInWords(lang, side.value) : dateOf(event, lang);
};

const SIMPLE = /^[1-9]\d{3}(-\d\d){0,2}$/;

export const shortMonth = (lang, month) => record.dates[lang].short[month];
