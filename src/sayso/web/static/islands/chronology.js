import {
  View,
  asked,
  beforePaint,
  day,
  fitted,
  headline,
  html,
  isTyping,
  svg,
  told,
  width
} from "./shared.js";

// src/chronology/lanes.ts
var LANES = ["none", "person", "kind", "source"];
var OTHERS = "others";
function lanes(extents, by) {
  if (by === "none") return /* @__PURE__ */ new Map([["", extents]]);
  let found = /* @__PURE__ */ new Map();
  for (let one of extents)
    for (let name of names(one.entry, by)) {
      let lane = found.get(name);
      lane ? lane.push(one) : found.set(name, [one]);
    }
  let ordered = [...found].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1)), shown = ordered.slice(0, ordered.length > 10 ? 9 : 10), kept = new Set(shown.flatMap(([, lane]) => lane)), rest = extents.filter((one) => !kept.has(one));
  return new Map(rest.length ? [...shown, [OTHERS, rest]] : shown);
}
function names(entry, by) {
  return by === "kind" ? [entry.kind] : by === "source" ? [entry.voices.at(-1) ?? ""] : entry.who.length ? [...new Set(entry.who)] : ["nobody is named"];
}

// src/chronology/place.ts
var CLOCK = /^([01]?\d|2[0-3]):([0-5]\d)$/;
function extent(entry) {
  let first = entry.first === null ? null : day(entry.first), last = entry.last === null ? null : day(entry.last) + 864e5, clock = entry.first !== null && entry.first === entry.last ? CLOCK.exec(entry.time ?? "") : null;
  if (clock && first !== null) {
    let at = first + Number(clock[1]) * 36e5 + Number(clock[2]) * 6e4;
    return { entry, start: at, end: at, openStart: !1, openEnd: !1 };
  }
  let start = first ?? (last ?? 0) - 864e5, end = last ?? (first ?? 0) + 864e5;
  return { entry, start, end, openStart: first === null, openEnd: last === null };
}
function mostOf(extents) {
  let days = extents.flatMap((e) => [e.start, e.end]).sort((a, b) => a - b), out = Math.floor(days.length / 20) || (days.length >= 8 ? 1 : 0), inner = days.slice(out, days.length - out), [low, high] = [inner[0] ?? 0, inner.at(-1) ?? 864e5], [lowest, highest] = [days[0] ?? low, days.at(-1) ?? high], within = Math.max(high - low, 30 * 864e5);
  return [low - lowest > within ? low : lowest, highest - high > within ? high : highest];
}
var POINT = 6, OPEN = 46, WORDS = 150, GAP = 4, CROWD = 34, NARROW = 22;
function isPoint(extent2, scale) {
  return !(extent2.openStart || extent2.openEnd) && extent2.end - extent2.start <= 864e5 && scale(extent2.end) - scale(extent2.start) < NARROW;
}
function lay(extents, scale, width2, most) {
  let placed = extents.map((one) => [one, ...edges(one, scale)]).filter(([, from, to]) => to >= -OPEN && from <= width2 + OPEN), all = inRows(placed, width2, most);
  if (!all.left.length) return { marks: all.marks, crowds: [], rows: Math.max(1, all.rows) };
  let { marks, left } = most > 1 ? inRows(placed, width2, most - 1) : { marks: [], left: placed };
  return { marks, crowds: crowded(left), rows: most };
}
function inRows(placed, width2, most) {
  let rows2 = [], marks = [], left = [];
  for (let each of placed) {
    let [extent2, from, to] = each, row = freeRow(rows2, from, most);
    if (row < 0) {
      left.push(each);
      continue;
    }
    let before = rows2[row];
    before && (before.room = Math.max(0, from - before.to - GAP));
    let mark2 = { extent: extent2, row, from, to, room: width2 - to };
    rows2[row] = mark2, marks.push(mark2);
  }
  return { marks, left, rows: rows2.length };
}
function edges(one, scale) {
  if (isPoint(one, scale)) {
    let middle = (scale(one.start) + scale(one.end)) / 2;
    return [middle - POINT, middle + POINT];
  }
  let from = scale(one.start) - (one.openStart ? OPEN : 0), to = scale(one.end) + (one.openEnd ? OPEN : 0);
  return [from, Math.max(to, from + POINT)];
}
function freeRow(rows2, from, most) {
  let best = -1, room = GAP;
  for (let row = 0; row < rows2.length; row++) {
    let free = from - (rows2[row]?.to ?? 0);
    if (free >= WORDS) return row;
    free >= room && ([best, room] = [row, free]);
  }
  return rows2.length < most ? rows2.length : best;
}
function crowded(left) {
  let crowds = [], middle = ([, from, to]) => from + Math.min(to - from, CROWD) / 2;
  for (let each of [...left].sort((a, b) => middle(a) - middle(b))) {
    let [{ entry, start, end }] = each, last = crowds.at(-1);
    last && middle(each) - last.at < CROWD ? (last.entries.push(entry), last.start = Math.min(last.start, start), last.end = Math.max(last.end, end)) : crowds.push({ entries: [entry], at: middle(each), start, end });
  }
  return crowds;
}

