// The card of an event, beside what opened it: its dates, disputes, names and sources.

import { $, clean, make } from "./elements.js";
import { familyOf, find, label, labelIn, record, sayingsOf, source, summaryOf, text, titleLanguage, titleOf } from "./record.js";
import { dateOf, isoInWords, sideInWords } from "./dates.js";
import { pair, says } from "./words.js";

const WIDTH = 420;
const NARROWEST = 300;
const GAP = 14;
const SHEET = 640;

const HEADINGS = [["place", "places"], ["person", "people"], ["organisation", "organisations"]];
const FACET = { place: "place", person: "person", organisation: "org" };

// ---- what it says

export function drawCard(state) {
  const box = $("card");
  const event = state.event && find(state.event);
  box.hidden = !event;
  if (!event) return;
  box.dataset.family = familyOf(event);
  box.replaceChildren(head(event, state.lang), ...body(event, state.lang), foot(event, state.lang));
}

function head(event, lang) {
  const button = (name, sign) => make("button", { type: "button", "data-do": name, "aria-label": says(lang, name), title: says(lang, name), text: sign });
  return make("div", { class: "top" },
    make("p", { class: "kicker" }, make("span", { text: label("cat", event.category, lang) })),
    make("div", { class: "steps" }, button("earlier", "←"), button("later", "→"), button("close", "×")));
}

function* body(event, lang) {
  yield make("p", { class: "date", text: dateOf(event, lang) });
  yield make("h2", { id: "card-title", lang: titleLanguage(event, lang), text: titleOf(event, lang) });
  if (titleLanguage(event, lang)) {
    yield make("p", { class: "says", text: says(lang, "fallback", { language: record.languages[lang][titleLanguage(event, lang)] }) });
  }
  const summary = summaryOf(event, lang);
  if (summary.text) yield make("p", { class: "summary", lang: summary.lang, text: summary.text });
  yield* dates(event, lang);
  yield* conflicts(event, lang);
  yield* names(event, lang);
  yield* sources(event, lang);
}

const numbersOf = (event) => new Map(event.sources.map((number, place) => [number, place + 1]));

export function notes(numbers) {
  return numbers.length ? make("sup", { text: ` ${merged(numbers)}` }) : null;
}

