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
  const BLOCK = 40, FIELDS = 4, SHOWN = 12, FIRST_YEAR = 10000;
  const FACETS = ["person", "org", "place", "tag"];
  const SURE = 5, FORM = 0.95, CONSEQUENT = 2;

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
  const fold = (text) => (text.toLowerCase().normalize("NFC").match(WORD) || [])
    .map((typed) => ({
      isCyrillic: /[\u0400-\u04ff]/.test(typed),
      word: [...typed].map(foldLetter).join("").replace(/[^a-z0-9]/g, ""),
    }))
    .filter((each) => each.word);

  // As `latin` of languages/stems.py.
  const latin = (word) => {
    if (word.length <= 3 || /[0-9]/.test(word)) return word;
    if (word.endsWith("aux") && word.length > 5) return word.slice(0, -2) + "l";
    if (word.endsWith("ies") && word.length > 4) return word.slice(0, -3) + "y";
    if (word.endsWith("ss")) return word;
    if (/[sx]$/.test(word)) word = word.slice(0, -1);
    if (word.endsWith("ee") && word.length > 5) return word.slice(0, -1);
    for (const ending of ["ing", "ed"]) {
      if (!word.endsWith(ending) || word.length - ending.length < 4) continue;
      const root = word.slice(0, -ending.length);
      return root.at(-1) === root.at(-2) && "bdgmnprt".includes(root.at(-1)) ? root.slice(0, -1) : root;
    }
    return word;
  };
  const areForms = (one, other, isCyrillic) => {
    if (!isCyrillic) return latin(one) === latin(other);
    let same = 0;
    while (same < one.length && same < other.length && one[same] === other[same]) same += 1;
    for (let place = 4; place <= same; place += 1) {
      const ends = [one.slice(place), other.slice(place)];
      if (ends.every((end) => !end || index.endings.has(end))) return true;
    }
    return false;
  };
  const distance = (one, other, most) => {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let last = Array.from({ length: other.length + 1 }, (_, place) => place), before = [];
    for (let row = 1; row <= one.length; row += 1) {
      const next = [row];
      for (let place = 1; place <= other.length; place += 1) {
        const cost = one[row - 1] === other[place - 1] ? 0 : 1;
        let least = Math.min(last[place] + 1, next[place - 1] + 1, last[place - 1] + cost);
        if (row > 1 && place > 1 && one[row - 1] === other[place - 2] && one[row - 2] === other[place - 1]) {
          least = Math.min(least, before[place - 2] + 1);
        }
        next.push(least);
      }
      before = last;
      last = next;
    }
    return last[other.length];
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
    if (token === word + "*") return word.length > 1 ? index.guess : 0.5;
    if (areForms(word, token, isCyrillic)) return FORM;
    return token.startsWith(word) && (word.length > 1 || token.length === 1) ? index.guess : 0;
  };
  const misspelt = (word, tokens) => {
    const most = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
    const found = new Map();
    for (const token of most && !/[0-9]/.test(word) ? tokens : []) {
      const far = distance(word, token, most);
      if (far <= most) found.set(token, index.guess * (1 - 0.1 * far));
    }
    return found;
  };
  const matching = (typed, part) => {
    const found = new Map();
    for (const token in part) {
      const strength = strengthOf(typed, token);
      if (strength) found.set(token, strength);
    }
    // Only the beginning of other words: it may be a word of its own that is misspelt.
    const isKnown = [...found.values()].some((strength) => strength >= FORM);
    if (isKnown || (found.size && typed.word.length < SURE)) return found;
    return new Map([...misspelt(typed.word, Object.keys(part)), ...found]);
  };
  // Reads the steps from document to document: five bits a sign, the lowest first.
  const read = (text, each, fields = FIELDS) => {
    let document = 0, value = 0, shift = 0;
    for (let place = 0; place < text.length; place += 1) {
      const sign = VALUES[text.charCodeAt(place)];
      value += (sign & 31) << shift;
      if (sign & 32) { shift += 5; continue; }
      document += Math.floor(value / fields);
      each(document, value % fields);
      value = shift = 0;
    }
  };

  // ---- the answers

  const found = async (typed) => {
    const name = partOf(typed.word);
    const part = name ? await load("find-" + name) : null;
    const best = new Float32Array(index.count), titled = new Float32Array(index.count);
    let many = 0;
    for (const [token, strength] of part ? matching(typed, part) : []) {
      read(part[token], (document, field) => {
        const worth = strength * index.worth[field];
        if (!best[document]) many += 1;
        if (worth > best[document]) best[document] = worth;
        if (field === 0 && strength > titled[document]) titled[document] = strength;
      });
    }
    return { best, titled, rarity: Math.log(1 + index.count / (many || 1)), many };
  };
  const prior = (document, isLone) => {
    if (!isLone || document < index.landmarks) return 1;
    return document < index.notable ? index.detail : index.detail * index.detail;
  };
  const rated = (terms, allowed) => {
    const scores = new Float32Array(index.count), covers = new Float32Array(index.count);
    const total = terms.reduce((sum, term) => sum + term.rarity, 0) || 1;
    for (let document = 0; document < index.count; document += 1) {
      if (allowed && !allowed(document)) continue;
      let quality = 0, covered = 0, titled = 0;
      for (const { best, titled: inTitle, rarity } of terms) {
        if (!best[document]) continue;
        quality += rarity * best[document];
        covered += rarity;
        titled += inTitle[document];
      }
      if (!covered) continue;
      const closeness = 1 + index.closeness * Math.min(titled / VALUES[index.lengths.charCodeAt(document)], 1);
      covers[document] = covered / total;
      scores[document] = quality / total * (covered / total) ** CONSEQUENT * closeness * prior(document, terms.length === 1);
    }
    return { scores, covers };
  };
  // The first of many by score, of one score the weightier: each is put in its place only when it is among them.
  const first = (scores, isWanted, many) => {
    const kept = [];
    let count = 0, least = 0;
    for (let document = 0; document < scores.length; document += 1) {
      const score = scores[document];
      if (!score || !isWanted(document)) continue;
      count += 1;
      if (score <= least) continue;
      let place = kept.length;
      while (place && scores[kept[place - 1]] < score) place -= 1;
      kept.splice(place, 0, document);
      if (kept.length > many) kept.pop();
      if (kept.length === many) least = scores[kept[many - 1]];
    }
    return { count, kept };
  };
  const listed = (text) => (text || "").split(",").filter(Boolean);
  // The events that are linked to any of some names, or to any of some subjects.
  const linkedTo = async (facet, ids) => {
    const places = await load("linked"), flags = new Uint8Array(index.count);
    const keys = ids.map((id) => facet + " " + id).filter((key) => Object.hasOwn(places, key));
    for (const part of await Promise.all(keys.map((key) => load("linked-" + places[key])))) {
      for (const key of keys) if (Object.hasOwn(part, key)) read(part[key], (document) => { flags[document] = 1; }, 1);
    }
    return flags;
  };
  const filter = async (asked) => {
    const facets = FACETS.filter((name) => asked[name]);
    if (!facets.length && !asked.cat && !asked.from && !asked.to && !asked.disputed) return null;
    const [columns, ...linked] = await Promise.all([load("columns"), ...facets.map((name) => linkedTo(name, listed(asked[name])))]);
    const wanted = new Set(listed(asked.cat).map((name) => NAMES.indexOf(name)));
    const year = (text, document) => [0, 1, 2].reduce((sum, place) => sum * 64 + VALUES[text.charCodeAt(document * 3 + place)], 0) - FIRST_YEAR;
    return (document) => linked.every((flags) => flags[document])
      && (!asked.cat || wanted.has(VALUES[columns.categories.charCodeAt(document)]))
      && (!asked.from || year(columns.last, document) >= Number(asked.from))
      && (!asked.to || year(columns.first, document) <= Number(asked.to))
      && (!asked.disputed || columns.disputed[document] === "1");
  };
  let opening = null;
  const opened = () => {
    opening = opening || load("find").then((found) => {
      index = {
        ...found,
        parts: new Set(found.parts),
        longest: Math.max(...found.parts.map((part) => part.length)),
        endings: new Set(found.endings),
        stop: found.stop.map((words) => new Set(words)),
      };
    });
    return opening;
  };
  const answer = async (asked, many) => {
    await opened();
    const allowed = await filter(asked);
    const typed = fold(asked.q || "");
    const telling = typed.filter((each) => !index.stop[Number(each.isCyrillic)].has(each.word));
    const words = telling.length ? telling : typed;
    if (!words.length) {
      if (!allowed) return null;
      const scores = new Float32Array(index.count).fill(1);
      return { ...first(scores, allowed, many), isNear: false };
    }
    const terms = await Promise.all(words.map(found));
    const { scores, covers } = rated(terms, allowed);
    const whole = first(scores, (document) => covers[document] > 0.999, many);
    if (whole.count) return { ...whole, isNear: false };
    return { ...first(scores, (document) => covers[document] > 0.5, SHOWN / 2), isNear: true };
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
    const block = await load("rows-" + Math.floor(document / BLOCK), "");
    return block[document % BLOCK];
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
  // What most answers need: the weightiest events come first in many.
  const prefetch = () => Promise.all([load("columns"), ...[0, 1, 2].filter((block) => block * BLOCK < index.count).map((block) => load("rows-" + block, ""))]);
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
        const query = new URLSearchParams(asked).toString();
        try { history.replaceState(null, "", query ? "?" + query : location.pathname); } catch { /* Some browsers keep addresses of a disk as they are. */ }
        show();
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
    if (!isEmbedded) whenIdle(() => opened().then(prefetch).then(writeChoices));
  };
  window.kzfrAnswer = async (query, count) => {
    const result = await answer({ q: query }, count);
    return result && { ids: (await Promise.all(result.kept.map(rowOf))).map(([id]) => id), isNear: result.isNear, count: result.count };
  };
  start();
})();
