import type { Entry } from "../shared/entry";
import type { Extent } from "./place";

export const LANES = ["none", "person", "kind", "source"] as const;
export type By = (typeof LANES)[number];

const MOST = 10;
const OTHERS = "others";

/** The events by lane, lanes with most events first; one who takes part with several stands in the lane of each. */
export function lanes(extents: readonly Extent[], by: By): ReadonlyMap<string, readonly Extent[]> {
  if (by === "none") return new Map([["", extents]]);
  const found = new Map<string, Extent[]>();
  for (const one of extents) {
    for (const name of names(one.entry, by)) {
      const lane = found.get(name);
      if (lane) lane.push(one);
      else found.set(name, [one]);
    }
  }
  const ordered = [...found].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  const shown = ordered.slice(0, ordered.length > MOST ? MOST - 1 : MOST);
  const kept = new Set(shown.flatMap(([, lane]) => lane));
  const rest = extents.filter((one) => !kept.has(one));
  return new Map(rest.length ? [...shown, [OTHERS, rest]] : shown);
}

function names(entry: Entry, by: By): readonly string[] {
  if (by === "kind") return [entry.kind];
  if (by === "source") return [entry.voices.at(-1) ?? ""];
  return entry.who.length ? [...new Set(entry.who)] : ["nobody is named"];
}
