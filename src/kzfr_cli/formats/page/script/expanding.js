// What the words of a query may stand for among the words of the record.

import { once, record } from "./record.js";
import { foldWord } from "./folding.js";
import { beginning, count, isKnown, ofLength, rarity, spellingsOf, spelt } from "./lexicon.js";
import { areForms, areRelated, family, root } from "./stems.js";
import { beginningOf, isElsewhere, isOneWord, linesOf } from "./synonyms.js";

export const EXACT = "exact";
export const STEM = "stem";
export const SYNONYM = "synonym";
export const PREFIX = "prefix";
export const FUZZY = "fuzzy";
export const DATE = "date";
export const isGuess = (how) => how === PREFIX || how === FUZZY;

const weights = once(() => record.reader.weights);
const strengths = once(() => ({ [EXACT]: 1, [STEM]: 0.9, [PREFIX]: weights().guess, [FUZZY]: weights().guess }));
const countries = once(() => new Set(record.reader.roles.countries));
const NAMED = 0.95;
const SHARED = 0.6;
const PART_COVERAGE = 0.75;
const OTHER_SPELLING = 0.97;
export const LIKE = 0.85;
const ORDINARY = 0.8;
const PROPER = new Set(["person", "place", "organisation", "institution"]);

const MOST_FORMS = 24;
const ONE_EDIT = 4;
const TWO_EDITS = 8;
const TWO_BESIDE_NAME = 7;
const SHORTEST_ROOT = 4;
const SHORTEST_PREFIX = 3;
const COMMON = 3;
const LETTERS_THAT_TELL = 5;
const FEWEST_INITIALS = 3;

// ---- units: a group of terms with all that answers it, and its weight

export function expand(groups) {
  const asked = new Set(groups.flat().flatMap((each) => each.words));
  const units = groups.map((group) => choice(group, asked));
  units.forEach((unit, place) => place && join(units[place - 1], unit));
  if (units.every((each) => each.isCommon)) for (const each of units) each.isCommon = false;
  for (const each of units) weigh(each);
  return units;
}

function choice(group, asked) {
  const [first, ...others] = group.map((each) => exact(each, asked));
  for (const other of others) {
    for (const form of other.forms.values()) offer(first, form.token, form.how, form.strength, form.coverage);
    first.isName = first.isName && other.isName;
  }
  return first;
}

// A unit with what a term says exactly.
export function exact(term, asked) {
  const unit = { term, asked, forms: new Map(), moment: term.moment || null, isName: false, isProper: false, isCommon: false };
  if (unit.moment) for (const year of unit.moment.literals) offer(unit, year, DATE, 1, 1);
  else if (term.isPhrase) offer(unit, term.word, EXACT, 1, 1);
  else {
    unit.isCommon = countries().has(term.word);
    all(unit, term.word);
  }
  return unit;
}

export const isWord = ({ term }) => !term.moment && !term.isPhrase;
export const isRequired = ({ term, moment }) => Boolean(term.isPhrase || moment);
export const isTelling = (unit) => !(unit.term.isSoft || unit.isCommon || unit.term.order);

// The letters of an acronym that nothing answers: «СРП».
export function initialsOf({ term, forms }) {
  const isAsked = !forms.size && term.isShortAcronym && term.typed.length >= FEWEST_INITIALS;
  return isAsked ? [...term.typed].map(foldWord) : [];
}

function offer(unit, token, how, strength, coverage) {
  const known = unit.forms.get(token);
  if (!known || strength > known.strength) unit.forms.set(token, { token, how, strength, coverage });
}

// ---- a word as it is typed, the names it leads to, its other forms, what says the same

function all(unit, word) {
  const { term } = unit;
  unit.isElsewhere = !unit.isCommon && !term.isShortAcronym && isElsewhere(word, term.cyrillic);
  stand(unit, word, EXACT, 1);
  if (term.isShortAcronym) return;
  if (/\d/.test(word)) {
    say(unit, word, SYNONYM, 1);
    return;
  }
  for (const other of formsOf(word, term.cyrillic)) stand(unit, other, STEM, 1);
  if (unit.isCommon) return;
  say(unit, word, SYNONYM, 1);
  relate(unit, word);
}

function* formsOf(word, cyrillic) {
  for (const other of beginning(root(word, cyrillic))) {
    if (other !== word && areForms(word, other, cyrillic)) yield other;
  }
}

// The word itself, and the names that are spelt with it.
function stand(unit, word, how, scale) {
  if (count(word) && !unit.term.isAcronym) offer(unit, word, how, strengths()[how] * scale, isGuess(how) ? scale : 1);
  const found = spelt(word);
  const wholes = found.filter((each) => each.words.every((part) => part === word || unit.asked.has(part)));
  const tokens = new Set(found.map((each) => each.token).filter(count));
  for (const each of wholes.some((whole) => whole.text === word) ? wholes : found) {
    name(unit, each, word, how, scale, { isWhole: wholes.includes(each), isOnly: tokens.size === 1 });
  }
}

function name(unit, spelling, word, how, scale, { isWhole, isOnly }) {
  const isSurname = spelling.kind === "person" && word === spelling.words.at(-1);
  const isSure = isWhole || isOnly || isSurname;
  const certain = NAMED * scale * (how === EXACT ? 1 : strengths()[how]);
  if (PROPER.has(spelling.kind) && (isWhole || (isSurname && !unit.isElsewhere))) {
    if (!isGuess(how)) unit.isName = true;
    else if (scale >= LIKE) unit.isLikeName = true;
  }
  if (count(spelling.token)) {
    offer(unit, spelling.token, how, certain * (isSure ? 1 : SHARED), scale * (isSure ? 1 : PART_COVERAGE));
  }
  if (spelling.token[0] === "#") return;
  for (const other of otherSpellings(spelling, { isWhole, isSure })) {
    if (other === word || !isInRecord(other)) continue;
    const isSame = other.replaceAll(" ", "") === word;
    offer(unit, other, how, certain * (isSame ? 1 : OTHER_SPELLING), scale);
  }
}

