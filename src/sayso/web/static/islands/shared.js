// src/shared/dom.ts
var SVG = "http://www.w3.org/2000/svg";
function filled(made, attributes, inside) {
  for (let [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made.append(...inside), made;
}
function html(tag, attributes = {}, ...inside) {
  return filled(document.createElement(tag), attributes, inside);
}
function svg(tag, attributes = {}, ...inside) {
  return filled(document.createElementNS(SVG, tag), attributes, inside);
}
function isTyping(event) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return !0;
  let at = event.target;
  return at instanceof Element && at.closest("input, select, textarea, [contenteditable], dialog[open]") !== null;
}
function beforePaint(work) {
  let waiting = !1;
  return () => {
    waiting || (waiting = !0, requestAnimationFrame(() => {
      waiting = !1, work();
    }));
  };
}
async function asked(address) {
  let answer = await fetch(address, { credentials: "same-origin" });
  if (!answer.ok) throw new Error("The desk gave no answer. Load the page anew.");
  return await answer.json();
}

// src/shared/entry.ts
function day(written) {
  return Date.parse(`${written}T00:00:00Z`);
}
function headline(entry) {
  let status = entry.status === "occurred" ? "" : ` (${entry.status.replaceAll("-", " ")})`;
  return `${entry.kind}${status}: ${entry.who.join(", ") || "nobody is named"}`;
}

// src/shared/told.ts
function told(entry) {
  let when = entry.time ? `${entry.date}, ${entry.time}` : entry.date, about = html("p", { class: "about" });
  return entry.hearsay && about.append(html("span", { class: "tag hearsay" }, "second hand"), " "), about.append([`On the word of ${entry.voices.join(" › ")}`, entry.where].filter(Boolean).join(" · ")), entry.by ? about.append(` · added by ${entry.by}`) : entry.state !== "suggested" && about.append(` · ${entry.state}`), [
    html("p", {}, html("span", { class: "when" }, when), ` ${headline(entry)}${entry.place ? ` · ${entry.place}` : ""}`),
    html("p", { class: "words" }, html("a", { href: entry.at }, `“${entry.words}”`)),
    about
  ];
}

// src/shared/text.ts
var FONT = "12px system-ui, sans-serif", BOLD = `700 ${FONT}`, brush = null, known = /* @__PURE__ */ new Map();
function width(text, bold = !1) {
  let key = bold ? `*${text}` : text, before = known.get(key);
  if (before !== void 0) return before;
  if (brush ??= document.createElement("canvas").getContext("2d"), !brush) return text.length * 7;
  brush.font = bold ? BOLD : FONT;
  let found = brush.measureText(text).width;
  return known.set(key, found), found;
}
function fitted(text, room, least) {
  if (width(text) <= room) return text;
  let shown = Math.min(text.length - 1, Math.floor(room / 4));
  for (; shown >= least && width(`${text.slice(0, shown).trimEnd()}…`) > room; ) shown--;
  return shown < least ? "" : `${text.slice(0, shown).trimEnd()}…`;
}

// src/shared/view.ts
var View = class {
  /** `inUse` tells whether the wheel is meant for the drawing and not for the page. */
  constructor(element, inUse, changed) {
    this.element = element;
    this.inUse = inUse;
    this.changed = changed;
    element.addEventListener("wheel", (event) => this.wheel(event), { passive: !1 }), element.addEventListener("pointerdown", (event) => this.down(event)), element.addEventListener("pointermove", (event) => this.move(event));
    for (let end of ["pointerup", "pointercancel"])
      element.addEventListener(end, (event) => this.pointers.delete(event.pointerId));
    element.addEventListener("click", (event) => this.dragged && event.stopImmediatePropagation(), { capture: !0 });
  }
  element;
  inUse;
  changed;
  transform = { x: 0, y: 0, k: 1 };
  width = 0;
  limits = { least: 1, most: 1, filled: !1 };
  pointers = /* @__PURE__ */ new Map();
  dragged = !1;
  set(transform) {
    let { least, most, filled: filled2 } = this.limits, k = Math.min(most, Math.max(least, transform.k)), x = filled2 ? Math.min(0, Math.max(this.width * (1 - k), transform.x)) : transform.x;
    this.transform = { ...transform, x, k }, this.changed();
  }
  /** Nearer or farther; what is at `at` (pixels) stays there. */
  scale(factor, [x, y]) {
    let { k } = this.transform, to = Math.min(this.limits.most, Math.max(this.limits.least, k * factor)), by = to / k;
    this.set({ k: to, x: x - (x - this.transform.x) * by, y: y - (y - this.transform.y) * by });
  }
  moveBy(x, y) {
    this.set({ ...this.transform, x: this.transform.x + x, y: this.transform.y + y });
  }
  at(event) {
    let frame = this.element.getBoundingClientRect();
    return [event.clientX - frame.left, event.clientY - frame.top];
  }
  wheel(event) {
    if (!event.ctrlKey && !this.inUse()) return;
    event.preventDefault();
    let lines = event.deltaMode ? 18 : 1;
    this.scale(2 ** (-event.deltaY * lines * 2e-3 * (event.ctrlKey ? 4 : 1)), this.at(event));
  }
  down(event) {
    event.button || (this.dragged = !1, this.pointers.set(event.pointerId, this.at(event)));
  }
  move(event) {
    let before = this.pointers.get(event.pointerId);
    if (!before) return;
    let now = this.at(event);
    if (!this.dragged && Math.hypot(now[0] - before[0], now[1] - before[1]) < 4) return;
    this.dragged || this.element.setPointerCapture(event.pointerId), this.dragged = !0;
    let other = [...this.pointers].find(([id]) => id !== event.pointerId)?.[1];
    if (this.pointers.set(event.pointerId, now), !other) return this.moveBy(now[0] - before[0], now[1] - before[1]);
    let apart = (point) => Math.max(1, Math.hypot(point[0] - other[0], point[1] - other[1]));
    this.scale(apart(now) / apart(before), [(now[0] + other[0]) / 2, (now[1] + other[1]) / 2]);
  }
};

export {
  html,
  svg,
  isTyping,
  beforePaint,
  asked,
  day,
  headline,
  width,
  fitted,
  View,
  told
};
