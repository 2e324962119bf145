// Where each mark stands: computed, so that none lies on another and no label is cut where there is room.

import { familyOf, record, titleOf } from "./record.js";
import { spanOf } from "./time.js";

const HEAD = 22;
const FOOT = 8;
const MOST_LANES = 7;
const CROWD = 700;
const MOST_IN_COLUMN = 6;
const MOST_TRIED = 160;
const NARROW = 600;
const SHORTEST_LABEL = 120;
const LEAST_TOLD = 0.4;
const GAP = 8;

export const SIZES = { fine: { mark: 15, row: 19, rows: 30 }, coarse: { mark: 24, row: 26, rows: 18 } };

export function layout(look, state, { width, measure, isCoarse }) {
  const size = isCoarse ? SIZES.coarse : SIZES.fine;
  const scale = width / (look.window[1] - look.window[0]);
  const ranks = new Map(look.found.map((event, place) => [event.id, place]));
  const isRanked = Boolean(state.query.trim());
  let top = 0;
  const lanes = laneNames(look.inSight).map(({ key, family, events }) => {
    const placed = events.map((event) => place(event, look.window, scale, width, size));
    const order = placed.sort((one, other) => byWeight(one, other, isRanked && ranks));
    const shared = Math.max(2, Math.round((size.rows * events.length) / look.inSight.length));
    const { marks, rows } = fill(order, { size, width, measure, lang: state.lang, labelled: Math.ceil(shared * 0.7), open: state.event });
    const lane = { key, family, top, rows, height: HEAD + rows * size.row + FOOT, marks, count: events.length };
    for (const mark of marks) mark.y = top + HEAD + mark.row * size.row;
    top += lane.height;
    return lane;
  });
  return { lanes, height: top, size, scale };
}

// ---- lanes: a category each, or a family of categories where there are many

function laneNames(inSight) {
  const present = Object.keys(record.categories).filter((name) => inSight.some((event) => event.category === name));
  const isByFamily = present.length > MOST_LANES;
  const lanes = new Map();
  for (const name of present) {
    const { family } = record.categories[name];
    const key = isByFamily ? `family:${family}` : name;
    if (!lanes.has(key)) lanes.set(key, { key, family, events: [] });
  }
  for (const event of inSight) lanes.get(isByFamily ? `family:${familyOf(event)}` : event.category).events.push(event);
  return [...lanes.values()];
}

// ---- marks

function place(event, window, scale, width, size) {
  const [begin, end] = spanOf(event).map((each) => (each - window[0]) * scale);
  const isLong = end - begin > size.mark;
  const middle = Math.min(Math.max((begin + end - size.mark) / 2, 0), width - size.mark);
  const left = isLong ? Math.max(begin, -size.mark) : middle;
  const right = isLong ? Math.min(end, width + size.mark) : left + size.mark;
  return { event, left, right, isLong, isCutLeft: isLong && begin < left, isCutRight: isLong && end > right };
}

function byWeight(one, other, ranks) {
  if (ranks) return ranks.get(one.event.id) - ranks.get(other.event.id);
  return other.event.weight - one.event.weight || other.left - one.left;
}

// The weightiest get a row with room for their label; the others stack where there is room for a mark.
function fill(order, room) {
  const rows = [];
  const marks = [];
  const bare = [];
  order.forEach((mark, number) => {
    const isTried = number < MOST_TRIED || mark.event.id === room.open;
    const spot = isTried ? labelSpot(mark, rows, room) : null;
    if (spot) put(mark, rows, spot, marks);
    else bare.push(mark);
  });
  const crowd = order.length > CROWD ? gathered(bare, room) : bare;
  for (const mark of crowd.sort((one, other) => one.left - other.left)) {
    put(mark, rows, { row: freeRow(rows, mark.left, mark.right), left: mark.left, right: mark.right }, marks);
  }
  for (const mark of order) if (mark.long && !mark.label) labelBeside(mark, rows[mark.row], room);
  return { marks, rows: rows.length };
}

