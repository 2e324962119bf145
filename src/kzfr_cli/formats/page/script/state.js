// What the reader asked for, as one value, and the address that says the same.

import { FACETS, LANGUAGES, events, find, record } from "./record.js";

export const EMPTY = Object.freeze({
  lang: record.lang,
  query: "",
  cat: [],
  person: [],
  place: [],
  org: [],
  tag: [],
  from: null,
  to: null,
  disputed: false,
  window: null,
  theme: null,
  event: null,
});

const YEAR = /^-?\d{1,4}$/;
const DAY = /^-?\d{4}-\d\d-\d\d$/;
const THEMES = ["light", "dark"];

// ---- reading

export function read(address) {
  const { params, id } = parts(address);
  const year = (name) => (YEAR.test(params.get(name) || "") ? Number(params.get(name)) : null);
  const known = (name) => list(params.get(name)).filter((value) => isKnown(name, value));
  return {
    ...EMPTY,
    ...Object.fromEntries(FACETS.map((name) => [name, known(name)])),
    lang: one(params.get("lang"), LANGUAGES) || firstLanguage(),
    query: params.get("q") || "",
    from: year("from"),
    to: year("to"),
    disputed: params.get("disputed") === "1",
    window: days(params.get("t")),
    theme: one(params.get("theme"), THEMES),
    event: find(id)?.id || null,
  };
}

// Where a browser lets a page from the disk change nothing but what follows the #, all stands there.
function parts({ search, hash }) {
  const [fragment, inside] = hash.replace(/^#/, "").split("?");
  return { params: new URLSearchParams(inside ?? search), id: decoded(fragment) };
}

// What follows the # may be anything; what is no id opens nothing.
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

const list = (text) => (text || "").split(",").filter(Boolean);
const one = (text, values) => (values.includes(text) ? text : null);

function isKnown(facet, value) {
  if (facet === "cat") return Object.hasOwn(record.categories, value);
  return events.some((event) => event.facets[facet].includes(value));
}

function days(text) {
  const [begin, end] = (text || "").split("..");
  return isDay(begin) && isDay(end) && begin < end ? [begin, end] : null;
}

const isDay = (text) => DAY.test(text) && Number.isFinite(Date.parse(text));

// The page opens in the reader's language; a page of a site is in that of its address.
function firstLanguage() {
  if (!record.guesses) return record.lang;
  const wanted = navigator.languages.map((tag) => tag.slice(0, 2));
  return wanted.find((lang) => LANGUAGES.includes(lang)) || record.lang;
}

// ---- writing

export function write(state) {
  const params = new URLSearchParams();
  const put = (name, value) => value && params.set(name, value);
  put("q", state.query.trim());
  for (const name of FACETS) put(name, state[name].join(","));
  put("from", state.from === null ? "" : String(state.from));
  put("to", state.to === null ? "" : String(state.to));
  put("disputed", state.disputed ? "1" : "");
  put("t", state.window ? state.window.join("..") : "");
  put("lang", state.lang);
  put("theme", state.theme);
  const said = params.toString().replaceAll("%2C", ",");
  return { search: `?${said}`, hash: state.event ? `#${encodeURIComponent(state.event)}` : "" };
}

export function isAsked(state) {
  return Boolean(state.query.trim() || isFiltered(state));
}

export function isFiltered(state) {
  const named = FACETS.some((name) => state[name].length);
  return named || state.from !== null || state.to !== null || state.disputed;
}
