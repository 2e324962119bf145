// The words of the page in the language that it is shown in.

import { record } from "./record.js";

export function says(lang, name, values = {}) {
  let sentence = record.says[lang][name];
  for (const [key, value] of Object.entries(values)) sentence = sentence.replaceAll(`{${key}}`, () => value);
  return sentence;
}

export const pair = (lang, name, value) => says(lang, "pair", { label: name, value });

const plurals = new Map();

// So many events, in the form that the number takes.
export function counted(lang, count) {
  if (!plurals.has(lang)) plurals.set(lang, new Intl.PluralRules(lang));
  const forms = record.found[lang];
  const form = forms[plurals.get(lang).select(count)] || forms.other;
  return form.replace("{count}", numbered(lang, count));
}

export const numbered = (lang, number) => (number < 10000 ? String(number) : new Intl.NumberFormat(lang).format(number));

// ---- dates: the patterns come from the program, for the languages that a browser does not know

export function dayInWords(lang, year, month, day) {
  const [first, other] = record.dates[lang].days[month - 1];
  return (day === 1 ? first : other).replace("{d}", day).replace("{y}", year);
}

// A day of any year: the anniversary itself.
export function dayOfYear(lang, month, day) {
  return dayInWords(lang, "", month, day).replace(/\s*(г\.|ж\.)\s*/u, " ").trim();
}

export const weekday = (lang, date) => record.dates[lang].weekdays[(date.getDay() + 6) % 7];

export const ordinal = (lang, years) => record.ordinals[lang][years] || String(years);

// A simple date in words: a year, a month or a day in ISO 8601.
export function isoInWords(lang, iso) {
  const [year, month, day] = iso.split("-");
  if (day) return dayInWords(lang, year, Number(month), Number(day));
  if (month) return record.dates[lang].months[Number(month) - 1].replace("{y}", year);
  return year;
}

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
