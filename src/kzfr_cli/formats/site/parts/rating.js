"use strict";
// How well events answer a query, by the rule and the weights of the program (search/ranking and search/evidence), as far as
// the parts of the index tell of words: in which field each stands, not beside which others.
const kzfrRating = (() => {
  const MANY_NEIGHBOURS = 3, ORDINARY = 0.8, CONSEQUENT = 2, LOWEST = 1e-4;
  const RARE = 2, FOR_ONE = 2, ENOUGH = 3, IN_QUESTION = 0.5, BESIDE_FIGURE = 0.25, LETTERS_THAT_TELL = 5, FEW = 300;
  const NAMED = 1, WORD = 2, UNKNOWN = 3, UNKNOWN_NAME = 4;
  const SUMMARY = 3;

  // ---- a unit: the words of which any answers, with the events in which they stand

  const nothing = (count) => ({ best: new Float32Array(count), titled: new Float32Array(count), events: [], share: 0, many: 0 });
  // Puts the events in which a word stands among those of its unit.
  const put = (unit, packed, { strength, worth, isCounted, tells }) => {
    const { best, titled, events } = unit, worths = worth.map((each) => strength * each);
    const fields = worths.length;
    for (let place = 0; place < packed.length; place += 1) {
      const field = packed[place] % fields, event = (packed[place] - field) / fields;
      if (!best[event]) {
        events.push(event);
        if (isCounted) unit.many += 1;
      }
      if (worths[field] > best[event]) best[event] = worths[field];
      if (field === 0 && strength > titled[event]) titled[event] = strength;
      if (tells && field !== SUMMARY) unit.isSubject = true;
    }
  };

  const rarity = (many, count) => Math.log(1 + Math.max(count, FEW) / (many + 1));

  // What a unit weighs, and what it counts for that an event lacks it.
  const weighed = (unit, count) => {
    const isFigure = /^\d+$/.test(unit.word);
    const many = rarity(unit.many, count);
    unit.weight = unit.many ? many : many * Math.min(1, unit.word.length / LETTERS_THAT_TELL);
    unit.claim = unit.weight * (unit.isName || unit.isProper || isFigure ? 1 : ORDINARY);
    unit.isSure = unit.isName || isFigure;
    unit.isFigure = /^\d{3,}$/.test(unit.word);
    unit.lack = isFigure || unit.order ? 0 : lackOf(unit);
    return unit;
  };
  const lackOf = ({ isName, isProper, isKnown, isSubject }) => {
    if (isName || isProper) return isKnown ? NAMED : UNKNOWN_NAME;
    return isKnown && isSubject ? WORD : UNKNOWN;
  };

  // ---- what events have that have the same units: how much of the query that is, and what they lack

  // What speaks against such events, and whether nothing in favour of one can outweigh it.
  const planOf = (mask, units, { weights, known, claim, isQuestion }) => {
    const held = units.filter((_, place) => mask & (1 << place)), lost = units.filter((_, place) => !(mask & (1 << place)));
    const lacking = (lack) => lost.filter((unit) => unit.lack === lack);
    const own = (lack) => lacking(lack).filter((unit) => unit.hasOwn).length;
    const worth = held.some((unit) => unit.isFigure) ? BESIDE_FIGURE : isQuestion ? IN_QUESTION : 1;
    const named = weights.missing * sum(lacking(NAMED), ({ weight }) => Math.min(1, weight / RARE));
    const missing = named + weights.missing_word * worth * lacking(WORD).length;
    const against = weights.unknown_name * lacking(UNKNOWN_NAME).length + missing / known;
    const isAboutUnknown = held.length < ENOUGH && !held.some((unit) => unit.isSure) && lacking(UNKNOWN).length * (isQuestion ? 1 : FOR_ONE) > held.length;
    const [one = 0, other = 0] = held.map(({ weight }) => weight).sort((first, second) => second - first);
    const most = weights.floor + weights.title * sum(held, ({ weight }) => weight) + weights.best * (one + other);
    const isOut = lost.some((unit) => unit.isYear);
    const cover = sum(held, (unit) => unit.claim * unit.share) / claim;
    return {
      held,
      against,
      isOut,
      isAnswer: !isOut && !isAboutUnknown && most + against >= 0,
      cover,
      share: cover ** CONSEQUENT,
      doubt: weights.doubt ** (2 * own(NAMED) + own(WORD)),
    };
  };
  const sum = (items, valueOf) => items.reduce((total, item) => total + valueOf(item), 0);

  // ---- the events: how good each is, and whether it is an answer; or those that come near, by how much of the query they have

  // Of a hundred thousand events many have a word of the query, and few can be answers: no other is looked at.
  const rated = (units, { index, allowed, isQuestion, least = null }) => {
    const { weights, count, lengths } = index;
    const scores = new Float32Array(count), answers = [], plans = [];
    const weight = sum(units, (unit) => unit.weight) || 1, claim = sum(units, (unit) => unit.claim) || 1;
    const known = units.filter((unit) => unit.isKnown).length || 1;
    const highest = (1 + weights.again) * (1 + weights.closeness + MANY_NEIGHBOURS * weights.neighbours) * weight;
    const { masks, events } = masked(units, count);
    for (let place = 0; place < events.length; place += 1) {
      const event = events[place], mask = masks[event];
      plans[mask] = plans[mask] || planOf(mask, units, { weights, known, claim, isQuestion });
      const { held, against, isAnswer, isOut, cover, share, doubt } = plans[mask];
      if (least === null ? !isAnswer : isOut || cover < least) continue;
      if (allowed && !allowed(event)) continue;
      let quality = 0, titled = 0, title = 0, best = 0, second = 0;
      for (let number = 0; number < held.length; number += 1) {
        const unit = held[number], worth = unit.weight * unit.best[event];
        quality += worth;
        titled += unit.titled[event];
        title += unit.weight * unit.titled[event];
        if (worth > best) {
          second = best;
          best = worth;
        } else if (worth > second) second = worth;
      }
      const closeness = weights.closeness * Math.min(titled / lengths[event], 1);
      const prior = units.length === 1 ? priorOf(event, index) : 1;
      const score = quality * share * (1 + closeness) / highest * doubt * prior;
      const inFavour = weights.floor + weights.score * Math.log(Math.max(score, LOWEST)) + weights.title * title + weights.best * (best + second);
      if (!score || (least === null && inFavour + against < 0)) continue;
      scores[event] = score;
      answers.push(event);
    }
    return { scores, events: answers };
  };
  // The events that have any of some units, and which of these each has.
  const masked = (units, count) => {
    const masks = new Uint16Array(count), events = [];
    units.forEach((unit, number) => {
      for (let place = 0; place < unit.events.length; place += 1) {
        const event = unit.events[place];
        if (!masks[event]) events.push(event);
        masks[event] |= 1 << number;
      }
    });
    return { masks, events };
  };
  const all = (count, isWanted) => ({
    scores: new Float32Array(count).fill(1),
    events: Array.from({ length: count }, (_, event) => event).filter(isWanted),
  });
  // The first of many by score, of one score the weightier: each is put in its place only when it is among them.
  const first = ({ scores, events }, many) => {
    const kept = [];
    const isBefore = (one, other) => scores[one] > scores[other] || (scores[one] === scores[other] && one < other);
    for (let number = 0; number < events.length; number += 1) {
      const event = events[number];
      if (kept.length === many && !isBefore(event, kept[many - 1])) continue;
      let place = kept.length;
      while (place && isBefore(event, kept[place - 1])) place -= 1;
      kept.splice(place, 0, event);
      if (kept.length > many) kept.pop();
    }
    return { count: events.length, kept };
  };
  const priorOf = (event, { landmarks, notable, weights }) => {
    if (event < landmarks) return 1;
    return event < notable ? weights.detail : weights.detail ** 2;
  };

  return { all, first, nothing, put, rated, weighed };
})();
