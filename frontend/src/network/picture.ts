import { beforePaint, svg } from "../shared/dom";
import { width } from "../shared/text";
import { View, type Transform } from "../shared/view";
import type { Graph, Seen } from "./graph";
import { radius, type Place } from "./layout";

const LINE = 15;
const NEAR_TIE = 7;
const NEAR_NODE = 6;
const MARGIN = 46;
/** Milliseconds without a movement. */
const STILL = 120;
const MOST_VOICES = 4;
const NAME = 30;
/** Of more than a few people so many are named even where their names lie over others' circles. */
const [FEW, FIRST] = [60, 24];

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Chosen {
  readonly node: number | null;
  readonly tie: number | null;
}

/** The drawing. Lines of one weight are one path, so that a thousand of them move as easily as ten; a name is shown
 * where it covers no other name and nobody else. */
export class Picture {
  readonly element = svg("svg", { class: "network-drawing" });
  private readonly lines = new Map<string, SVGPathElement>();
  private readonly marked = svg("path", { class: "tie marked" });
  private readonly circles: readonly SVGCircleElement[];
  private readonly names: readonly SVGTextElement[];
  private readonly labels: readonly string[];
  private readonly view: View;
  private readonly group = svg("g");
  private readonly draw = beforePaint(() => this.redraw());
  private readonly move = beforePaint(() => this.moved());
  /** What was in sight when everything was drawn last. */
  private drawn: Transform = { x: 0, y: 0, k: 1 };
  private still = 0;
  private ties: readonly Seen[] = [];
  private degrees: number[] = [];
  private chosen: Chosen = { node: null, tie: null };
  private width = 0;
  private height = 0;

  constructor(
    private readonly graph: Graph,
    private readonly places: readonly Place[],
    private readonly choose: (chosen: Chosen) => void,
  ) {
    for (let voices = 1; voices <= MOST_VOICES; voices++) {
      for (const sure of ["sure", "unsure"]) {
        const path = svg("path", { class: `tie of-${voices} ${sure}` });
        this.lines.set(`${voices} ${sure}`, path);
      }
    }
    this.circles = graph.nodes.map(({ name, kind }) =>
      svg("circle", { class: `node ${kind || "described"}` }, svg("title", {}, name)),
    );
    this.labels = graph.nodes.map(({ name }) => (name.length <= NAME ? name : `${name.slice(0, NAME - 1)}…`));
    this.names = this.labels.map((name) => svg("text", { class: "name" }, name));
    this.group.append(...this.lines.values(), this.marked, ...this.circles, ...this.names);
    this.element.append(this.group);
    const inUse = (): boolean => this.element.parentElement?.matches(":focus") ?? false;
    this.view = new View(this.element, inUse, this.move);
    this.view.limits = { least: 0.1, most: 8, filled: false };
    this.element.addEventListener("click", (event) => this.pointed(event));
  }

  /** The size of the drawing has changed. */
  fit(width: number, height: number): void {
    if (width === this.width && height === this.height) return;
    [this.width, this.height] = [width, height];
    this.view.width = width;
    this.element.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.all();
  }

  all(): void {
    const xs = this.places.map(({ x }) => x);
    const ys = this.places.map(({ y }) => y);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const across = (this.width - 2 * MARGIN) / Math.max(1, right - left);
    const down = (this.height - 2 * MARGIN) / Math.max(1, bottom - top);
    const k = Math.min(1.6, across, down);
    const [x, y] = [this.width / 2 - (k * (left + right)) / 2, this.height / 2 - (k * (top + bottom)) / 2];
    this.view.set({ x, y, k });
    this.draw();
  }

  nearer(factor: number): void {
    this.view.scale(factor, this.chosen.node === null ? [this.width / 2, this.height / 2] : this.at(this.chosen.node));
  }

  show(ties: readonly Seen[], chosen: Chosen): void {
    this.ties = ties;
    this.chosen = chosen;
    this.degrees = this.graph.nodes.map(() => 0);
    for (const { tie } of ties) {
      this.degrees[tie.first] = (this.degrees[tie.first] ?? 0) + 1;
      this.degrees[tie.second] = (this.degrees[tie.second] ?? 0) + 1;
    }
    this.draw();
  }

  /** The radius of a node: less where all of a large network is in sight. */
  private size(node: number): number {
    return radius(this.degrees[node] ?? 0) * Math.min(1, Math.max(0.55, this.view.transform.k));
  }

  /** Where a node is in sight, in pixels. */
  private at(node: number): [number, number] {
    const { x, y } = this.places[node] ?? { x: 0, y: 0 };
    const { transform } = this.view;
    return [transform.x + transform.k * x, transform.y + transform.k * y];
  }

  /** While it moves, the drawing is moved as a whole; all is drawn anew when it stands still. */
  private moved(): void {
    const { x, y, k } = this.view.transform;
    const by = k / this.drawn.k;
    this.group.setAttribute("transform", `translate(${x - by * this.drawn.x} ${y - by * this.drawn.y}) scale(${by})`);
    clearTimeout(this.still);
    this.still = setTimeout(this.draw, STILL);
  }

