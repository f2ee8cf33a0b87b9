import { svg } from "../shared/dom";
import { OPEN, POINT, type Mark } from "./place";

/** Open ends fade. */
export const GRADIENTS = (): SVGElement => {
  const fade = (id: string, from: number, to: number): SVGElement =>
    svg(
      "linearGradient",
      { id },
      svg("stop", { class: "fade", offset: 0, "stop-opacity": from }),
      svg("stop", { class: "fade", offset: 1, "stop-opacity": to }),
    );
  return svg("defs", {}, fade("fade-since", 0.55, 0), fade("fade-until", 0, 0.55));
};

/** A day is a point, a longer time a bar, an open end fades into an arrow; what is approximate is dashed; what did not
 * occur is struck out. */
export function drawMark(mark: Mark, y: number, scale: (at: number) => number, point: boolean): SVGElement[] {
  const { extent } = mark;
  const kind = extent.entry.approximate ? "mark about" : "mark";
  if (point) {
    const x = (mark.from + mark.to) / 2;
    const made = [svg("circle", { class: kind, cx: x, cy: y, r: POINT - 1 })];
    return struck(extent.entry.status) ? [...made, strike(x - POINT, x + POINT, y)] : made;
  }
  const made: SVGElement[] = [];
  const [start, end] = [scale(extent.start), Math.max(scale(extent.end), scale(extent.start) + POINT)];
  made.push(svg("rect", { class: kind, x: start, y: y - 4, width: end - start, height: 8, rx: 2 }));
  if (extent.openStart) {
    made.push(svg("rect", { class: "open", x: start - OPEN, y: y - 4, width: OPEN, height: 8, fill: "url(#fade-until)" }));
    made.push(arrow(start - OPEN, y, -1));
  }
  if (extent.openEnd) {
    made.push(svg("rect", { class: "open", x: end, y: y - 4, width: OPEN, height: 8, fill: "url(#fade-since)" }));
    made.push(arrow(end + OPEN, y, 1));
  }
  const middle = (Math.max(0, start) + end) / 2;
  return struck(extent.entry.status) ? [...made, strike(middle - POINT, middle + POINT, y)] : made;
}

function struck(status: string): boolean {
  return status === "did-not-occur";
}

function strike(from: number, to: number, y: number): SVGElement {
  return svg("line", { class: "strike", x1: from, x2: to, y1: y + 5, y2: y - 5 });
}

function arrow(x: number, y: number, to: 1 | -1): SVGElement {
  return svg("path", { class: "arrow", d: `M${x - 6 * to} ${y - 4}L${x} ${y}L${x - 6 * to} ${y + 4}` });
}