// Where a mark of a stack has room beside it after all, its label stands there.
function labelBeside(mark, taken, room) {
  const others = taken.filter((each) => each !== mark.taken);
  const spot = sides(mark, mark.long, room.width).find(({ left, right }) => isFree(others, left, right));
  if (!spot) return;
  mark.side = spot.side;
  mark.label = titleOf(mark.event, room.lang);
  mark.taken.splice(0, 2, spot.left, spot.right);
}

function put(mark, rows, spot, marks) {
  mark.row = spot.row;
  mark.side = spot.side || null;
  mark.label = spot.label || "";
  mark.taken = [spot.left, spot.right];
  (rows[spot.row] ||= []).push(mark.taken);
  marks.push(mark);
}

const isFree = (taken, left, right) => !taken || taken.every((each) => right <= each[0] || left >= each[1]);

function freeRow(rows, left, right) {
  let row = 0;
  while (!isFree(rows[row], left, right)) row++;
  return row;
}

// ---- labels

function labelSpot(mark, rows, room) {
  const text = titleOf(mark.event, room.lang);
  mark.long = room.measure(text, isBold(mark)) + GAP;
  const spots = sides(mark, mark.long, room.width);
  for (let row = 0; row < room.labelled; row++) {
    for (const spot of spots) if (isFree(rows[row], spot.left, spot.right)) return { ...spot, row, label: text };
  }
  return room.width < NARROW ? shortSpot(mark, text, rows, room) : null;
}

const isBold = (mark) => mark.event.weight === 3;

function sides(mark, long, width) {
  const right = { side: "right", left: mark.left, right: mark.right + long };
  const left = { side: "left", left: mark.left - long, right: mark.right };
  return [right, left].filter((spot) => spot.left >= 0 && spot.right <= width);
}

// On a narrow screen, as many of the first words as there is room for, but no less than tells what it is.
function shortSpot(mark, text, rows, room) {
  for (let row = 0; row < room.labelled; row++) {
    const [left, right] = roomBeside(mark, rows[row] || [], room.width);
    for (const [side, free] of [["right", right - mark.right], ["left", mark.left - left]]) {
      const label = free >= SHORTEST_LABEL ? shortened(text, free - GAP, (cut) => room.measure(cut, isBold(mark))) : "";
      if (!label) continue;
      const long = room.measure(label, isBold(mark)) + GAP;
      const spot = side === "right" ? { left: mark.left, right: mark.right + long } : { left: mark.left - long, right: mark.right };
      return { ...spot, side, row, label };
    }
  }
  return null;
}

function roomBeside(mark, taken, width) {
  if (!isFree(taken, mark.left, mark.right)) return [mark.left, mark.right];
  const left = Math.max(0, ...taken.map((each) => each[1]).filter((end) => end <= mark.left));
  const right = Math.min(width, ...taken.map((each) => each[0]).filter((begin) => begin >= mark.right));
  return [left, right];
}

function shortened(text, room, measure) {
  const words = text.split(" ");
  while (words.length > 1) {
    words.pop();
    const cut = `${words.join(" ").replace(/[\s,:;–—-]+$/u, "")}…`;
    if (cut.length < text.length * LEAST_TOLD) return "";
    if (measure(cut) <= room) return cut;
  }
  return "";
}

// ---- crowds: where thousands are in sight, a column shows a few and counts the others

function gathered(marks, { size }) {
  const columns = new Map();
  for (const mark of marks) {
    const column = Math.floor(mark.left / size.mark);
    if (!columns.has(column)) columns.set(column, []);
    columns.get(column).push(mark);
  }
  return [...columns].flatMap(([column, own]) => (own.length <= MOST_IN_COLUMN ? own : counted(column, own, size)));
}

function counted(column, own, size) {
  const shown = own.slice(0, MOST_IN_COLUMN - 1);
  const rest = own.slice(MOST_IN_COLUMN - 1);
  const left = column * size.mark;
  return [...shown, { event: rest[0].event, rest: rest.map((mark) => mark.event), left, right: left + size.mark, isLong: false }];
}
