// Light or dark, as last chosen here; before anything is painted. Without a choice the system decides.
"use strict";
try {
  const chosen = localStorage.getItem("sayso-theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch {
  // A browser that keeps nothing: the system decides.
}
