// Everything works without this file; it only makes pages quicker to use.
import { initAll } from "./govuk-frontend.min.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();

// An element that names a script gets that module's default function: <div data-script="word-count">.
for (const element of document.querySelectorAll("[data-script]")) {
  for (const name of element.dataset.script.split(" ")) {
    if (/^[a-z-]+$/.test(name)) {
      import(`./${name}.js`).then((module) => module.default(element));
    }
  }
}

// The account menu closes when one clicks elsewhere or presses Escape.
const menus = document.querySelectorAll("details.portal-account");
document.addEventListener("click", (event) => {
  menus.forEach((menu) => menu.open && !menu.contains(event.target) && menu.removeAttribute("open"));
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  menus.forEach((menu) => {
    if (menu.open) {
      menu.removeAttribute("open");
      menu.querySelector("summary").focus();
    }
  });
});
