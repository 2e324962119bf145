// The series of figures as small charts, each value that is disputed with what others say.

import { $, clean, draw, make } from "./elements.js";
import { record } from "./record.js";
import { pair, says } from "./words.js";

const WIDTH = 280;
const HEIGHT = 128;
const LEFT = 6;
const RIGHT = 6;
const TOP = 8;
const BOTTOM = 36;

export function startCharts(actions) {
  const box = $("charts");
  box.hidden = !record.curves.length;
  if (box.hidden) return;
  const watch = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    watch.disconnect();
    box.dataset.drawn = "true";
    drawCharts(actions.state());
  }, { rootMargin: "300px" });
  watch.observe(box);
}

export function drawCharts(state) {
  if ($("charts").dataset.drawn !== "true") return;
  const { lang } = state;
  $("curves").replaceChildren(...record.curves.map((curve) => figure(curve, lang)));
}

function figure(curve, lang) {
  const { points } = curve;
  const measures = clean(curve.measures?.[lang] || "");
  return make("figure", {},
    make("figcaption", {}, make("span", { class: "subject", text: clean(curve.subject[lang]) }), make("b", { text: clean(curve.label[lang]) })),
    picture(curve, lang),
    measures ? make("p", { class: "says", text: measures }) : null,
    disputes(points, lang));
}

// Of the values that are not named on the chart, the number alone.
const said = (point, lang) => inWords(point, lang) || new Intl.NumberFormat(lang).format(point.value);
const inWords = ({ words }, lang) => words?.[lang] || words?.[record.lang] || Object.values(words || {})[0];

function picture(curve, lang) {
  const { points } = curve;
  const values = points.flatMap((point) => [point.value, ...(point.rivals || []).map((rival) => rival.value)]);
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const years = [points[0].year, points.at(-1).year];
  const x = (year) => LEFT + ((year - years[0]) / (years[1] - years[0] || 1)) * (WIDTH - LEFT - RIGHT);
  const y = (value) => TOP + ((most - value) / (most - least || 1)) * (HEIGHT - TOP - BOTTOM);
  const told = points.map((point) => pair(lang, point.year, said(point, lang))).join("; ");
  const line = points.map((point) => `${x(point.year).toFixed(1)},${y(point.value).toFixed(1)}`).join(" ");
  return draw("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": `${clean(curve.label[lang])}. ${clean(told)}` },
    draw("line", { class: "base", x1: 0, x2: WIDTH, y1: y(0), y2: y(0) }),
    draw("polyline", { class: "course", points: line }),
    ...points.flatMap((point) => marks(point, lang, x(point.year), y)),
    ...[points[0], points.at(-1)].flatMap((point, place) => end(point, lang, place)));
}

function marks(point, lang, x, y) {
  const title = (text) => draw("title", { text: clean(text) });
  const rivals = (point.rivals || []).map((rival) =>
    draw("rect", { class: "rival", x: x - 3, y: y(rival.value) - 3, width: 6, height: 6, transform: `rotate(45 ${x} ${y(rival.value)})` }, title(pair(lang, point.year, `${inWords(rival, lang)}, ${rival.publisher}`))));
  const own = draw("circle", { class: point.is_disputed ? "point contested" : "point", cx: x, cy: y(point.value), r: point.is_disputed ? 4 : 3 }, title(pair(lang, point.year, said(point, lang))));
  return [...rivals, own];
}

// Under each end of a course its value and its year, where no line crosses them.
function end(point, lang, place) {
  const where = { x: place ? WIDTH - 2 : 2, "text-anchor": place ? "end" : "start" };
  return [
    draw("text", { class: "value", ...where, y: HEIGHT - 20, text: clean(said(point, lang)) }),
    draw("text", { class: "year", ...where, y: HEIGHT - 5, text: String(point.year) }),
  ];
}

function disputes(points, lang) {
  const told = points.flatMap((point) => (point.rivals || []).map((rival) => pair(lang, point.year, `${said(point, lang)} ≠ ${inWords(rival, lang)} (${rival.publisher})`)));
  if (!told.length) return null;
  return make("details", {}, make("summary", { class: "disputed-mark", text: `◆ ${says(lang, "contradicted", { count: told.length })}` }),
    make("ul", {}, ...told.map((text) => make("li", { text: clean(text) }))));
}
