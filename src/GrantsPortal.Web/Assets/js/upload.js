// Sends documents as soon as they are chosen, one after another, and shows how far each is:
// <div data-script="upload" data-upload-to="/address" data-max="2" …> around a file field, a list and a progress bar.
export default function upload(box) {
  const input = box.querySelector("input[type=file]");
  const list = box.querySelector("[data-files]");
  const progress = box.querySelector("[data-progress]");
  const bar = progress.querySelector("progress");
  const said = box.querySelector("[data-said]");
  const token = () => box.closest("form").querySelector("input[name=__RequestVerificationToken]").value;
  const fill = (sentence, ...values) => values.reduce((text, value, i) => text.replaceAll(`{${i}}`, value), sentence ?? "");

  function send(file) {
    return new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open("POST", `${box.dataset.uploadTo}?name=${encodeURIComponent(file.name)}`);
      request.setRequestHeader("RequestVerificationToken", token());
      request.setRequestHeader("X-Requested-With", "XMLHttpRequest");
      request.setRequestHeader("Content-Type", "application/octet-stream");
      request.responseType = "json";
      request.upload.addEventListener("progress", (event) => {
        const share = event.lengthComputable ? Math.round((100 * event.loaded) / event.total) : 0;
        bar.value = share;
        said.textContent = fill(box.dataset.sending, file.name, share);
      });
      request.addEventListener("load", () => resolve({ ok: request.status === 200, said: request.status === 413 ? { refused: box.dataset.large } : request.response }));
      request.addEventListener("error", () => resolve({ ok: false, said: null }));
      request.send(file);
    });
  }

  function show(document_) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.className = "govuk-link";
    link.href = document_.href;
    link.textContent = document_.name;
    const size = document.createElement("span");
    size.className = "files__size";
    size.textContent = document_.size;
    const remove = document.createElement("button");
    remove.type = "submit";
    remove.className = "button-link";
    remove.name = "remove";
    remove.value = document_.id;
    remove.textContent = box.dataset.remove;
    const which = document.createElement("span");
    which.className = "govuk-visually-hidden";
    which.textContent = ` ${document_.name}`;
    remove.append(which);
    item.append(link, " ", size, " ", remove);
    list.append(item);
  }

  input.addEventListener("change", async () => {
    const files = [...input.files];
    if (files.length === 0) return;
    input.disabled = true;
    progress.hidden = false;
    const problems = [];
    for (const file of files) {
      const large = box.dataset.bytes && file.size > Number(box.dataset.bytes);
      const { ok, said: answer } = large ? { ok: false, said: { refused: box.dataset.large } } : await send(file);
      if (ok) {
        show(answer);
        said.textContent = fill(box.dataset.sent, answer.name);
      } else {
        problems.push(answer?.refused ? `${file.name}: ${answer.refused}` : fill(box.dataset.failed, file.name));
      }
    }
    if (problems.length > 0) {
      said.textContent = problems.join(" ");
      said.classList.add("saved-state--bad");
    } else {
      said.classList.remove("saved-state--bad");
    }
    progress.hidden = true;
    input.disabled = false;
    input.value = "";
  });
}
