// Keys of the claim screen.
const items = [...document.querySelectorAll("[data-item]")];
const current = () => document.activeElement.closest("[data-item]");

function step(by) {
  const at = items.indexOf(current());
  const next = items[at < 0 ? 0 : at + by];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: "nearest" });
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input:not([type=checkbox]), select, textarea, dialog[open]")) return;
  const item = current();
  if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else if (event.key === "o" && item) {
    const details = item.querySelector("details");
    if (!details) return;
    details.open = !details.open;
    details.querySelector(details.open ? "button, select" : "summary").focus();
  } else if (event.key === "Enter" && event.target === item) item.querySelector("a")?.click();
  else {
    const button = document.querySelector(`main button[data-key="${CSS.escape(event.key)}"]`);
    if (!button) return;
    button.click();
  }
  event.preventDefault();
});
