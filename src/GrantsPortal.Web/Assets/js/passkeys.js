// Adds a passkey (data-ceremony="create") or signs in with one ("get"): asks the portal for the ceremony's options, lets the
// browser do its part, and sends the form with the browser's answer. A form that is hidden appears where passkeys work.
export default function passkeys(form) {
  const known = window.PublicKeyCredential;
  if (!known?.parseCreationOptionsFromJSON || !known.parseRequestOptionsFromJSON) return;
  form.hidden = false;
  document.querySelectorAll("[data-passkey-unsupported]").forEach((element) => (element.hidden = true));
  const error = form.querySelector("[data-passkey-error]");

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    error.textContent = "";
    try {
      const answer = await fetch(form.dataset.options, { method: "POST", body: new FormData(form), credentials: "same-origin" });
      if (!answer.ok) {
        error.textContent = answer.status === 422 ? (await answer.json()).message : form.dataset.failed;
        return;
      }
      const options = await answer.json();
      const credential = form.dataset.ceremony === "create"
        ? await navigator.credentials.create({ publicKey: known.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: known.parseRequestOptionsFromJSON(options) });
      form.elements.Credential.value = JSON.stringify(credential.toJSON());
      form.submit();
    } catch {
      error.textContent = form.dataset.failed;
    }
  });
}
