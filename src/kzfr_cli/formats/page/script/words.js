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

export const ordinal = (lang, years) => `${years}${record.ordinals[lang][years] || ""}`;

export const capital = (text, lang) => text[0].toLocaleUpperCase(lang) + text.slice(1);
