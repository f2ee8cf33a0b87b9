// The reading screen: going from statement to statement, deciding by key, correcting by selecting words.
import { Words, spanOf } from "/static/words.js";

const { say, send, keep, kept } = window.sayso;
const token = document.getElementById("undo").elements.token.value;
const reading = document.querySelector(".reading");

const cards = () => [...document.querySelectorAll("[data-statement]")];
const current = () => document.activeElement.closest("[data-statement]");
const runsOf = (id) => document.querySelectorAll(`[data-of~="${CSS.escape(id)}"]`);

// --- going on

function mark(statement) {
  for (const run of document.querySelectorAll("[data-of].now")) run.classList.remove("now");
  if (statement) for (const run of runsOf(statement.id)) run.classList.add("now");
}

function go(statement) {
  if (!statement) return;
  mark(statement);
  statement.focus({ preventScroll: true });
  statement.scrollIntoView({ block: "nearest" });
  runsOf(statement.id)[0]?.scrollIntoView({ block: "nearest" });
}

// The first statement at or below the top of the window, where none is chosen.
function step(by) {
  const all = cards();
  const at = all.indexOf(current());
  if (at >= 0) return go(all[at + by]);
  const below = all.findIndex((s) => s.getBoundingClientRect().top >= 0);
  go(all[by > 0 ? below : (below < 0 ? all.length : below) - 1]);
}

document.addEventListener("focusin", () => mark(current()));

// --- deciding: shown at once, sent behind the reader's back, then as the desk has it

const SAID = { confirm: "confirmed", reject: "rejected", hold: "on hold", undo: "taken back", correct: "corrected" };

function parsed(html) {
  return new DOMParser().parseFromString(html, "text/html").querySelector("[data-statement]");
}

function put(id, html) {
  const old = document.getElementById(id);
  const made = parsed(html);
  if (!old || !made) return null;
  const focused = old.contains(document.activeElement);
  old.replaceWith(made);
  if (focused) made.focus({ preventScroll: true });
  return made;
}

async function sendCard(card, fields) {
  const { id } = card;
  let answer;
  try {
    // The version is read when it is this form's turn: the one before may have changed it.
    answer = await send(`/statements/${id}/decide`, () => {
      return { token, version: document.getElementById(id).dataset.version, ...fields };
    });
  } catch {
    return say("The desk does not answer. Is `sayso serve` still running?");
  }
  const html = await answer.text();
  const made = answer.ok || answer.status === 409 ? put(id, html) : null;
  if (answer.ok) return made;
  document.getElementById(id)?.classList.remove("sending");
  say(answer.status === 409 ? "Somebody decided about it meanwhile: nothing was done. Look again." : html);
  if (made) go(made);
}

function decide(card, what) {
  const state = card.querySelector(".state");
  state.textContent = SAID[what];
  state.className = `state ${what === "confirm" ? "confirmed" : what === "reject" ? "rejected" : "held"}`;
  card.classList.add("sending");
  const all = cards();
  go(all[all.indexOf(card) + 1]);
  say(`${card.getAttribute("aria-label")}: ${SAID[what]}. u takes it back.`);
  return sendCard(card, { what });
}

document.addEventListener("submit", (event) => {
  const card = event.target.closest("[data-statement]");
  if (!card || event.target.method !== "post") return;
  event.preventDefault();
  const what = event.submitter?.value ?? "correct";
  if (what === "correct") save(card, event.target);
  else if (what === "undo") sendCard(card, { what });
  else decide(card, what);
});

// A decision that was taken back is shown in its place, if that is on this page.
document.addEventListener("sayso:undone", (event) => {
  const card = document.getElementById(event.detail.item);
  if (!card?.matches("[data-statement]")) return;
  event.preventDefault();
  fetch(`/statements/${card.id}/card`)
    .then((answer) => answer.text())
    .then((html) => {
      go(put(card.id, html));
      say(`${event.detail.said} u goes on to the one before.`);
    });
});

// --- correcting

let words = null;
let edited = null;

// At once, and not when the browser gets round to saying that the form is open: the next key may be there already.
function edit(card) {
  if (edited === card) return;
  for (const other of document.querySelectorAll(".edit[open]")) if (!card.contains(other)) other.open = false;
  edited = card;
  card.querySelector(".edit").open = true;
  words = new Words(reading, [...runsOf(card.id)]);
  words.begin();
  card.focus({ preventScroll: true });
  say("Select the words, then 1 source, 2 cue, 3 what is said; s the speaker; Enter saves.");
}

