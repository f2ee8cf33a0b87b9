// Keys of the reading view. Without this file the buttons do the same.
"use strict";

const statements = [...document.querySelectorAll("[data-statement]")];

function current() {
  return document.activeElement.closest("[data-statement]");
}

function go(statement) {
  if (!statement) return;
  for (const run of document.querySelectorAll(".r.now")) run.classList.remove("now");
  for (const run of document.querySelectorAll(`.r[data-of="${CSS.escape(statement.id)}"]`)) run.classList.add("now");
  statement.focus();
  statement.scrollIntoView({ block: "nearest" });
}

// The first statement at or below the top of the window, where none is chosen.
function step(by) {
  const at = statements.indexOf(current());
  if (at >= 0) return go(statements[at + by]);
  const below = statements.findIndex((s) => s.getBoundingClientRect().top >= 0);
  go(statements[by > 0 ? below : (below < 0 ? statements.length : below) - 1]);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, select, textarea")) return;
  if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else if (event.key === "?") {
    const keys = document.getElementById("keys");
    if (!keys) return;
    keys.scrollIntoView();
    keys.focus();
  } else {
    const button = current()?.querySelector(`button[data-key="${CSS.escape(event.key)}"]`);
    if (!button) return;
    button.click();
  }
  event.preventDefault();
});

document.addEventListener("focusin", () => {
  const statement = current();
  for (const run of document.querySelectorAll(".r.now")) run.classList.toggle("now", run.dataset.of === statement?.id);
});

// After a decision the page comes back at the statement: go on from there.
const chosen = document.getElementById(location.hash.slice(1));
if (chosen) {
  if (chosen.matches("[data-statement]")) go(chosen);
  chosen.scrollIntoView({ block: "center" });
}
