// Counts as GrantsPortal.Platform.Text.WordCount does; tests/word-count.json holds both to the same answers.
const spaces = /[\t-\r \u0085\u00A0\u1680\u2000-\u200B\u2028\u2029\u202F\u205F\u3000\uFEFF]+/u;
const ideographs = /[\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u{20000}-\u{3FFFF}]/gu;
const readable = /[\p{L}\p{N}]/u;

/** Words in a text: runs between spaces that hold a letter or a digit; each ideograph is a word. */
export function countWords(text) {
  let words = 0;
  for (const run of (text ?? "").split(spaces)) {
    words += run.match(ideographs)?.length ?? 0;
    if (readable.test(run.replace(ideographs, ""))) {
      words += 1;
    }
  }
  return words;
}

/** Characters in a text: code points, a line break being one. */
export function countCharacters(text) {
  return [...(text ?? "").replaceAll("\r\n", "\n")].length;
}

/** Shows the count under a text area while one writes; never cuts. */
export default function wordCount(group) {
  const area = group.querySelector("textarea");
  const shown = group.querySelector("[data-count-shown]");
  const spoken = group.querySelector("[data-count-spoken]");
  const limit = Number(group.dataset.limit);
  const count = group.dataset.countBy === "characters" ? countCharacters : countWords;
  const error = group.querySelector(".govuk-error-message") !== null;
  let pause;

  const fill = (sentence, ...values) => values.reduce((s, v, i) => s.replaceAll(`{${i}}`, v.toLocaleString(document.documentElement.lang)), sentence);

  function show() {
    const now = count(area.value);
    const over = now > limit;
    shown.textContent = over
      ? fill(group.dataset.over, now, limit, now - limit)
      : fill(group.dataset.within, now, limit);
    shown.classList.toggle("govuk-error-message", over);
    shown.classList.toggle("govuk-hint", !over);
    area.classList.toggle("govuk-textarea--error", over || error);
    clearTimeout(pause);
    pause = setTimeout(() => {
      spoken.textContent = shown.textContent;
    }, 1000);
  }

  area.addEventListener("input", show);
  window.addEventListener("pageshow", show);
  show();
}
