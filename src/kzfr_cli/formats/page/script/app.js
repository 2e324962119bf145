// The page: one state, the address that says it, and what is drawn of it.

import { $, make } from "./elements.js";
import { BEGUN, find, readSome, record } from "./record.js";
import { says } from "./words.js";
import { EMPTY, isFiltered, read, write } from "./state.js";
import { prepare } from "./lexicon.js";
import { kept, look } from "./look.js";
import { dayAt, isDated, isoOf, spanOf } from "./time.js";
import { allMarks, drawTimeline, markOf, measureRoom, tell, widthOf } from "./timeline.js";
import { drawBrush, drawOverview, startOverview } from "./overview.js";
import { reveal, startMoving } from "./moving.js";
import { drawList, markCurrent, rowOf, startList } from "./listing.js";
import { drawCard, placeCard } from "./card.js";
import { drawControls, drawSentence, startControls, withFacet, writeChoices, writeControls } from "./asking.js";
import { drawSoon } from "./soon.js";
import { drawCharts, startCharts } from "./charts.js";
import { isMany, preparePaper, printNext } from "./printing.js";

const NARROW = 640;

let state = EMPTY;
let seen = null;
let opener = null;

// ---- the state changes here, and nowhere else

function ask(change, isStep = false) {
  const before = state;
  if (isStep) settle();
  state = { ...state, ...change };
  if (state.lang !== before.lang) speak();
  if (state.theme !== before.theme) dressTheme();
  if (isStep) put("pushState");
  else remember();
  draw(before);
}

// ---- the address: what a reader chooses or opens is a step that the browser's back button takes
// back; what is typed or moved is written when it rests, for a browser heeds no more than so many

const REST = 250;
let unwritten = 0;

function remember() {
  clearTimeout(unwritten);
  unwritten = setTimeout(settle, REST);
}

function settle() {
  if (!unwritten) return;
  clearTimeout(unwritten);
  unwritten = 0;
  put("replaceState");
}

function put(how) {
  const { search, hash } = write(state);
  if (search === location.search && hash === location.hash) return;
  try {
    history[how](null, "", search + hash);
  } catch {
    const address = `${hash || "#"}${search}`;
    if (how === "pushState") location.hash = address;
    else location.replace(address);
  }
}

function draw(before) {
  const found = look(state, widthOf());
  const isNew = !seen || found.found !== seen.found || state.lang !== before.lang || state.query !== before.query;
  seen = found;
  if (isNew) {
    drawSentence(state, seen);
    drawList(state, seen, !isReady());
    drawOverview(seen);
  } else if (state.event !== before.event) {
    if (state.event && !rowOf(state.event)) drawList(state, seen);
    else markCurrent(state.event);
  }
  $("everything").hidden = !(isFiltered(state) || state.query.trim() || state.window);
  drawControls(state);
  drawTimeline(state, seen);
  drawBrush(seen.window);
  if (state.event !== before.event || state.lang !== before.lang) drawCard(state);
}

// ---- windows

const actions = {
  state: () => state,
  ask,
  window: () => seen.window,
  redraw: () => drawList(state, seen),
  pick: (element) => (element.classList.contains("rest") ? closer(element) : open(element.dataset.id, element)),
  openFirst: () => seen.found.length && open(seen.found[0].id, $("list").querySelector("a")),
  everything: () => ask({ ...EMPTY, lang: state.lang, theme: state.theme, event: state.event }, true),
  see: (window, isNow = false) => {
    const days = kept(window).map((place) => isoOf(dayAt(place)));
    if (days[0] >= days[1]) return;
    if (isNow) ask({ window: days });
    else soon(() => ask({ window: days }));
  },
};

// Many marks in one column are parted by coming closer, as near as they need.
function closer(button) {
  const mark = allMarks().find((each) => each.event.id === button.dataset.id);
  const [begin, end] = seen.window;
  const span = (end - begin) / 6;
  const middle = begin + ((mark.left + mark.right) / 2 / widthOf()) * (end - begin);
  actions.see([middle - span / 2, middle + span / 2], true);
}