// src/chronology/marks.ts
var GRADIENTS = () => {
  let fade = (id, from, to) => svg(
    "linearGradient",
    { id },
    svg("stop", { class: "fade", offset: 0, "stop-opacity": from }),
    svg("stop", { class: "fade", offset: 1, "stop-opacity": to })
  );
  return svg("defs", {}, fade("fade-since", 0.55, 0), fade("fade-until", 0, 0.55));
};
function drawMark(mark2, y, scale, point) {
  let { extent: extent2 } = mark2, kind = extent2.entry.approximate ? "mark about" : "mark";
  if (point) {
    let x = (mark2.from + mark2.to) / 2, made2 = [svg("circle", { class: kind, cx: x, cy: y, r: POINT - 1 })];
    return struck(extent2.entry.status) ? [...made2, strike(x - POINT, x + POINT, y)] : made2;
  }
  let made = [], [start, end] = [scale(extent2.start), Math.max(scale(extent2.end), scale(extent2.start) + POINT)];
  made.push(svg("rect", { class: kind, x: start, y: y - 4, width: end - start, height: 8, rx: 2 })), extent2.openStart && (made.push(svg("rect", { class: "open", x: start - OPEN, y: y - 4, width: OPEN, height: 8, fill: "url(#fade-until)" })), made.push(arrow(start - OPEN, y, -1))), extent2.openEnd && (made.push(svg("rect", { class: "open", x: end, y: y - 4, width: OPEN, height: 8, fill: "url(#fade-since)" })), made.push(arrow(end + OPEN, y, 1)));
  let middle = (Math.max(0, start) + end) / 2;
  return struck(extent2.entry.status) ? [...made, strike(middle - POINT, middle + POINT, y)] : made;
}
function struck(status) {
  return status === "did-not-occur";
}
function strike(from, to, y) {
  return svg("line", { class: "strike", x1: from, x2: to, y1: y + 5, y2: y - 5 });
}
function arrow(x, y, to) {
  return svg("path", { class: "arrow", d: `M${x - 6 * to} ${y - 4}L${x} ${y}L${x - 6 * to} ${y + 4}` });
}

// node_modules/d3-time/src/interval.js
var t0 = /* @__PURE__ */ new Date(), t1 = /* @__PURE__ */ new Date();
function timeInterval(floori, offseti, count, field) {
  function interval(date) {
    return floori(date = arguments.length === 0 ? /* @__PURE__ */ new Date() : /* @__PURE__ */ new Date(+date)), date;
  }
  return interval.floor = (date) => (floori(date = /* @__PURE__ */ new Date(+date)), date), interval.ceil = (date) => (floori(date = new Date(date - 1)), offseti(date, 1), floori(date), date), interval.round = (date) => {
    let d0 = interval(date), d1 = interval.ceil(date);
    return date - d0 < d1 - date ? d0 : d1;
  }, interval.offset = (date, step2) => (offseti(date = /* @__PURE__ */ new Date(+date), step2 == null ? 1 : Math.floor(step2)), date), interval.range = (start, stop, step2) => {
    let range = [];
    if (start = interval.ceil(start), step2 = step2 == null ? 1 : Math.floor(step2), !(start < stop) || !(step2 > 0)) return range;
    let previous;
    do
      range.push(previous = /* @__PURE__ */ new Date(+start)), offseti(start, step2), floori(start);
    while (previous < start && start < stop);
    return range;
  }, interval.filter = (test) => timeInterval((date) => {
    if (date >= date) for (; floori(date), !test(date); ) date.setTime(date - 1);
  }, (date, step2) => {
    if (date >= date)
      if (step2 < 0) for (; ++step2 <= 0; )
        for (; offseti(date, -1), !test(date); )
          ;
      else for (; --step2 >= 0; )
        for (; offseti(date, 1), !test(date); )
          ;
  }), count && (interval.count = (start, end) => (t0.setTime(+start), t1.setTime(+end), floori(t0), floori(t1), Math.floor(count(t0, t1))), interval.every = (step2) => (step2 = Math.floor(step2), !isFinite(step2) || !(step2 > 0) ? null : step2 > 1 ? interval.filter(field ? (d) => field(d) % step2 === 0 : (d) => interval.count(0, d) % step2 === 0) : interval)), interval;
}

