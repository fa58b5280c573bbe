/** Keys for scores, progress while one scores, and saving in the background. */
export default function scoreSheet(form) {
  const criteria = [...form.querySelectorAll("[data-criterion]")];
  const state = form.querySelector("[data-save-state]");
  const language = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang;
  const fill = (sentence, ...values) => values.reduce((text, value, i) => text.replaceAll(`{${i}}`, value), sentence);
  let timer;
  let changed = false;
  let busy = false;
  let saving = Promise.resolve();

  function progress() {
    const scored = criteria.filter((criterion) => criterion.querySelector(".score__input:checked")).length;
    form.querySelector("[data-progress-shown]").textContent = fill(form.dataset.progress, scored, criteria.length);
    form.querySelector("[data-progress-bar]").value = scored;
    const tab = document.querySelector("[data-scored]");
    if (tab) tab.textContent = `${scored}/${criteria.length}`;
  }

  async function save() {
    if (!changed) return;
    changed = false;
    busy = true;
    state.textContent = form.dataset.saving;
    try {
      const answer = await fetch(form.dataset.autosave, { method: "POST", body: new FormData(form), headers: { Accept: "application/json" } });
      if (answer.status === 200) {
        const now = await answer.json();
        form.querySelector("[data-version]").value = now.version;
        for (const input of form.querySelectorAll("[data-score-version]")) {
          input.value = now.scores[input.dataset.scoreVersion] ?? 0;
        }
        const time = new Date().toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit" });
        state.textContent = fill(form.dataset.saved, time);
      } else {
        const problems = answer.status === 422 ? (await answer.json()).problems : [];
        state.textContent = [form.dataset.unsaved, ...problems].join(": ");
      }
    } catch {
      changed = true;
      state.textContent = form.dataset.unsaved;
    } finally {
      busy = false;
    }
  }

  function later(wait) {
    changed = true;
    clearTimeout(timer);
    timer = setTimeout(() => (saving = saving.then(save)), wait);
  }

  form.addEventListener("change", () => (progress(), later(400)));
  form.addEventListener("input", (event) => event.target.matches("textarea") && later(2000));

  // Digits choose a score only while one of that criterion's scores is in focus.
  form.addEventListener("keydown", (event) => {
    if (!event.target.matches(".score__input") || event.ctrlKey || event.metaKey || event.altKey || !/^[0-9]$/.test(event.key)) return;
    const score = event.target.closest("[data-criterion]").querySelector(`.score__input[value="${event.key}"]`);
    if (!score) return;
    event.preventDefault();
    score.focus();
    if (!score.checked) score.click();
  });

  // A save under way ends before the form is sent, so that both do not write the same version. The form is sent again
  // from a task of its own: within the submit event a form refuses to be.
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    changed = false;
    if (!busy) return;
    event.preventDefault();
    saving.finally(() => setTimeout(() => form.requestSubmit(event.submitter)));
  });
  progress();
}