// Numbers in their order, those that follow one another as a span: 1–3, 5.
export function merged(numbers) {
  const sorted = [...new Set(numbers)].sort((one, other) => one - other);
  const runs = [];
  for (const number of sorted) {
    const run = runs.at(-1);
    if (run && number === run[1] + 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([one, other]) => (one === other ? `${one}` : `${one}${other - one > 1 ? "–" : ", "}${other}`)).join(", ");
}

export function statusOf(side, lang) {
  return side.status === "disputed" || side.status === "rejected" ? ` (${record.statuses[lang][side.status]})` : "";
}

function* dates(event, lang) {
  const numbers = numbersOf(event);
  yield make("h3", { text: says(lang, "dates") });
  yield make("ul", { class: "dates" }, ...event.sides.map((side) => {
    const status = statusOf(side, lang);
    const note = text(side.note, lang);
    return make("li", { class: side.status },
      pair(lang, record.kinds[lang][side.kind] || side.kind, sideInWords(side, event, lang)),
      status ? make("span", { class: "disputed-mark", text: status }) : null,
      notes(side.sources.map((number) => numbers.get(number))),
      note.text ? make("span", { class: "says", lang: note.lang, text: note.text }) : null);
  }));
}

function* conflicts(event, lang) {
  if (!event.conflicts.length) return;
  const numbers = numbersOf(event);
  yield make("h3", { text: says(lang, "conflicts") });
  yield make("ul", {}, ...event.conflicts.map((item) => {
    const note = text(item.note, lang);
    return make("li", {}, clean(labelIn(item.about, lang)), notes(item.sources.map((number) => numbers.get(number))),
      make("span", { class: "says", lang: note.lang, text: note.text }));
  }));
}

// Each name leads to its events.
function* names(event, lang) {
  for (const [role, heading] of HEADINGS) {
    const linked = event.linked.filter((item) => item[0] === role);
    if (linked.length) yield* row(heading, linked.map(([, id, then]) => [FACET[role], id, clean(then?.[lang] || label(FACET[role], id, lang))]), lang);
  }
  if (event.tags.length) yield* row("subjects", event.tags.map((id) => ["tag", id, label("tag", id, lang)]), lang);
}

function* row(heading, links, lang) {
  yield make("h3", { text: says(lang, heading) });
  yield make("p", { class: "names" }, ...links.flatMap(([facet, id, name], place) => [
    place ? ", " : "",
    make("a", { href: `?${facet}=${encodeURIComponent(id)}`, "data-facet": facet, "data-value": id, text: name }),
  ]));
}

function* sources(event, lang) {
  if (!event.sources.length) return;
  yield make("h3", { text: says(lang, "sources") });
  yield make("ol", { class: "sources" }, ...event.sources.map((number, place) => {
    const said = sayingsOf(event)[place];
    const item = make("li", {}, ...sourceParts(source(number), lang));
    if (said) item.append(make("span", { class: "says", lang: lang === "en" ? null : "en", text: clean(said) }));
    return item;
  }));
}

export function sourceParts({ title, publisher, url, date, lang: own }, lang) {
  const link = url
    ? make("a", { href: url, rel: "noopener noreferrer", target: "_blank", lang: own, text: title })
    : make("cite", { lang: own, text: title });
  return [link, publisher ? `, ${publisher}` : "", date ? `, ${isoInWords(lang, date)}` : ""];
}

function foot(event, lang) {
  const button = (name) => make("button", { type: "button", "data-do": name, text: says(lang, name) });
  return make("div", { class: "foot" },
    make("p", { class: "actions" }, button("share"), button("print_card")),
    make("p", { class: "says id", text: `#${clean(event.id)}` }),
    ownPage(event, lang),
    wrong(event, lang));
}

// On a site each event has a page, whose name is its id where that can be one.
function ownPage(event, lang) {
  if (!record.site || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(event.id)) return null;
  return make("p", {}, make("a", { href: `events/${event.id}.html`, text: says(lang, "event_page") }));
}

function wrong(event, lang) {
  if (!record.report) return null;
  const [before, after] = says(lang, "wrong", { id: clean(event.id) }).split("{address}");
  const link = make("a", { href: record.report, rel: "noopener noreferrer", target: "_blank", text: record.report });
  return make("p", { class: "says" }, before, link, after);
}

// ---- where it stands: beside what opened it, all of it on the screen where it can be

export function placeCard(opener) {
  const box = $("card");
  const room = document.documentElement.clientWidth;
  box.style.cssText = "";
  if (box.hidden || room <= SHEET) return;
  const around = $("content").getBoundingClientRect();
  const from = opener?.isConnected ? opener.getBoundingClientRect() : null;
  const { left, width, below } = beside(from, room);
  box.style.width = `${width}px`;
  const height = Math.min(box.offsetHeight, innerHeight - 2 * GAP);
  const wanted = below ? from.bottom + GAP : (from?.top ?? GAP) - 48;
  const top = below ? wanted : Math.max(GAP, Math.min(wanted, innerHeight - height - GAP));
  box.style.left = `${left - around.left}px`;
  box.style.top = `${top - around.top}px`;
}

// To the right, or to the left, or, where neither has room, below.
function beside(from, room) {
  const whole = Math.min(WIDTH, room - 2 * GAP);
  if (!from) return { left: room - whole - GAP, width: whole };
  const right = room - from.right - 2 * GAP;
  const left = from.left - 2 * GAP;
  if (right >= Math.min(WIDTH, Math.max(left, NARROWEST))) return { left: from.right + GAP, width: Math.min(WIDTH, right) };
  if (left >= NARROWEST) return { left: Math.max(GAP, from.left - GAP - WIDTH), width: Math.min(WIDTH, left) };
  return { left: Math.min(Math.max(from.left, GAP), room - whole - GAP), width: whole, below: true };
}