// node_modules/d3-time/src/minute.js
var timeMinute = timeInterval((date) => {
  date.setTime(date - date.getMilliseconds() - date.getSeconds() * 1e3);
}, (date, step2) => {
  date.setTime(+date + step2 * 6e4);
}, (start, end) => (end - start) / 6e4, (date) => date.getMinutes()), timeMinutes = timeMinute.range, utcMinute = timeInterval((date) => {
  date.setUTCSeconds(0, 0);
}, (date, step2) => {
  date.setTime(+date + step2 * 6e4);
}, (start, end) => (end - start) / 6e4, (date) => date.getUTCMinutes()), utcMinutes = utcMinute.range;

// node_modules/d3-time/src/hour.js
var timeHour = timeInterval((date) => {
  date.setTime(date - date.getMilliseconds() - date.getSeconds() * 1e3 - date.getMinutes() * 6e4);
}, (date, step2) => {
  date.setTime(+date + step2 * 36e5);
}, (start, end) => (end - start) / 36e5, (date) => date.getHours()), timeHours = timeHour.range, utcHour = timeInterval((date) => {
  date.setUTCMinutes(0, 0, 0);
}, (date, step2) => {
  date.setTime(+date + step2 * 36e5);
}, (start, end) => (end - start) / 36e5, (date) => date.getUTCHours()), utcHours = utcHour.range;

// node_modules/d3-time/src/day.js
var timeDay = timeInterval(
  (date) => date.setHours(0, 0, 0, 0),
  (date, step2) => date.setDate(date.getDate() + step2),
  (start, end) => (end - start - (end.getTimezoneOffset() - start.getTimezoneOffset()) * 6e4) / 864e5,
  (date) => date.getDate() - 1
), timeDays = timeDay.range, utcDay = timeInterval((date) => {
  date.setUTCHours(0, 0, 0, 0);
}, (date, step2) => {
  date.setUTCDate(date.getUTCDate() + step2);
}, (start, end) => (end - start) / 864e5, (date) => date.getUTCDate() - 1), utcDays = utcDay.range, unixDay = timeInterval((date) => {
  date.setUTCHours(0, 0, 0, 0);
}, (date, step2) => {
  date.setUTCDate(date.getUTCDate() + step2);
}, (start, end) => (end - start) / 864e5, (date) => Math.floor(date / 864e5)), unixDays = unixDay.range;

// node_modules/d3-time/src/month.js
var timeMonth = timeInterval((date) => {
  date.setDate(1), date.setHours(0, 0, 0, 0);
}, (date, step2) => {
  date.setMonth(date.getMonth() + step2);
}, (start, end) => end.getMonth() - start.getMonth() + (end.getFullYear() - start.getFullYear()) * 12, (date) => date.getMonth()), timeMonths = timeMonth.range, utcMonth = timeInterval((date) => {
  date.setUTCDate(1), date.setUTCHours(0, 0, 0, 0);
}, (date, step2) => {
  date.setUTCMonth(date.getUTCMonth() + step2);
}, (start, end) => end.getUTCMonth() - start.getUTCMonth() + (end.getUTCFullYear() - start.getUTCFullYear()) * 12, (date) => date.getUTCMonth()), utcMonths = utcMonth.range;

