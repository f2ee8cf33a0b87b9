import { html } from "../shared/dom";
import { told } from "../shared/told";
import type { Chosen } from "./picture";
import type { Graph, Seen } from "./graph";

const AT_ONCE = 60;

const count = (number: number, what: string): string =>
  `${number.toLocaleString("en")} ${what}${number === 1 ? "" : "s"}`;

/** The contacts as a list, and the events of the one that is chosen. */
export class Panel {
  readonly element = html("div", { class: "network-panel" });
  private readonly heading = html("h2", { id: "contacts-of" });
  private readonly list = html("ol", { class: "ties", "aria-labelledby": "contacts-of" });
  private readonly more = html("button", { type: "button" });
  private readonly events = html("div", { class: "tie-events", role: "region", "aria-live": "polite", "aria-label": "Events" });
  private ties: readonly Seen[] = [];
  private most = AT_ONCE;

  constructor(
    private readonly graph: Graph,
    private readonly choose: (chosen: Chosen, read: boolean) => void,
  ) {
    this.more.addEventListener("click", () => {
      this.most += AT_ONCE * 5;
      this.show(this.ties, this.chosen);
    });
    this.element.append(this.heading, this.list, this.more, this.events);
  }

  private chosen: Chosen = { node: null, tie: null };

  show(ties: readonly Seen[], chosen: Chosen): void {
    this.ties = ties;
    this.chosen = chosen;
    const node = chosen.node === null ? undefined : this.graph.nodes[chosen.node];
    const own = ties.filter(({ tie }) => chosen.node === null || tie.first === chosen.node || tie.second === chosen.node);
    const title = node ? [count(own.length, "contact"), " of ", this.person(chosen.node ?? 0)] : [count(own.length, "contact")];
    this.heading.replaceChildren(...title);
    this.list.replaceChildren(...own.slice(0, this.most).map((each) => this.row(each)));
    this.more.hidden = own.length <= this.most;
    this.more.textContent = `${(own.length - this.most).toLocaleString("en")} more`;
    this.tell(ties.find(({ number }) => number === chosen.tie));
  }

  /** The next button of the list after the one that has the focus, or the first. */
  step(by: 1 | -1): void {
    const buttons = [...this.list.querySelectorAll("button")];
    const at = buttons.findIndex((button) => button === document.activeElement || button.matches("[aria-pressed=true]"));
    const next = buttons[at < 0 ? 0 : at + by];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
  }

  /** Go from the contact to its events, or back. */
  read(): void {
    this.events.querySelector<HTMLAnchorElement>(".words a")?.focus();
  }

  back(): boolean {
    if (!this.events.contains(document.activeElement)) return false;
    this.list.querySelector<HTMLButtonElement>("[aria-pressed=true]")?.focus();
    return true;
  }

  private person(node: number): Node {
    const { name, at } = this.graph.nodes[node] ?? { name: "", at: "" };
    return at ? html("a", { href: at }, name) : document.createTextNode(name);
  }

  private row({ tie, number, voices, events, occurred }: Seen): HTMLElement {
    const names = [tie.first, tie.second].map((node) => this.graph.nodes[node]?.name ?? "");
    const own = this.chosen.node === tie.first ? names[1] : this.chosen.node === tie.second ? names[0] : names.join(" – ");
    const about = `${count(voices, "voice")}, ${count(events.length, "event")}${occurred ? "" : ", none said to have occurred"}`;
    const pressed = String(number === this.chosen.tie);
    const button = html("button", { type: "button", "aria-pressed": pressed }, `${own ?? ""} `, html("span", { class: "about" }, about));
    button.addEventListener("click", () => this.choose({ node: this.chosen.node, tie: number }, true));
    return html("li", {}, button);
  }

  private tell(chosen: Seen | undefined): void {
    if (!chosen) {
      this.events.replaceChildren(html("p", { class: "about" }, "Choose a contact to read its events."));
      return;
    }
    const { tie, events, voices } = chosen;
    const list = html("ol", { class: "rows" });
    for (const event of events) list.append(html("li", {}, ...told(event)));
    const between = html("h3", {}, this.person(tie.first), " and ", this.person(tie.second));
    const about = html("p", { class: "about" }, `${count(voices, "independent voice")} · `);
    about.append(html("a", { href: tie.at }, "in the chronology"));
    this.events.replaceChildren(between, about, list);
    this.events.scrollTop = 0;
  }
}
