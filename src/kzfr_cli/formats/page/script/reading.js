// Reading a query: its words, its dates, and what its words may stand for.

import { record } from "./record.js";
import { foldWord, isCyrillic, wordsOf } from "./folding.js";
import { beginning, count, isKnown, ofLength, rarity, spellingsOf, spelt } from "./lexicon.js";

const { weights, silent, roles } = record.reader;
const ENDINGS = new Set(record.reader.endings);
const SILENT = { latin: new Set(silent.latin), cyrillic: new Set(silent.cyrillic) };
const COUNTRIES = new Set(roles.countries);

export const EXACT = "exact";
export const STEM = "stem";
export const PREFIX = "prefix";
export const FUZZY = "fuzzy";
export const DATE = "date";
export const isGuess = (how) => how === PREFIX || how === FUZZY;

const STRENGTH = { [EXACT]: 1, [STEM]: 0.9, [PREFIX]: weights.guess, [FUZZY]: weights.guess };
const NAMED = 0.95;
const SHARED = 0.6;
const PART_COVERAGE = 0.75;
const OTHER_SPELLING = 0.97;
const ORDINARY = 0.8;
const PROPER = new Set(["person", "place", "organisation", "institution"]);

const LONGEST_QUERY = 1000;
const MOST_TERMS = 12;
const MOST_FORMS = 24;
const SHORTEST_ROOT = 4;
const ONE_EDIT = 4;
const TWO_EDITS = 8;
const SHORTEST_PREFIX = 3;
const COMMON = 3;
const LETTERS_THAT_TELL = 5;

// ---- the words of a query

export function read(query) {
  const { written, text } = inFigures(query.slice(0, LONGEST_QUERY));
  const all = wordsOf(text).map(term).filter((each) => each.word);
  const { moment, rest } = written ? { moment: written, rest: all } : dated(all);
  const telling = rest.filter((each) => !each.isSilent);
  const terms = telling.length || moment ? telling : rest;
  const asked = new Set(all.map((each) => each.word));
  const units = terms.slice(0, MOST_TERMS).map((each) => unit(each, asked));
  if (units.length && !moment && units.every((each) => each.isCommon)) {
    for (const each of units) each.isCommon = false;
  }
  if (moment) units.push(dateUnit(moment));
  for (const each of units) weigh(each);
  return units;
}

function term(typed, place, all) {
  const word = foldWord(typed);
  const cyrillic = isCyrillic(typed);
  const isLetter = word.length === 1 && !/\d/.test(word);
  const isUpper = typed.length > 1 && typed === typed.toUpperCase() && typed !== typed.toLowerCase();
  const isSilent = isLetter || SILENT[cyrillic ? "cyrillic" : "latin"].has(word);
  return {
    word,
    cyrillic,
    isSilent: isSilent && !(isUpper && all.length > 1),
    isLast: place === all.length - 1,
    isFirst: place === 0,
    isCapital: typed[0] !== typed[0].toLowerCase(),
    isShortAcronym: isUpper && word.length <= 4,
  };
}

// ---- dates: a year, a month of a year, a day of a month

const MONTHS = new Map();
for (const { names, days } of Object.values(record.dates)) {
  names.forEach((name, place) => MONTHS.set(foldWord(name), place + 1));
  days.forEach(([, pattern], place) => {
    const word = wordsOf(pattern.replace(/\{.\}/g, " ")).map(foldWord).find((each) => each.length > 2);
    if (word) MONTHS.set(word, place + 1);
  });
}

// A date in figures: 2008-06-11, 2008-06, 11.06.2008; and a decade, 1990s.
const FIGURES = [
  [/\b(\d{4})-(\d\d)(?:-(\d\d))?\b/, (found) => [found[1], found[2], found[3]]],
  [/\b(\d\d?)[./](\d\d?)[./](\d{4})\b/, (found) => [found[3], found[2], found[1]]],
];
const DECADE = /\b(1[89]\d|20\d)0s\b/;

