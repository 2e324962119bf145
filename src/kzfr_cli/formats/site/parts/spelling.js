"use strict";
// Forms of one word, and how far a word is from another that it may be meant for.
const kzfrSpelling = (() => {
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
  const areForms = (one, other, isCyrillic, endings) => {
    if (!isCyrillic) return latin(one) === latin(other);
    let same = 0;
    while (same < one.length && same < other.length && one[same] === other[same]) same += 1;
    for (let place = 4; place <= same; place += 1) {
      const ends = [one.slice(place), other.slice(place)];
      if (ends.every((end) => !end || endings.has(end))) return true;
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

  return { areForms, distance };
})();
