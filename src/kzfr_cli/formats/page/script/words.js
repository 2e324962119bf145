// The words of the page in the language that it is shown in.

import { record } from "./record.js";

export function says(lang, name, values = {}) {
  let sentence = record.says[lang][record.phrases.indexOf(name)];
  for (const [key, value] of Object.entries(values)) sentence = sentence.replaceAll(`{${key}}`, () => value);
  return sentence;
}

export const pair = (lang, name, value) => says(lang, "pair", { label: name, value });

export function numbered(lang, number) {
  const digits = String(number);
  return digits.length < 5 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, record.thousands[lang]);
}

// So many events, in the form that the number takes: what its last two digits ask for.
export function counted(lang, count) {
  const { forms, which } = record.found[lang];
  const place = count < 100 ? count : 100 + (count % 100);
  return forms[Number(which[place])].replace("{count}", numbered(lang, count));
}

export const ordinal = (lang, years) => `${years}${record.ordinals[lang][years] || ""}`;

export const capital = (text, lang) => text[0].toLocaleUpperCase(lang) + text.slice(1);
