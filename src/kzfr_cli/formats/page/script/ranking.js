// Ranking: how well an event answers a query, by the rule and the weights of the program.

import { events, record } from "./record.js";
import { BREAK, NAMES, SOURCES, SUMMARY, TAGS, TITLE, eventsWith, prepare } from "./lexicon.js";
import { DATE, FUZZY, forgive, isGuess, isSpelt, read } from "./reading.js";

const { weights, roles } = record.reader;
const CONSEQUENCES = new Set(roles.consequences);
const WORTH = [1, weights.names, weights.names, weights.summary, weights.sources];
const MANY_NAMES = 0.03;
const MOST_NEIGHBOURS = 3;
const HIGHEST = (1 + weights.again) * (1 + weights.closeness + MOST_NEIGHBOURS * weights.neighbours);
const COMMON_WORTH = 0.9;
const CONTEXT_WORTH = 0.985;
const OTHER_DATE = 0.85;
const LESS_PRECISE = 0.6;
const WHOLE = 0.995;
const NET = 0.2;
const MOST_NEAR = 5;
const RARE = 3;
const LOWEST_SCORE = 1e-4;
const LONGEST_SHORT = 5;
const DETAIL = 1;
const LANDMARK = 3;

// The events that answer a query, the best first; when there are none, those that come nearest.
export function search(query) {
  prepare();
  const units = read(query);
  if (!units.length) return { found: [], isNear: false };
  units.filter((unit) => !isSpelt(unit)).forEach(forgive);
  let rated = rate(units);
  if (!rated.length || rated[0].coverage < WHOLE) {
    const lacking = units.filter((unit, place) => !rated.length || !rated[0].found[place].form);
    lacking.forEach(forgive);
    rated = rate(units);
  }
  const answers = rated.filter((each) => evidence(units, each) >= 0);
  const near = rated.filter((each) => each.coverage >= NET).slice(0, MOST_NEAR);
  const kept = answers.length ? answers : near;
  return { found: kept.map((each) => each.event), isNear: !answers.length };
}

function rate(units) {
  const places = new Set();
  for (const unit of units) {
    if (unit.moment) for (const event of events) if (covers(unit.moment, event)) places.add(event.place);
    for (const token of unit.forms.keys()) for (const place of eventsWith(token)) places.add(place);
  }
  const answers = answersOf(units);
  const rated = [...places].map((place) => one(events[place], units, answers));
  return ordered(rated.filter((each) => each.coverage > 0));
}

// No event with a forgiven word before one that has every word as typed.
function ordered(rated) {
  const sure = rated.filter((each) => each.isSure).map((each) => each.score);
  const least = Math.min(1, ...sure) * 0.999;
  for (const each of rated) if (each.isForgiven && each.score > least) each.score = least;
  return rated.sort((one, other) => other.score - one.score || one.event.place - other.event.place);
}

function answersOf(units) {
  const answers = new Map();
  units.forEach((unit, place) => {
    for (const form of unit.forms.values()) {
      if (!answers.has(form.token)) answers.set(form.token, []);
      answers.get(form.token).push([place, form]);
    }
  });
  return answers;
}

// ---- one event

function one(event, units, answers) {
  const found = units.map(() => ({ form: null, field: 0, strength: 0, again: 0 }));
  for (const field of [TITLE, NAMES, TAGS, SUMMARY]) seek(event, field, units, answers, found);
  if (found.some((best) => !best.form)) seek(event, SOURCES, units, answers, found);
  units.forEach((unit, place) => {
    const share = unit.moment ? covers(unit.moment, event) : 0;
    if (share) see(found[place], { how: DATE, strength: share, coverage: share }, TAGS, share);
  });
  const coverage = coverageOf(units, found);
  const total = units.reduce((sum, unit) => sum + unit.weight, 0) || 1;
  const quality = units.reduce((sum, unit, place) => sum + unit.weight * worth(unit, found[place]), 0) / total;
  const score = (quality * coverage ** 2 * (1 + closeness(event, units, answers))) / HIGHEST;
  const telling = found.filter((_, place) => !units[place].isCommon);
  const isForgiven = found.some((best) => best.form && isGuess(best.form.how));
  return {
    event,
    found,
    coverage,
    score: score * prior(event, units, answers) * weights.doubt ** doubts(units, found),
    isForgiven,
    isSure: !isForgiven && telling.every((best) => best.form),
  };
}

const worth = (unit, best) => (unit.isCommon ? COMMON_WORTH : best.strength + weights.again * best.again);

function see(best, form, field, strength) {
  if (strength > best.strength) {
    if (best.form && field !== best.field) best.again = best.strength;
    Object.assign(best, { form, field, strength });
  } else if (field !== best.field && strength > best.again) best.again = strength;
}

