// What says the same: the thesaurus of the program, of which the page holds a word for each root.

import { once, record } from "./record.js";
import { areForms, areRelated, family } from "./stems.js";

const SHORTEST_ROOT = 4;

// The words that lead to a line, by their first letters.
const keys = once(() => {
  const known = new Map();
  for (const [name, isWider] of [["same", false], ["wider", true]]) {
    for (const written of record.reader[name]) learn(known, read(written, isWider));
  }
  return known;
});

function read(written, isWider) {
  const [kind, said] = written.split(":");
  const words = said.split(";").flatMap((part, place) => part.split(" ").filter(Boolean).map((word) => ({
    text: word.replace(/[~^]/, "").replaceAll("_", " "),
    leads: word[0] !== "~",
    isFound: word[0] !== "^",
    cyrillic: place === 1,
  })));
  return { kind, isWider, words };
}

function learn(known, line) {
  for (const word of line.words) {
    if (!word.leads) continue;
    const start = startOf(word.text, word.cyrillic);
    if (!known.has(start)) known.set(start, []);
    known.get(start).push({ ...word, line });
  }
}

const startOf = (word, cyrillic) => (cyrillic ? "+" : "") + word.slice(0, SHORTEST_ROOT);

// The lines to which a word leads, as it is or by another form of its root.
export function linesOf(word, cyrillic) {
  const near = keys().get(startOf(word, cyrillic)) || [];
  return new Set(near.filter((key) => leadsTo(word, key, cyrillic)).map((key) => key.line));
}

function leadsTo(word, key, cyrillic) {
  if (word === key.text) return true;
  if (/[\d ]/.test(word + key.text)) return false;
  return areForms(word, key.text, cyrillic) || (!cyrillic && isLong(word) && areRelated(word, key.text));
}

const isLong = (word) => word.length > SHORTEST_ROOT + 1;

// Whether two words of a line and of the record are one word.
export function isOneWord(said, other) {
  if (said.text === other || areForms(said.text, other, said.cyrillic)) return true;
  return !said.cyrillic && isLong(said.text) && areRelated(said.text, other);
}

export const beginningOf = (said) => (said.cyrillic ? said.text.slice(0, SHORTEST_ROOT) : family(said.text));

// ---- other countries, cities and peoples

const foreign = once(() => record.reader.elsewhere.split(";").map((part) => part.split(" ")));

export function isElsewhere(word, cyrillic) {
  return foreign()[Number(cyrillic)].some((name) => name === word || (name[0] === word[0] && areForms(name, word, cyrillic)));
}
