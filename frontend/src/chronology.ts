// The time axis above the list of the chronology. Without it the list says the same.

import { Axis } from "./chronology/axis";
import { LANES, type By } from "./chronology/lanes";
import { asked, html, isTyping } from "./shared/dom";
import type { Entry } from "./shared/entry";
import { told } from "./shared/told";

interface Events {
  readonly events: readonly Entry[];
  readonly undated: number;
  readonly left_out: number;
}

const LANE_NAMES: Record<By, string> = {
  none: "one lane",
  person: "lanes by person",
  kind: "lanes by kind",
  source: "lanes by voice",
};
const NEARER = 1.6;
const rows = [...document.querySelectorAll<HTMLElement>("[data-event]")];
const host = document.getElementById("axis");

let axis: Axis | undefined;
let detail: HTMLElement | undefined;
let entries = new Map<string, Entry>();

/** Mark an event on the axis, in the list, and say what it is. */
function mark(id: string): void {
  for (const row of rows) row.classList.toggle("now", row.id === id);
  axis?.mark(id);
  const entry = entries.get(id);
  if (entry) detail?.replaceChildren(...told(entry));
}

function choose(entry: Entry, open: boolean): void {
  mark(entry.id);
  if (open) location.href = entry.at;
}

function lanesOf(): By {
  const given = new URLSearchParams(location.search).get("lanes");
  return LANES.find((by) => by === given) ?? "none";
}

/** The lanes stay in the address, as the filters do. */
function keepLanes(by: By): void {
  const address = new URL(location.href);
  if (by === "none") address.searchParams.delete("lanes");
  else address.searchParams.set("lanes", by);
  history.replaceState(null, "", address);
  const form = document.querySelector<HTMLFormElement>("#filters");
  if (!form) return;
  const field = form.querySelector<HTMLInputElement>("input[name=lanes]") ?? html("input", { type: "hidden", name: "lanes" });
  field.value = by === "none" ? "" : by;
  form.append(field);
}

function toolbar(axis: Axis, found: Events): HTMLElement {
  const choice = html("select", { "aria-label": "Lanes" });
  for (const by of LANES) choice.append(html("option", { value: by }, LANE_NAMES[by]));
  choice.value = lanesOf();
  choice.addEventListener("change", () => {
    const by = LANES.find((by) => by === choice.value) ?? "none";
    keepLanes(by);
    axis.laneBy(by);
  });
  const button = (words: string, label: string, act: () => void): HTMLButtonElement => {
    const made = html("button", { type: "button", "aria-label": label, title: label }, words);
    made.addEventListener("click", act);
    return made;
  };
  const bar = html("div", { class: "axis-bar" });
  bar.append(
    choice,
    button("−", "Farther", () => axis.nearer(1 / NEARER)),
    button("+", "Nearer", () => axis.nearer(NEARER)),
    button("All", "The whole of it", () => axis.all()),
  );
  const left = [
    found.undated ? `${found.undated.toLocaleString("en")} without a date: in the list below` : "",
    found.left_out ? `${found.left_out.toLocaleString("en")} more are not drawn: narrow down` : "",
  ].filter(Boolean);
  if (left.length) bar.append(html("span", { class: "about" }, left.join(" · ")));
  return bar;
}

async function begin(host: HTMLElement): Promise<void> {
  const found = await asked<Events>(host.dataset.events ?? "");
  if (!found.events.length) return;
  entries = new Map(found.events.map((entry) => [entry.id, entry]));
  const drawn = new Axis(found.events, lanesOf(), choose);
  axis = drawn;
  const keys = "Arrow keys go from event to event, plus and minus zoom, Enter opens the words.";
  const frame = html("div", { class: "axis-frame", tabindex: 0, role: "application", "aria-label": `Time axis. ${keys}` });
  frame.append(drawn.element);
  detail = html("div", { class: "axis-detail", "aria-live": "polite" });
  detail.append(html("p", { class: "about" }, keys));
  host.append(toolbar(drawn, found), frame, detail);
  host.hidden = false;
  drawn.fit(frame.clientWidth);
  new ResizeObserver(() => drawn.fit(frame.clientWidth)).observe(frame);
  frame.addEventListener("keydown", (event) => {
    if (isTyping(event)) return;
    if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
      const next = drawn.step(event.key === "ArrowRight" ? 1 : -1);
      if (next) mark(next.id);
    } else if (event.key === "PageDown") drawn.pan(-0.5);
    else if (event.key === "PageUp") drawn.pan(0.5);
    else if (event.key === "Enter") open();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}

const now = (): string | undefined => rows.find((row) => row.classList.contains("now"))?.id;

function open(): void {
  detail?.querySelector<HTMLAnchorElement>(".words a")?.click();
}

/** The next row of the list, or that nearest to the top of the window where none is chosen. */
function step(by: 1 | -1): void {
  const chosen = document.activeElement?.closest<HTMLElement>("[data-event]");
  const at = rows.findIndex((row) => row === chosen || (!chosen && row.id === now()));
  const below = rows.findIndex((row) => row.getBoundingClientRect().top >= 0);
  const next = rows[at >= 0 ? at + by : Math.max(0, below)];
  if (!next) return;
  next.focus();
  next.scrollIntoView({ block: "nearest" });
  mark(next.id);
}

document.addEventListener("keydown", (event) => {
  if (isTyping(event)) return;
  const row = document.activeElement?.closest<HTMLElement>("[data-event]");
  const button = row?.querySelector<HTMLButtonElement>(`button[data-key="${CSS.escape(event.key)}"]`);
  if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else if (event.key === "+" || event.key === "=") axis?.nearer(NEARER);
  else if (event.key === "-") axis?.nearer(1 / NEARER);
  else if (event.key === "0") axis?.all();
  else if (event.key === "Enter" && row && document.activeElement === row)
    row.querySelector<HTMLAnchorElement>("[data-words]")?.click();
  else if (button) button.click();
  else return;
  event.preventDefault();
});

for (const row of rows) row.addEventListener("focusin", () => mark(row.id));

if (host) {
  begin(host)
    .then(() => {
      const chosen = document.getElementById(location.hash.slice(1));
      if (chosen?.matches("[data-event]")) chosen.focus();
    })
    .catch((wrong: unknown) => {
      host.hidden = false;
      host.replaceChildren(html("p", { class: "problem" }, wrong instanceof Error ? wrong.message : String(wrong)));
    });
}
