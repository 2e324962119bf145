"use strict";
// The search of the site. Its data come in parts, each a script that hands itself to `kzfr`: a page that is opened from a
// disk may load nothing else. What a part holds and how it is written: formats/site/shards.py and packing.py.
(() => {
  const form = document.getElementById("search");
  const $ = (id) => document.getElementById(id);
  const root = form.dataset.root, lang = form.dataset.lang;
  const says = JSON.parse(form.dataset.says), categories = new Map(JSON.parse(form.dataset.categories));
  const NAMES = [...categories.keys()];
  const isEmbedded = "embedded" in form.dataset;
  const siteTitle = document.querySelector('meta[property="og:site_name"]').content.replace(/&/g, "&amp;").replace(/"/g, "&quot;");
  const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const VALUES = new Uint8Array(128);
  for (let place = 0; place < 64; place += 1) VALUES[ALPHABET.charCodeAt(place)] = place;
  const FIELDS = 4, SHOWN = 12, FIRST_YEAR = 10000, MOST_NEAR = 5, NET = 0.2, NEARLY_BEST = 0.93;
  const FACETS = ["person", "org", "place", "tag"];
  const SURE = 5, FORM = 0.95, NEARLY = 0.85, SHORTEST_MEANT = 6;

  // ---- the parts of the data

  const parts = new Map(), waiting = new Map();
  window.kzfr = (name, value) => { parts.set(name, value); };
  const load = (name, folder = root) => {
    if (!waiting.has(name)) {
      waiting.set(name, new Promise((done) => {
        const script = document.createElement("script");
        script.src = folder + "data/" + name + ".js";
        script.onload = script.onerror = () => { script.remove(); done(parts.get(name)); };
        document.head.append(script);
      }));
    }
    return waiting.get(name);
  };

  // ---- words

  let index = null;
  const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad\u200b-\u200f\u2060]*/gu;
  const foldLetter = (letter) => {
    if (letter < "\u0080") return letter;
    if (letter in index.letters) return index.letters[letter];
    const base = letter.normalize("NFD")[0];
    return base < "\u0080" ? base : "";
  };
  const foldWord = (typed) => [...typed.toLowerCase()].map(foldLetter).join("").replace(/[^a-z0-9]/g, "");
  const fold = (text) => {
    const isShouting = text === text.toUpperCase();
    return (text.normalize("NFC").match(WORD) || [])
      .map((typed, place) => ({
        typed,
        word: foldWord(typed),
        isCyrillic: /[\u0400-\u04ff]/.test(typed),
        isCapital: !isShouting && typed[0] !== typed[0].toLowerCase(),
        isFirst: !place,
        order: index.orders.get(foldWord(typed)),
      }))
      .filter((each) => each.word);
  };

  // ---- what stands where

  const partOf = (word) => {
    for (let length = Math.min(word.length, index.longest); length; length -= 1) {
      const beginning = word.slice(0, length);
      if (length === word.length && index.parts.has(beginning + "_")) return beginning + "_";
      if (index.parts.has(beginning)) return beginning;
    }
    return index.parts.has(word + "_") ? word + "_" : null;
  };
  const strengthOf = (typed, token) => {
    const { word, isCyrillic } = typed;
    if (token === word) return 1;
    if (token === word + "*") return word.length > 1 ? index.weights.guess : 0.5;
    if (kzfrSpelling.areForms(word, token, isCyrillic, index.endings)) return FORM;
    return token.startsWith(word) && (word.length > 1 || token.length === 1) ? index.weights.guess : 0;
  };
  const misspelt = (word, tokens) => {
    const most = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
    const found = new Map();
    for (const token of most && !/[0-9]/.test(word) ? tokens : []) {
      const far = kzfrSpelling.distance(word, token, most);
      if (far <= most) found.set(token, { strength: index.weights.guess * (1 - 0.1 * far), share: 1 - 0.1 * far });
    }
    return found;
  };
  // All words of a part begin alike: most are ruled out by their third letter.
  const isFar = (word, token) => word.length > SURE && token.length > SURE && word.charCodeAt(2) !== token.charCodeAt(2);
  const matching = (typed, part) => {
    const found = new Map();
    for (const token in part) {
      const strength = token === NAMES_OF_PART || isFar(typed.word, token) ? 0 : strengthOf(typed, token);
      if (strength) found.set(token, { strength, share: 1 });
    }
    // Only the beginning of other words: it may be a word of its own that is misspelt.
    const isKnown = [...found.values()].some(({ strength }) => strength >= FORM);
    if (isKnown || (found.size && typed.word.length < SURE)) return found;
    return new Map([...misspelt(typed.word, Object.keys(part)), ...found]);
  };
  // The words of a part that are a name, or the surname of a person.
  const NAMES_OF_PART = "@";
  const namesIn = (part) => new Set((part[NAMES_OF_PART] || "").split(" "));
  // Reads the steps from document to document, five bits a sign, the lowest first: each document times `fields`, and its field.
  const read = (text, fields = FIELDS) => {
    const found = new Int32Array(text.length);
    let many = 0, last = 0, step = 0, shift = 0;
    for (let place = 0; place < text.length; place += 1) {
      const sign = VALUES[text.charCodeAt(place)];
      step += (sign & 31) << shift;
      if (sign & 32) { shift += 5; continue; }
      last += step - (last % fields);
      found[many] = last;
      many += 1;
      step = shift = 0;
    }
    return found.subarray(0, many);
  };

  // ---- the answers

  // What stands where of a unit of a query: of its words any answers.
  const found = async (typed) => {
    const unit = { ...typed[0], ...kzfrRating.nothing(index.count) };
    await Promise.all(typed.map((each) => seek(each, unit)));
    return judged(unit);
  };
  const judged = (unit) => {
    unit.isKnown = unit.hasOwn || unit.isLikeName || (unit.share >= NEARLY && unit.word.length >= SHORTEST_MEANT);
    unit.isProper = unit.isElsewhere || (unit.isCapital && !(unit.isFirst && unit.hasOwn));
    return kzfrRating.weighed(unit, index.count);
  };
  const seek = async (typed, unit) => {
    const name = partOf(typed.word);
    gather(typed, name ? await load("find-" + name) : {}, unit);
  };
  const gather = (typed, part, unit) => {
    const names = namesIn(part);
    const tokens = [...matching(typed, part)];
    const isOwn = tokens.some(([, { strength }]) => strength >= FORM);
    unit.hasOwn = unit.hasOwn || isOwn;
    unit.isElsewhere = index.elsewhere[Number(typed.isCyrillic)].has(typed.word);
    for (const [token, { strength, share }] of tokens) {
      if (names.has(token) && strength >= FORM) unit.isName = true;
      else if (names.has(token) && share >= NEARLY) unit.isLikeName = true;
      unit.share = Math.max(unit.share, share);
      const isCounted = strength >= FORM || !isOwn, tells = strength >= FORM || share >= NEARLY;
      kzfrRating.put(unit, read(part[token]), { strength, worth: index.worth, isCounted, tells });
    }
  };
  const listed = (text) => (text || "").split(",").filter(Boolean);
  // The events that are linked to any of some names, or to any of some subjects; nothing where none of them is known.
  const linkedTo = async (facet, ids) => {
    const places = await load("linked"), flags = new Uint8Array(index.count);
    const keys = ids.map((id) => facet + " " + id).filter((key) => Object.hasOwn(places, key));
    if (!keys.length) return null;
    for (const part of await Promise.all(keys.map((key) => load("linked-" + places[key])))) {
      for (const key of keys) if (Object.hasOwn(part, key)) for (const document of read(part[key], 1)) flags[document] = 1;
    }
    return flags;
  };
  const yearIn = (text, document) => [0, 1, 2].reduce((sum, place) => sum * 64 + VALUES[text.charCodeAt(document * 3 + place)], 0) - FIRST_YEAR;
  const yearOf = (text) => (/^-?\d{1,4}$/.test(text || "") ? Number(text) : null);
  const filter = async (asked, span) => {
    const facets = FACETS.filter((name) => asked[name]), from = yearOf(asked.from), to = yearOf(asked.to);
    const wanted = new Set(listed(asked.cat).map((name) => NAMES.indexOf(name)).filter((place) => place >= 0));
    if (!facets.length && !wanted.size && from === null && to === null && !asked.disputed && !span) return null;
    const [columns, ...named] = await Promise.all([load("columns"), ...facets.map((name) => linkedTo(name, listed(asked[name])))]);
    const linked = named.filter(Boolean);
    return (document) => linked.every((flags) => flags[document])
      && (!wanted.size || wanted.has(VALUES[columns.categories.charCodeAt(document)]))
      && (from === null || yearIn(columns.last, document) >= from)
      && (to === null || yearIn(columns.first, document) <= to)
      && (!asked.disputed || columns.disputed[document] === "1")
      && (!span || (yearIn(columns.last, document) >= span[0] && yearIn(columns.first, document) <= span[1]));
  };
  // Where the row of each event stands: `placed` of formats/site/rows.py.
  const placesOf = ({ count, landmarks, notable }, lengths) => {
    const kindOf = (event) => ((event >= landmarks) + (event >= notable)) * 64 + lengths[event];
    const next = new Uint32Array(3 * 64 + 1), places = new Uint32Array(count);
    for (let event = 0; event < count; event += 1) next[kindOf(event) + 1] += 1;
    for (let kind = 1; kind < next.length; kind += 1) next[kind] += next[kind - 1];
    for (let event = 0; event < count; event += 1) {
      const kind = kindOf(event);
      places[event] = next[kind];
      next[kind] += 1;
    }
    return places;
  };
  let opening = null;
  const opened = () => {
    opening = opening || load("find").then((found) => {
      const lengths = Uint8Array.from(found.lengths, (sign) => VALUES[sign.charCodeAt(0)]);
      index = {
        ...found,
        lengths,
        places: placesOf(found, lengths),
        parts: new Set(found.parts),
        longest: Math.max(...found.parts.map((part) => part.length)),
        endings: new Set(found.endings),
        stop: found.stop.map((words) => new Set(words)),
        elsewhere: found.elsewhere.map((words) => new Set(words)),
        countries: new Set(found.countries),
        questions: new Set(found.questions),
        orders: new Map([...found.first.map((word) => [word, "first"]), ...found.last.map((word) => [word, "last"])]),
      };
    });
    return opening;
  };
  // «La première visite», "the last visit": of the best answers, the earliest or the last one comes first.
  const inOrder = async (kept, units, scores) => {
    const place = units.findIndex((unit) => unit.order), noun = units[place + 1];
    if (place < 0 || !noun) return kept;
    const { first: years } = await load("columns"), sign = units[place].order === "last" ? -1 : 1;
    const isMeant = (document) => noun.titled[document] >= FORM && (scores[document] >= scores[kept[0]] * NEARLY_BEST || units[place].titled[document]);
    const [best] = kept.filter(isMeant).sort((one, other) => sign * (yearIn(years, one) - yearIn(years, other)));
    return best === undefined ? kept : [best, ...kept.filter((document) => document !== best)];
  };
  const answer = async (asked, many) => {
    await opened();
    const { units: typed, excluded, span, isQuestion } = kzfrQuery.read(asked.q || "", index, fold);
    const [allowed, units, without] = await Promise.all([
      filter(asked, span),
      Promise.all(typed.map(found)),
      Promise.all(excluded.map((each) => found([each]))),
    ]);
    if (!typed.length) {
      if (!allowed) return null;
      return { ...kzfrRating.first(kzfrRating.all(index.count, allowed), many), isNear: false };
    }
    const isKept = (document) => (!allowed || allowed(document)) && without.every(({ best }) => !best[document]);
    const rate = (least) => kzfrRating.rated(units, { index, isQuestion, least, allowed: allowed || without.length ? isKept : null });
    const rated = rate(null), told = kzfrRating.first(rated, Math.max(many, SHOWN));
    if (told.count) return { count: told.count, kept: (await inOrder(told.kept, units, rated.scores)).slice(0, many), isNear: false };
    return { ...kzfrRating.first(rate(NET), MOST_NEAR), isNear: true };
  };

  // ---- what is shown

  const visible = (text) => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "");
  const made = (name, fields, ...inside) => {
    const element = document.createElement(name);
    Object.assign(element, fields);
    element.append(...inside.filter(Boolean));
    return element;
  };
  const row = ([id, title, words, category, language]) => {
    const name = NAMES[category];
    const link = made(id ? "a" : "span", { textContent: visible(title) });
    if (id) link.href = "events/" + id + ".html";
    if (isEmbedded) Object.assign(link, { target: "_blank", rel: "noopener" });
    if (language) link.lang = language;
    return made("li", { className: "c-" + name },
      made("time", { textContent: visible(words) }), " ", link, " ",
      made("span", { className: "tag", textContent: categories.get(name) }));
  };
  const rowOf = async (document) => {
    const { places, rows: { head, block } } = index;
    const place = places[document], past = place - head;
    if (past < 0) return (await load("rows-0", ""))[place];
    const part = await load("rows-" + (1 + Math.floor(past / block)), "");
    return part[past % block];
  };
  const told = (result) => {
    if (!result.count) return says.found_none;
    if (result.isNear) return says.found_near;
    return result.count === 1 ? says.found_one : says.found_many.replace("{count}", result.count.toLocaleString(lang));
  };

  // The lists of names to choose from are long, and written when nothing else is to be done; an address may name several.
  const option = (value, label) => made("option", { value, textContent: label });
  const choose = (field, value, labels) => {
    const found = [...field.options].some((each) => each.value === value);
    if (value && !found) field.append(option(value, listed(value).map((id) => labels.get(id) || id).join(", ")));
    field.value = value;
  };
  const writeChoices = async () => {
    const found = await load("choices", ""), { compare } = new Intl.Collator(lang);
    for (const facet of FACETS) {
      const field = form.elements[facet], named = found[facet].sort((one, other) => compare(one[1], other[1]));
      const options = named.map(([id, label, count]) => option(id, visible(label) + " (" + count.toLocaleString(lang) + ")"));
      field.replaceChildren(field.options[0], ...options);
      field.hidden = !named.length;
      choose(field, asked[facet] || "", new Map(named.map(([id, label]) => [id, visible(label)])));
    }
  };

  const typed = () => Object.fromEntries([...new FormData(form)].filter(([, value]) => value));
  let asked = {}, many = SHOWN, turn = 0;
  const show = async () => {
    const began = performance.now(), mine = turn += 1;
    const result = await answer(asked, many);
    if (mine !== turn) return;
    const rows = result ? await Promise.all(result.kept.map(rowOf)) : [];
    if (mine !== turn) return;
    $("found").replaceChildren(...rows.map(row));
    $("found").hidden = !rows.length;
    $("status").textContent = result ? told(result) : "";
    if (!isEmbedded) {
      $("overview").hidden = Boolean(result);
      $("more").hidden = !result || result.isNear || result.count <= rows.length;
      $("embed").hidden = !result;
      // The timeline reads the same address, and shows the same events in time.
      if ($("timeline")) Object.assign($("timeline"), { hidden: !result, href: "index.html?" + new URLSearchParams(asked) });
      const address = new URL("embed.html?" + new URLSearchParams(asked), location.href).href;
      $("frame").value = `<iframe src="${address.replace(/&/g, "&amp;")}" title="${siteTitle}" width="100%" height="420" loading="lazy"></iframe>`;
    }
    document.documentElement.dataset.took = (performance.now() - began).toFixed(1);
    document.documentElement.dataset.turn = mine;
  };
  const remember = () => {
    const query = new URLSearchParams(asked).toString();
    try { history.replaceState(null, "", query ? "?" + query : location.pathname); } catch { /* Some browsers keep addresses of a disk as they are. */ }
  };
  // What most answers need: the weightiest events, and those with short titles, come first in many.
  const prefetch = () => Promise.all([load("rows-0", ""), load("columns")]);
  // A browser runs slowly what it has not run often: before anything is asked, some events are found that are none.
  const PRACTISED = 8000;
  const practise = async () => {
    const part = { practice: ALPHABET[FIELDS].repeat(Math.min(index.count, PRACTISED)) };
    for (const query of ["practice practices", "«Practices, practice»", "practice"]) {
      await new Promise((done) => whenIdle(done));
      const units = kzfrQuery.read(query, index, fold).units.map(([each]) => {
        const unit = { ...each, ...kzfrRating.nothing(index.count) };
        gather(each, part, unit);
        return judged(unit);
      });
      kzfrRating.first(kzfrRating.rated(units, { index, isQuestion: false, allowed: null }), SHOWN);
    }
  };
  const whenIdle = window.requestIdleCallback || ((run) => setTimeout(run, 0));
  const start = () => {
    asked = Object.fromEntries([...new URLSearchParams(location.search)].filter(([, value]) => value));
    if (["dark", "light"].includes(asked.theme)) document.documentElement.dataset.theme = asked.theme;
    if (isEmbedded) {
      many = Math.min(Math.max(Math.trunc(Number(asked.n)) || SHOWN, 1), 200);
      if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(asked.id || "")) location.replace("events/" + asked.id + ".html");
      $("whole").href = "search.html" + location.search;
    } else {
      for (const field of form.elements) {
        if (field.type === "checkbox") field.checked = field.name in asked;
        else if (field.name === "cat") choose(field, asked.cat || "", categories);
        else if (FACETS.includes(field.name)) choose(field, asked[field.name] || "", new Map());
        else if (field.name in asked) field.value = asked[field.name];
      }
      form.addEventListener("input", () => {
        asked = { ...typed(), ...(asked.theme && { theme: asked.theme }) };
        many = SHOWN;
        show().then(remember);
      });
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        const link = $("found").querySelector("a");
        if (link) location.href = link.href;
      });
      form.addEventListener("keydown", (event) => {
        if (event.key === "Escape") { form.reset(); form.dispatchEvent(new Event("input")); }
      });
      $("more").addEventListener("click", () => { many += SHOWN; show(); });
    }
    const isAsked = ["q", "cat", "from", "to", "disputed", ...FACETS].some((name) => name in asked);
    document.documentElement.dataset.ready = performance.now().toFixed(1);
    if (isAsked || isEmbedded) show();
    else opened();
    if (!isEmbedded) whenIdle(() => opened().then(prefetch).then(practise).then(writeChoices));
  };
  window.kzfrAnswer = async (query, count) => {
    const result = await answer({ q: query }, count);
    return result && { ids: (await Promise.all(result.kept.map(rowOf))).map(([id]) => id), isNear: result.isNear, count: result.count };
  };
  start();
})();
