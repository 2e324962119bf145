// What the search knows of words: the folded fields of each event, in which events a word stands,
// and the names that are spelt with it.

import { LANGUAGES, events, nameOf, record, sayingsOf, summaryOf, titleOf } from "./record.js";
import { foldWords } from "./folding.js";

export const TITLE = 0;
export const NAMES = 1;
export const TAGS = 2;
export const SUMMARY = 3;
export const SOURCES = 4;
export const BREAK = "|";

// What is rare among twenty events says nothing.
const FEW = 300;
const START = 3;

const postings = new Map();
const spellings = new Map();
const lengths = new Map();
const starts = new Map();
let prepared = 0;

// ---- reading the events, a few at a time while nothing else is to be done

export function prepare(hasTime = () => true) {
  if (!prepared) readNames();
  while (prepared < events.length && hasTime()) readEvent(events[prepared++]);
  return prepared === events.length;
}

function readEvent(event) {
  const label = Object.values(record.categories[event.category].labels);
  const kinds = event.sides.filter((side) => side.status !== "rejected").map((side) => side.kind);
  const tags = [event.category, ...event.tags, ...kinds].map((id) => `#${id}`);
  const fields = [
    broken([...LANGUAGES.map((lang) => titleOf(event, lang)), ...(event.aliases || [])]),
    event.linked.map(([, id]) => `@${id}`),
    [...tags, ...foldWords(label.join(" ")), ...broken(event.keywords || [])],
    broken(record.texts.map((lang) => summaryOf(event, lang).text)),
    foldWords(sayingsOf(event).join(" ")),
  ];
  event.fields = fields;
  for (const token of new Set(fields.flat())) {
    if (token === BREAK) continue;
    know(token);
    postings.get(token).push(event.place);
  }
}

const broken = (texts) => [...new Set(texts)].flatMap((each) => [...foldWords(each), BREAK]);

function know(token) {
  if (postings.has(token)) return;
  postings.set(token, []);
  const start = token.slice(0, START);
  if (!starts.has(start)) starts.set(start, []);
  starts.get(start).push(token);
  if (!lengths.has(token.length)) lengths.set(token.length, []);
  lengths.get(token.length).push(token);
}

function readNames() {
  for (const id of record.names.ids) spell(`@${id}`, nameOf(id).kind, formsOf(nameOf(id)));
  for (const [id, labels] of Object.entries(record.tags)) spell(`#${id}`, "tag", Object.values(labels));
}

const formsOf = ({ labels, spellings }) => [...new Set([...Object.values(labels).filter(Boolean), ...spellings])];

function spell(token, kind, forms) {
  for (const form of forms) {
    const words = foldWords(form);
    for (const word of words) {
      if (!spellings.has(word)) spellings.set(word, []);
      spellings.get(word).push({ token, kind, words, text: words.join(" ") });
      know(word);
    }
  }
}

// ---- looking words up

export const eventsWith = (token) => postings.get(token) || [];
export const count = (token) => postings.get(token)?.length || 0;
export const isKnown = (word) => postings.has(word);
export const spelt = (word) => spellings.get(word) || [];
export const spellingsOf = (token) => formsOf(nameOf(token.slice(1))).map((form) => foldWords(form).join(" "));

export function rarity(documents) {
  const all = Math.max(events.length, FEW);
  return Math.log(1 + all / (Math.min(documents, all) + 1));
}

export function* ofLength(least, most) {
  for (let length = least; length <= most; length++) yield* lengths.get(length) || [];
}

export function beginning(word) {
  const near = word.length < START ? [...postings.keys()] : starts.get(word.slice(0, START)) || [];
  return near.filter((other) => other.startsWith(word));
}

// Whether a word stands in a title, a subject or a keyword.
export const isTitled = (token) => eventsWith(token).some((place) => {
  const { fields } = events[place];
  return fields[TITLE].includes(token) || fields[TAGS].includes(token);
});

// The events in which all words of a phrase stand, and whether they stand together in a field.
export function eventsWithAll(words) {
  const [first, ...others] = words.map((word) => new Set(eventsWith(word)));
  return [...first].filter((place) => others.every((places) => places.has(place)));
}

export const isTogether = (tokens, phrase) => ` ${tokens.join(" ")} `.includes(` ${phrase} `);
