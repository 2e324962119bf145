// Folding: words as the program folds them, letter by letter.

import { record } from "./record.js";

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\u0300-\u036f\u00ad\u200b-\u200f\u2060]*/gu;
const PARTS = new RegExp(`[|,]|${WORD.source}`, "gu");
const CYRILLIC = /\p{Script=Cyrillic}/u;

const folded = new Map();

function foldLetter(letter) {
  if (letter < "\u0080") return /[0-9a-z]/.test(letter) ? letter : "";
  if (letter in record.letters) return record.letters[letter];
  const base = letter.normalize("NFD")[0];
  return base < "\u0080" ? base.toLowerCase() : "";
}

export function foldWord(word) {
  let found = folded.get(word);
  if (found === undefined) {
    found = [...word.toLowerCase().normalize("NFC")].map(foldLetter).join("");
    folded.set(word, found);
  }
  return found;
}

export const isCyrillic = (word) => CYRILLIC.test(word);

export const wordsOf = (text) => text.match(WORD) || [];

// The words of a query with the bars and commas between them.
export const partsOf = (text) => text.match(PARTS) || [];

export const foldWords = (text) => wordsOf(text).map(foldWord).filter(Boolean);