// node_modules/d3-time/src/year.js
var timeYear = timeInterval((date) => {
  date.setMonth(0, 1), date.setHours(0, 0, 0, 0);
}, (date, step2) => {
  date.setFullYear(date.getFullYear() + step2);
}, (start, end) => end.getFullYear() - start.getFullYear(), (date) => date.getFullYear());
timeYear.every = (k) => !isFinite(k = Math.floor(k)) || !(k > 0) ? null : timeInterval((date) => {
  date.setFullYear(Math.floor(date.getFullYear() / k) * k), date.setMonth(0, 1), date.setHours(0, 0, 0, 0);
}, (date, step2) => {
  date.setFullYear(date.getFullYear() + step2 * k);
});
var timeYears = timeYear.range, utcYear = timeInterval((date) => {
  date.setUTCMonth(0, 1), date.setUTCHours(0, 0, 0, 0);
}, (date, step2) => {
  date.setUTCFullYear(date.getUTCFullYear() + step2);
}, (start, end) => end.getUTCFullYear() - start.getUTCFullYear(), (date) => date.getUTCFullYear());
utcYear.every = (k) => !isFinite(k = Math.floor(k)) || !(k > 0) ? null : timeInterval((date) => {
  date.setUTCFullYear(Math.floor(date.getUTCFullYear() / k) * k), date.setUTCMonth(0, 1), date.setUTCHours(0, 0, 0, 0);
}, (date, step2) => {
  date.setUTCFullYear(date.getUTCFullYear() + step2 * k);
});
var utcYears = utcYear.range;

// src/chronology/ticks.ts
var HOUR = 864e5 / 24, MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"], every = (interval, step2) => interval.every(step2), two = (number) => String(number).padStart(2, "0"), year = (at) => String(at.getUTCFullYear()), month = (at) => MONTHS[at.getUTCMonth()] ?? "", isYear = (at) => at.getUTCMonth() === 0 && at.getUTCDate() === 1, isMonth = (at) => at.getUTCDate() === 1, isDay = (at) => at.getUTCHours() === 0 && at.getUTCMinutes() === 0, ofDay = (at) => `${at.getUTCDate()} ${month(at)}`, ofHour = (at) => isDay(at) ? ofDay(at) : `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`, ofMonth = (at) => isYear(at) ? year(at) : month(at), wholeMonth = (at) => `${month(at)} ${year(at)}`, wholeDay = (at) => `${at.getUTCDate()} ${wholeMonth(at)}`, wholeHour = (at) => isDay(at) ? wholeDay(at) : `${wholeDay(at)}, ${ofHour(at)}`, STEPS = [
  ...[5, 15, 30].map((n) => ({ length: n * 6e4, interval: every(utcMinute, n), label: ofHour, first: wholeHour, major: isDay })),
  ...[1, 3, 6, 12].map((n) => ({ length: n * HOUR, interval: every(utcHour, n), label: ofHour, first: wholeHour, major: isDay })),
  ...[1, 2, 7].map((n) => ({ length: n * 864e5, interval: every(utcDay, n), label: ofDay, first: wholeDay, major: isMonth })),
  ...[1, 3, 6].map((n) => ({ length: n * 30.4 * 864e5, interval: every(utcMonth, n), label: ofMonth, first: wholeMonth, major: isYear })),
  ...[1, 2, 5, 10, 20, 50, 100, 500].map((n) => ({
    length: n * 365 * 864e5,
    interval: utcYear.every(n),
    label: year,
    first: year,
    major: (at) => at.getUTCFullYear() % (n * 10) === 0
  }))
];
function ticks(from, to, apart) {
  let step2 = STEPS.find(({ length }) => length >= apart) ?? STEPS.at(-1);
  if (!step2?.interval) return [];
  let found = step2.interval.range(new Date(from), new Date(to + 1)), shown = [], whole = found[0];
  for (let at of found) {
    let tick = { at: at.getTime(), label: at === whole ? step2.first(at) : step2.label(at), major: step2.major(at) }, before = shown.at(-1);
    if (before && tick.at - before.at < apart * 0.75) {
      if (!tick.major) continue;
      shown.pop();
    }
    shown.push(tick);
  }
  return shown;
}

