// Reading a query: its words, its dates, its phrases, what it leaves out, and between what it lets choose.

import { once, record } from "./record.js";
import { foldWord, foldWords, isCyrillic, partsOf, wordsOf } from "./folding.js";
import { BAR, readSigns } from "./signs.js";
import { orderOf } from "./dating.js";
import { linesOf } from "./synonyms.js";
import { isYear, parted } from "./exceptions.js";

const LONGEST_QUERY = 1000;
const MOST_TERMS = 12;
const SHORT_ACRONYM = 4;
const COMMA = ",";

const listOf = (name) => once(() => new Set(record.reader.roles[name]));
const byScript = (name) => once(() => {
  const { latin, cyrillic } = record.reader.by_script[name];
  return [new Set(latin), new Set(cyrillic)];
});

const QUESTION_WORDS = listOf("question_words");
const SILENT = byScript("stop_words");
const HINTS = byScript("hints");

// Groups of terms of which any answers, and the groups that must not be there all together.
export function read(query) {
  const signs = readSigns(query.slice(0, LONGEST_QUERY));
  const { written, text } = inFigures(signs.text);
  const spokenTerms = termsOf(text);
  const isQuestion = spokenTerms.some((each) => QUESTION_WORDS().has(each.word));
  const { kept, excluded } = parted(spokenTerms);
  const { moment, rest } = written ? { moment: written, rest: kept } : dated(kept);
  const spoken = chosen(withoutSilent(rest, moment));
  const groups = unique([...signs.phrases.map((typed) => [phrase(typed)]), ...spoken]);
  if (moment) groups.push([{ word: "", words: [], moment }]);
  const signed = signs.excluded.map((typed) => [leftOut(typed)]);
  return { groups: groups.slice(0, MOST_TERMS), excluded: [...excluded.map((group) => group.map(asDate)), ...signed], isQuestion };
}

// ---- the terms of a query

function termsOf(text) {
  const typed = partsOf(text);
  const isShouting = typed.length > 1 && text === text.toUpperCase() && text !== text.toLowerCase();
  return typed.map((part, place) => term(part, place, typed.length, isShouting)).filter((each) => each.word || each.isBar || each.isComma);
}

function term(typed, place, many, isShouting) {
  const word = foldWord(typed);
  const cyrillic = isCyrillic(typed);
  const isUpper = typed.length > 1 && typed === typed.toUpperCase() && typed !== typed.toLowerCase();
  const isCapital = typed[0] !== typed[0].toLowerCase() && !isShouting;
  const isSilent = (word.length === 1 && !/\d/.test(word)) || SILENT()[Number(cyrillic)].has(word);
  return {
    typed,
    word,
    words: [word],
    cyrillic,
    isBar: typed === BAR,
    isComma: typed === COMMA,
    isSilent,
    isSoft: HINTS()[Number(cyrillic)].has(word),
    order: orderOf(word),
    isFirst: place === 0,
    isLast: place === many - 1,
    isCapital,
    isUpper,
    isAcronym: isUpper && isSilent,
    isShortAcronym: isUpper && isCapital && word.length <= SHORT_ACRONYM,
  };
}

function phrase(typed) {
  const words = foldWords(typed);
  return { typed, word: words.join(" "), words, cyrillic: isCyrillic(typed), isPhrase: words.length > 1 };
}

function leftOut(typed) {
  return isYear(typed) ? { word: "", words: [], moment: ofYears([Number(typed)]) } : phrase(typed);
}

// The words that say something, or all when none does; capitals mark an acronym.
function withoutSilent(terms, moment) {
  const words = terms.filter((each) => !each.isBar);
  const isShouting = words.length > 1 && words.every((each) => each.isUpper);
  const kept = terms.filter((each) => !each.isSilent || (each.isAcronym && !isShouting));
  return moment || kept.some((each) => !each.isBar) ? kept : terms;
}

// Terms with OR between them are one choice.
function chosen(terms) {
  const groups = [];
  let isJoined = false;
  for (const each of terms) {
    if (each.isBar) isJoined = groups.length > 0;
    else if (isJoined) {
      groups.at(-1).push(each);
      isJoined = false;
    } else groups.push([each]);
  }
  return groups;
}

