"use strict";
(() => {
  // ---- the data and what is asked of them

  const begun = performance.now();
  const data = JSON.parse(document.getElementById("data").textContent);
  const events = data.events;
  const byId = new Map();
  for (const event of events) {
    byId.set(event.id, event);
    for (const former of event.former_ids) if (!byId.has(former)) byId.set(former, event);
  }
  const state = { lang: data.lang, query: "", from: null, to: null, disputed: false, categories: new Set(), open: null };
  const $ = (id) => document.getElementById(id);
  const says = (name) => data.says[state.lang][name];
  const pair = (label, value) => says("pair").replace("{label}", () => label).replace("{value}", () => value);
  const PAGE = 200;
  let shown = PAGE;

  // ---- folding: as the program folds, letter by letter

  const WORD = /[\p{L}\p{N}][\p{L}\p{N}\u0300-\u036f\u00ad\u200b-\u200f\u2060]*/gu;

  function foldLetter(letter) {
    if (letter < "\u0080") return /[0-9a-z]/.test(letter) ? letter : "";
    if (letter in data.letters) return data.letters[letter];
    const base = letter.normalize("NFD")[0];
    return base < "\u0080" ? base.toLowerCase() : "";
  }

  const foldedWords = new Map();
  function foldWord(word) {
    let folded = foldedWords.get(word);
    if (folded === undefined) {
      folded = [...word.toLowerCase().normalize("NFC")].map(foldLetter).join("");
      foldedWords.set(word, folded);
    }
    return folded;
  }

  const foldWords = (text) => (text.match(WORD) || []).map(foldWord).filter(Boolean);

  function searched(event) {
    if (!event.words_folded) {
      const texts = [event.id, event.date, ...Object.values(event.titles), ...Object.values(event.summaries)];
      for (const name of event.linked) texts.push(...name.spellings);
      for (const tag of event.tags) texts.push(...Object.values(tag));
      for (const [category, labels] of data.categories) if (category === event.category) texts.push(...Object.values(labels));
      event.words_folded = [...new Set(foldWords(texts.join(" ")))];
    }
    return event.words_folded;
  }

  // One wrong, missing, added or swapped letter is forgiven in words of five letters or more.
  function isNear(one, other) {
    if (Math.abs(one.length - other.length) > 1) return false;
    let at = 0;
    while (at < one.length && one[at] === other[at]) at++;
    const rest = (first, second) => one.slice(at + first) === other.slice(at + second);
    return rest(1, 1) || rest(0, 1) || rest(1, 0) ||
      (one[at] === other[at + 1] && one[at + 1] === other[at] && rest(2, 2));
  }

  function answers(event, words) {
    if (!words.length) return true;
    const own = searched(event);
    return words.every((word) => own.some((other) => other.startsWith(word) || (word.length >= 5 && isNear(word, other))));
  }

  function chosen() {
    const words = foldWords(state.query);
    return events.filter((event) =>
      (!state.categories.size || state.categories.has(event.category)) &&
      (!state.disputed || event.disputed) &&
      (state.from === null || Number((event.latest || "9999").slice(0, 4)) >= state.from) &&
      (state.to === null || Number((event.earliest || "0000").slice(0, 4)) <= state.to) &&
      answers(event, words));
  }

  // ---- making elements: text is only ever text

  function make(name, properties = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(properties)) {
      if (value === undefined || value === null || value === false) continue;
      if (key === "class") element.className = value;
      else if (key === "text") element.textContent = value;
      else element.setAttribute(key, value === true ? "" : value);
    }
    element.append(...children.filter((child) => child !== null && child !== undefined));
    return element;
  }

  // Controls and directional marks are shown, not obeyed.
  const clean = (text) => String(text).replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (sign) => "‹U+" + sign.codePointAt(0).toString(16).toUpperCase().padStart(4, "0") + "›");
  const title = (event) => clean(event.titles[state.lang]);
  const titleLanguage = (event) => event.languages[state.lang] === state.lang ? undefined : event.languages[state.lang];

  // ---- the timeline

  const DAY = 86400000, YEAR = 365.25 * DAY, ROW = 21, DOTS = 18, HEAD = 30, CROWD = 1500, COVER = 9;
  const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
  const SPANS = ["interval", "season", "decade", "century", "set"];
  const time = (iso) => Date.parse(iso + "T00:00:00Z");
  // Date.UTC takes the years before 100 for those of the twentieth century.
  const firstOf = (year, month) => new Date(0).setUTCFullYear(year, month, 1);

  // The months as the browser shortens them, or, in a language that it does not know, as the program names them.
  const shortMonths = new Map();
  function monthName(month) {
    if (!shortMonths.has(state.lang)) {
      const format = new Intl.DateTimeFormat(state.lang, { month: "short", timeZone: "UTC" });
      const own = data.months[state.lang].map((name) => name.length > 4 ? name.slice(0, 3) + "." : name);
      shortMonths.set(state.lang, own.map((name, place) => {
        const short = format.format(Date.UTC(2000, place, 1));
        return /\d/.test(short) ? name : short;
      }));
    }
    return shortMonths.get(state.lang)[month];
  }

  // Which ends of an event are not known for sure: each end of an interval has its own doubt.
  function fades(event) {
    const [begin, end] = event.date.split("/");
    const doubt = (part) => /[?~%]/.test(part || "") || (event.precision !== "interval" && SPANS.includes(event.precision));
    return [!event.earliest || doubt(begin), !event.latest || doubt(end === undefined ? begin : end)];
  }
  const view = { scale: 0, first: 0, last: 0, lanes: [], items: [], width: 0 };

  function lay(found) {
    const dated = found.filter((event) => event.earliest || event.latest);
    const times = dated.flatMap((event) => [time(event.earliest || event.latest), time(event.latest || event.earliest)]);
    const now = times.length ? times : [Date.UTC(1990, 0, 1), Date.UTC(2027, 0, 1)];
    view.first = Math.min(...[now.reduce((a, b) => Math.min(a, b))]) - YEAR / 2;
    view.last = now.reduce((a, b) => Math.max(a, b)) + YEAR / 2;
    const room = Math.max($("scroll").clientWidth, 200);
    view.least = room / (view.last - view.first);
    if (!view.scale) {
      // The page opens on the years in which nearly all lies; the earlier ones are to the left.
      const sorted = [...now].sort((one, other) => one - other);
      const begin = sorted[Math.floor(sorted.length * 0.06)] - YEAR;
      view.scale = room / (view.last - begin);
      view.toEnd = true;
    }
    view.scale = Math.max(view.scale, view.least);
    view.width = (view.last - view.first) * view.scale;
    view.items = dated.map((event) => {
      // What is open at an end reaches that end of the timeline.
      const from = event.earliest ? time(event.earliest) : view.first, to = event.latest ? time(event.latest) : view.last;
      const width = SPANS.includes(event.precision) ? (to - from) * view.scale : 0;
      if (width > 18) return { event, x: (from - view.first) * view.scale, width };
      return { event, x: (time(event.earliest || event.latest) - view.first) * view.scale, width: 0 };
    });
    rows();
  }

  function rows() {
    const lanes = new Map(data.categories.map(([name]) => [name, { name, items: [], ends: [] }]));
    for (const item of view.items) lanes.get(item.event.category).items.push(item);
    for (const [name, lane] of lanes) if (!lane.items.length) lanes.delete(name);
    let top = HEAD;
    view.lanes = [];
    for (const lane of lanes.values()) {
      lane.items.sort((one, other) => one.x - other.x);
      const most = lanes.size > 8 ? 2 : 5;
      lane.dots = false;
      for (const item of lane.items) {
        const label = title(item.event).length * 7.2 + 30;
        let row = lane.ends.findIndex((end) => end <= item.x);
        if (row < 0 && lane.ends.length < most) row = lane.ends.length;
        item.bare = row < 0;
        item.row = row;
        if (item.bare) lane.dots = true;
        else lane.ends[row] = item.x + item.width + label;
      }
      lane.top = top;
      lane.height = lane.ends.length * ROW + (lane.dots ? DOTS : 0) + 8;
      top += lane.height;
      view.lanes.push(lane);
    }
    view.height = top;
  }

  function draw() {
    const scroll = $("scroll"), canvas = $("canvas");
    canvas.style.width = view.width + "px";
    canvas.style.height = view.height + "px";
    if (view.toEnd) { scroll.scrollLeft = view.width; view.toEnd = false; }
    const left = scroll.scrollLeft - 500, right = scroll.scrollLeft + scroll.clientWidth + 100;
    const focused = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.id : null;
    const parts = [];
    view.lanes.forEach((lane) => {
      const band = make("div", { class: "lane", "data-category": lane.name });
      band.style.top = lane.top + "px"; band.style.height = lane.height + "px";
      parts.push(band);
    });
    const step = STEPS.find((years) => years * YEAR * view.scale >= 52) || STEPS.at(-1);
    const months = YEAR * view.scale > 560;
    const firstYear = new Date(view.first).getUTCFullYear(), lastYear = new Date(view.last).getUTCFullYear();
    for (let year = Math.ceil(firstYear / step) * step; year <= lastYear; year += step) {
      for (let month = 0; month < (months ? 12 : 1); month++) {
        const x = (firstOf(year, month) - view.first) * view.scale;
        if (x < left || x > right) continue;
        const line = make("div", { class: "year", "aria-hidden": "true", text: month ? monthName(month) : String(year) });
        line.style.left = x + "px";
        parts.push(line);
      }
    }
    const visible = view.items.filter((item) => item.x + item.width >= left && item.x <= right);
    // One mark is reached by Tab: that in focus, else the one that is open, else the first in sight.
    const inSight = new Set(visible.map((item) => item.event.id));
    const current = [focused, state.open, visible[0] && visible[0].event.id].find((id) => inSight.has(id));
    const isCrowded = visible.length > CROWD;
    for (const lane of view.lanes) {
      let last = -Infinity;
      for (const item of lane.items) {
        if (item.x + item.width < left || item.x > right) continue;
        // Where thousands are in sight, a dot that lies on another is left out until one comes closer.
        const isCovered = isCrowded && item.bare && !item.width && item.x - last < COVER;
        if (isCovered && item.event.id !== current && item.event.id !== view.walked && item.event.id !== focused) continue;
        if (item.bare && !item.width) last = item.x;
        parts.push(mark(item, lane, item.event.id === current));
      }
    }
    canvas.replaceChildren(...parts);
    if (focused) { const again = [...canvas.querySelectorAll(".mark")].find((each) => each.dataset.id === focused); if (again) again.focus({ preventScroll: true }); }
  }

  function mark(item, lane, isCurrent) {
    const { event } = item;
    const classes = ["mark"];
    if (item.width) classes.push("long");
    if (event.precision === "year" || event.precision === "month") classes.push("open");
    if (event.uncertain) classes.push("uncertain");
    if (event.disputed) classes.push("disputed");
    const [start, end] = fades(event);
    if (start) classes.push("faded-start");
    if (end) classes.push("faded-end");
    if (item.bare) classes.push("bare");
    const disputed = event.disputed ? ", " + says("disputed") : "";
    const button = make("button", {
      type: "button", class: classes.join(" "), "data-id": event.id, "data-category": event.category, tabindex: isCurrent ? "0" : "-1",
      "aria-label": clean(event.words[state.lang]) + ": " + title(event) + disputed, "aria-current": state.open === event.id ? "true" : undefined,
      title: clean(event.words[state.lang]) + ": " + title(event),
    }, make("span", { text: title(event), "aria-hidden": "true" }));
    button.style.left = item.x - (item.width ? 0 : 12) + "px";
    button.style.top = lane.top + 3 + (item.bare ? lane.ends.length * ROW - 2 : item.row * ROW) + "px";
    if (item.width) button.style.width = item.width + "px";
    return button;
  }

  function names() {
    const box = $("names");
    box.replaceChildren(...view.lanes.map((lane) => {
      const labels = data.categories.find(([name]) => name === lane.name)[1];
      const name = make("div", { "data-category": lane.name, text: clean(labels[state.lang]) });
      name.style.top = lane.top + "px"; name.style.height = lane.height + "px";
      return name;
    }));
    box.style.height = view.height + "px";
  }

  function zoom(factor, about) {
    const scroll = $("scroll"), place = about === undefined ? scroll.clientWidth / 2 : about;
    const at = (scroll.scrollLeft + place) / view.scale;
    view.scale = Math.min(Math.max(view.scale * factor, view.least), 90 / (30 * DAY) * 4);
    lay(state.found);
    names();
    $("canvas").style.width = view.width + "px";
    scroll.scrollLeft = at * view.scale - place;
    draw();
  }

  // ---- the list and the card

  function list() {
    const found = state.found;
    $("count").textContent = says("found").replace("{count}", String(found.length));
    $("nothing").hidden = found.length > 0;
    $("more").hidden = found.length <= shown;
    $("list").replaceChildren(...found.slice(0, shown).map((event) => make("li", {}, make("a", {
      href: "#" + encodeURIComponent(event.id), "data-category": event.category, "aria-current": state.open === event.id ? "true" : undefined,
    },
    make("span", { class: "when", text: clean(event.words[state.lang]) }),
    make("span", { lang: titleLanguage(event) }, title(event), event.disputed ? make("span", { class: "disputed-mark", text: " ◆ " + says("disputed") }) : null)))));
  }

  function card() {
    const box = $("card"), event = state.open && byId.get(state.open);
    box.hidden = !event;
    if (!event) return;
    const lang = state.lang, category = data.categories.find(([name]) => name === event.category)[1][lang];
    box.dataset.category = event.category;
    const close = make("button", { type: "button", id: "close", text: says("close") });
    const parts = [
      make("div", { class: "top" }, make("p", { class: "kicker", text: clean(category) + " · " + clean(event.words[lang]) }), close),
      make("h2", { id: "card-title", lang: titleLanguage(event), text: title(event) }),
    ];
    if (titleLanguage(event)) parts.push(make("p", { class: "says", text: says("fallback").replace("{language}", data.languages[lang][event.languages[lang]] || event.languages[lang]) }));
    if (event.summaries[lang]) parts.push(make("p", { lang: event.summary_languages[lang], text: clean(event.summaries[lang]) }));
    const numbers = new Map(event.sources.map(([number], place) => [number, place + 1]));
    parts.push(make("h3", { text: says("dates") }), make("ul", {}, ...event.sides.map((side) => {
      const marks = side.sources.map((number) => numbers.get(number)).join(", ");
      const item = make("li", {}, pair(data.kinds[lang][side.kind], clean(side.words[lang])),
        side.status === "disputed" || side.status === "rejected" ? make("span", { class: "disputed-mark", text: " (" + data.statuses[lang][side.status] + ")" }) : null,
        marks ? make("sup", { text: " " + marks }) : null);
      if (side.note[lang]) item.append(make("span", { class: "says", lang: side.note_languages[lang], text: clean(side.note[lang]) }));
      return item;
    })));
    if (event.conflicts.length) parts.push(make("h3", { text: says("conflicts") }), make("ul", {}, ...event.conflicts.map((item) => {
      const marks = item.sources.map((number) => numbers.get(number)).join(", ");
      return make("li", {}, clean(item.about[lang]), marks ? make("sup", { text: " " + marks }) : null,
        make("span", { class: "says", lang: item.note_languages[lang], text: clean(item.note[lang]) }));
    })));
    for (const [role, name] of [["place", "places"], ["person", "people"], ["organisation", "organisations"]]) {
      const linked = event.linked.filter((item) => item.role === role);
      if (linked.length) parts.push(make("h3", { text: says(name) }), make("p", { text: linked.map((item) => clean(item.labels[lang])).join(", ") }));
    }
    if (event.sources.length) parts.push(make("h3", { text: says("sources") }), make("ol", {}, ...event.sources.map(([number, said]) => {
      const source = data.sources[number];
      const name = clean(source.title || source.publisher);
      const link = source.url ? make("a", { href: source.url, rel: "noopener noreferrer", target: "_blank", lang: source.lang || undefined, text: name }) : make("span", { text: name });
      return make("li", {}, link, source.publisher && source.publisher !== source.title ? ", " + clean(source.publisher) : "", said ? make("span", { class: "says", lang: "en", text: clean(said) }) : null);
    })));
    parts.push(make("p", {}, make("a", { href: "#" + encodeURIComponent(event.id), text: pair(says("link"), "#" + clean(event.id)) })));
    box.replaceChildren(...parts);
    close.addEventListener("click", () => open(null, true, true));
  }

  // What follows the # of an address may be anything; what is no id opens nothing.
  function asked() {
    try { return decodeURIComponent(location.hash.slice(1)) || null; } catch { return null; }
  }

  // What a reader opens or closes is a step that the browser's back button takes back.
  function open(id, focus, isStep = false) {
    const event = id && byId.get(id);
    const before = state.open;
    state.open = event ? event.id : null;
    const address = state.open ? "#" + encodeURIComponent(state.open) : location.pathname + location.search;
    if (location.hash !== (state.open ? address : "")) {
      if (isStep) history.pushState(null, "", address);
      else history.replaceState(null, "", address);
    }
    card(); list(); draw();
    if (event) {
      const item = view.items.find((each) => each.event === event), scroll = $("scroll");
      if (item && (item.x < scroll.scrollLeft || item.x > scroll.scrollLeft + scroll.clientWidth - 120)) {
        scroll.scrollLeft = item.x - scroll.clientWidth / 3;
        draw();
      }
      if (focus) { $("card").focus({ preventScroll: true }); $("card").scrollIntoView({ block: "nearest" }); }
    } else if (focus && before) {
      const again = document.querySelector('#list a[href="#' + CSS.escape(before) + '"]') || $("list");
      again.focus();
    }
  }

  // ---- paper: a hand-out of what is shown, in the language of the page

  function handout() {
    const cited = [...new Set(state.found.flatMap((event) => event.sources.map(([number]) => number)))];
    const numbers = new Map(cited.map((number, place) => [number, place + 1]));
    const lang = state.lang;
    const marked = (own) => {
      const marks = [...new Set(own)].map((number) => numbers.get(number)).sort((one, other) => one - other).join(", ");
      return marks ? make("sup", { text: " " + marks }) : null;
    };
    const status = (side) => side.status === "disputed" || side.status === "rejected" ? " (" + data.statuses[lang][side.status] + ")" : "";
    const articles = state.found.map((event) => {
      const article = make("article", {}, make("h3", { text: clean(event.words[lang]) + " — " + title(event) }),
        make("p", { lang: event.summary_languages[lang] }, clean(event.summaries[lang]), marked(event.sources.map(([number]) => number))));
      const points = event.conflicts.map((item) => make("li", {}, pair(clean(item.about[lang]), clean(item.note[lang])), marked(item.sources)));
      if (event.sides.length > 1 || points.length) article.append(make("ul", {}, ...event.sides.map((side) => make("li", {},
        pair(data.kinds[lang][side.kind], clean(side.words[lang])) + status(side) + (side.note[lang] ? ". " + clean(side.note[lang]) : ""),
        marked(side.sources))), ...points));
      return article;
    });
    const sources = cited.map((number) => {
      const source = data.sources[number];
      return make("li", { text: [source.publisher, source.title, source.url].filter(Boolean).map(clean).join(", ") });
    });
    const labels = data.categories.filter(([name]) => state.categories.has(name)).map(([, words]) => clean(words[lang]));
    const years = state.from || state.to ? [(state.from || "…") + "–" + (state.to || "…")] : [];
    const asked = [...labels, ...years, state.disputed ? says("disputed") : "", clean(state.query.trim())].filter(Boolean);
    const about = make("p", { class: "asked", text: [says("found").replace("{count}", String(state.found.length)), ...asked].join(" · ") });
    $("handout").replaceChildren(about, ...articles, make("h2", { text: says("sources") }), make("ol", {}, ...sources));
  }

  // ---- all of it

  function words() {
    document.documentElement.lang = state.lang;
    document.title = says("title");
    for (const element of document.querySelectorAll("[data-says]")) element.textContent = says(element.dataset.says);
    for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", says(element.dataset.label));
    $("query").placeholder = says("hint");
    for (const button of document.querySelectorAll("[data-lang]")) button.setAttribute("aria-pressed", String(button.dataset.lang === state.lang));
    $("categories").replaceChildren(...data.categories.map(([name, labels]) => make("button", {
      type: "button", "data-category": name, "data-name": name, "aria-pressed": String(state.categories.has(name)), text: clean(labels[state.lang]),
    })));
  }

  function update() {
    state.found = chosen();
    shown = PAGE;
    view.scale = Math.max(view.scale, 0);
    lay(state.found);
    names();
    list();
    draw();
  }

  // Each function waits for itself alone: a scroll must not take the place of a search.
  const waiting = new Map();
  const soon = (run) => { cancelAnimationFrame(waiting.get(run)); waiting.set(run, requestAnimationFrame(() => run())); };
  const relay = () => { lay(state.found); names(); draw(); };

  $("filters").addEventListener("submit", (event) => event.preventDefault());
  $("query").addEventListener("input", (event) => { state.query = event.target.value; soon(update); });
  for (const id of ["from", "to"]) $(id).addEventListener("input", (event) => {
    state[id] = /^\d{3,4}$/.test(event.target.value) ? Number(event.target.value) : null;
    view.scale = 0;
    soon(update);
  });
  $("disputed").addEventListener("change", (event) => { state.disputed = event.target.checked; update(); });
  $("categories").addEventListener("click", (event) => {
    const name = event.target.dataset.name;
    if (!name) return;
    if (!state.categories.delete(name)) state.categories.add(name);
    event.target.setAttribute("aria-pressed", String(state.categories.has(name)));
    update();
  });
  document.querySelector(".languages").addEventListener("click", (event) => {
    if (!event.target.dataset.lang) return;
    state.lang = event.target.dataset.lang;
    words(); update(); card();
  });
  $("theme").addEventListener("click", () => {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  });
  $("print").addEventListener("click", () => window.print());
  window.addEventListener("beforeprint", handout);
  $("more").addEventListener("click", () => { shown += PAGE; list(); });
  $("closer").addEventListener("click", () => zoom(1.6));
  $("farther").addEventListener("click", () => zoom(1 / 1.6));
  $("whole").addEventListener("click", () => { view.scale = 1e-300; lay(state.found); names(); draw(); });
  $("list").addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    event.preventDefault();
    open(decodeURIComponent(link.getAttribute("href").slice(1)), true, true);
  });

  const scroll = $("scroll");
  scroll.addEventListener("scroll", () => soon(draw));
  scroll.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, event.clientX - scroll.getBoundingClientRect().left);
  }, { passive: false });
  let grab = null;
  scroll.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "mouse" && event.button === 0 && !event.target.closest(".mark")) grab = { x: event.clientX, left: scroll.scrollLeft };
  });
  window.addEventListener("pointermove", (event) => {
    if (!grab) return;
    scroll.classList.add("grabbed");
    scroll.scrollLeft = grab.left - (event.clientX - grab.x);
  });
  window.addEventListener("pointerup", () => { grab = null; scroll.classList.remove("grabbed"); });
  scroll.addEventListener("click", (event) => {
    const button = event.target.closest(".mark");
    if (button) open(button.dataset.id, true, true);
  });
  scroll.addEventListener("keydown", (event) => {
    if (event.key === "+" || event.key === "=") { zoom(1.6); event.preventDefault(); return; }
    if (event.key === "-") { zoom(1 / 1.6); event.preventDefault(); return; }
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step || !view.items.length) return;
    event.preventDefault();
    const order = [...view.items].sort((one, other) => one.x - other.x);
    const at = order.findIndex((item) => item.event.id === (event.target.dataset.id || state.open));
    const next = order[Math.min(Math.max(at + step, 0), order.length - 1)];
    view.walked = next.event.id;
    if (next.x < scroll.scrollLeft || next.x > scroll.scrollLeft + scroll.clientWidth - 60) scroll.scrollLeft = next.x - scroll.clientWidth / 2;
    draw();
    const button = [...scroll.querySelectorAll(".mark")].find((each) => each.dataset.id === next.event.id);
    if (button) { for (const each of scroll.querySelectorAll('.mark[tabindex="0"]')) each.tabIndex = -1; button.tabIndex = 0; button.focus({ preventScroll: true }); }
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && state.open) open(null, true, true); });
  window.addEventListener("hashchange", () => open(asked(), byId.has(asked())));
  window.addEventListener("resize", () => soon(relay));

  words();
  update();
  if (asked()) open(asked(), true);
  // What a search needs of each event is made ready while nothing else is to be done.
  let prepared = 0;
  function prepare(deadline) {
    while (prepared < events.length && deadline.timeRemaining() > 2) searched(events[prepared++]);
    if (prepared < events.length) requestIdleCallback(prepare);
  }
  if (window.requestIdleCallback) requestIdleCallback(prepare);
  document.documentElement.dataset.ready = String(Math.round(performance.now() - begun));
})();
