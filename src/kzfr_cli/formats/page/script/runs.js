// Words of a query that stand together in a text count as together: «président de la France».

import { once, record } from "./record.js";
import { BREAK } from "./lexicon.js";

const LONGEST_LINK = 3;
const LONGEST_STEP = 2;
const SURE = 0.75;

const pair = once(() => [1, 0, 0, record.reader.weights.pair, record.reader.weights.sources]);
const many = once(() => [1, 0, 0, 1, record.reader.weights.sources]);

// Reads a field word by word; `see` is told of each word that stands with others as in the query.
export function runIn(field, see) {
  let run = [];
  const end = () => {
    const worth = (run.length === 2 ? pair() : many())[field];
    if (run.length > 1) for (const [place, form] of run) see(place, form, form.strength * worth);
    run = [];
  };
  const take = (answers) => {
    const sure = answers.filter(([, form]) => form.strength >= SURE);
    const last = run.at(-1)?.[0];
    const following = run.length ? sure.find(([place]) => place > last && place - last <= LONGEST_STEP) : null;
    if (following) run.push(following);
    else {
      end();
      run = sure.slice(0, 1);
    }
  };
  const passOver = (token) => {
    if (run.length && (token.length > LONGEST_LINK || token === BREAK)) end();
  };
  return { take, passOver, end };
}
