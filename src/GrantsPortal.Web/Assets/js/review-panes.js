/** Where there is no room for both, shows the application or the score sheet; the tabs' links name which. */
export default function reviewPanes(review) {
  const links = [...review.querySelectorAll(".review__tabs a")];
  const panes = [...review.querySelectorAll("[data-pane]")];
  if (links.length === 0) return;

  function show(id) {
    const target = document.getElementById(id);
    const pane = target?.closest("[data-pane]");
    if (!pane) return;
    review.classList.add("review--tabbed");
    panes.forEach((one) => one.classList.toggle("is-shown", one === pane));
    links.forEach((link) => (link.hash === `#${id}` ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current")));
    if (target instanceof HTMLDetailsElement) target.open = true;
  }

  links.forEach((link) => link.addEventListener("click", () => show(link.hash.slice(1))));
  // A link from the error summary opens the part its field is in.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link && !links.includes(link)) show(link.hash.slice(1));
  });
  const wrong = review.querySelector(".govuk-error-message")?.closest("[data-pane]");
  show(wrong?.id ?? (location.hash.slice(1) || panes[0].id));
  if (!review.querySelector(".is-shown")) show(panes[0].id);
}
