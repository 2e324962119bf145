"use strict";
// How well events answer a query, by the rule and the weights of the program (search/ranking and search/evidence), as far as
// the parts of the index tell of words: in which field each stands, not beside which others.
const kzfrRating = (() => {
  const COMMON_WORTH = 0.9, MANY_NEIGHBOURS = 3, ORDINARY = 0.8, CONSEQUENT = 2, LOWEST = 1e-4;
  const RARE = 2, FOR_ONE = 2, IN_QUESTION = 0.5, BESIDE_FIGURE = 0.25, LETTERS_THAT_TELL = 5, FEW = 300;
  const NAMED = 1, WORD = 2, UNKNOWN = 3, UNKNOWN_NAME = 4;
  const SUMMARY = 3;

  // ---- a unit: the words of which any answers, with the events in which they stand

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

  // ---- the events: how good each is, how much of the query it has, and whether that is an answer

  const rated = (units, { index, lengthOf, allowed, isQuestion }) => {
    const { weights, count } = index;
    const scores = new Float32Array(count), covers = new Float32Array(count), answers = new Uint8Array(count);
    const sum = (name) => units.reduce((total, unit) => total + unit[name], 0) || 1;
    const weight = sum("weight"), claim = sum("claim");
    const highest = (1 + weights.again) * (1 + weights.closeness + MANY_NEIGHBOURS * weights.neighbours);
    const known = units.filter((unit) => unit.isKnown).length || 1;
    for (let event = 0; event < count; event += 1) {
      if (allowed && !allowed(event)) continue;
      const found = foundIn(event, units, weights);
      if (!found.many || found.lacksYear) continue;
      const closeness = weights.closeness * Math.min(found.titled / lengthOf(event), 1);
      covers[event] = found.covered / claim;
      const doubt = weights.doubt ** found.doubts, prior = units.length === 1 ? priorOf(event, index) : 1;
      scores[event] = found.quality / weight * covers[event] ** CONSEQUENT * (1 + closeness) / highest * doubt * prior;
      const worth = found.hasFigure ? BESIDE_FIGURE : isQuestion ? IN_QUESTION : 1;
      answers[event] = !isAboutUnknown(found, isQuestion) && evidence(found, scores[event], { weights, known, worth }) >= 0;
    }
    return { scores, covers, answers };
  };

  const foundIn = (event, units, weights) => {
    const found = { many: 0, quality: 0, covered: 0, titled: 0, title: 0, best: 0, second: 0, doubts: 0, words: 0, named: 0, unknown: 0, strangers: 0 };
    for (const unit of units) {
      const strength = unit.best[event];
      if (strength) add(found, unit, strength, unit.titled[event]);
      else lack(found, unit);
    }
    return found;
  };
  const add = (found, unit, strength, inTitle) => {
    const worth = unit.weight * strength;
    found.many += 1;
    found.quality += unit.weight * (unit.isCommon ? COMMON_WORTH : strength);
    found.covered += unit.claim * unit.share;
    found.titled += inTitle;
    found.title += unit.weight * inTitle;
    if (worth > found.best) [found.best, found.second] = [worth, found.best];
    else if (worth > found.second) found.second = worth;
    if (unit.isSure) found.isSure = true;
    if (unit.isFigure) found.hasFigure = true;
  };
  const lack = (found, unit) => {
    if (unit.isYear) found.lacksYear = true;
    if (unit.lack === NAMED) found.named += Math.min(1, unit.weight / RARE);
    if (unit.lack === WORD) found.words += 1;
    if (unit.lack === UNKNOWN) found.unknown += 1;
    if (unit.lack === UNKNOWN_NAME) found.strangers += 1;
    if (unit.hasOwn && unit.lack === NAMED) found.doubts += 2;
    if (unit.hasOwn && unit.lack === WORD) found.doubts += 1;
  };
  const priorOf = (event, { landmarks, notable, weights }) => {
    if (event < landmarks) return 1;
    return event < notable ? weights.detail : weights.detail ** 2;
  };

  // Whether the words without meaning here are too many for those that are found.
  const isAboutUnknown = ({ unknown, many, isSure }, isQuestion) => !isSure && unknown * (isQuestion ? 1 : FOR_ONE) > many;

  // What speaks for an event less what speaks against it.
  const evidence = (found, score, { weights, known, worth }) =>
    weights.floor
    + weights.score * Math.log(Math.max(score, LOWEST))
    + weights.title * found.title
    + weights.best * (found.best + found.second)
    + weights.unknown_name * found.strangers
    + weights.missing * (found.named + found.words * worth) / known;

  return { rated, weighed, SUMMARY };
})();
