// Moving on the timeline: by hand, by wheel, by keys.

import { $ } from "./elements.js";
import { inOrder, markOf, shownNow, tell, walkTo, widthOf } from "./timeline.js";
import { spanOf } from "./time.js";

const STEP = 1.6;
const WHEEL = 1.2;
const CLICK = 6;

export function startMoving(actions) {
  startPointers(actions);
  startKeys(actions);
  const plot = $("plot");
  plot.addEventListener("wheel", (event) => wheeled(event, actions), { passive: false });
  plot.addEventListener("dblclick", (event) => {
    if (!event.target.closest(".mark")) actions.see(zoomed(actions.window(), 1 / STEP, share(event)));
  });
  $("closer").addEventListener("click", () => step(1 / STEP, actions));
  $("farther").addEventListener("click", () => step(STEP, actions));
}

// Closer or farther around the middle; where nothing would be in sight there, around the event that is nearest to it.
function step(factor, actions) {
  const window = zoomed(actions.window(), factor, 0.5);
  const middle = (window[0] + window[1]) / 2;
  const ways = shownNow().look.found.filter((each) => each.earliest || each.latest).map((each) => {
    const [begin, end] = spanOf(each);
    return Math.min(Math.max(middle, begin), end) - middle;
  });
  const nearest = ways.reduce((one, other) => (Math.abs(other) < Math.abs(one) ? other : one), Infinity);
  actions.see(ways.length && Math.abs(nearest) > (window[1] - window[0]) / 2 ? moved(window, nearest) : window);
}

const share = (event) => {
  const box = $("canvas").getBoundingClientRect();
  return (event.clientX - box.left) / box.width;
};

function zoomed([begin, end], factor, where) {
  const fixed = begin + (end - begin) * where;
  return [fixed - (fixed - begin) * factor, fixed + (end - fixed) * factor];
}

const moved = (window, by) => window.map((place) => place + by);

function wheeled(event, actions) {
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    actions.see(zoomed(actions.window(), event.deltaY < 0 ? 1 / WHEEL : WHEEL, share(event)));
    return;
  }
  const across = event.shiftKey ? event.deltaY : event.deltaX;
  if (!across || Math.abs(across) < Math.abs(event.shiftKey ? 0 : event.deltaY)) return;
  event.preventDefault();
  const [begin, end] = actions.window();
  actions.see(moved([begin, end], (across * (end - begin)) / widthOf()));
}

// ---- a pointer drags, two pinch; what was dragged is no click

function startPointers(actions) {
  const plot = $("plot");
  const pointers = new Map();
  let from = null;
  let isDragged = false;
  const begin = () => {
    from = { window: actions.window(), points: [...pointers.values()] };
  };
  plot.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "mouse" && event.button !== 0) return;
    if (!pointers.size) isDragged = false;
    pointers.set(event.pointerId, event.clientX);
    begin();
  });
  window.addEventListener("pointermove", (event) => {
    if (!pointers.has(event.pointerId)) return;
    pointers.set(event.pointerId, event.clientX);
    const points = [...pointers.values()];
    if (points.length === 1 && Math.abs(points[0] - from.points[0]) < CLICK && !isDragged) return;
    isDragged = true;
    plot.classList.add("dragged");
    actions.see(dragged(from, points));
  });
  const end = (event) => {
    if (!pointers.delete(event.pointerId)) return;
    if (pointers.size) begin();
    else plot.classList.remove("dragged");
  };
  window.addEventListener("pointerup", end);
  window.addEventListener("pointercancel", end);
  plot.addEventListener("click", (event) => {
    const button = event.target.closest(".mark");
    if (isDragged || !button) return;
    actions.pick(button);
  });
}

function dragged(from, points) {
  const width = widthOf();
  const scale = (from.window[1] - from.window[0]) / width;
  if (points.length < 2 || from.points.length < 2) return moved(from.window, (from.points[0] - points[0]) * scale);
  const left = $("canvas").getBoundingClientRect().left;
  const apart = ([one, other]) => Math.max(Math.abs(one - other), 10);
  const middle = ([one, other]) => (one + other) / 2 - left;
  const factor = apart(from.points) / apart(points);
  const fixed = from.window[0] + middle(from.points) * scale;
  const begin = fixed - middle(points) * scale * factor;
  return [begin, begin + (from.window[1] - from.window[0]) * factor];
}

// ---- keys: arrows from mark to mark, plus and minus, home and end

function startKeys(actions) {
  const plot = $("plot");
  plot.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const zoom = { "+": 1 / STEP, "=": 1 / STEP, "-": STEP }[event.key];
    const way = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
    if (zoom) step(zoom, actions);
    else if (way) walk(event, way, actions);
    else return;
    event.preventDefault();
  });
  plot.addEventListener("pointerover", (event) => tell(event.target.closest(".mark")));
  plot.addEventListener("pointerleave", () => tell(null));
  plot.addEventListener("focusin", (event) => tell(event.target.closest(".mark")));
  plot.addEventListener("focusout", () => tell(null));
}

function walk(event, step, actions) {
  const { look, state, walked } = shownNow();
  const order = look.found.filter((each) => each.earliest || each.latest).sort((one, other) => spanOf(one)[0] - spanOf(other)[0] || one.place - other.place);
  if (!order.length) return;
  const id = event.target.dataset.id || state.event || walked;
  const at = order.findIndex((each) => each.id === id);
  const visible = inOrder();
  const start = at < 0 && visible.length ? order.indexOf(visible[0].event) - (step > 0 ? 1 : 0) : at;
  const next = order[Math.min(Math.max(start + step, 0), order.length - 1)];
  if (!markOf(next.id)) reveal(next, actions);
  walkTo(next.id);
  markOf(next.id)?.scrollIntoView({ block: "nearest" });
}

// An event out of sight is brought into the middle, as near as it must be to have a mark of its own.
export function reveal(event, actions) {
  const [begin, end] = actions.window();
  const [from, to] = spanOf(event);
  let span = Math.max(end - begin, to - from);
  for (let tries = 0; tries < 12 && !markOf(event.id); tries++) {
    actions.see([(from + to) / 2 - span / 2, (from + to) / 2 + span / 2], true);
    span /= 3;
  }
}
