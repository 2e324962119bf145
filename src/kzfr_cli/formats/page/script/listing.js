// The list of what is found: by year, or the best answer first.

import { $, make } from "./elements.js";
import { familyOf, label, titleLanguage, titleOf, yearIn } from "./record.js";
import { dateOf } from "./dates.js";
import { says } from "./words.js";

const PAGE = 120;
const FIRST = 12;

let shown = PAGE;
let last = null;

// When the page opens the first rows are drawn, the others as soon as there is time.
export function drawList(state, look, isFirst = false) {
  if (last !== look.found) {
    last = look.found;
    shown = PAGE;
  }
  const { found } = look;
  const open = found.findIndex((event) => event.id === state.event);
  const many = isFirst ? Math.max(FIRST, open + 1) : Math.max(shown, open + 1);
  const isRanked = Boolean(state.query.trim());
  const rows = [];
  let year = null;
  for (const event of found.slice(0, many)) {
    if (!isRanked && yearIn(event) !== year) {
      year = yearIn(event);
      rows.push(make("li", { class: "year" }, make("h3", { text: year })));
    }
    rows.push(row(event, state));
  }
  $("list").replaceChildren(...rows);
  $("more").hidden = found.length <= many;
  $("nothing").hidden = found.length > 0 && !look.isNear;
  $("nothing").textContent = says(state.lang, look.isNear && found.length ? "nearest" : "nothing");
}

function row(event, state) {
  const { lang } = state;
  const disputed = event.disputed ? make("span", { class: "disputed-mark", text: ` ◆ ${says(lang, "disputed")}` }) : null;
  const link = make(
    "a",
    { href: `#${encodeURIComponent(event.id)}`, "data-family": familyOf(event), "data-id": event.id, "aria-current": state.event === event.id ? "true" : null },
    make("span", { class: "when", text: dateOf(event, lang) }),
    make("span", { class: event.weight === 3 ? "what landmark" : "what", lang: titleLanguage(event, lang) }, titleOf(event, lang), disputed),
    make("span", { class: "kind", text: label("cat", event.category, lang) }),
  );
  return make("li", {}, link);
}

// The current row changes without the list being written anew.
export function markCurrent(id) {
  for (const link of $("list").querySelectorAll("a[aria-current]")) link.removeAttribute("aria-current");
  rowOf(id)?.setAttribute("aria-current", "true");
}

export const rowOf = (id) => id && $("list").querySelector(`a[data-id="${CSS.escape(id)}"]`);

export function startList(actions) {
  $("more").addEventListener("click", () => {
    shown += PAGE;
    actions.redraw();
  });
  $("list").addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    actions.pick(link);
  });
  $("list").addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const links = [...$("list").querySelectorAll("a")];
    const next = links.indexOf(event.target.closest("a")) + step;
    (next < 0 ? $("query") : links[Math.min(next, links.length - 1)]).focus();
  });
}
