// The record: what the page holds of events, names and sources, and its words. What the first view does
// not need is read when it is first asked for, a few events at a time.

import { clean } from "./elements.js";

export const BEGUN = performance.now();

const parsed = (id) => JSON.parse(document.getElementById(id).textContent);

export const record = parsed("data");

for (const name of ["reader", "letters", "tags", "sayings", "curves"]) lazily(record, name, () => parsed(`data-${name}`));

// A name whose id is its English label has none of its own there.
lazily(record, "names", () => {
  const names = parsed("data-names");
  return { ...names, ids: names.ids.map((id, number) => id || slug(names.en[number] || names.fr[number])) };
});

const slug = (label) => label.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-");

function lazily(object, name, find) {
  Object.defineProperty(object, name, {
    configurable: true,
    get() {
      const value = find();
      Object.defineProperty(object, name, { value });
      return value;
    },
  });
}

// What is found once, when it is first asked for.
export function once(find) {
  let value;
  return () => (value ??= find());
}

export const LANGUAGES = Object.keys(record.says);
export const FACETS = ["cat", "person", "place", "org", "tag"];

// ---- events: their heads stand in columns, what there is more of each in parts

const CATEGORIES = Object.keys(record.categories);
const ROLES = ["person", "place", "organisation"];
const KINDS = Object.keys(record.kinds[record.lang]);
const STATUSES = Object.keys(record.statuses[record.lang]);
const FACET_OF = { person: "person", place: "place", organisation: "org" };
const MORE = ["sides", "sources", "linked", "tags", "keywords", "aliases", "conflicts", "summary", "isContext", "quiet"];

class Event {
  constructor(id, place) {
    const { dates, categories, weights, more } = record.heads;
    this.place = place;
    this.date = dates[place];
    this.id = whole(id, this.date);
    this.category = CATEGORIES[categories[place]];
    this.weight = weights[place];
    const head = more[place];
    this.words = head?.words;
    this.uncertain = Boolean(head?.uncertain);
    this.disputed = Boolean(head?.disputed);
    this.languages = head?.languages;
    const known = head?.precision ? head : spanned(this.date);
    this.precision = known.precision;
    this.earliest = known.earliest;
    this.latest = known.latest;
  }
}

// An id that ends with a hyphen goes on with the year of its date, one with two of them ends with one.
function whole(id, date) {
  if (!id.endsWith("-")) return id;
  return id.endsWith("--") ? id.slice(0, -1) : id + date.slice(0, 4);
}

// A day, a month or a year from its first day to its last.
function spanned(date) {
  if (date.length === 4) return { precision: "year", earliest: `${date}-01-01`, latest: `${date}-12-31` };
  if (date.length > 7) return { precision: "day", earliest: date, latest: date };
  const last = new Date(Date.UTC(date.slice(0, 4), date.slice(5), 0)).getUTCDate();
  return { precision: "month", earliest: `${date}-01`, latest: `${date}-${last}` };
}

export const events = record.heads.ids.map((id, place) => new Event(id, place));

const blocks = [...document.querySelectorAll("script[data-part=events]")];
const read = [];

const LISTS = new Set(["sides", "linked", "tags"]);

function moreOf({ place }) {
  const number = Math.floor(place / record.part);
  read[number] ||= JSON.parse(blocks[number].textContent);
  const values = read[number].map((column) => column[place % record.part]);
  return Object.fromEntries(MORE.map((name, column) => [name, values[column] || (LISTS.has(name) ? [] : null)]));
}

// Reads part after part as long as there is time; whether all are read.
export function readSome(hasTime) {
  let number = read.findIndex((part) => !part);
  if (number < 0) number = read.length;
  while (number < blocks.length && hasTime()) moreOf(events[number++ * record.part]);
  return number >= blocks.length;
}

for (const name of ["keywords", "aliases", "summary", "isContext", "quiet"]) {
  Object.defineProperty(Event.prototype, name, {
    get() {
      return moreOf(this)[name];
    },
  });
}

// The sources of an event; where none are named, in the order of the handout.
onEvents("sources", (event) => moreOf(event).sources || numbersIn(articleOf(event).querySelector("p")));

// The dated sides of an event; that of its own date has its value and words.
onEvents("sides", (event) => moreOf(event).sides.map(([kind, status, value, sources, words, note], place) => {
  return withPoint({ kind: KINDS[kind], status: STATUSES[status], value: value || event.date, words: words && Object.keys(words).length ? words : null }, event, place, { sources, note });
}));

// On what other points its sources disagree.
onEvents("conflicts", (event) => (moreOf(event).conflicts || []).map(({ about, note, sources }, place) => {
  return withPoint({ about }, event, event.sides.length + place, { sources, note });
}));

// The handout lists the sides of an event, then the other points, with notes and sources, which are
// read there when they are asked for.
function withPoint(object, event, place, { sources, note }) {
  const point = once(() => articleOf(event).querySelectorAll("li")[place] || null);
  lazily(object, "sources", () => sources || numbersIn(point()));
  lazily(object, "note", () => noteIn(point(), note));
  return object;
}

// The numbers of sources; 3–5 is a span of them.
function numbersIn(element) {
  const told = (element?.querySelector("sup")?.textContent || "").split(",").filter(Boolean);
  return told.flatMap((text) => {
    const [first, last = first] = text.split("–").map(Number);
    return Array.from({ length: last - first + 1 }, (_, more) => first + more);
  });
}