const unique = (groups) => [...new Map(groups.map((group) => [group.map((each) => each.word).join("|"), group])).values()];

// ---- dates of what is left out

const asDate = (each) => (isYear(each.word) ? { ...each, moment: ofYears([Number(each.word)]) } : each);

// ---- dates: years, a month of a year, a day of a month

const months = once(() => {
  const known = new Map();
  for (const { names, days } of Object.values(record.dates)) {
    names.forEach((name, place) => known.set(foldWord(name), place + 1));
    days.forEach(([, pattern], place) => {
      const word = wordsOf(pattern.replace(/\{.\}/g, " ")).map(foldWord).find((each) => each.length > 2);
      if (word) known.set(word, place + 1);
    });
  }
  return known;
});

// A date in figures: 2008-06-11, 2008-06, 11.06.2008; the years from one to another; a decade, 1990s.
const DAYS = [
  [/\b(\d{4})-(\d\d)(?:-(\d\d))?\b/, (found) => [found[1], found[2], found[3]]],
  [/\b(\d\d?)[./](\d\d?)[./](\d{4})\b/, (found) => [found[3], found[2], found[1]]],
];
const YEARS = [
  [/\b((?:1[5-9]|20)\d\d)\s*[–—-]\s*((?:1[5-9]|20)\d\d)\b/, (found) => [Number(found[1]), Number(found[2])]],
  [/\b(1[89]\d|20\d)0s\b/, (found) => [Number(found[1]) * 10, Number(found[1]) * 10 + 9]],
];

const ofYears = (years, literals = years) => ({ years, month: 0, day: 0, literals: literals.map(String) });

function inFigures(query) {
  for (const [pattern, order] of DAYS) {
    const found = query.match(pattern);
    if (!found) continue;
    const [year, month, day] = order(found).map((part) => Number(part || 0));
    return { written: { years: [year], month, day, literals: [] }, text: query.replace(found[0], " ") };
  }
  for (const [pattern, ends] of YEARS) {
    const found = query.match(pattern);
    if (!found) continue;
    const [first, last] = ends(found);
    const years = Array.from({ length: Math.max(last - first + 1, 0) }, (_, more) => first + more);
    return { written: ofYears(years, []), text: query.replace(found[0], " ") };
  }
  return { written: null, text: query };
}

const FIGURE = /^(0?[1-9]|[12]\d|3[01])(er|st|nd|rd|th|e)?$/;

// The day that a figure or an ordinal says: 11, 1er, "third", «третье».
function dayOf(each) {
  if (!each || each.isBar) return 0;
  if (FIGURE.test(each.word)) return parseInt(each.word, 10);
  for (const { words } of linesOf(each.word, each.cyrillic)) {
    const figure = words.find(({ text }) => /^\d+[a-z]/.test(text));
    if (figure && FIGURE.test(String(parseInt(figure.text, 10)))) return parseInt(figure.text, 10);
  }
  return 0;
}

function dated(terms) {
  const years = terms.filter((each) => isYear(each.word));
  const place = terms.findIndex((each) => months().has(each.word));
  const beside = place < 0 ? null : dayBeside(terms, place);
  const isMonth = place >= 0 && (beside || years.length > 0);
  if (!years.length && !isMonth) return { moment: null, rest: terms };
  const used = new Set([...years, ...(isMonth ? [terms[place], beside?.term] : [])]);
  const moment = {
    ...ofYears(years.map((each) => Number(each.word)).sort((one, other) => one - other)),
    month: isMonth ? months().get(terms[place].word) : 0,
    day: isMonth && beside ? beside.day : 0,
  };
  if (isMonth) moment.literals = [];
  return { moment, rest: terms.filter((each) => !used.has(each)) };
}

// The day before a month, small words between them passed over, or after it.
function dayBeside(terms, place) {
  let before = place - 1;
  while (before > 0 && terms[before].isSilent && !dayOf(terms[before])) before--;
  for (const each of [terms[before], terms[place + 1]]) {
    const day = dayOf(each);
    if (day) return { term: each, day };
  }
  return null;
}
