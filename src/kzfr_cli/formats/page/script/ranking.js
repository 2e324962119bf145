// Ranking: how well an event answers a query, by the rule and the weights of the program.

import { events, once, record } from "./record.js";
import { BREAK, NAMES, SOURCES, SUMMARY, TAGS, TITLE, eventsWith, eventsWithAll, isTitled, isTogether, prepare } from "./lexicon.js";
import { covers, firstOrLast } from "./dating.js";
import { DATE, EXACT, FUZZY, LIKE, STEM, SYNONYM, exact, expand, forgive, initialsOf, isGuess, isRequired, isSpelt, isTelling, isWord } from "./expanding.js";
import { runIn } from "./runs.js";
import { read } from "./reading.js";

const weights = once(() => record.reader.weights);
const consequences = once(() => new Set(record.reader.roles.consequences));
const worths = once(() => [1, weights().names, weights().names, weights().summary, weights().sources]);
const MANY_NAMES = 0.03;
const MOST_NEIGHBOURS = 3;
const highest = once(() => (1 + weights().again) * (1 + weights().closeness + MOST_NEIGHBOURS * weights().neighbours));
const COMMON_WORTH = 0.9;
const CONTEXT_WORTH = 0.985;
const MENTIONED = 0.75;
const WHOLE = 0.995;
const NET = 0.2;
const MOST_NEAR = 5;
const RARE = 2;
const FOR_ONE = 2;
const NO_ANSWER = -9;
const IN_QUESTION = 0.5;
const BESIDE_FIGURE = 0.25;
const SHORTEST_MEANT = 6;
const NAMED = "missing_name";
const WORD = "missing_word";
const UNKNOWN = "unknown_word";
const LACKING = { [NAMED]: 1, wrong_day: 0.25 };
const LOWEST_SCORE = 1e-4;
const LONGEST_SHORT = 5;
const LONGEST_SMALL = 3;
const DETAIL = 1;
const LANDMARK = 3;

// The events that answer a query, the best first; when there are none, those that come nearest.
export function search(query) {
  prepare();
  const { groups, excluded, isQuestion } = read(query);
  const units = expand(groups);
  if (!units.length) return { found: [], isNear: false };
  const isLeftOut = excluder(excluded);
  const rated = forgiven(units, isLeftOut);
  const answers = rated.filter((each) => evidence(units, each, isQuestion) >= 0);
  const near = rated.filter((each) => each.coverage >= NET).slice(0, MOST_NEAR);
  const kept = answers.length ? answers : near;
  return { found: kept.map((each) => each.event), isNear: !answers.length };
}

// The words that the record does not have may be misspelt, and then those that the best answer lacks.
function forgiven(units, isLeftOut) {
  const isBesideName = units.some((unit) => unit.isName);
  const unknown = units.filter((unit) => !isSpelt(unit));
  for (const unit of unknown) forgive(unit, isBesideName);
  const rated = rate(units, isLeftOut);
  if (rated.length && rated[0].coverage >= WHOLE) return rated;
  const lacking = units.filter((unit, place) => !unknown.includes(unit) && (!rated.length || !rated[0].found[place].form));
  if (!lacking.length) return rated;
  for (const unit of lacking) forgive(unit, isBesideName);
  return rate(units, isLeftOut);
}

// ---- what must not be there: all words of a group, each in any of its forms

function excluder(groups) {
  const wanted = groups.map((group) => {
    const asked = new Set(group.flatMap((term) => term.words));
    return group.map((term) => (term.moment ? term.moment : [...exact(term, asked).forms.keys()]));
  });
  return (event) => wanted.some((group) => group.every((each) => hasAny(event, each)));
}

function hasAny(event, wanted) {
  if (!Array.isArray(wanted)) return covers(wanted, event).right === 1;
  const tokens = event.fields.slice(0, SOURCES).flat();
  return wanted.some((token) => isTogether(tokens, token));
}

// ---- rating

function rate(units, isLeftOut) {
  const asked = askedOf(units);
  const kept = [...candidates(units, asked)].map((place) => events[place]).filter((event) => !isLeftOut(event));
  const rated = kept.map((event) => one(event, units, asked)).filter((each) => each.coverage > 0);
  return firstOrLast(ordered(rated), units);
}

