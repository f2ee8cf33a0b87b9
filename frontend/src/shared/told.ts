import { html } from "./dom";
import { headline, type Entry } from "./entry";

/** An event to read: when, what, the words (a link to the page), and on whose word. */
export function told(entry: Entry): HTMLElement[] {
  const when = entry.time ? `${entry.date}, ${entry.time}` : entry.date;
  const about = html("p", { class: "about" });
  if (entry.hearsay) about.append(html("span", { class: "tag hearsay" }, "second hand"), " ");
  about.append([`On the word of ${entry.voices.join(" › ")}`, entry.where].filter(Boolean).join(" · "));
  if (entry.by) about.append(` · added by ${entry.by}`);
  else if (entry.state !== "suggested") about.append(` · ${entry.state}`);
  return [
    html("p", {}, html("span", { class: "when" }, when), ` ${headline(entry)}${entry.place ? ` · ${entry.place}` : ""}`),
    html("p", { class: "words" }, html("a", { href: entry.at }, `“${entry.words}”`)),
    about,
  ];
}