function seek(event, field, units, answers, found) {
  const tokens = event.fields[field];
  const many = field === NAMES ? 1 - MANY_NAMES * Math.log2(Math.max(1, tokens.length)) : 1;
  for (const token of tokens) {
    for (const [place, form] of answers.get(token) || []) {
      if (isRead(units[place], form, field)) see(found[place], form, field, form.strength * WORTH[field] * many);
    }
  }
}

// No guess is looked for in what sources say, no short one in a summary.
function isRead(unit, form, field) {
  if (field < SUMMARY || !(isGuess(form.how) || form.how === DATE)) return true;
  return field === SUMMARY && (form.how !== FUZZY || unit.term.word.length > LONGEST_SHORT);
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
    if (token.length > 3) now.before = new Set();
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
  const near = weights.neighbours * Math.min(neighbours, MOST_NEIGHBOURS);
  return asked ? (weights.closeness * asked) / (length || 1) + near : 0;
}

function coverageOf(units, found) {
  let total = 0;
  let covered = 0;
  let whole = 1;
  units.forEach((unit, place) => {
    const share = found[place].form?.coverage || 0;
    if (unit.moment) whole *= share;
    else {
      total += unit.claim;
      covered += unit.claim * (unit.isCommon ? 1 : share);
    }
  });
  return whole * (total ? covered / total : 1);
}

function prior(event, units, answers) {
  const said = event.fields[SOURCES].length;
  let prior = 1 - weights.sourced * Math.max(0, 1 - Math.log2(1 + said) / 8);
  if (event.scope === "context") prior *= CONTEXT_WORTH;
  if (units.filter((unit) => !unit.isCommon).length === 1) {
    prior *= weights.detail ** ((event.weight !== LANDMARK) + (event.weight === DETAIL));
  }
  const told = event.fields[TITLE].filter((token) => CONSEQUENCES.has(token));
  if (told.length && !told.some((token) => answers.has(token))) prior *= weights.consequence;
  return prior;
}

function doubts(units, found) {
  return units.reduce((sum, unit, place) => {
    if (found[place].form) return sum + (found[place].field === SOURCES);
    const lack = lackOf(unit);
    return sum + (lack === "missing_name" ? 2 : lack === "missing_word" ? 1 : 0);
  }, 0);
}

// ---- evidence: what speaks for an event less what speaks against it

function evidence(units, rated) {
  let sum = weights.floor + weights.score * Math.log(Math.max(rated.score, LOWEST_SCORE));
  let unknown = 0;
  const strengths = [];
  units.forEach((unit, place) => {
    if (unit.isCommon) return;
    const best = rated.found[place];
    strengths.push(unit.weight * best.strength);
    if (best.form) {
      if (best.field === TITLE) sum += weights.title * unit.weight * best.form.strength;
      if (best.field === SOURCES) sum += weights.sources_only;
      return;
    }
    const lack = lackOf(unit);
    if (lack === "unknown_words") unknown += 1;
    else if (lack) sum += weights[lack] * (lack === "missing_name" ? Math.min(1, unit.weight / RARE) : 1);
  });
  strengths.sort((one, other) => other - one);
  const best = strengths.slice(0, 2).reduce((total, each) => total + each, 0);
  return sum + weights.best * best + weights.unknown_words * Math.max(unknown - 1, 0);
}

function lackOf(unit) {
  if (unit.isCommon || /^\d*$/.test(unit.term.word)) return "";
  const isKnown = [...unit.forms.values()].some((form) => !isGuess(form.how));
  if (unit.isProper || unit.isName) return isKnown ? "missing_name" : "unknown_name";
  return isKnown ? "missing_word" : "unknown_words";
}

// ---- dates: how well those of an event answer that of a query

function covers(moment, event) {
  let best = 0;
  for (const side of event.sides) {
    if (side.status === "rejected") continue;
    const worth = side.status === "preferred" ? 1 : OTHER_DATE;
    best = Math.max(best, worth * fits(moment, side.value));
  }
  return best;
}

const EDTF = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?/;

function fits({ years, month, day }, value) {
  const [begin, end = begin] = value.split("/").map((part) => part.match(EDTF));
  if (!begin) return 0;
  const last = end || begin;
  const wanted = years.length ? years : [Number(begin[1])];
  if (Number(last[1]) < wanted[0] || Number(begin[1]) > wanted.at(-1)) return 0;
  if (!month) return 1;
  if (!begin[2]) return LESS_PRECISE;
  const months = [Number(begin[1]) * 12 + Number(begin[2]), Number(last[1]) * 12 + Number(last[2] || 12)];
  const asked = wanted.map((year) => year * 12 + month);
  if (!asked.some((each) => each >= months[0] && each <= months[1])) return 0;
  if (!day || begin[0] !== last[0]) return 1;
  if (!begin[3]) return LESS_PRECISE;
  return Number(begin[3]) === day ? 1 : 0;
}
