// What a query leaves out: «sauf Sarkozy», "but not in 2011 or 2015", «кроме Макрона и Олланда», «Саркозиден басқа».

import { once, record } from "./record.js";

const LEFT_OUT = { except: ["date", "name", "word"], without: ["name"], not: ["date", "name"], beside: ["date"] };
const ROLES = ["except", "without", "not"];

const expressions = once(() => Object.fromEntries(ROLES.map((role) => [role, record.reader.roles[role].map((said) => said.split(" "))])));
const behind = once(() => new Set(record.reader.roles.except_behind));
const joiners = once(() => new Set(record.reader.roles.joiners));

export const isYear = (word) => /^(1[5-9]|20)\d\d$/.test(word);

const isSign = (term) => term.isBar || term.isComma;
const isPassedOver = (term) => term.isSilent && !term.isAcronym && !term.isCapital;

// The terms that are kept, and the groups of terms that must not be there together.
export function parted(terms) {
  const kept = [];
  const excluded = [];
  let place = 0;
  while (place < terms.length) {
    const isAlone = !kept.some((term) => !term.isSilent && !isSign(term));
    let { groups, count } = leftOut(terms.slice(place), isAlone);
    if (!groups.length && behind().has(terms[place].word)) {
      const before = listed(untilComma([...kept].reverse()), "except", true);
      groups = before.groups.map((group) => group.reverse());
      kept.length -= before.count;
      count = 1;
    }
    excluded.push(...groups);
    if (!groups.length) kept.push(terms[place]);
    place += groups.length ? count : 1;
  }
  return { kept: kept.filter((term) => !term.isComma), excluded };
}

function untilComma(terms) {
  const comma = terms.findIndex((term) => term.isComma);
  return comma < 0 ? terms : terms.slice(0, comma);
}

function leftOut(terms, isAlone) {
  for (const role of ROLES) {
    const length = opening(terms, role);
    const { groups, count } = length ? listed(terms.slice(length), role, isAlone) : { groups: [] };
    if (groups.length) return { groups, count: length + count };
  }
  return { groups: [], count: 0 };
}

// How many of the first terms are an expression of a role: «à l’exception de».
function opening(terms, role) {
  const lengths = expressions()[role]
    .filter((words) => words.every((word, place) => terms[place]?.word === word))
    .map((words) => words.length);
  return Math.max(0, ...lengths);
}

// The things of one sort that stand first, joined by «et», "or" or commas.
function listed(terms, role, isAlone) {
  const groups = [];
  let end = 0;
  let place = 0;
  for (;;) {
    while (place < terms.length && isPassedOver(terms[place])) place++;
    const isBeside = role === "not" && place === end;
    const group = thing(terms.slice(place), isBeside ? "beside" : role, isAlone);
    if (!group.length || (groups.length && sortOf(group[0]) !== sortOf(groups[0][0]))) return { groups, count: end };
    groups.push(group);
    place += group.length;
    end = place;
    while (place < terms.length && isJoint(terms[place])) place++;
    if (place === end) return { groups, count: end };
  }
}

// The date, the name or the words together that come first, if the role leaves such out.
function thing(terms, role, isAlone) {
  if (!terms.length || isSign(terms[0])) return [];
  const first = sortOf(terms[0]);
  if (!LEFT_OUT[role].includes(first)) return [];
  if (first === "date" || (first === "word" && isAlone)) return [terms[0]];
  const end = terms.findIndex((term, place) => place > 0 && (isSign(term) || isPassedOver(term) || sortOf(term) !== first));
  return end < 0 ? terms : terms.slice(0, end);
}

function sortOf(term) {
  if (isYear(term.word)) return "date";
  return term.isCapital ? "name" : "word";
}

const isJoint = (term) => isSign(term) || joiners().has(term.word);
