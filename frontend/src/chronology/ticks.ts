import {
  utcDay,
  utcHour,
  utcMinute,
  utcMonth,
  utcYear,
  type CountableTimeInterval,
  type TimeInterval,
} from "d3-time";
import { DAY } from "../shared/entry";

export interface Tick {
  readonly at: number;
  readonly label: string;
  /** Begins a larger unit: a month among days, a year among months. */
  readonly major: boolean;
}

const HOUR = DAY / 24;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

interface Step {
  readonly length: number;
  readonly interval: TimeInterval | null;
  readonly label: (at: Date) => string;
  /** Of the first tick, which stands for all of them. */
  readonly first: (at: Date) => string;
  readonly major: (at: Date) => boolean;
}

const every = (interval: CountableTimeInterval, step: number): TimeInterval | null => interval.every(step);
const two = (number: number): string => String(number).padStart(2, "0");
const year = (at: Date): string => String(at.getUTCFullYear());
const month = (at: Date): string => MONTHS[at.getUTCMonth()] ?? "";
const isYear = (at: Date): boolean => at.getUTCMonth() === 0 && at.getUTCDate() === 1;
const isMonth = (at: Date): boolean => at.getUTCDate() === 1;
const isDay = (at: Date): boolean => at.getUTCHours() === 0 && at.getUTCMinutes() === 0;

const ofDay = (at: Date): string => `${at.getUTCDate()} ${month(at)}`;
const ofHour = (at: Date): string =>
  isDay(at) ? ofDay(at) : `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
const ofMonth = (at: Date): string => (isYear(at) ? year(at) : month(at));
const wholeMonth = (at: Date): string => `${month(at)} ${year(at)}`;
const wholeDay = (at: Date): string => `${at.getUTCDate()} ${wholeMonth(at)}`;
const wholeHour = (at: Date): string => (isDay(at) ? wholeDay(at) : `${wholeDay(at)}, ${ofHour(at)}`);

const STEPS: readonly Step[] = [
  ...[5, 15, 30].map((n) => ({ length: n * 60_000, interval: every(utcMinute, n), label: ofHour, first: wholeHour, major: isDay })),
  ...[1, 3, 6, 12].map((n) => ({ length: n * HOUR, interval: every(utcHour, n), label: ofHour, first: wholeHour, major: isDay })),
  ...[1, 2, 7].map((n) => ({ length: n * DAY, interval: every(utcDay, n), label: ofDay, first: wholeDay, major: isMonth })),
  ...[1, 3, 6].map((n) => ({ length: n * 30.4 * DAY, interval: every(utcMonth, n), label: ofMonth, first: wholeMonth, major: isYear })),
  ...[1, 2, 5, 10, 20, 50, 100, 500].map((n) => ({
    length: n * 365 * DAY,
    interval: utcYear.every(n),
    label: year,
    first: year,
    major: (at: Date) => at.getUTCFullYear() % (n * 10) === 0,
  })),
];

/** Ticks of a time axis, so far from each other that their words have room: `apart` milliseconds at least. */
export function ticks(from: number, to: number, apart: number): readonly Tick[] {
  const step = STEPS.find(({ length }) => length >= apart) ?? STEPS.at(-1);
  if (!step?.interval) return [];
  // Every second day begins anew with each month; what would be too near to that is left out.
  const found = step.interval.range(new Date(from), new Date(to + 1));
  const shown: Tick[] = [];
  const whole = found[0];
  for (const at of found) {
    const tick = { at: at.getTime(), label: at === whole ? step.first(at) : step.label(at), major: step.major(at) };
    const before = shown.at(-1);
    if (before && tick.at - before.at < apart * 0.75) {
      if (!tick.major) continue;
      shown.pop();
    }
    shown.push(tick);
  }
  return shown;
}