// src/chronology/axis.ts
var PAD = 24, HEAD = 26, ROW = 19, LANE_NAME = 20, LANE_GAP = 10, LEAST_WORDS = 6, MOST_WORDS = 44, TICKS = 76, ROWS = [12, 12, 7, 6, 5, 4], NEAREST = 6 * 36e5, Axis = class {
  constructor(entries2, by, chosen) {
    this.by = by;
    this.chosen = chosen;
    this.extents = entries2.map(extent).sort((a, b) => a.start - b.start || a.end - b.end);
    let first = Math.min(...this.extents.map((e) => e.start)), last = Math.max(...this.extents.map((e) => e.end)), margin = Math.max((last - first) * 0.02, 864e5);
    this.whole = [first - margin, last + margin];
    let inUse = () => this.element.parentElement?.matches(":focus") ?? !1;
    this.view = new View(this.element, inUse, this.draw), this.view.limits = { least: 1, most: Math.max(1, (this.whole[1] - this.whole[0]) / NEAREST), filled: !0 };
  }
  by;
  chosen;
  element = svg("svg", { class: "axis-drawing", width: "100%" });
  extents;
  whole;
  view;
  width = 0;
  heights = /* @__PURE__ */ new Map();
  now = null;
  draw = beforePaint(() => this.redraw());
  /** In the page and with its width: draws it. To be called again when the width has changed. */
  fit(width2) {
    if (width2 === this.width) return;
    let before = this.width ? this.range() : mostOf(this.extents);
    this.width = this.view.width = width2, this.measure(), this.show(before[0], before[1]);
  }
  laneBy(by) {
    this.by = by, this.measure(), this.draw();
  }
  nearer(factor) {
    let extent2 = this.find(this.now), at = extent2 ? this.scale((extent2.start + extent2.end) / 2) : this.width / 2, inside = at >= 0 && at <= this.width ? at : this.width / 2;
    this.view.scale(factor, [inside, 0]);
  }
  all() {
    this.view.set({ x: 0, y: 0, k: 1 });
  }
  pan(share) {
    this.view.moveBy(share * this.width, 0);
  }
  /** The event that is marked now; brought in sight. */
  mark(id) {
    this.now = id;
    let extent2 = this.find(id);
    if (extent2) {
      let middle = (extent2.start + extent2.end) / 2, at = this.scale(middle);
      (at < PAD || at > this.width - PAD) && this.view.moveBy(this.width / 2 - at, 0);
    }
    this.draw();
  }
  /** The event before or after the marked one, in order of time; the first in sight where none is marked. */
  step(by) {
    let at = this.extents.findIndex((e) => e.entry.id === this.now);
    if (at >= 0) return this.extents[Math.min(this.extents.length - 1, Math.max(0, at + by))]?.entry;
    let [from, to] = this.range();
    return (this.extents.find((e) => e.end >= from && e.start <= to) ?? this.extents[0])?.entry;
  }
  find(id) {
    return id === null ? void 0 : this.extents.find((e) => e.entry.id === id);
  }
  base(at) {
    let [from, to] = this.whole;
    return PAD + (at - from) / (to - from) * (this.width - 2 * PAD);
  }
  scale = (at) => this.view.transform.x + this.view.transform.k * this.base(at);
  range() {
    let [from, to] = this.whole, { x, k } = this.view.transform, back = (at) => from + ((at - x) / k - PAD) / (this.width - 2 * PAD) * (to - from);
    return [back(0), back(this.width)];
  }
  show(from, to) {
    let [low, high] = [this.base(from), this.base(to)], k = Math.min(Math.max(1, (this.width - 2 * PAD) / Math.max(1e-6, high - low)), this.view.limits.most);
    this.view.set({ x: this.width / 2 - k * (low + high) / 2, y: 0, k });
  }
  /** Lanes keep their heights while a person moves about: those of all events in sight at once. */
  measure() {
    let found = lanes(this.extents, this.by), most = ROWS[Math.min(found.size, ROWS.length) - 1] ?? 4, [from, to] = mostOf(this.extents), scale = (at) => PAD + (at - from) / (to - from) * (this.width - 2 * PAD);
    this.heights = new Map(
      [...found].map(([name, lane]) => [name, Math.min(most, lay(lane, scale, this.width, most).rows)])
    );
  }
  redraw() {
    if (!this.width) return;
    let content = [GRADIENTS()], y = HEAD, drawn = [];
    for (let [name, found] of lanes(this.extents, this.by)) {
      let rows2 = this.heights.get(name) ?? 1;
      name && (drawn.push(svg("text", { class: "lane", x: 4, y: y + 13 }, short(name, 60))), y += LANE_NAME);
      let lane = lay(found, this.scale, this.width, rows2);
      drawn.push(...this.drawLane(lane, y, rows2)), y += rows2 * ROW + LANE_GAP, drawn.push(svg("line", { class: "between", x1: 0, x2: this.width, y1: y - 4, y2: y - 4 }));
    }
    content.push(...this.grid(y), ...drawn), this.element.setAttribute("height", String(y + 2)), this.element.setAttribute("viewBox", `0 0 ${this.width} ${y + 2}`), this.element.replaceChildren(...content);
  }
  grid(height) {
    let [from, to] = this.range(), made = [], free = 0;
    for (let { at, label, major } of ticks(from, to, (to - from) / this.width * TICKS)) {
      let x = Math.round(this.scale(at)) + 0.5;
      made.push(svg("line", { class: major ? "tick major" : "tick", x1: x, x2: x, y1: 18, y2: height })), !(x + 3 < free) && (made.push(svg("text", { class: major ? "tick major" : "tick", x: x + 3, y: 14 }, label)), free = x + 9 + width(label, major));
    }
    return made;
  }
  *drawLane(lane, top, rows2) {
    for (let mark2 of lane.marks) {
      let y = top + mark2.row * ROW + ROW / 2, group = svg("g", { class: `event ${mark2.extent.entry.status}`, "data-id": mark2.extent.entry.id });
      mark2.extent.entry.id === this.now && group.classList.add("now"), group.append(...drawMark(mark2, y, this.scale, isPoint(mark2.extent, this.scale)), ...this.words(mark2, y));
      let { entry } = mark2.extent;
      group.append(svg("title", {}, `${entry.date} · ${headline(entry)}`)), group.addEventListener("click", () => this.chosen(entry, !1)), group.addEventListener("dblclick", () => this.chosen(entry, !0)), yield group;
    }
    for (let crowd of lane.crowds) yield this.drawCrowd(crowd, top + (rows2 - 1) * ROW + ROW / 2);
  }
  /** What it is, as far as there is room to the right of it. */
  words(mark2, y) {
    let { entry } = mark2.extent, whole = `${entry.state === "confirmed" ? "✓ " : ""}${this.by === "kind" ? entry.who.join(", ") || entry.kind : headline(entry)}`, shown = mark2.to > this.width ? "" : fitted(short(whole, MOST_WORDS), mark2.room - 8, LEAST_WORDS);
    return shown ? [svg("text", { class: "words", x: Math.max(mark2.to, -4) + 4, y: y + 4 }, shown)] : [];
  }
  drawCrowd(crowd, y) {
    let x = crowd.at, group = svg("g", { class: "crowd" });
    return crowd.entries.some((entry) => entry.id === this.now) && group.classList.add("now"), group.append(
      svg("rect", { x: x - 15, y: y - 8, width: 30, height: 16, rx: 8 }),
      svg("text", { x, y: y + 4 }, `+${crowd.entries.length}`),
      svg("title", {}, `${crowd.entries.length} more events: zoom in to see each`)
    ), group.addEventListener("click", () => {
      let margin = Math.max((crowd.end - crowd.start) * 0.1, 864e5 / 4);
      this.show(crowd.start - margin, crowd.end + margin);
      let [first] = crowd.entries;
      first && this.chosen(first, !1);
    }), group;
  }
};
function short(text, most) {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

// src/chronology.ts
var LANE_NAMES = {
  none: "one lane",
  person: "lanes by person",
  kind: "lanes by kind",
  source: "lanes by voice"
}, NEARER = 1.6, rows = [...document.querySelectorAll("[data-event]")], host = document.getElementById("axis"), axis, detail, entries = /* @__PURE__ */ new Map();
function mark(id) {
  for (let row of rows) row.classList.toggle("now", row.id === id);
  axis?.mark(id);
  let entry = entries.get(id);
  entry && detail?.replaceChildren(...told(entry));
}
function choose(entry, open2) {
  mark(entry.id), open2 && (location.href = entry.at);
}
function lanesOf() {
  let given = new URLSearchParams(location.search).get("lanes");
  return LANES.find((by) => by === given) ?? "none";
}
function keepLanes(by) {
  let address = new URL(location.href);
  by === "none" ? address.searchParams.delete("lanes") : address.searchParams.set("lanes", by), history.replaceState(null, "", address);
  let form = document.querySelector("#filters");
  if (!form) return;
  let field = form.querySelector("input[name=lanes]") ?? html("input", { type: "hidden", name: "lanes" });
  field.value = by === "none" ? "" : by, form.append(field);
}
function toolbar(axis2, found) {
  let choice = html("select", { "aria-label": "Lanes" });
  for (let by of LANES) choice.append(html("option", { value: by }, LANE_NAMES[by]));
  choice.value = lanesOf(), choice.addEventListener("change", () => {
    let by = LANES.find((by2) => by2 === choice.value) ?? "none";
    keepLanes(by), axis2.laneBy(by);
  });
  let button = (words, label, act) => {
    let made = html("button", { type: "button", "aria-label": label, title: label }, words);
    return made.addEventListener("click", act), made;
  }, bar = html("div", { class: "axis-bar" });
  bar.append(
    choice,
    button("−", "Farther", () => axis2.nearer(1 / NEARER)),
    button("+", "Nearer", () => axis2.nearer(NEARER)),
    button("All", "The whole of it", () => axis2.all())
  );
  let left = [
    found.undated ? `${found.undated.toLocaleString("en")} without a date: in the list below` : "",
    found.left_out ? `${found.left_out.toLocaleString("en")} more are not drawn: narrow down` : ""
  ].filter(Boolean);
  return left.length && bar.append(html("span", { class: "about" }, left.join(" · "))), bar;
}
async function begin(host2) {
  let found = await asked(host2.dataset.events ?? "");
  if (!found.events.length) return;
  entries = new Map(found.events.map((entry) => [entry.id, entry]));
  let drawn = new Axis(found.events, lanesOf(), choose);
  axis = drawn;
  let keys = "Arrow keys go from event to event, plus and minus zoom, Enter opens the words.", frame = html("div", { class: "axis-frame", tabindex: 0, role: "application", "aria-label": `Time axis. ${keys}` });
  frame.append(drawn.element), detail = html("div", { class: "axis-detail", "aria-live": "polite" }), detail.append(html("p", { class: "about" }, keys)), host2.append(toolbar(drawn, found), frame, detail), host2.hidden = !1, drawn.fit(frame.clientWidth), new ResizeObserver(() => drawn.fit(frame.clientWidth)).observe(frame), frame.addEventListener("keydown", (event) => {
    if (!isTyping(event)) {
      if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
        let next = drawn.step(event.key === "ArrowRight" ? 1 : -1);
        next && mark(next.id);
      } else if (event.key === "PageDown") drawn.pan(-0.5);
      else if (event.key === "PageUp") drawn.pan(0.5);
      else if (event.key === "Enter") open();
      else return;
      event.preventDefault(), event.stopPropagation();
    }
  });
}
var now = () => rows.find((row) => row.classList.contains("now"))?.id;
function open() {
  detail?.querySelector(".words a")?.click();
}
function step(by) {
  let chosen = document.activeElement?.closest("[data-event]"), at = rows.findIndex((row) => row === chosen || !chosen && row.id === now()), below = rows.findIndex((row) => row.getBoundingClientRect().top >= 0), next = rows[at >= 0 ? at + by : Math.max(0, below)];
  next && (next.focus(), next.scrollIntoView({ block: "nearest" }), mark(next.id));
}
document.addEventListener("keydown", (event) => {
  if (isTyping(event)) return;
  let row = document.activeElement?.closest("[data-event]"), button = row?.querySelector(`button[data-key="${CSS.escape(event.key)}"]`);
  if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else if (event.key === "+" || event.key === "=") axis?.nearer(NEARER);
  else if (event.key === "-") axis?.nearer(1 / NEARER);
  else if (event.key === "0") axis?.all();
  else if (event.key === "Enter" && row && document.activeElement === row)
    row.querySelector("[data-words]")?.click();
  else if (button) button.click();
  else return;
  event.preventDefault();
});
for (let row of rows) row.addEventListener("focusin", () => mark(row.id));
host && begin(host).then(() => {
  let chosen = document.getElementById(location.hash.slice(1));
  chosen?.matches("[data-event]") && chosen.focus();
}).catch((wrong) => {
  host.hidden = !1, host.replaceChildren(html("p", { class: "problem" }, wrong instanceof Error ? wrong.message : String(wrong)));
});
