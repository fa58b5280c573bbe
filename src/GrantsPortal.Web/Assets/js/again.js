// Offers a passkey in place of the password inside a form that asks for one once more: the portal gives the ceremony's
// options, the browser does its part, and the form is sent with its answer. Appears where passkeys work.
export default function again(offer) {
  const known = window.PublicKeyCredential;
  if (!known?.parseRequestOptionsFromJSON) return;
  const form = offer.closest("form");
  const error = offer.querySelector("[data-passkey-error]");
  offer.hidden = false;
  form.querySelectorAll("[data-passkey-unsupported]").forEach((element) => (element.hidden = true));

  offer.querySelector("button").addEventListener("click", async () => {
    error.textContent = "";
    try {
      const token = new FormData();
      token.append("__RequestVerificationToken", form.elements.__RequestVerificationToken.value);
      const answer = await fetch(offer.dataset.options, { method: "POST", body: token, credentials: "same-origin" });
      if (!answer.ok) throw new Error(answer.statusText);
      const credential = await navigator.credentials.get({ publicKey: known.parseRequestOptionsFromJSON(await answer.json()) });
      form.elements.Credential.value = JSON.stringify(credential.toJSON());
      form.submit();
    } catch {
      error.textContent = offer.dataset.failed;
    }
  });
}