function inFigures(query) {
  for (const [pattern, order] of FIGURES) {
    const found = query.match(pattern);
    if (!found) continue;
    const [year, month, day] = order(found).map((part) => Number(part || 0));
    return { written: { years: [year], month, day }, text: query.replace(found[0], " ") };
  }
  const decade = query.match(DECADE);
  if (!decade) return { written: null, text: query };
  const first = Number(`${decade[1]}0`);
  return { written: { years: [first, first + 9], month: 0, day: 0 }, text: query.replace(decade[0], " ") };
}

const isYear = (word) => /^(1[0-9]|20)\d\d$/.test(word);
const isDay = (word) => /^(0?[1-9]|[12]\d|3[01])(er|st|nd|rd|th|e)?$/.test(word);

function dated(terms) {
  const years = terms.filter((each) => isYear(each.word));
  const place = terms.findIndex((each) => MONTHS.has(each.word));
  const beside = place < 0 ? [] : [terms[place - 1], terms[place + 1]];
  const day = beside.find((each) => each && isDay(each.word));
  const isMonth = place >= 0 && (day || years.length);
  if (!years.length && !isMonth) return { moment: null, rest: terms };
  const used = new Set([...years, ...(isMonth ? [terms[place], day] : [])]);
  const moment = {
    years: years.map((each) => Number(each.word)).sort((one, other) => one - other),
    month: isMonth ? MONTHS.get(terms[place].word) : 0,
    day: isMonth && day ? parseInt(day.word, 10) : 0,
  };
  return { moment, rest: terms.filter((each) => !used.has(each)) };
}

function dateUnit(moment) {
  const unit = { term: { word: "" }, forms: new Map(), moment, isName: false, isProper: false, isCommon: false };
  for (const year of moment.years) offer(unit, String(year), DATE, 1, 1);
  return unit;
}

// ---- what a word may stand for

function unit(term, asked) {
  const made = { term, asked, forms: new Map(), moment: null, isName: false, isProper: false, isCommon: COUNTRIES.has(term.word) };
  stand(made, term.word, EXACT, 1);
  if (term.isShortAcronym) return made;
  for (const other of formsOf(term.word, term.cyrillic)) stand(made, other, STEM, 1);
  return made;
}

function offer(unit, token, how, strength, coverage) {
  const known = unit.forms.get(token);
  if (!known || strength > known.strength) unit.forms.set(token, { token, how, strength, coverage });
}

// The word itself, and the names that are spelt with it.
function stand(unit, word, how, scale) {
  if (count(word)) offer(unit, word, how, STRENGTH[how] * scale, isGuess(how) ? scale : 1);
  const found = spelt(word);
  const wholes = found.filter((each) => each.words.every((part) => part === word || unit.asked.has(part)));
  const tokens = new Set(found.map((each) => each.token).filter(count));
  for (const each of wholes.length && wholes.some((whole) => whole.text === word) ? wholes : found) {
    name(unit, each, word, how, scale, { isWhole: wholes.includes(each), isOnly: tokens.size === 1 });
  }
}

function name(unit, spelling, word, how, scale, { isWhole, isOnly }) {
  const isSurname = spelling.kind === "person" && word === spelling.words.at(-1);
  const isSure = isWhole || isOnly || isSurname;
  const certain = NAMED * scale * (how === EXACT ? 1 : STRENGTH[how]);
  const shown = how === EXACT ? EXACT : how;
  if (!isGuess(how) && PROPER.has(spelling.kind) && (isWhole || isSurname)) unit.isName = true;
  if (count(spelling.token)) {
    offer(unit, spelling.token, shown, certain * (isSure ? 1 : SHARED), scale * (isSure ? 1 : PART_COVERAGE));
  }
  if (!isWhole || spelling.token[0] === "#") return;
  for (const other of spellingsOf(spelling.token)) {
    if (other.length > 3 && other !== word && count(other)) offer(unit, other, shown, certain * OTHER_SPELLING, scale);
  }
}

// ---- the grammatical forms of a word that the record has

function* formsOf(word, cyrillic) {
  if (/\d/.test(word)) return;
  const root = cyrillic ? word.slice(0, Math.max(3, word.length - 4)) : latin(word);
  const start = !cyrillic && root.length > 4 ? root.slice(0, -1) : root;
  for (const other of beginning(start)) {
    if (other !== word && (cyrillic ? isForm(word, other) : latin(other) === root)) yield other;
  }
}