let waiting = 0;
let latest = null;

// Of many movements between two frames, the last is drawn.
function soon(run) {
  latest = run;
  if (waiting) return;
  waiting = requestAnimationFrame(() => {
    waiting = 0;
    latest();
  });
}

// ---- opening and closing an event

function open(id, element) {
  const event = find(id);
  if (!event) return;
  opener = element || null;
  tell(null);
  ask({ event: event.id }, true);
  if (!markOf(event.id) && seen.found.includes(event)) reveal(event, actions);
  showCard();
}

function showCard() {
  const isMark = !opener || opener.classList.contains("mark");
  if (isMark) opener = markOf(state.event) || opener;
  placeCard(opener);
  $("card").scrollTop = 0;
  $("card").focus({ preventScroll: true });
}

function close() {
  const id = state.event;
  if (!id) return;
  ask({ event: null }, true);
  const back = opener?.isConnected ? opener : markOf(id) || rowOf(id) || $("query");
  opener = null;
  back.focus({ preventScroll: true });
  tell(null);
}

// The event before or after, among those that are found, in the order of time.
function step(by) {
  const order = [...seen.found].sort((one, other) => one.place - other.place);
  const at = order.findIndex((event) => event.id === state.event);
  const next = order[at + by];
  if (next && at >= 0) open(next.id, null);
}

function startCard() {
  const card = $("card");
  const run = {
    close,
    earlier: () => step(-1),
    later: () => step(1),
    share: (button) => copy(button),
    print_card: () => print("card"),
  };
  card.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (button) run[button.dataset.do](button);
    const link = event.target.closest("[data-facet]");
    if (!link || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const { facet, value } = link.dataset;
    ask({ ...EMPTY, lang: state.lang, theme: state.theme, ...withFacet(EMPTY, facet, value) }, true);
    $("count").scrollIntoView({ block: "nearest" });
    $("asked").querySelector("button")?.focus({ preventScroll: true });
  });
}

// ---- sharing and printing

async function copy(button) {
  settle();
  const text = location.href;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const box = make("textarea", {});
    box.value = text;
    document.body.append(box);
    box.select();
    document.execCommand("copy");
    box.remove();
    button.focus();
  }
  $("said").textContent = says(state.lang, "copied");
  const words = button.querySelector("span") || button;
  words.textContent = says(state.lang, "copied");
  setTimeout(() => (words.textContent = says(state.lang, "share")), 2500);
}

function print(what) {
  $("paper").close?.();
  printNext(what);
  window.print();
}

function startPaper() {
  $("print").addEventListener("click", () => {
    if (isMany(state, seen)) $("paper").showModal();
    else print(null);
  });
  $("paper").addEventListener("click", (event) => {
    const { paper } = event.target.dataset;
    if (paper === "none") $("paper").close();
    else if (paper) print(paper);
  });
  window.addEventListener("beforeprint", () => preparePaper(state, seen));
}

// ---- words and theme

const isReady = () => document.documentElement.dataset.ready !== undefined;

function speak() {
  const { lang } = state;
  document.documentElement.lang = lang;
  for (const element of document.querySelectorAll("[data-says]")) element.textContent = says(lang, element.dataset.says);
  for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", says(lang, element.dataset.label));
  if (record.title) document.querySelector("h1").textContent = record.title;
  $("query").placeholder = says(lang, "hint");
  const borrowed = record.texts.includes(lang) ? record.borrowed[lang] : record.lang;
  $("notice").hidden = !borrowed;
  if (borrowed) $("notice").textContent = says(lang, "texts_in", { language: record.languages[lang][borrowed] });
  $("nothing").textContent = says(lang, "nothing");
  writeControls(state);
  if (!isReady()) return;
  drawSoon(state);
  writeChoices(lang);
  drawCharts(state);
}