function noteIn(point, others) {
  const said = point?.querySelector("span");
  return said && withOwn(others, said.textContent, said.lang);
}

// The names of an event by their role, each with what it was called then if that is not its name of today.
onEvents("linked", (event) => moreOf(event).linked.map((item) => {
  const [place, then] = [item].flat();
  return [ROLES[place % ROLES.length], record.names.ids[Math.floor(place / ROLES.length)], then];
}));

onEvents("tags", (event) => moreOf(event).tags.map((number) => tagIds()[number]));

// What an event is filtered by: its category, names and subjects, by the parameters of the address.
onEvents("facets", (event) => {
  const facets = { cat: [event.category], person: [], place: [], org: [], tag: event.tags };
  for (const [role, id] of event.linked) facets[FACET_OF[role]].push(id);
  return facets;
});

function onEvents(name, find) {
  Object.defineProperty(Event.prototype, name, {
    get() {
      const value = find(this);
      Object.defineProperty(this, name, { value });
      return value;
    },
  });
}

const tagIds = once(() => Object.keys(record.tags));

const byId = once(() => {
  const known = new Map(events.map((event) => [event.id, event]));
  for (const [place, { former_ids: former = [] }] of Object.entries(record.heads.more)) {
    for (const id of former) if (!known.has(id)) known.set(id, events[place]);
  }
  return known;
});

export const find = (id) => (id ? byId().get(id) || null : null);

// ---- titles and summaries: in the page's own language, as the handout tells them

const articles = once(() => [...document.getElementById("handout").children]);
const articleOf = ({ place }) => articles()[place];

const titles = {};

export function titleOf(event, lang) {
  const own = (event.title ??= clean(articleOf(event).firstElementChild.lastElementChild.textContent));
  if (lang === record.lang) return own;
  titles[lang] ||= parsed(`data-titles-${lang}`);
  const other = titles[lang][event.place];
  return other === null ? own : clean(other);
}

// The language of a title that has no translation, for its `lang`; nothing where it has one.
export const titleLanguage = (event, lang) => event.languages?.[lang];

// The date of an event in words that is more than a day, month or year.
export function dateWords(event, lang) {
  if (!event.words) return "";
  return clean(lang === record.lang ? ownWords(event) : event.words[lang]);
}

const ownWords = (event) => articleOf(event).firstElementChild.firstChild.data.replace(/ — $/, "");

// A text in a language of the page, and the language that it is really in when that is another.
export function text(texts, lang) {
  if (!texts) return { text: "", lang: undefined };
  const held = heldIn(lang);
  const real = texts.real?.[held] || held;
  const said = texts[held] ?? texts[real] ?? texts[record.lang];
  return { text: clean(said || ""), lang: real === lang ? undefined : real };
}

const heldIn = (lang) => (record.texts.includes(lang) ? lang : record.lang);

export function summaryOf(event, lang) {
  const held = heldIn(lang);
  const own = articleOf(event).querySelector("p");
  return text(withOwn(event.summary, own.firstChild?.data?.trim(), own.lang), lang);
}

// A text in the other languages of the page, with that of the handout in the page's own.
function withOwn(others, said, lang) {
  return { ...others, [record.lang]: said, real: lang ? { ...others?.real, [record.lang]: lang } : others?.real };
}

// What the sources of an event say of it, one after the other.
export const sayingsOf = ({ place }) => record.sayings[place];

// ---- names and subjects

const numbers = once(() => new Map(record.names.ids.map((id, number) => [id, number])));

// The labels of a name, its kind, and its other spellings as the search folds them.
export function nameOf(id) {
  const number = numbers().get(id);
  if (number === undefined) return null;
  const labels = Object.fromEntries(LANGUAGES.map((lang) => [lang, record.names[lang][number]]));
  return { kind: record.names.sorts[record.names.kinds[number]], labels, spellings: record.names.spellings[number] };
}

// The label of what a facet holds, in a language; what nobody knows is its id.
export function label(facet, id, lang) {
  if (facet === "cat") return clean(record.categories[id]?.labels[lang] || id);
  const labels = facet === "tag" ? record.tags[id] : nameOf(id)?.labels;
  return clean(labelIn(labels, lang) || id);
}

// A label that is as in the language before stands there only.
export function labelIn(labels, lang) {
  const from = LANGUAGES.slice(0, LANGUAGES.indexOf(lang) + 1).reverse();
  return labels?.[from.find((each) => labels[each])];
}

export const familyOf = (event) => record.categories[event.category].family;

// The year under which an event stands.
export const yearIn = (event) => (event.earliest || event.latest || "—").slice(0, 4).replace(/^0+/, "");

// ---- sources: as the handout tells them, and in what language the title of each is

const sources = document.getElementById("all-sources").children;

export function source(number) {
  const item = sources[number - 1];
  const name = item.querySelector("a, cite");
  return {
    title: name.textContent,
    publisher: item.firstChild === name ? "" : item.firstChild.data.replace(/, $/, ""),
    url: name.getAttribute("href"),
    lang: name.lang || record.lang,
    date: name.nextSibling?.data.slice(2),
  };
}