function candidates(units, { phrases, initials }) {
  const places = new Set();
  const add = (some) => some.forEach((place) => places.add(place));
  for (const unit of units) {
    if (unit.moment) add(events.filter((event) => covers(unit.moment, event).right).map((event) => event.place));
    for (const token of unit.forms.keys()) add(eventsWith(token));
  }
  for (const [, form] of phrases) add(eventsWithAll(form.token.split(" ")));
  if (initials.length) add(events.map((event) => event.place));
  return places;
}

// No event with a forgiven word before one that has every word as typed.
function ordered(rated) {
  const sure = rated.filter((each) => each.isSure).map((each) => each.score);
  const least = Math.min(1, ...sure) * 0.999;
  for (const each of rated) if (each.isForgiven && each.score > least) each.score = least;
  return rated.sort((one, other) => rounded(other) - rounded(one) || one.event.place - other.event.place);
}

const rounded = ({ score }) => Math.round(score * 1e6);

// What is asked for: by its tokens, as words together, and as the first letters of words.
function askedOf(units) {
  const answers = new Map();
  const phrases = [];
  units.forEach((unit, place) => {
    for (const form of unit.forms.values()) {
      if (form.token.includes(" ")) phrases.push([place, form]);
      if (!answers.has(form.token)) answers.set(form.token, []);
      answers.get(form.token).push([place, form]);
    }
  });
  const initials = units.flatMap((unit, place) => {
    const letters = initialsOf(unit);
    return letters.length ? [[place, letters]] : [];
  });
  return { answers, phrases, initials, isLone: isLone(units) };
}

