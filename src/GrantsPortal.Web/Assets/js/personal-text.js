// Points out what looks like personal data while one writes, with the patterns that the server uses as well
// (PersonalTextRules). It only points: the server asks again, and the writer answers.
export default function personalText(form) {
  const patterns = JSON.parse(form.dataset.patterns).map((pattern) => new RegExp(pattern, "gu"));

  /** The pieces of a text, each once, in the order of the patterns. */
  const pieces = (text) => [...new Set(patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[0])))];

  for (const area of form.querySelectorAll("[data-personal]")) {
    const said = document.createElement("p");
    said.className = "personal-points";
    said.setAttribute("role", "status");
    area.insertAdjacentElement("afterend", said);
    let pause;

    const look = () => {
      const found = pieces(area.value);
      said.textContent = found.length === 0 ? "" : form.dataset.found.replace("{0}", found.map((piece) => `“${piece}”`).join(", "));
    };

    area.addEventListener("input", () => {
      clearTimeout(pause);
      pause = setTimeout(look, 400);
    });
    look();
  }
}