  private redraw(): void {
    if (!this.width) return;
    clearTimeout(this.still);
    this.drawn = this.view.transform;
    this.group.removeAttribute("transform");
    const at = this.places.map((_, node) => this.at(node));
    const point = (node: number): [number, number] => at[node] ?? [0, 0];
    const paths = new Map<string, string[]>([...this.lines.keys()].map((key) => [key, []]));
    const marked: string[] = [];
    const near = new Set<number>();
    for (const { tie, number, voices, occurred } of this.ties) {
      const [[x1, y1], [x2, y2]] = [point(tie.first), point(tie.second)];
      const line = `M${x1.toFixed(1)} ${y1.toFixed(1)}L${x2.toFixed(1)} ${y2.toFixed(1)}`;
      paths.get(`${Math.min(voices, MOST_VOICES)} ${occurred ? "sure" : "unsure"}`)?.push(line);
      if (number === this.chosen.tie || tie.first === this.chosen.node || tie.second === this.chosen.node) {
        marked.push(line);
        near.add(tie.first).add(tie.second);
      }
    }
    for (const [key, path] of this.lines) path.setAttribute("d", paths.get(key)?.join("") ?? "");
    this.marked.setAttribute("d", marked.join(""));
    this.element.classList.toggle("chosen", near.size > 0 || this.chosen.node !== null);
    if (this.chosen.node !== null) near.add(this.chosen.node);
    this.circles.forEach((circle, node) => {
      if (!this.degrees[node]) return circle.classList.add("gone");
      const [x, y] = point(node);
      circle.setAttribute("cx", x.toFixed(1));
      circle.setAttribute("cy", y.toFixed(1));
      circle.setAttribute("r", this.size(node).toFixed(1));
      circle.classList.remove("gone");
      circle.classList.toggle("near", near.has(node));
      circle.classList.toggle("now", node === this.chosen.node);
    });
    this.nameSome(at, near);
  }

  /** Names of those chosen first, then of those with most contacts, as long as there is room. */
  private nameSome(at: readonly (readonly [number, number])[], near: ReadonlySet<number>): void {
    const shown = this.graph.nodes.map((_, node) => node).filter((node) => this.degrees[node]);
    const bodies = shown.map((node) => {
      const [x, y] = at[node] ?? [0, 0];
      const r = this.size(node);
      return { node, left: x - r, right: x + r, top: y - r, bottom: y + r };
    });
    const first = shown.length > FEW ? FIRST : 0;
    const taken: Box[] = [];
    const order = [...shown.filter((node) => near.has(node)), ...shown.filter((node) => !near.has(node))];
    const named = new Set<number>();
    for (const node of order) {
      const [x, y] = at[node] ?? [0, 0];
      if (x < 0 || y < 0 || x > this.width || y > this.height) continue;
      const half = width(this.labels[node] ?? "", near.has(node)) / 2 + 1;
      const r = this.size(node);
      const below = { left: x - half, right: x + half, top: y + r + 1, bottom: y + r + 1 + LINE };
      const above = { ...below, top: y - r - LINE - 1, bottom: y - r - 1 };
      const box = [below, above].find(
        (box) =>
          !taken.some((other) => overlap(box, other)) &&
          // Whoever matters most is named all the same; the names of others keep off everybody.
          (taken.length < first || near.has(node) || !bodies.some((body) => body.node !== node && overlap(box, body))),
      );
      if (!box) continue;
      taken.push(box);
      named.add(node);
      const text = this.names[node];
      text?.setAttribute("x", x.toFixed(1));
      text?.setAttribute("y", (box.bottom - 4).toFixed(1));
      text?.classList.toggle("near", near.has(node));
    }
    this.names.forEach((text, node) => text.classList.toggle("gone", !named.has(node)));
  }

  private pointed(event: MouseEvent): void {
    const frame = this.element.getBoundingClientRect();
    const [x, y] = [event.clientX - frame.left, event.clientY - frame.top];
    const node = this.graph.nodes.findIndex((_, node) => {
      const [nx, ny] = this.at(node);
      return this.degrees[node] && Math.hypot(nx - x, ny - y) <= this.size(node) + NEAR_NODE;
    });
    if (node >= 0) return this.choose({ node, tie: null });
    let best: Seen | undefined;
    let least = NEAR_TIE;
    for (const each of this.ties) {
      const far = distance([x, y], this.at(each.tie.first), this.at(each.tie.second));
      if (far < least) [best, least] = [each, far];
    }
    this.choose({ node: best ? this.chosen.node : null, tie: best?.number ?? null });
  }
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

type Point = readonly [number, number];

/** How far a point is from the line between two others, in pixels. */
function distance([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  const length = (x2 - x1) ** 2 + (y2 - y1) ** 2;
  const along = length ? Math.min(1, Math.max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length)) : 0;
  return Math.hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1));
}
