// Looks how far reading is, takes files that are dropped, and completes queries. Without it all works with buttons.

const EVERY = 1500;

for (const place of document.querySelectorAll("[data-progress]")) watch(place);

async function watch(place) {
  let was = true;
  for (;;) {
    await new Promise((done) => setTimeout(done, EVERY));
    if (document.hidden) continue;
    let now;
    try {
      const answer = await fetch("/api/progress");
      if (!answer.ok) return;
      now = await answer.json();
    } catch {
      return;
    }
    if (!now.busy) {
      // Somebody who is writing is not to lose what they wrote.
      if (was && !document.activeElement.closest("textarea, input:not([type=hidden])")) location.reload();
      return;
    }
    was = true;
    const { done, of, weighing } = now.progress;
    const bar = place.querySelector("[data-progress-bar]");
    if (weighing || !of) bar.removeAttribute("value");
    else [bar.max, bar.value] = [of, done];
    place.querySelector("[data-progress-words]").textContent = weighing
      ? "Everything is read; what is claimed is being compared."
      : `${done.toLocaleString("en")} of ${of.toLocaleString("en")} files are read.`;
  }
}

for (const form of document.querySelectorAll("[data-drop]")) {
  const files = form.querySelector("input[type=file]");
  for (const name of ["dragenter", "dragover"]) {
    document.addEventListener(name, (event) => {
      if (![...event.dataTransfer.types].includes("Files")) return;
      event.preventDefault();
      form.classList.add("over");
    });
  }
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) form.classList.remove("over");
  });
  document.addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    form.classList.remove("over");
    files.files = event.dataTransfer.files;
    form.requestSubmit();
  });
}

for (const field of document.querySelectorAll("[data-complete]")) {
  const list = document.getElementById(field.getAttribute("list"));
  let asked = 0;
  field.addEventListener("input", async () => {
    const mine = ++asked;
    await new Promise((done) => setTimeout(done, 120));
    if (mine !== asked || !field.value.trim()) return;
    const answer = await fetch(`/api/complete?q=${encodeURIComponent(field.value)}`);
    if (!answer.ok || mine !== asked) return;
    const { completions } = await answer.json();
    list.replaceChildren(
      ...completions.map((words) => Object.assign(document.createElement("option"), { value: words })),
    );
  });
}

for (const place of document.querySelectorAll("[data-wait]")) {
  const look = setInterval(async () => {
    if (document.hidden) return;
    const answer = await fetch(place.dataset.wait);
    if (answer.ok && (await answer.json()).busy) return;
    clearInterval(look);
    location.reload();
  }, EVERY);
}
