// The signs of a query: "exact phrases", -excluded words, OR and |, the dots of an acronym.

import { foldWords } from "./folding.js";

const QUOTED = /((?<!\S)[-−–])?(?:"([^"]+)"|«([^»]+)»|[“„]([^”“]+)[”“])/gu;
const EXCLUDED = /(?<!\S)[-−](?=[\p{L}\p{N}])(\S+)/gu;
const DOTTED = /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{N}]))?/gu;
const FIELD = /(?<!\S)(?:title|titre|tag|date|category|place|person|intitle):(?=\S)/g;
const EITHER = /(?<!\S)OR(?!\S)|\|+/g;
const BOTH = /(?<!\S)(?:AND|&+)(?!\S)/g;

export const BAR = "|";

// A query without its signs, where a bar stands between alternatives; its phrases; what it leaves out.
export function readSigns(query) {
  const phrases = [];
  const excluded = [];
  const outside = query.replace(QUOTED, (_, minus, straight, french, curly) => {
    const inside = straight || french || curly;
    if (foldWords(inside).length) (minus ? excluded : phrases).push(inside.trim());
    return " ";
  });
  const kept = outside.replace(EXCLUDED, (_, word) => {
    if (foldWords(word).length) excluded.push(word);
    return " ";
  });
  const text = kept
    .replace(DOTTED, (acronym) => `${acronym.replaceAll(".", "").toUpperCase()} `)
    .replace(FIELD, "")
    .replace(EITHER, ` ${BAR} `)
    .replace(BOTH, " ");
  return { text, phrases, excluded };
}
