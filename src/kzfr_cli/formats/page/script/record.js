// The record: what the page holds of events, names and sources, and its words.

import { clean } from "./elements.js";

export const BEGUN = performance.now();
export const record = JSON.parse(document.getElementById("data").textContent);

// The events and their sources stand beside what the handout says of them.
function part(name) {
  const blocks = [...document.querySelectorAll(`script[data-part=${name}]`)];
  return JSON.parse(`[${blocks.map((block) => block.textContent).join(",")}]`).flat();
}

export const events = part("events");

const sources = [...document.getElementById("all-sources").children];

// A source as the handout tells it, and in what language its title is.
export function source(number) {
  const item = sources[number];
  const name = item.querySelector("a, cite");
  return {
    title: name.textContent,
    publisher: item.querySelector("span")?.textContent || "",
    url: name.getAttribute("href"),
    lang: name.lang || undefined,
    date: item.querySelector("time")?.textContent,
  };
}
export const LANGUAGES = Object.keys(record.says);
export const FACETS = ["cat", "person", "place", "org", "tag"];

const nameIds = Object.keys(record.names);
const tagIds = Object.keys(record.tags);
const ROLES = { person: "person", place: "place", organisation: "org" };
const byId = new Map();

for (const [place, event] of events.entries()) {
  event.place = place;
  event.precision ??= "day";
  event.earliest ??= event.precision === "day" ? event.date : null;
  event.latest ??= event.precision === "day" ? event.date : null;
  event.tags = (event.tags || []).map((number) => tagIds[number]);
  event.linked = linkedOf(event);
  event.facets = facetsOf(event);
  byId.set(event.id, event);
}
for (const event of events) {
  for (const former of event.former_ids || []) {
    if (!byId.has(former)) byId.set(former, event);
  }
}

// The names of an event by their role, each with what it was called then if that is not its name of today.
function linkedOf(event) {
  return (event.linked || []).map(([role, number, then]) => [role, nameIds[number], then]);
}

// What an event is filtered by: its category, names and subjects, by the parameters of the address.
function facetsOf(event) {
  const facets = { cat: [event.category], person: [], place: [], org: [], tag: event.tags };
  for (const [role, id] of event.linked) facets[ROLES[role]].push(id);
  return facets;
}

export const find = (id) => byId.get(id) || null;

// The label of what a facet holds, in a language; what nobody knows is its id.
export function label(facet, id, lang) {
  if (facet === "cat") return clean(record.categories[id]?.labels[lang] || id);
  const labels = facet === "tag" ? record.tags[id] : record.names[id]?.labels;
  return clean(said(labels, lang) || id);
}

// A label that is as in the language before stands there only.
function said(labels, lang) {
  const from = LANGUAGES.slice(0, LANGUAGES.indexOf(lang) + 1).reverse();
  return labels?.[from.find((each) => labels[each])];
}

export const familyOf = (event) => record.categories[event.category].family;

export const titleOf = (event, lang) => clean(event.titles[lang]);

// The language of a title that has no translation, for its `lang`; nothing where it has one.
export const titleLanguage = (event, lang) => event.languages?.[lang];

// The year under which an event stands.
export const yearIn = (event) => (event.earliest || event.latest || "—").slice(0, 4).replace(/^0+/, "");

// A text in a language of the page, and the language that it is really in when that is another.
export function text(texts, lang) {
  if (!texts) return { text: "", lang: undefined };
  const held = record.texts.includes(lang) ? lang : record.lang;
  const real = texts.real?.[held] || held;
  return { text: clean(texts[held] || ""), lang: real === lang ? undefined : real };
}
