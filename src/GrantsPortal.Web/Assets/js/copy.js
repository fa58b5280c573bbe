// Puts a button beside a read-only field that copies what stands in it; where copying is not allowed there is no button.
export default function copy(line) {
  const field = line.querySelector("input");
  const button = line.querySelector("button");
  const said = line.querySelector("[role=status]");
  if (!navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(field.value);
      said.textContent = button.dataset.copied;
    } catch {
      field.focus();
      field.select();
    }
  });
}