// Whether a query is one thing: a word, or the words of one name.
function isLone(units) {
  const telling = units.filter((unit) => !unit.isCommon);
  if (telling.length === 1) return true;
  const names = telling.filter((unit) => unit.isName).map((unit) => [...unit.forms.keys()].filter((token) => /^[@#]/.test(token)));
  if (names.length !== telling.length || !names.length) return false;
  return names[0].some((token) => names.every((each) => each.includes(token)));
}

// ---- one event

function one(event, units, asked) {
  const found = units.map(() => ({ form: null, field: 0, strength: 0, again: 0 }));
  for (const field of [TITLE, NAMES, TAGS, SUMMARY]) seek(event, field, units, asked, found);
  if (found.some((best) => !best.form)) seek(event, SOURCES, units, asked, found);
  seekTogether(event, asked, found);
  units.forEach((unit, place) => {
    const { share, right, lack } = unit.moment ? covers(unit.moment, event) : {};
    if (right) see(found[place], { how: DATE, strength: share, coverage: right, lack }, TAGS, share);
  });
  const coverage = coverageOf(units, found);
  const total = units.reduce((sum, unit) => sum + unit.weight, 0) || 1;
  const quality = units.reduce((sum, unit, place) => sum + unit.weight * worth(unit, found[place]), 0) / total;
  const score = (quality * coverage ** 2 * (1 + closeness(event, units, asked.answers))) / highest();
  const telling = found.filter((_, place) => !units[place].isCommon);
  const isForgiven = telling.some((best) => best.form && isGuess(best.form.how));
  return {
    event,
    found,
    coverage,
    score: score * prior(event, asked) * weights().doubt ** doubts(units, found),
    isForgiven,
    isSure: !isForgiven && telling.every((best) => best.form),
  };
}

const worth = (unit, best) => (unit.isCommon ? COMMON_WORTH : best.strength + weights().again * best.again);

function see(best, form, field, strength) {
  if (strength > best.strength) {
    if (best.form && field !== best.field) best.again = best.strength;
    Object.assign(best, { form, field, strength });
  } else if (field !== best.field && strength > best.again) best.again = strength;
}

// Each word of a field, and those that stand together as in the query.
function seek(event, field, units, { answers }, found) {
  const tokens = event.fields[field];
  const many = field === NAMES ? 1 - MANY_NAMES * Math.log2(Math.max(1, tokens.length)) : 1;
  const factor = worths()[field] * many;
  const run = runIn(field, (place, form, strength) => see(found[place], form, field, strength));
  for (const token of tokens) {
    const read = (answers.get(token) || []).filter(([place, form]) => isRead(units[place], form, field));
    for (const [place, form] of read) see(found[place], form, field, form.strength * factor);
    if (read.length) run.take(read);
    else run.passOver(token);
  }
  run.end();
}

// No guess is looked for in what sources say, no short one in a summary.
function isRead(unit, form, field) {
  if (field < SUMMARY || !(isGuess(form.how) || form.how === DATE)) return true;
  return field === SUMMARY && (form.how !== FUZZY || unit.term.word.length > LONGEST_SHORT);
}

// Phrases, and words that begin with the letters of an acronym.
function seekTogether(event, { phrases, initials }, found) {
  for (const [place, form] of phrases) {
    const last = form.how === EXACT ? SOURCES : SUMMARY;
    for (let field = TITLE; field <= last; field++) {
      if (isTogether(event.fields[field], form.token)) see(found[place], form, field, form.strength * worths()[field]);
    }
  }
  for (const [place, letters] of initials) {
    for (const field of [TITLE, SUMMARY]) {
      if (!beginsWith(letters, event.fields[field])) continue;
      const form = { token: letters.join(""), how: SYNONYM, strength: 0.95, coverage: 1 };
      see(found[place], form, field, form.strength * worths()[field]);
    }
  }
}

function beginsWith(letters, tokens) {
  const large = tokens.filter((token) => token.length > LONGEST_SMALL || token === BREAK);
  return [large, tokens].some((some) =>
    some.some((_, start) => letters.every((letter, place) => some[start + place]?.startsWith(letter))));
}

// How much of a title is asked for, and how many of its words stand as in the query.
function closeness(event, units, answers) {
  let best = 0;
  let now = { asked: 0, neighbours: 0, length: 0, before: new Set() };
  for (const token of event.fields[TITLE]) {
    if (token === BREAK) {
      best = Math.max(best, closenessOf(now));
      now = { asked: 0, neighbours: 0, length: 0, before: new Set() };
    } else step(now, token, units, answers.get(token));
  }
  return best;
}

function step(now, token, units, answers) {
  if (!answers) {
    now.length += token.length > 2;
    if (token.length > LONGEST_SMALL) now.before = new Set();
    return;
  }
  const places = new Set(answers.map(([place]) => place));
  if (![...places].every((place) => units[place].isCommon)) {
    now.length += 1;
    now.asked += Math.max(...answers.map(([, form]) => form.strength));
    now.neighbours += [...places].some((place) => now.before.has(place - 1));
  }
  now.before = places;
}

function closenessOf({ asked, neighbours, length }) {
  const near = weights().neighbours * Math.min(neighbours, MOST_NEIGHBOURS);
  return asked ? (weights().closeness * asked) / (length || 1) + near : 0;
}

function coverageOf(units, found) {
  let total = 0;
  let covered = 0;
  let whole = 1;
  units.forEach((unit, place) => {
    const { form, field } = found[place];
    const share = form?.coverage || 0;
    if (isRequired(unit)) whole *= unit.moment && field === SUMMARY ? share * MENTIONED : share;
    else if (!unit.term.isSoft || units.length === 1) {
      total += unit.claim;
      covered += unit.claim * (unit.isCommon ? 1 : share);
    }
  });
  return whole * (total ? covered / total : 1);
}

function prior(event, { answers, isLone: isOne }) {
  const said = event.fields[SOURCES].length;
  let prior = 1 - weights().sourced * Math.max(0, 1 - Math.log2(1 + said) / 8);
  if (event.isContext) prior *= CONTEXT_WORTH;
  if (isOne) prior *= weights().detail ** ((event.weight !== LANDMARK) + (event.weight === DETAIL));
  const told = event.fields[TITLE].filter((token) => consequences().has(token));
  if (told.length && !told.some((token) => answers.has(token))) prior *= weights().consequence;
  return prior;
}

function doubts(units, found) {
  return units.reduce((sum, unit, place) => {
    if (found[place].form) return sum + (found[place].field === SOURCES);
    const lack = isTelling(unit) ? lackOf(unit, hasOwn(unit)) : "";
    return sum + (lack === NAMED ? 2 : lack === WORD ? 1 : 0);
  }, 0);
}

// ---- evidence: what speaks for an event less what speaks against it

function evidence(units, rated, isQuestion) {
  const places = units.map((_, place) => place).filter((place) => isTelling(units[place]));
  const lacks = places.map((place) => against(units[place], rated.found[place]));
  const known = places.filter((place) => isKnown(units[place])).length || 1;
  const unknown = lacks.filter((lack) => lack === UNKNOWN).length;
  if (unknown && isAboutUnknown(units, rated, places, unknown * (isQuestion ? 1 : FOR_ONE))) return NO_ANSWER;
  const isCounted = units.some((unit, place) => isFigure(unit, rated.found[place]));
  const worth = isCounted ? BESIDE_FIGURE : isQuestion ? IN_QUESTION : 1;
  const cost = (lack) => weights()[lack === WORD ? lack : "missing"];
  const lacking = places.map((place, number) => cost(lacks[number]) * share(units[place], lacks[number], worth));
  const best = strongest(places, units, rated);
  return total([
    weights().floor,
    weights().score * Math.log(Math.max(rated.score, LOWEST_SCORE)),
    weights().title * total(best.titled),
    weights().best * total(best.all.slice(0, 2)),
    weights().unknown_name * lacks.filter((lack) => lack === "unknown_name").length,
    weights().sources_only * places.filter((place) => rated.found[place].form && rated.found[place].field === SOURCES).length,
    total(lacking) / known,
  ]);
}

// Whether the words without meaning here are too many for those that are found: no name, no date,
// and fewer than two for each, or than one in a question.
function isAboutUnknown(units, rated, places, needed) {
  const found = places.filter((place) => rated.found[place].form);
  return !found.some((place) => isSure(units[place])) && needed > found.length;
}

const isSure = (unit) => unit.isName || unit.isLikeName || !isWord(unit);
const isFigure = (unit, { form, field }) => /^\d{3,}$/.test(unit.term.word) && Number(unit.term.word) > 0 && Boolean(form) && field !== SOURCES;

const total = (numbers) => [...numbers].reduce((sum, each) => sum + each, 0);

// How strongly each thing is found, and each in the title, the strongest first.
function strongest(places, units, rated) {
  const all = new Map();
  const titled = new Map();
  const raise = (map, key, value) => map.set(key, Math.max(map.get(key) || 0, value));
  for (const place of places) {
    const { form, field, strength } = rated.found[place];
    const key = form?.token || place;
    raise(all, key, units[place].weight * strength);
    if (form && field === TITLE) raise(titled, key, units[place].weight * form.strength);
  }
  return { all: [...all.values()].sort((one, other) => other - one), titled: [...titled.values()] };
}

// What it counts for that an event lacks a word, or is of another date; nothing when it does not.
function against(unit, { form, field }) {
  if (form && unit.isElsewhere && field === SOURCES) return NAMED;
  if (form) return form.lack || "";
  const lack = lackOf(unit, isKnown(unit));
  return lack === WORD && !isSubject(unit) ? UNKNOWN : lack;
}

function share(unit, lack, worth) {
  if (lack === WORD) return worth;
  if (lack === NAMED) return Math.min(1, unit.weight / RARE);
  return LACKING[lack] || 0;
}

const isKnown = (unit) => hasOwn(unit) || unit.isLikeName || ownForms(unit).some(isNear);
const hasOwn = (unit) => [...unit.forms.values()].some((form) => !isGuess(form.how));
const isNear = (form) => form.how === FUZZY && form.coverage >= LIKE;

// What is found of a word itself: as it was typed, or as it was meant.
function ownForms(unit) {
  const forms = [...unit.forms.values()];
  if (hasOwn(unit)) return forms.filter((form) => form.how === EXACT || form.how === STEM);
  return unit.term.word.length >= SHORTEST_MEANT ? forms.filter(isNear) : [];
}

// Whether a word names a thing that events are about: a name, or a word of some title or subject.
function isSubject(unit) {
  if (unit.isName || unit.isLikeName || unit.isProper || !isWord(unit)) return true;
  return ownForms(unit).some(({ token }) => isTitled(token));
}

function lackOf(unit, known) {
  if (/^\d*$/.test(unit.term.word)) return "";
  if (unit.isProper || unit.isName) return known ? NAMED : "unknown_name";
  return known || unit.isLikeName ? WORD : UNKNOWN;
}