const isInRecord = (words) => (words.includes(" ") ? words.split(" ").every(count) : count(words) > 0);

// How a name is spelt elsewhere in the texts: all of it, or a surname that only one bears.
function otherSpellings({ token, kind }, { isWhole, isSure }) {
  const every = spellingsOf(token).filter((each) => each.length > 3);
  if (isWhole) return every;
  return kind === "person" && isSure ? new Set(every.map((each) => each.split(" ").at(-1))) : [];
}

// The words that say the same, or that a wider one leads to, and the kind of events that a word names.
function say(unit, word, how, scale) {
  for (const { kind, words, isWider } of linesOf(word, unit.term.cyrillic)) {
    const { said, wider } = weights();
    if (kind && count(`#${kind}`)) offer(unit, `#${kind}`, how, said * scale, 1);
    const strength = (isWider ? wider : said) * scale;
    for (const each of words) {
      if (!each.isFound) continue;
      for (const other of inRecord(each)) if (other !== word) offer(unit, other, how, strength, 1);
    }
  }
}

function inRecord(said) {
  if (said.text.includes(" ")) return isInRecord(said.text) ? [said.text] : [];
  return beginning(beginningOf(said)).filter((other) => count(other) && isOneWord(said, other));
}

// The words made from the same root, in French and English.
function relate(unit, word) {
  if (unit.term.cyrillic || word.length <= SHORTEST_ROOT) return;
  const how = count(word) ? STEM : FUZZY;
  for (const other of beginning(family(word))) {
    if (other !== word && count(other) && !isGender(word, other) && areRelated(word, other)) {
      offer(unit, other, how, weights().said, PART_COVERAGE);
    }
  }
}

function isGender(word, other) {
  const [short, long] = word.length < other.length ? [word, other] : [other, word];
  return long.startsWith(short) && ["e", "s", "es"].includes(long.slice(short.length));
}

// Two words side by side say together what neither says: «nour soultan», «première pierre».
function join(left, right) {
  if (!isWord(left) || !isWord(right)) return;
  const joined = left.term.word + right.term.word;
  const isJoined = !/^\d+$/.test(joined) && count(joined) > 0;
  for (const unit of [left, right]) {
    say(unit, `${left.term.word} ${right.term.word}`, SYNONYM, 1);
    if (isJoined) offer(unit, joined, EXACT, NAMED, 1);
  }
}

// ---- forgiving a word that the record does not have

export const isSpelt = (unit) => [...unit.forms.values()].some((form) => form.coverage === 1);

export function forgive(unit, isBesideName) {
  const { term } = unit;
  if (!isWord(unit) || !isTelling(unit) || unit.isName || term.isShortAcronym || count(term.word) >= COMMON) return;
  if (term.isLast && term.word.length >= SHORTEST_PREFIX) {
    const found = beginning(term.word).sort((one, other) => count(other) - count(one));
    for (const other of found.slice(0, MOST_FORMS)) {
      if (other !== term.word) stand(unit, other, PREFIX, 0.75 + (0.25 * term.word.length) / other.length);
    }
  }
  const most = (term.word.length >= ONE_EDIT) + (term.word.length >= (isBesideName ? TWO_BESIDE_NAME : TWO_EDITS));
  if (most && !/\d/.test(term.word)) misspelt(unit, most);
  weigh(unit);
}

function misspelt(unit, most) {
  const { word, isCapital } = unit.term;
  const near = [];
  for (const other of ofLength(word.length - most, word.length + most)) {
    const edits = edited(word, other, most);
    if (edits && edits <= most) near.push([cost(word, other, edits), -count(other), other]);
  }
  near.sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  for (const [lost, , other] of near.slice(0, MOST_FORMS)) {
    stand(unit, other, FUZZY, 1 - lost);
    if (lost === near[0][0] && !isCapital) care(unit, other, 1 - lost);
  }
}

// Of the likeliest correction, what would be offered if it had been typed, for less.
function care(unit, word, scale) {
  const strength = strengths()[FUZZY] * scale;
  for (const other of formsOf(word, unit.term.cyrillic)) if (count(other)) offer(unit, other, FUZZY, strength * strengths()[STEM], 1);
  say(unit, word, FUZZY, strength);
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
  unit.weight = weightOf(unit, forms);
  unit.isProper = isWord(unit) && Boolean(unit.isElsewhere || (term.isCapital && !(term.isFirst && isKnown(term.word))));
  const isOrdinary = isWord(unit) && !unit.isName && !unit.isProper;
  unit.claim = unit.weight * (isOrdinary ? ORDINARY : 1);
}

function weightOf({ term, moment }, forms) {
  if (term.isPhrase) return term.words.reduce((sum, word) => sum + rarity(count(word)), 0);
  if (!forms.length) return rarity(0) * (moment ? 1 : Math.min(1, term.word.length / LETTERS_THAT_TELL));
  const best = Math.max(...forms.map((form) => form.coverage));
  const sure = forms.filter((form) => form.coverage >= best);
  return rarity(Math.max(...sure.map((form) => count(form.token))));
}
