// Elements, made without markup: whatever a document says stays text.

const SVG = "http://www.w3.org/2000/svg";

type Attributes = Record<string, string | number>;

function filled<E extends Element>(made: E, attributes: Attributes, inside: readonly (Node | string)[]): E {
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...inside);
  return made;
}

export function html<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  attributes: Attributes = {},
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[T] {
  return filled(document.createElement(tag), attributes, inside);
}

export function svg<T extends keyof SVGElementTagNameMap>(
  tag: T,
  attributes: Attributes = {},
  ...inside: (Node | string)[]
): SVGElementTagNameMap[T] {
  return filled(document.createElementNS(SVG, tag), attributes, inside);
}

/** Whether a key is meant for a field, or for the browser. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true;
  const at = event.target;
  return at instanceof Element && at.closest("input, select, textarea, [contenteditable], dialog[open]") !== null;
}

/** Calls `work` before the next paint, once however often it is asked. */
export function beforePaint(work: () => void): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      work();
    });
  };
}

/** JSON of the desk. Fails with a sentence that can be shown. */
export async function asked<T>(address: string): Promise<T> {
  const answer = await fetch(address, { credentials: "same-origin" });
  if (!answer.ok) throw new Error("The desk gave no answer. Load the page anew.");
  return (await answer.json()) as T;
}
