// Keeps the page of an incident fresh: fetches its middle part every few seconds, says changed counts politely, and leaves
// what one is typing alone. Without it a link refreshes the page.
export default function liveIncident(root) {
  const every = Number(root.dataset.every) * 1000;
  const target = root.querySelector("[data-live-target]");
  const say = root.querySelector("[data-live-say]");
  const counts = () => target.querySelector("[data-counts]")?.dataset.counts ?? "";
  if (!every) return;

  const refresh = async () => {
    try {
      const answer = await fetch(root.dataset.from, { credentials: "same-origin", headers: { Accept: "text/html" } });
      if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
      const html = await answer.text();
      const before = counts();
      const focused = target.contains(document.activeElement) ? document.activeElement.id : "";
      target.innerHTML = html;
      if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
      if (counts() !== before || say.dataset.lost) say.textContent = counts();
      delete say.dataset.lost;
    } catch {
      say.dataset.lost = "1";
      say.textContent = root.dataset.lost;
    }
  };

  setInterval(() => {
    if (!document.hidden) refresh();
  }, every);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) refresh();
  });
}
