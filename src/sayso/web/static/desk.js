// What every page has: keys, undo, the switch between light and dark. Without this file buttons and links do the same.
"use strict";

const told = document.getElementById("told");
const undo = document.getElementById("undo");

// Something for the reader to know, read out by screen readers; `for` the next page if this one is being left.
function say(words) {
  told.textContent = words;
  told.classList.toggle("shown", Boolean(words));
}

function keep(name, value) {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // A browser that keeps nothing.
  }
}

function kept(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

// Sends a form of the desk and asks for what changed. One after another, so that each sees the version that the one
// before has made: `fields` may be a function that is called when it is its turn.
let last = Promise.resolve();
function send(address, fields) {
  const sent = last.then(() => {
    const body = new URLSearchParams(typeof fields === "function" ? fields() : fields);
    return fetch(address, { method: "POST", headers: { "X-Sayso": "part" }, body });
  });
  last = sent.catch(() => undefined);
  return sent;
}

// Takes the last decision back. A page that shows the item says how to bring it in step: an event that it may prevent.
async function takeBack() {
  say("Taking back your last decision…");
  let answer;
  try {
    answer = await send("/undo", { token: undo.elements.token.value });
  } catch {
    return say("The desk does not answer. Is `sayso serve` still running?");
  }
  if (!answer.ok) return say(await answer.text());
  const done = await answer.json();
  if (!done.undone) return say(done.said);
  const open = new CustomEvent("sayso:undone", { detail: done, cancelable: true });
  if (!document.dispatchEvent(open)) return;
  sessionStorage.setItem("sayso-told", done.said);
  const there = new URL(done.address, location.href);
  if (there.pathname + there.search === location.pathname + location.search) {
    location.hash = there.hash;
    location.reload();
  } else location.assign(there);
}

undo.addEventListener("submit", (event) => {
  event.preventDefault();
  takeBack();
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button?.dataset.shows) document.getElementById(button.dataset.shows).showModal();
  if (button && "themeSwitch" in button.dataset) {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    keep("sayso-theme", root.dataset.theme);
  }
});

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input:not([type=checkbox]), select, textarea, dialog[open]")) return;
  if (event.key === "/") document.getElementById("find").focus();
  else if (event.key === "?") document.getElementById("keys").showModal();
  else if (event.key === "u") takeBack();
  else return;
  event.preventDefault();
});

// What was said as the page before was left.
try {
  say(sessionStorage.getItem("sayso-told") ?? "");
  sessionStorage.removeItem("sayso-told");
} catch {
  // A browser that keeps nothing.
}

document.documentElement.classList.add("scripts");
Object.assign(window, { sayso: { say, send, keep, kept } });
