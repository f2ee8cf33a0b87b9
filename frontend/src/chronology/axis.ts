import { beforePaint, svg } from "../shared/dom";
import { DAY, headline, type Entry } from "../shared/entry";
import { fitted, width } from "../shared/text";
import { View } from "../shared/view";
import { lanes, type By } from "./lanes";
import { drawMark, GRADIENTS } from "./marks";
import { extent, isPoint, lay, mostOf, type Crowd, type Extent, type Lane, type Mark } from "./place";
import { ticks } from "./ticks";

const PAD = 24;
const HEAD = 26;
const ROW = 19;
const LANE_NAME = 20;
const LANE_GAP = 10;
const LEAST_WORDS = 6;
const MOST_WORDS = 44;
const TICKS = 76;
/** Rows of a lane: one alone may be high, many share the page. */
const ROWS = [12, 12, 7, 6, 5, 4];
const NEAREST = 6 * 3_600_000;

/** The drawn axis. `chosen` hears which event a person points at; a crowd is what has no room at this scale. */
export class Axis {
  readonly element = svg("svg", { class: "axis-drawing", width: "100%" });
  private readonly extents: readonly Extent[];
  private readonly whole: readonly [number, number];
  private readonly view: View;
  private width = 0;
  private heights = new Map<string, number>();
  private now: string | null = null;
  private readonly draw = beforePaint(() => this.redraw());

  constructor(
    entries: readonly Entry[],
    private by: By,
    private readonly chosen: (entry: Entry, opened: boolean) => void,
  ) {
    this.extents = entries.map(extent).sort((a, b) => a.start - b.start || a.end - b.end);
    const first = Math.min(...this.extents.map((e) => e.start));
    const last = Math.max(...this.extents.map((e) => e.end));
    const margin = Math.max((last - first) * 0.02, DAY);
    this.whole = [first - margin, last + margin];
    const inUse = (): boolean => this.element.parentElement?.matches(":focus") ?? false;
    this.view = new View(this.element, inUse, this.draw);
    this.view.limits = { least: 1, most: Math.max(1, (this.whole[1] - this.whole[0]) / NEAREST), filled: true };
  }

  /** In the page and with its width: draws it. To be called again when the width has changed. */
  fit(width: number): void {
    if (width === this.width) return;
    const before = this.width ? this.range() : mostOf(this.extents);
    this.width = this.view.width = width;
    this.measure();
    this.show(before[0], before[1]);
  }

  laneBy(by: By): void {
    this.by = by;
    this.measure();
    this.draw();
  }

  nearer(factor: number): void {
    const extent = this.find(this.now);
    const at = extent ? this.scale((extent.start + extent.end) / 2) : this.width / 2;
    const inside = at >= 0 && at <= this.width ? at : this.width / 2;
    this.view.scale(factor, [inside, 0]);
  }

  all(): void {
    this.view.set({ x: 0, y: 0, k: 1 });
  }

  pan(share: number): void {
    this.view.moveBy(share * this.width, 0);
  }

  /** The event that is marked now; brought in sight. */
  mark(id: string | null): void {
    this.now = id;
    const extent = this.find(id);
    if (extent) {
      const middle = (extent.start + extent.end) / 2;
      const at = this.scale(middle);
      if (at < PAD || at > this.width - PAD) this.view.moveBy(this.width / 2 - at, 0);
    }
    this.draw();
  }

  /** The event before or after the marked one, in order of time; the first in sight where none is marked. */
  step(by: 1 | -1): Entry | undefined {
    const at = this.extents.findIndex((e) => e.entry.id === this.now);
    if (at >= 0) return this.extents[Math.min(this.extents.length - 1, Math.max(0, at + by))]?.entry;
    const [from, to] = this.range();
    return (this.extents.find((e) => e.end >= from && e.start <= to) ?? this.extents[0])?.entry;
  }

  private find(id: string | null): Extent | undefined {
    return id === null ? undefined : this.extents.find((e) => e.entry.id === id);
  }

  private base(at: number): number {
    const [from, to] = this.whole;
    return PAD + ((at - from) / (to - from)) * (this.width - 2 * PAD);
  }

  private readonly scale = (at: number): number => this.view.transform.x + this.view.transform.k * this.base(at);

  private range(): readonly [number, number] {
    const [from, to] = this.whole;
    const { x, k } = this.view.transform;
    const back = (at: number): number => from + (((at - x) / k - PAD) / (this.width - 2 * PAD)) * (to - from);
    return [back(0), back(this.width)];
  }

  private show(from: number, to: number): void {
    const [low, high] = [this.base(from), this.base(to)];
    const k = Math.min(Math.max(1, (this.width - 2 * PAD) / Math.max(1e-6, high - low)), this.view.limits.most);
    this.view.set({ x: this.width / 2 - (k * (low + high)) / 2, y: 0, k });
  }