function dressTheme() {
  if (state.theme) document.documentElement.dataset.theme = state.theme;
  else delete document.documentElement.dataset.theme;
}

function otherTheme() {
  const isDark = state.theme ? state.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  ask({ theme: isDark ? "light" : "dark" });
}

// ---- the whole

// The address was changed by the reader, or by the back button.
function follow() {
  clearTimeout(unwritten);
  unwritten = 0;
  const before = state;
  state = read(location);
  if (state.lang !== before.lang) speak();
  if (state.theme !== before.theme) dressTheme();
  draw(before);
  if (state.event && state.event !== before.event) arrive();
}

// Who follows a link to an event sees its mark, and its card beside it.
function arrive() {
  const event = find(state.event);
  opener = null;
  if (!markOf(event.id) && seen.found.includes(event)) reveal(event, actions);
  markOf(event.id)?.scrollIntoView({ block: "nearest" });
  showCard();
  remember();
}

function startPage() {
  document.querySelector(".languages").addEventListener("click", (event) => {
    const button = event.target.closest("[data-lang]");
    if (button) ask({ lang: button.dataset.lang }, true);
  });
  $("theme").addEventListener("click", otherTheme);
  $("share").addEventListener("click", (event) => copy(event.currentTarget));
  $("whole").addEventListener("click", () => wholeOf(["before", "after"]));
  $("outside").addEventListener("click", ({ target }) => target.dataset.show && wholeOf([target.dataset.show]));
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-open]");
    if (!link || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    open(link.dataset.open, link);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !$("paper").open) {
      tell(null);
      close();
    }
    if (event.key === "/" && !/INPUT|SELECT|TEXTAREA/.test(event.target.tagName)) {
      event.preventDefault();
      $("query").focus();
    }
  });
  window.addEventListener("popstate", follow);
  window.addEventListener("hashchange", follow);
  window.addEventListener("resize", () => soon(() => {
    measureRoom();
    drawOverview(seen);
    draw(state);
    placeCard(opener);
  }));
}

// The window is stretched to the first or the last event that is found, or to both.
function wholeOf(ends) {
  const spans = seen.found.filter(isDated).map(spanOf);
  if (!spans.length) return;
  const from = spans.reduce((least, span) => Math.min(least, span[0]), Infinity);
  const to = spans.reduce((most, span) => Math.max(most, span[1]), -Infinity);
  const pad = (to - from) * 0.03 + 40;
  const [begin, end] = seen.window;
  actions.see([ends.includes("before") ? from - pad : begin, ends.includes("after") ? to + pad : end], true);
}

// ---- what is not in sight is made ready while nothing else is to be done, a little at a time

const IDLE = 3;
const STEP_MS = 10;

const wait = (run) => setTimeout(() => run({ timeRemaining: () => STEP_MS }), 30);
const idly = window.requestIdleCallback ? (run) => requestIdleCallback(run) : wait;

function startIdly() {
  const steps = [() => drawList(state, seen), readSome, () => drawSoon(state), () => writeChoices(state.lang), prepare];
  idly(function next(deadline) {
    const hasTime = () => deadline.timeRemaining() > IDLE;
    while (steps.length && hasTime()) {
      if (steps[0](hasTime) === false) break;
      steps.shift();
    }
    if (steps.length) idly(next);
    else document.documentElement.dataset.idle = "true";
  });
}

function start() {
  measureRoom();
  state = read(location);
  $("more-filters").open = document.documentElement.clientWidth > NARROW || isFiltered(state);
  speak();
  dressTheme();
  draw({ ...state, event: null, lang: null });
  startControls(actions);
  startList(actions);
  startMoving(actions);
  startOverview(actions);
  startCard();
  startPaper();
  startPage();
  if (state.event) arrive();
  startCharts(actions);
  document.documentElement.dataset.ready = String(Math.round(performance.now() - BEGUN));
  startIdly();
}

start();
