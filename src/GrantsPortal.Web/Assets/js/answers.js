// Saves the answers of a section while one writes, each by itself: <form data-script="answers" data-autosave-to="…">
// around elements with data-answer="{key}" that hold hidden v.{key} (version) and o.{key} (mark of what was saved).
// The address answers { savedAt, answers: { key: { version, mark } }, clashes: { key: { by, at, value, version } } }.
const quietFor = 1500;

export default function answers(form) {
  const shown = form.querySelector("[data-saved-state]");
  const parts = new Map([...form.querySelectorAll("[data-answer]")].filter((part) => part.querySelector("[data-version]")).map((part) => [part.dataset.answer, part]));
  const sent = new Map([...parts].map(([key, part]) => [key, snapshot(part)]));
  const clashing = new Set();
  let timer;
  let running = null;

  const fields = (part) => [...part.querySelectorAll("input, textarea, select")].filter((field) => field.name && field.type !== "file");
  const say = (sentence) => shown && (shown.textContent = sentence);
  const fill = (sentence, ...values) => values.reduce((text, value, i) => text.replaceAll(`{${i}}`, value), sentence ?? "");

  function values(part) {
    return fields(part)
      .filter((field) => (field.type !== "checkbox" && field.type !== "radio") || field.checked)
      .map((field) => [field.name, field.value]);
  }

  function snapshot(part) {
    return JSON.stringify([...part.querySelectorAll("input, textarea, select")]
      .filter((field) => field.name && field.type !== "file" && field.type !== "hidden")
      .map((field) => (field.type === "checkbox" || field.type === "radio" ? field.checked : field.value)));
  }

  function changed() {
    return [...parts].filter(([key, part]) => !clashing.has(key) && snapshot(part) !== sent.get(key));
  }

  async function save() {
    clearTimeout(timer);
    if (running) {
      await running;
    }
    const now = changed();
    if (now.length === 0) return;
    running = send(now);
    await running;
    running = null;
  }

  async function send(now) {
    const body = new URLSearchParams(now.flatMap(([, part]) => values(part)));
    body.append("__RequestVerificationToken", form.querySelector("input[name=__RequestVerificationToken]").value);
    const taken = new Map(now.map(([key, part]) => [key, snapshot(part)]));
    say(form.dataset.saving);
    try {
      const answer = await fetch(form.dataset.autosaveTo, { method: "POST", body, headers: { Accept: "application/json", "X-Requested-With": "XMLHttpRequest" }, redirect: "error" });
      const said = await answer.json();
      if (!answer.ok) {
        say(said.refused ?? form.dataset.unsaved);
        return;
      }
      for (const [key, state] of Object.entries(said.answers)) {
        if (said.clashes[key]) continue;
        parts.get(key).querySelector("[data-version]").value = state.version;
        parts.get(key).querySelector("[data-mark]").value = state.mark;
        sent.set(key, taken.get(key));
      }
      say(fill(form.dataset.saved, said.savedAt));
      for (const [key, clash] of Object.entries(said.clashes)) {
        show(key, clash);
      }
    } catch {
      say(form.dataset.unsaved);
    }
  }

  // What a colleague saved is shown beside what one has written; nothing is lost until one of the two is chosen.
  function show(key, clash) {
    const part = parts.get(key);
    clashing.add(key);
    part.querySelector(".clash")?.remove();
    const box = document.createElement("div");
    box.className = "clash";
    box.setAttribute("role", "alert");
    const who = document.createElement("p");
    const strong = document.createElement("strong");
    strong.textContent = fill(form.dataset.clash, clash.by, clash.at);
    who.append(strong);
    const theirs = document.createElement("p");
    theirs.className = "answer-text";
    theirs.textContent = clash.value;
    const mine = document.createElement("p");
    mine.className = "clash__mine";
    mine.textContent = form.dataset.clashExplained;
    box.append(who, theirs, mine, button(form.dataset.keep, () => {
      part.querySelector("[data-version]").value = clash.version;
      part.querySelector("[data-mark]").value = "";
      clashing.delete(key);
      box.remove();
      save();
    }), button(form.dataset.take, async () => {
      await save();
      location.reload();
    }));
    part.append(box);
  }

  function button(text, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "govuk-button govuk-button--secondary";
    made.textContent = text;
    made.addEventListener("click", act);
    return made;
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(save, quietFor);
  }

  form.addEventListener("input", later);
  form.addEventListener("change", later);
  form.addEventListener("submit", () => clearTimeout(timer));
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && save());
}
