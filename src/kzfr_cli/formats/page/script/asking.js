// What the reader asks for: the controls, and the sentence that says it.

import { $, make } from "./elements.js";
import { FACETS, events, label, record } from "./record.js";
import { capital, counted, says } from "./words.js";
import { isAsked } from "./state.js";

const CHOICES = ["person", "org", "place", "tag"];

// ---- controls that show the state

export function drawControls(state) {
  if (document.activeElement !== $("query") || $("query").value.trim() !== state.query.trim()) $("query").value = state.query;
  for (const name of ["from", "to"]) if (document.activeElement !== $(name)) $(name).value = state[name] ?? "";
  $("disputed").checked = state.disputed;
  for (const button of $("categories").querySelectorAll("button")) {
    button.setAttribute("aria-pressed", String(state.cat.includes(button.dataset.value)));
  }
  for (const button of document.querySelectorAll("[data-lang]")) {
    if (button.tagName === "BUTTON") button.setAttribute("aria-pressed", String(button.dataset.lang === state.lang));
  }
}

// The words of the controls, when the page opens and when its language changes.
export function writeControls(state) {
  const { lang } = state;
  const families = new Map();
  for (const [name, category] of Object.entries(record.categories)) {
    if (!families.has(category.family)) families.set(category.family, []);
    families.get(category.family).push(name);
  }
  const chip = (name) => make("button", { type: "button", "data-facet": "cat", "data-value": name, "data-name": name, text: label("cat", name, lang) });
  $("categories").replaceChildren(...[...families].map(([family, names]) =>
    make("span", { class: "family", "data-family": family }, ...names.map(chip))));
}

// The lists of names to choose from are long, and written when nothing else is to be done.
export function writeChoices(lang) {
  const { compare } = new Intl.Collator(lang);
  for (const facet of CHOICES) writeChoice(facet, lang, compare);
}

function writeChoice(facet, lang, compare) {
  const counts = new Map();
  for (const event of events) for (const id of event.facets[facet]) counts.set(id, (counts.get(id) || 0) + 1);
  const named = [...counts].map(([id, count]) => [id, count, label(facet, id, lang)]);
  named.sort((one, other) => compare(one[2], other[2]));
  const options = named.map(([id, count, name]) => make("option", { value: id, text: `${name} (${count})` }));
  $(`choose-${facet}`).replaceChildren(make("option", { value: "", text: says(lang, `any_${facet}`) }), ...options);
  $(`choose-${facet}`).closest("label").hidden = !named.length;
}

// ---- what is asked for, in words

export function asked(state) {
  const { lang } = state;
  const named = FACETS.flatMap((facet) => state[facet].map((id) => ({ facet, id, text: label(facet, id, lang) })));
  if (state.from !== null || state.to !== null) named.push({ facet: "years", text: years(state) });
  if (state.disputed) named.push({ facet: "disputed", text: says(lang, "disputed") });
  if (state.query.trim()) named.push({ facet: "query", text: says(lang, "quoted", { text: state.query.trim() }) });
  return named;
}

function years({ from, to, lang }) {
  if (from !== null && from === to) return String(from);
  if (to === null) return says(lang, "since", { year: from });
  if (from === null) return says(lang, "until", { year: to });
  return `${from}–${to}`;
}

export function titleOfPage(state) {
  const own = record.title || says(state.lang, "title");
  const words = asked(state).map((each) => each.text);
  if (!words.length) return own;
  const told = words.join(", ");
  return `${capital(told, state.lang)} – ${own}`;
}

export function drawSentence(state, look) {
  const { lang } = state;
  $("count").textContent = counted(lang, look.found.length);
  const chips = asked(state).map((each) => make(
    "button",
    { type: "button", "data-drop": each.facet, "data-value": each.id, "aria-label": says(lang, "take_away", { filter: each.text }), title: says(lang, "take_away", { filter: each.text }) },
    make("span", { text: each.text }),
    make("span", { class: "cross", "aria-hidden": "true", text: "×" }),
  ));
  $("asked").replaceChildren(...chips);
  $("everything").hidden = !(isAsked(state) || state.window);
  document.body.toggleAttribute("data-searching", isAsked(state));
  document.title = titleOfPage(state);
}

// ---- changes

export function without(state, facet, id) {
  if (facet === "years") return { from: null, to: null };
  if (facet === "disputed") return { disputed: false };
  if (facet === "query") return { query: "" };
  return { [facet]: state[facet].filter((each) => each !== id) };
}

export const withFacet = (state, facet, id) => ({ [facet]: [...new Set([...state[facet], id])] });

export function startControls(actions) {
  const ask = (change, step = true) => actions.ask({ window: null, ...change }, step);
  $("filters").addEventListener("submit", (event) => {
    event.preventDefault();
    actions.openFirst();
  });
  $("query").addEventListener("input", (event) => ask({ query: event.target.value }, false));
  $("query").addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    $("list").querySelector("a")?.focus();
  });
  for (const name of ["from", "to"]) {
    $(name).addEventListener("input", ({ target }) => ask({ [name]: /^\d{3,4}$/.test(target.value) ? Number(target.value) : null }, false));
  }
  $("disputed").addEventListener("change", (event) => ask({ disputed: event.target.checked }));
  for (const facet of CHOICES) {
    $(`choose-${facet}`).addEventListener("change", ({ target }) => {
      if (target.value) ask(withFacet(actions.state(), facet, target.value));
      target.value = "";
    });
  }
  $("categories").addEventListener("click", ({ target }) => {
    const id = target.dataset.value;
    if (!id) return;
    const state = actions.state();
    ask(state.cat.includes(id) ? without(state, "cat", id) : withFacet(state, "cat", id));
  });
  $("asked").addEventListener("click", (event) => {
    const chip = event.target.closest("[data-drop]");
    if (!chip) return;
    ask(without(actions.state(), chip.dataset.drop, chip.dataset.value));
    ($("asked").querySelector("button") || $("query")).focus();
  });
  $("everything").addEventListener("click", () => {
    actions.everything();
    $("query").focus({ preventScroll: true });
  });
}
