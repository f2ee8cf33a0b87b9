// What part of a drawing is in sight: moved and scaled by wheel, pointers (one drags, two pinch) and calls.

/** A place of the drawing is in sight at `k * place + x` (`y`), in pixels. */
export interface Transform {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}

interface Limits {
  readonly least: number;
  readonly most: number;
  /** The drawing never leaves a gap at the left or right: it is as wide as the window at the least scale. */
  readonly filled: boolean;
}

type Point = readonly [x: number, y: number];

/** So many pixels a pointer moves before it drags; less is a click. */
const STILL = 4;
const WHEEL = 0.002;

export class View {
  transform: Transform = { x: 0, y: 0, k: 1 };
  width = 0;
  limits: Limits = { least: 1, most: 1, filled: false };
  private readonly pointers = new Map<number, Point>();
  private dragged = false;

  /** `inUse` tells whether the wheel is meant for the drawing and not for the page. */
  constructor(
    private readonly element: SVGSVGElement,
    private readonly inUse: () => boolean,
    private readonly changed: () => void,
  ) {
    element.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    element.addEventListener("pointerdown", (event) => this.down(event));
    element.addEventListener("pointermove", (event) => this.move(event));
    for (const end of ["pointerup", "pointercancel"] as const) {
      element.addEventListener(end, (event) => this.pointers.delete(event.pointerId));
    }
    // What ends a drag is no click on what happens to lie there.
    element.addEventListener("click", (event) => this.dragged && event.stopImmediatePropagation(), { capture: true });
  }

  set(transform: Transform): void {
    const { least, most, filled } = this.limits;
    const k = Math.min(most, Math.max(least, transform.k));
    const x = filled ? Math.min(0, Math.max(this.width * (1 - k), transform.x)) : transform.x;
    this.transform = { ...transform, x, k };
    this.changed();
  }

  /** Nearer or farther; what is at `at` (pixels) stays there. */
  scale(factor: number, [x, y]: Point): void {
    const { k } = this.transform;
    const to = Math.min(this.limits.most, Math.max(this.limits.least, k * factor));
    const by = to / k;
    this.set({ k: to, x: x - (x - this.transform.x) * by, y: y - (y - this.transform.y) * by });
  }

  moveBy(x: number, y: number): void {
    this.set({ ...this.transform, x: this.transform.x + x, y: this.transform.y + y });
  }

  private at(event: MouseEvent): Point {
    const frame = this.element.getBoundingClientRect();
    return [event.clientX - frame.left, event.clientY - frame.top];
  }

  private wheel(event: WheelEvent): void {
    if (!event.ctrlKey && !this.inUse()) return;
    event.preventDefault();
    const lines = event.deltaMode ? 18 : 1;
    this.scale(2 ** (-event.deltaY * lines * WHEEL * (event.ctrlKey ? 4 : 1)), this.at(event));
  }

  private down(event: PointerEvent): void {
    if (event.button) return;
    this.dragged = false;
    this.pointers.set(event.pointerId, this.at(event));
  }

  private move(event: PointerEvent): void {
    const before = this.pointers.get(event.pointerId);
    if (!before) return;
    const now = this.at(event);
    if (!this.dragged && Math.hypot(now[0] - before[0], now[1] - before[1]) < STILL) return;
    if (!this.dragged) this.element.setPointerCapture(event.pointerId);
    this.dragged = true;
    const other = [...this.pointers].find(([id]) => id !== event.pointerId)?.[1];
    this.pointers.set(event.pointerId, now);
    if (!other) return this.moveBy(now[0] - before[0], now[1] - before[1]);
    const apart = (point: Point): number => Math.max(1, Math.hypot(point[0] - other[0], point[1] - other[1]));
    this.scale(apart(now) / apart(before), [(now[0] + other[0]) / 2, (now[1] + other[1]) / 2]);
  }
}
