// Where events lie on the axis: days become milliseconds, and these pixels; marks of one lane are laid in rows so that
// none covers another. Pure: nothing here knows the page.

import { DAY, day, type Entry } from "../shared/entry";

export interface Extent {
  readonly entry: Entry;
  /** Milliseconds; equal where the time of day is known. An open end lies where the other one does. */
  readonly start: number;
  readonly end: number;
  readonly openStart: boolean;
  readonly openEnd: boolean;
}

const CLOCK = /^([01]?\d|2[0-3]):([0-5]\d)$/;

export function extent(entry: Entry): Extent {
  const first = entry.first === null ? null : day(entry.first);
  const last = entry.last === null ? null : day(entry.last) + DAY;
  const clock = entry.first !== null && entry.first === entry.last ? CLOCK.exec(entry.time ?? "") : null;
  if (clock && first !== null) {
    const at = first + Number(clock[1]) * 3_600_000 + Number(clock[2]) * 60_000;
    return { entry, start: at, end: at, openStart: false, openEnd: false };
  }
  const start = first ?? (last ?? 0) - DAY;
  const end = last ?? (first ?? 0) + DAY;
  return { entry, start, end, openStart: first === null, openEnd: last === null };
}

/** The range that most events lie in: a few that lie far from all others would press these together. */
export function mostOf(extents: readonly Extent[]): readonly [number, number] {
  const days = extents.flatMap((e) => [e.start, e.end]).sort((a, b) => a - b);
  const out = Math.floor(days.length / 20) || (days.length >= 8 ? 1 : 0);
  const inner = days.slice(out, days.length - out);
  const [low, high] = [inner[0] ?? 0, inner.at(-1) ?? DAY];
  const [lowest, highest] = [days[0] ?? low, days.at(-1) ?? high];
  const within = Math.max(high - low, 30 * DAY);
  return [low - lowest > within ? low : lowest, highest - high > within ? high : highest];
}

export interface Mark {
  readonly extent: Extent;
  readonly row: number;
  readonly from: number;
  readonly to: number;
  /** Pixels that are free to the right of it. */
  room: number;
}

/** Events that have no place of their own in a lane at this scale. */
export interface Crowd {
  readonly entries: Entry[];
  readonly at: number;
  start: number;
  end: number;
}

export interface Lane {
  readonly marks: readonly Mark[];
  readonly crowds: readonly Crowd[];
  readonly rows: number;
}

/** Half the width of a point, in pixels; how far an open end is drawn; the least room for words; a gap. */
export const POINT = 6;
export const OPEN = 46;
const WORDS = 150;
const GAP = 4;
/** The width of a crowd, with a gap. */
const CROWD = 34;
/** A day narrower than this is a point. */
const NARROW = 22;

export function isPoint(extent: Extent, scale: (at: number) => number): boolean {
  const open = extent.openStart || extent.openEnd;
  return !open && extent.end - extent.start <= DAY && scale(extent.end) - scale(extent.start) < NARROW;
}

/** Lays the events of a lane (in order of time) in at most `most` rows; `width` is that of the axis, in pixels. What has
 * no room gets a row of its own, the last, and is crowded there. */
export function lay(extents: readonly Extent[], scale: (at: number) => number, width: number, most: number): Lane {
  const placed = extents
    .map((one) => [one, ...edges(one, scale)] as const)
    .filter(([, from, to]) => to >= -OPEN && from <= width + OPEN);
  const all = inRows(placed, width, most);
  if (!all.left.length) return { marks: all.marks, crowds: [], rows: Math.max(1, all.rows) };
  const { marks, left } = most > 1 ? inRows(placed, width, most - 1) : { marks: [], left: placed };
  return { marks, crowds: crowded(left), rows: most };
}

type Placed = readonly [one: Extent, from: number, to: number];

function inRows(placed: readonly Placed[], width: number, most: number): { marks: Mark[]; left: Placed[]; rows: number } {
  const rows: Mark[] = [];
  const marks: Mark[] = [];
  const left: Placed[] = [];
  for (const each of placed) {
    const [extent, from, to] = each;
    const row = freeRow(rows, from, most);
    if (row < 0) {
      left.push(each);
      continue;
    }
    const before = rows[row];
    if (before) before.room = Math.max(0, from - before.to - GAP);
    const mark = { extent, row, from, to, room: width - to };
    rows[row] = mark;
    marks.push(mark);
  }
  return { marks, left, rows: rows.length };
}

function edges(one: Extent, scale: (at: number) => number): [number, number] {
  if (isPoint(one, scale)) {
    const middle = (scale(one.start) + scale(one.end)) / 2;
    return [middle - POINT, middle + POINT];
  }
  const from = scale(one.start) - (one.openStart ? OPEN : 0);
  const to = scale(one.end) + (one.openEnd ? OPEN : 0);
  return [from, Math.max(to, from + POINT)];
}

/** The first row with room for words before the mark; else the one with most room; -1 if all are taken. */
function freeRow(rows: readonly Mark[], from: number, most: number): number {
  let best = -1;
  let room = GAP;
  for (let row = 0; row < rows.length; row++) {
    const free = from - (rows[row]?.to ?? 0);
    if (free >= WORDS) return row;
    if (free >= room) [best, room] = [row, free];
  }
  return rows.length < most ? rows.length : best;
}

function crowded(left: readonly Placed[]): Crowd[] {
  const crowds: Crowd[] = [];
  const middle = ([, from, to]: Placed): number => from + Math.min(to - from, CROWD) / 2;
  for (const each of [...left].sort((a, b) => middle(a) - middle(b))) {
    const [{ entry, start, end }] = each;
    const last = crowds.at(-1);
    if (last && middle(each) - last.at < CROWD) {
      last.entries.push(entry);
      last.start = Math.min(last.start, start);
      last.end = Math.max(last.end, end);
    } else {
      crowds.push({ entries: [entry], at: middle(each), start, end });
    }
  }
  return crowds;
}