document.addEventListener(
  "toggle",
  (event) => {
    if (!event.target.matches?.(".edit")) return;
    const card = event.target.closest("[data-statement]");
    if (event.target.open) edit(card);
    else if (edited === card) leave();
  },
  true,
);

function leave() {
  words?.end();
  words = edited = null;
  say("");
}

function take(card, role, besides) {
  const chosen = spanOf(reading, document.getSelection());
  if (!chosen) return say("Select the words in the text first.");
  const form = card.querySelector(".edit form");
  const at = form.elements[`${role}_at`];
  const before = besides ? at.value || at.dataset.there || "" : "";
  at.value = [...(before ? [before] : []), `${chosen.start}-${chosen.end}`].join(",");
  const field = form.elements[role];
  field.value = [...(before ? [field.value] : []), chosen.words].join(" … ");
  field.classList.add("changed");
}

async function save(card, form) {
  const fields = { what: "correct" };
  for (const { name, value } of form.elements) if (name && name !== "token" && name !== "version" && name !== "what") fields[name] = value;
  leave();
  const made = await sendCard(card, fields);
  if (!made) return;
  // The words of the text are cut anew by the desk.
  sessionStorage.setItem("sayso-told", "Corrected. u takes it back.");
  location.hash = card.id;
  location.reload();
}

// Typed words are looked for by the desk: the place of an earlier selection counts no more.
document.addEventListener("input", (event) => {
  const at = event.target.form?.elements[`${event.target.name}_at`];
  if (at) at.value = "";
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-take]");
  if (button) take(button.closest("[data-statement]"), button.dataset.take, event.shiftKey);
});
// A click on a button must not take the selection away.
document.addEventListener("mousedown", (event) => {
  if (event.target.closest("[data-take]")) event.preventDefault();
});

// --- layers, remembered

for (const box of document.querySelectorAll("[data-layer]")) {
  const name = `sayso-layer-${box.dataset.layer}`;
  const value = kept(name);
  if (value !== null) box.checked = value === "on";
  box.addEventListener("change", () => keep(name, box.checked ? "on" : "off"));
}

// --- keys

const ROLES = { Digit1: "source", Digit2: "cue", Digit3: "content" };

function editing(event, card) {
  if (event.code in ROLES) take(card, ROLES[event.code], event.shiftKey);
  else if (event.key === "ArrowRight" || event.key === "ArrowLeft") words.move(event.key === "ArrowRight" ? 1 : -1, event.shiftKey);
  else if (event.key === "Escape") {
    card.querySelector(".edit").open = false;
    leave();
    card.focus({ preventScroll: true });
  } else if (event.key === "Enter") save(card, card.querySelector(".edit form"));
  else if (event.key === "s") {
    const field = card.querySelector(".edit form").elements.speaker;
    field.focus();
    field.select();
  } else return false;
  return true;
}

function reads(event, card) {
  if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else if (event.key === "a") addEvent();
  else if (event.key === "p") document.getElementById("layer-pages")?.click();
  else if (event.key === "e" && card) edit(card);
  else {
    const button = card?.querySelector(`button[data-key="${CSS.escape(event.key)}"]`);
    if (!button) return false;
    decide(card, button.value);
  }
  return true;
}

function addEvent() {
  const chosen = spanOf(reading, document.getSelection());
  if (!chosen) return say("Select the words that tell of the event first.");
  const asked = new URLSearchParams({ document: reading.dataset.document, start: chosen.start, end: chosen.end });
  location.assign(`/events/new?${asked}`);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("dialog[open]")) return;
  const card = current();
  if (event.target.closest("input:not([type=checkbox]), select, textarea")) {
    if (event.key === "Escape" && card) card.focus({ preventScroll: true });
    else return;
  } else if (event.target.closest("button, summary, a") && event.key === "Enter") return;
  else if (card && card === edited ? !editing(event, card) : !reads(event, card)) return;
  event.preventDefault();
});

// --- after a decision, or by a link, the page comes at a statement: go on from there

const chosen = document.getElementById(location.hash.slice(1));
if (chosen?.matches("[data-statement]")) go(chosen);
chosen?.scrollIntoView({ block: "center" });
