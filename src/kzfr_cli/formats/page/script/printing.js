// Paper: the open card alone, or a handout of what is filtered, in the language of the page.

import { $, clean, make } from "./elements.js";
import { find, labelIn, record, source, summaryOf, text, titleLanguage, titleOf, yearIn } from "./record.js";
import { dateOf, isoInWords, sideInWords } from "./dates.js";
import { counted, pair, says } from "./words.js";
import { isAsked } from "./state.js";
import { asked } from "./asking.js";
import { merged, sourceParts, statusOf } from "./card.js";

const FEW = 60;
const LANDMARK = 3;

let wanted = null;

export const isMany = (state, look) => !state.event && !isAsked(state) && look.found.length > FEW;

// What is printed next: "card", "found", "landmarks"; nothing said, what the state asks for.
export function printNext(what) {
  wanted = what;
}

export function preparePaper(state, look) {
  const what = wanted || (state.event ? "card" : isMany(state, look) ? "landmarks" : "found");
  wanted = null;
  const event = what === "card" && state.event ? find(state.event) : null;
  const heavy = look.found.filter((each) => each.weight === LANDMARK);
  const told = event ? [event] : what === "landmarks" && heavy.length ? heavy : look.found;
  writeHandout([...told].sort((one, other) => one.place - other.place), state, { isCard: Boolean(event), isCut: told.length < look.found.length && !event });
}

// ---- the handout

function writeHandout(told, state, { isCard, isCut }) {
  const { lang } = state;
  const cited = [...new Set(told.flatMap((event) => event.sources))];
  const numbers = new Map(cited.map((number, place) => [number, place + 1]));
  const parts = [];
  let year = null;
  for (const event of told) {
    if (!isCard && yearIn(event) !== year) {
      year = yearIn(event);
      parts.push(make("h2", { class: "year", text: year }));
    }
    parts.push(article(event, lang, numbers));
  }
  const sources = make("ol", {}, ...cited.map((number) => make("li", {}, ...printed(source(number), lang))));
  $("paper-handout").replaceChildren(about(told, state, { isCard, isCut }), ...parts, make("h2", { text: says(lang, "sources") }), sources);
}

function about(told, state, { isCard, isCut }) {
  const { lang } = state;
  const words = isCard ? [] : [counted(lang, told.length), ...asked(state).map((each) => each.text)];
  if (isCut) words.push(says(lang, "landmarks_only"));
  const made = record.today ? says(lang, "printed", { day: isoInWords(lang, record.today) }) : "";
  return make("div", { class: "asked" }, words.length ? make("p", { text: words.join(" · ") }) : null, make("p", { text: [says(lang, "as_of"), made].filter(Boolean).join(" ") }));
}

function article(event, lang, numbers) {
  const marked = (own) => (own.length ? make("sup", { text: ` ${merged(own.map((number) => numbers.get(number)))}` }) : null);
  const summary = summaryOf(event, lang);
  const made = make("article", {},
    make("h3", {}, make("span", { text: `${dateOf(event, lang)} — ` }), make("span", { lang: titleLanguage(event, lang), text: titleOf(event, lang) })),
    make("p", { lang: summary.lang }, summary.text, marked(event.sources)));
  const points = event.conflicts.map((item) => {
    const note = text(item.note, lang);
    return make("li", { lang: note.lang }, pair(lang, clean(labelIn(item.about, lang)), note.text), marked(item.sources));
  });
  if (event.sides.length > 1 || points.length || event.sides.some((side) => side.note)) {
    made.append(make("ul", {}, ...event.sides.map((side) => sideOf(side, event, lang, marked)), ...points));
  }
  return made;
}

function sideOf(side, event, lang, marked) {
  const note = text(side.note, lang);
  const said = pair(lang, record.kinds[lang][side.kind] || side.kind, sideInWords(side, event, lang)) + statusOf(side, lang);
  const stop = said.endsWith(".") ? " " : ". ";
  return make("li", {}, said, note.text ? make("span", { lang: note.lang, text: stop + note.text }) : null, marked(side.sources));
}

function printed(cited, lang) {
  return [...sourceParts({ ...cited, url: "" }, lang), cited.url ? `. ${cited.url}` : ""];
}