  /** Lanes keep their heights while a person moves about: those of all events in sight at once. */
  private measure(): void {
    const found = lanes(this.extents, this.by);
    const most = ROWS[Math.min(found.size, ROWS.length) - 1] ?? 4;
    const [from, to] = mostOf(this.extents);
    const scale = (at: number): number => PAD + ((at - from) / (to - from)) * (this.width - 2 * PAD);
    this.heights = new Map(
      [...found].map(([name, lane]) => [name, Math.min(most, lay(lane, scale, this.width, most).rows)]),
    );
  }

  private redraw(): void {
    if (!this.width) return;
    const content: SVGElement[] = [GRADIENTS()];
    let y = HEAD;
    const drawn: SVGElement[] = [];
    for (const [name, found] of lanes(this.extents, this.by)) {
      const rows = this.heights.get(name) ?? 1;
      if (name) {
        drawn.push(svg("text", { class: "lane", x: 4, y: y + 13 }, short(name, 60)));
        y += LANE_NAME;
      }
      const lane = lay(found, this.scale, this.width, rows);
      drawn.push(...this.drawLane(lane, y, rows));
      y += rows * ROW + LANE_GAP;
      drawn.push(svg("line", { class: "between", x1: 0, x2: this.width, y1: y - 4, y2: y - 4 }));
    }
    content.push(...this.grid(y), ...drawn);
    this.element.setAttribute("height", String(y + 2));
    this.element.setAttribute("viewBox", `0 0 ${this.width} ${y + 2}`);
    this.element.replaceChildren(...content);
  }

  private grid(height: number): SVGElement[] {
    const [from, to] = this.range();
    const made: SVGElement[] = [];
    let free = 0;
    for (const { at, label, major } of ticks(from, to, ((to - from) / this.width) * TICKS)) {
      const x = Math.round(this.scale(at)) + 0.5;
      made.push(svg("line", { class: major ? "tick major" : "tick", x1: x, x2: x, y1: 18, y2: height }));
      if (x + 3 < free) continue;
      made.push(svg("text", { class: major ? "tick major" : "tick", x: x + 3, y: 14 }, label));
      free = x + 9 + width(label, major);
    }
    return made;
  }

  private *drawLane(lane: Lane, top: number, rows: number): Iterable<SVGElement> {
    for (const mark of lane.marks) {
      const y = top + mark.row * ROW + ROW / 2;
      const group = svg("g", { class: `event ${mark.extent.entry.status}`, "data-id": mark.extent.entry.id });
      if (mark.extent.entry.id === this.now) group.classList.add("now");
      group.append(...drawMark(mark, y, this.scale, isPoint(mark.extent, this.scale)), ...this.words(mark, y));
      const { entry } = mark.extent;
      group.append(svg("title", {}, `${entry.date} · ${headline(entry)}`));
      group.addEventListener("click", () => this.chosen(entry, false));
      group.addEventListener("dblclick", () => this.chosen(entry, true));
      yield group;
    }
    for (const crowd of lane.crowds) yield this.drawCrowd(crowd, top + (rows - 1) * ROW + ROW / 2);
  }

  /** What it is, as far as there is room to the right of it. */
  private words(mark: Mark, y: number): SVGElement[] {
    const { entry } = mark.extent;
    const sure = entry.state === "confirmed" ? "✓ " : "";
    const whole = `${sure}${this.by === "kind" ? entry.who.join(", ") || entry.kind : headline(entry)}`;
    const shown = mark.to > this.width ? "" : fitted(short(whole, MOST_WORDS), mark.room - 8, LEAST_WORDS);
    return shown ? [svg("text", { class: "words", x: Math.max(mark.to, -4) + 4, y: y + 4 }, shown)] : [];
  }

  private drawCrowd(crowd: Crowd, y: number): SVGElement {
    const x = crowd.at;
    const group = svg("g", { class: "crowd" });
    if (crowd.entries.some((entry) => entry.id === this.now)) group.classList.add("now");
    group.append(
      svg("rect", { x: x - 15, y: y - 8, width: 30, height: 16, rx: 8 }),
      svg("text", { x, y: y + 4 }, `+${crowd.entries.length}`),
      svg("title", {}, `${crowd.entries.length} more events: zoom in to see each`),
    );
    group.addEventListener("click", () => {
      const margin = Math.max((crowd.end - crowd.start) * 0.1, DAY / 4);
      this.show(crowd.start - margin, crowd.end + margin);
      const [first] = crowd.entries;
      if (first) this.chosen(first, false);
    });
    return group;
  }
}

function short(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}
