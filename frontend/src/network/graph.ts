import type { Entry } from "../shared/entry";

export interface Node {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly at: string;
}

export interface Told extends Entry {
  /** The number of the voice that tells it; the same voice has the same number. */
  readonly voice: number;
}

/** All that passed between two: places in the lists of nodes and events. */
export interface Tie {
  readonly first: number;
  readonly second: number;
  readonly events: readonly number[];
  readonly at: string;
}

export interface Graph {
  readonly nodes: readonly Node[];
  readonly events: readonly Told[];
  readonly ties: readonly Tie[];
  /** So many people are not drawn: those with fewest contacts. */
  readonly left_out: number;
}

/** A tie as far as it is in sight: its events in the chosen time, and on how many independent voices these are. */
export interface Seen {
  readonly tie: Tie;
  readonly number: number;
  readonly events: readonly Told[];
  readonly voices: number;
  /** Something of it is said to have occurred. */
  readonly occurred: boolean;
}

export interface Wanted {
  readonly from: string;
  readonly until: string;
  readonly undated: boolean;
  readonly voices: number;
}

export function seen(graph: Graph, wanted: Wanted): readonly Seen[] {
  const inside = graph.events.map((event) => isInside(event, wanted));
  const found: Seen[] = [];
  graph.ties.forEach((tie, number) => {
    const events = tie.events.filter((at) => inside[at]).flatMap((at) => graph.events[at] ?? []);
    const voices = new Set(events.map((event) => event.voice)).size;
    if (!events.length || voices < wanted.voices) return;
    found.push({ tie, number, events, voices, occurred: events.some((event) => event.status === "occurred") });
  });
  return found.sort((a, b) => b.voices - a.voices || b.events.length - a.events.length || a.number - b.number);
}

function isInside(event: Told, { from, until, undated }: Wanted): boolean {
  if (event.first === null && event.last === null) return undated;
  return (event.last ?? "9999") >= from && (event.first ?? "0000") <= until;
}

/** The days on which something may have begun or ended, in order. */
export function days(graph: Graph): readonly string[] {
  return [...new Set(graph.events.flatMap((event) => [event.first, event.last]))].filter((day) => day !== null).sort();
}
