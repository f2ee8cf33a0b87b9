// An event as the desk hands it over. Dates are days; `null` is an open end, and both are `null` where none is known.

export interface Entry {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly first: string | null;
  readonly last: string | null;
  readonly approximate: boolean;
  readonly time: string | null;
  readonly date: string;
  readonly who: readonly string[];
  readonly place: string;
  readonly voices: readonly string[];
  readonly hearsay: boolean;
  readonly words: string;
  readonly at: string;
  readonly where: string;
  readonly state: string;
  readonly by: string;
}

export const DAY = 86_400_000;

/** Midnight (UTC) at which a day begins, in milliseconds. */
export function day(written: string): number {
  return Date.parse(`${written}T00:00:00Z`);
}

export function headline(entry: Entry): string {
  const status = entry.status === "occurred" ? "" : ` (${entry.status.replaceAll("-", " ")})`;
  return `${entry.kind}${status}: ${entry.who.join(", ") || "nobody is named"}`;
}
