// Forms of one word, and words of one root, by the endings that the program knows.

import { record } from "./record.js";

const SHORTEST_ROOT = 4;
const SHORTEST = 3;

const lists = new Map();

function endings(name) {
  if (!lists.has(name)) lists.set(name, new Set(record.reader.endings[name]));
  return lists.get(name);
}

// The plural off a French or English word, and -ing and -ed off an English one.
export function latin(word) {
  if (word.length <= SHORTEST || /[^a-z]/.test(word)) return word;
  if (word.endsWith("aux") && word.length > 5) return `${word.slice(0, -2)}l`;
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  if (word.endsWith("ss")) return word;
  const single = /[sx]$/.test(word) ? word.slice(0, -1) : word;
  if (single.endsWith("ee") && single.length > 5) return single.slice(0, -1);
  const stem = single.replace(/(ing|ed)$/, "");
  if (stem === single || stem.length < SHORTEST_ROOT) return single;
  return /([bdgmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem;
}

// Whether two words are one root of four letters or more with two endings of a list, or none.
function isForm(one, other, list) {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same++;
  const known = endings(list);
  for (let place = SHORTEST_ROOT; place <= same; place++) {
    const ends = [one.slice(place), other.slice(place)];
    if (ends.every((end) => !end || known.has(end))) return true;
  }
  return false;
}

export function areForms(one, other, cyrillic) {
  return cyrillic ? isForm(one, other, "cyrillic") : latin(one) === latin(other);
}

// Whether two words of French or English are made from one root: reconnu, reconnaissance.
export function areRelated(one, other) {
  const [short, long] = [latin(one), latin(other)];
  const isNear = short.slice(0, SHORTEST_ROOT + 1) !== long.slice(0, SHORTEST_ROOT + 1);
  return isForm(short, long, isNear ? "near" : "derived");
}

// The letters that all forms of a word begin with.
export function root(word, cyrillic) {
  if (cyrillic) return word.slice(0, Math.max(SHORTEST_ROOT, word.length - 4));
  const stem = latin(word);
  return stem.length > 4 ? stem.slice(0, -1) : stem;
}

// The letters that the words of one family begin with.
export const family = (word) => word.slice(0, Math.max(SHORTEST_ROOT, word.length - 5));
