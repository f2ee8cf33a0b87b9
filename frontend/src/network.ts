// The network of contacts. Without it the table below says the same.

import { days, seen, type Graph, type Wanted } from "./network/graph";
import { layout } from "./network/layout";
import { Panel } from "./network/panel";
import { Picture, type Chosen } from "./network/picture";
import { asked, html, isTyping } from "./shared/dom";

const NEARER = 1.5;
/** Milliseconds. */
const STILL = 120;

/** Which events count: between two days, on so many voices. */
function controls(graph: Graph, changed: () => void): { bar: HTMLElement; wanted: () => Wanted } {
  const known = days(graph);
  const last = Math.max(0, known.length - 1);
  const range = (label: string, value: number): HTMLInputElement =>
    html("input", { type: "range", min: 0, max: last, value, "aria-label": label });
  const [from, until] = [range("From", 0), range("Until", last)];
  const shown = html("output", { class: "span" });
  const undated = html("input", { type: "checkbox" });
  undated.checked = true;
  const voices = html("select", { "aria-label": "Independent voices" });
  for (const least of [1, 2, 3, 4]) voices.append(html("option", { value: least }, least === 1 ? "any" : `${least} or more`));
  const day = (slider: HTMLInputElement): string => known[Number(slider.value)] ?? "";
  const said = (): void => {
    shown.textContent = `${day(from)} to ${day(until)}`;
    from.setAttribute("aria-valuetext", day(from));
    until.setAttribute("aria-valuetext", day(until));
  };
  from.addEventListener("input", () => {
    if (Number(from.value) > Number(until.value)) until.value = from.value;
  });
  until.addEventListener("input", () => {
    if (Number(until.value) < Number(from.value)) from.value = until.value;
  });
  for (const field of [from, until, undated, voices]) {
    field.addEventListener("input", () => {
      said();
      changed();
    });
  }
  said();
  const bar = html("div", { class: "network-bar" });
  if (known.length) {
    bar.append(html("label", {}, "From ", from), html("label", {}, "until ", until), shown);
    bar.append(html("label", {}, undated, " and without a date"));
  }
  bar.append(html("label", {}, "Voices ", voices));
  return {
    bar,
    wanted: () => ({ from: day(from), until: day(until), undated: undated.checked, voices: Number(voices.value) }),
  };
}

async function begin(host: HTMLElement): Promise<void> {
  const graph = await asked<Graph>(host.dataset.graph ?? "");
  host.hidden = false;
  host.append(html("p", { class: "about" }, "Arranging…"));
  const places = await layout(graph);

  let chosen: Chosen = { node: null, tie: null };
  const choose = (next: Chosen, read = false): void => {
    chosen = next;
    update();
    if (read) panel.read();
  };
  const picture = new Picture(graph, places, choose);
  const panel = new Panel(graph, choose);
  // The list follows the sliders when they stand still.
  let still = 0;
  const { bar, wanted } = controls(graph, () => {
    picture.show(seen(graph, wanted()), chosen);
    clearTimeout(still);
    still = setTimeout(update, STILL);
  });
  const update = (): void => {
    const ties = seen(graph, wanted());
    picture.show(ties, chosen);
    panel.show(ties, chosen);
  };

  const button = (words: string, label: string, act: () => void): HTMLButtonElement => {
    const made = html("button", { type: "button", "aria-label": label, title: label }, words);
    made.addEventListener("click", act);
    return made;
  };
  if (graph.left_out) bar.append(html("span", {}, `${graph.left_out.toLocaleString("en")} with fewer contacts are not drawn`));
  bar.append(
    html(
      "span",
      { class: "buttons" },
      button("−", "Farther", () => picture.nearer(1 / NEARER)),
      button("+", "Nearer", () => picture.nearer(NEARER)),
      button("All", "All of it", () => picture.all()),
    ),
  );
  const keys = "Left and right go from person to person, up and down from contact to contact, Enter reads the events.";
  const frame = html("div", { class: "network-frame", tabindex: 0, role: "application", "aria-label": `Network. ${keys}` });
  frame.append(picture.element);
  host.replaceChildren(bar, frame, panel.element);
  const fit = (): void => picture.fit(frame.clientWidth, frame.clientHeight);
  fit();
  new ResizeObserver(fit).observe(frame);
  update();

  frame.addEventListener("keydown", (event) => {
    if (isTyping(event)) return;
    const ties = seen(graph, wanted());
    if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
      const there = graph.nodes.map((_, at) => at).filter((at) => ties.some(({ tie }) => tie.first === at || tie.second === at));
      const at = chosen.node === null ? -1 : there.indexOf(chosen.node);
      const next = at < 0 ? 0 : (at + (event.key === "ArrowRight" ? 1 : -1) + there.length) % there.length;
      choose({ node: there[next] ?? null, tie: null });
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const own = ties.filter(({ tie }) => chosen.node === null || tie.first === chosen.node || tie.second === chosen.node);
      const at = own.findIndex(({ number }) => number === chosen.tie);
      const next = own[Math.min(own.length - 1, Math.max(0, at + (event.key === "ArrowDown" ? 1 : -1)))];
      choose({ node: chosen.node, tie: next?.number ?? null });
    } else if (event.key === "Enter") panel.read();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !isTyping(event)) {
      if (!panel.back()) choose({ node: null, tie: null });
      return;
    }
    if (isTyping(event)) return;
    if (event.key === "j") panel.step(1);
    else if (event.key === "k") panel.step(-1);
    else if (event.key === "+" || event.key === "=") picture.nearer(NEARER);
    else if (event.key === "-") picture.nearer(1 / NEARER);
    else if (event.key === "0") picture.all();
    else return;
    event.preventDefault();
  });
}

const host = document.getElementById("network");
if (host) {
  begin(host).catch((wrong: unknown) => {
    host.hidden = false;
    host.replaceChildren(html("p", { class: "problem" }, wrong instanceof Error ? wrong.message : String(wrong)));
  });
}
