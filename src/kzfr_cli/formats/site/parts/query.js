"use strict";
// A query: its words, those that it lets choose between or leaves out, dates in figures.
const kzfrQuery = (() => {
  const DAYS = [
    [/\b(\d{4})-(\d\d)(?:-(\d\d))?\b/g, (_, year, month, day) => [day, month, year]],
    [/\b(\d\d?)[./](\d\d?)[./](\d{4})\b/g, (_, day, month, year) => [day, month, year]],
  ];
  const DECADE = /\b(1[89]\d|20\d)0s\b/;
  const MOST_UNITS = 12;
  const YEAR = /^(1[5-9]|20)\d\d$/;
  const LEFT_OUT = /(?<=^|\s)-(?=\p{L})(\S+)/gu;
  const inWords = (query, months) => DAYS.reduce((text, [pattern, parts]) => text.replace(pattern, (...found) => {
    const [day, month, year] = parts(...found);
    return ` ${day ? Number(day) : ""} ${months[month - 1] || ""} ${year} `;
  }), query);
  const read = (query, index, fold) => {
    const decade = query.match(DECADE);
    const text = inWords(query.replace(DECADE, " "), index.months);
    const excluded = [...text.matchAll(LEFT_OUT)].flatMap(([, word]) => fold(word));
    const groups = grouped(fold(text.replaceAll("|", " OR ").replace(LEFT_OUT, " ")));
    const typed = groups.flat();
    const isSilent = ({ word, isCyrillic }) => index.stop[Number(isCyrillic)].has(word);
    const telling = groups.filter((group) => !group.every(isSilent) && !group.every(({ word }) => index.countries.has(word)));
    const words = telling.length ? telling : groups.filter((group) => !group.every(isSilent));
    return {
      units: (words.length || decade ? words : groups).slice(0, MOST_UNITS),
      excluded,
      span: decade && [Number(decade[1]) * 10, Number(decade[1]) * 10 + 9],
      isQuestion: typed.some(({ word }) => index.questions.has(word)),
    };
  };
  // The words with OR between them stand together, and so do the years.
  const grouped = (words) => {
    const groups = [];
    let years = null, isJoined = false;
    for (const each of words) {
      if (each.typed === "OR") isJoined = groups.length > 0;
      else if (isJoined) { groups.at(-1).push(each); isJoined = false; }
      else if (YEAR.test(each.word) && years) years.push(each);
      else {
        groups.push([{ ...each, isYear: YEAR.test(each.word) }]);
        if (YEAR.test(each.word)) years = groups.at(-1);
      }
    }
    return groups;
  };

  return { read };
})();
