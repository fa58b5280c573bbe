// Saves a form while one writes:
//   <form method="post" data-script="autosave" data-autosave-to="/address" data-saved="Saved {0}" data-saving="Saving" data-unsaved="Not saved: …">
//     … <p class="saved-state" role="status" data-saved-state></p>
// The address answers 200 with { "savedAt": "10:42", "version": 8 } or 409/422 with { "refused": "a sentence" }.
// A hidden input named "Version" takes the new version. The form's own button keeps working all the while.
const quietFor = 2000;

export default function autosave(form) {
  const shown = form.querySelector("[data-saved-state]");
  let timer;
  let running = false;
  let again = false;
  let sent = snapshot();

  function snapshot() {
    const data = new FormData(form);
    data.delete("__RequestVerificationToken");
    data.delete("Version");
    return new URLSearchParams([...data].filter(([, value]) => typeof value === "string")).toString();
  }

  function say(sentence) {
    if (shown) shown.textContent = sentence;
  }

  async function save() {
    if (running) {
      again = true;
      return;
    }
    const now = snapshot();
    if (now === sent) return;
    running = true;
    say(form.dataset.saving ?? "");
    try {
      const body = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));
      const answer = await fetch(form.dataset.autosaveTo, { method: "POST", body, headers: { Accept: "application/json" }, redirect: "error" });
      const said = await answer.json();
      if (answer.ok) {
        const version = form.querySelector("input[name=Version]");
        if (version && said.version !== undefined) version.value = said.version;
        sent = now;
        say((form.dataset.saved ?? "{0}").replace("{0}", said.savedAt ?? ""));
      } else {
        say(said.refused ?? form.dataset.unsaved ?? "");
      }
    } catch {
      say(form.dataset.unsaved ?? "");
    } finally {
      running = false;
      if (again) {
        again = false;
        later();
      }
    }
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
