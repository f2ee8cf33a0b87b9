const FONT = "12px system-ui, sans-serif";
const BOLD = `700 ${FONT}`;

let brush: CanvasRenderingContext2D | null = null;
const known = new Map<string, number>();

/** How wide a line of the drawings' small letters is, in pixels. */
export function width(text: string, bold = false): number {
  const key = bold ? `*${text}` : text;
  const before = known.get(key);
  if (before !== undefined) return before;
  brush ??= document.createElement("canvas").getContext("2d");
  if (!brush) return text.length * 7;
  brush.font = bold ? BOLD : FONT;
  const found = brush.measureText(text).width;
  known.set(key, found);
  return found;
}

/** As much of a text as has room in so many pixels, with an ellipsis; nothing where that would be no word. */
export function fitted(text: string, room: number, least: number): string {
  if (width(text) <= room) return text;
  let shown = Math.min(text.length - 1, Math.floor(room / 4));
  while (shown >= least && width(`${text.slice(0, shown).trimEnd()}…`) > room) shown--;
  return shown < least ? "" : `${text.slice(0, shown).trimEnd()}…`;
}