// The plural off a French or English word, and -ing and -ed off an English one.
export function latin(word) {
  if (word.length <= 3 || /[^a-z]/.test(word)) return word;
  if (word.endsWith("aux") && word.length > 5) return `${word.slice(0, -2)}l`;
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  if (word.endsWith("ss")) return word;
  const single = /[sx]$/.test(word) ? word.slice(0, -1) : word;
  if (single.endsWith("ee") && single.length > 5) return single.slice(0, -1);
  const stem = single.replace(/(ing|ed)$/, "");
  if (stem === single || stem.length < 4) return single;
  return /([bdgmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem;
}

// Whether two words are one root of four letters or more with two endings, or none.
function isForm(one, other) {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same++;
  for (let place = SHORTEST_ROOT; place <= same; place++) {
    const ends = [one.slice(place), other.slice(place)];
    if (ends.every((end) => !end || ENDINGS.has(end))) return true;
  }
  return false;
}

// ---- forgiving a word that the record does not have

export const isSpelt = (unit) => [...unit.forms.values()].some((form) => form.coverage === 1);

export function forgive(unit) {
  const { term } = unit;
  if (unit.moment || unit.isCommon || unit.isName || term.isShortAcronym || count(term.word) >= COMMON) return;
  if (term.isLast && term.word.length >= SHORTEST_PREFIX) {
    const found = beginning(term.word).sort((one, other) => count(other) - count(one));
    for (const other of found.slice(0, MOST_FORMS)) {
      if (other !== term.word) stand(unit, other, PREFIX, 0.75 + (0.25 * term.word.length) / other.length);
    }
  }
  const most = (term.word.length >= ONE_EDIT) + (term.word.length >= TWO_EDITS);
  if (most && !/\d/.test(term.word)) misspelt(unit, most);
  weigh(unit);
}

function misspelt(unit, most) {
  const { word } = unit.term;
  const near = [];
  for (const other of ofLength(word.length - most, word.length + most)) {
    const edits = edited(word, other, most);
    if (edits && edits <= most) near.push([cost(word, other, edits), -count(other), other]);
  }
  near.sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  for (const [lost, , other] of near.slice(0, MOST_FORMS)) stand(unit, other, FUZZY, 1 - lost);
}

// What the edits between two words cost: more among the first letters.
const cost = (word, other, edits) => 0.15 * edits + 0.25 * (other[0] !== word[0]) + 0.05 * (other[1] !== word[1]);

// How many letters are wrong, missing, added or swapped, as far as `most` (optimal string alignment).
export function edited(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let row = 1; row <= one.length; row++) {
    const now = [row];
    for (let place = 1; place <= other.length; place++) {
      const isSame = one[row - 1] === other[place - 1];
      now[place] = Math.min(last[place] + 1, now[place - 1] + 1, last[place - 1] + (isSame ? 0 : 1));
      const isSwapped = row > 1 && place > 1 && one[row - 1] === other[place - 2] && one[row - 2] === other[place - 1];
      if (isSwapped) now[place] = Math.min(now[place], before[place - 2] + 1);
    }
    if (Math.min(...now) > most) return most + 1;
    before = last;
    last = now;
  }
  return last[other.length];
}

// ---- weights

function weigh(unit) {
  const { term } = unit;
  const forms = [...unit.forms.values()];
  if (!forms.length) {
    unit.weight = rarity(0) * (unit.moment ? 1 : Math.min(1, term.word.length / LETTERS_THAT_TELL));
  } else {
    const best = Math.max(...forms.map((form) => form.coverage));
    const sure = forms.filter((form) => form.coverage >= best);
    unit.weight = rarity(Math.max(...sure.map((form) => count(form.token))));
  }
  unit.isProper = Boolean(term.isCapital && !(term.isFirst && isKnown(term.word)));
  const isOrdinary = !unit.moment && !unit.isName && !unit.isProper;
  unit.claim = unit.weight * (isOrdinary ? ORDINARY : 1);
}
