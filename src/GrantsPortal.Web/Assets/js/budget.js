// Adds a budget up while one writes, compares it with what is asked for, and adds lines without a round trip.
// Reads amounts as GrantsPortal.Platform.Money.Parse does.
export function readAmount(typed) {
  if (/\p{L}/u.test(typed)) return null;
  const text = typed.replace(/[^0-9.,-]/g, "");
  if (text === "") return null;
  const mark = Math.max(text.lastIndexOf("."), text.lastIndexOf(","));
  const after = text.length - mark - 1;
  const decimals = mark >= 0 && (after === 1 || after === 2);
  const whole = (decimals ? text.slice(0, mark) : text).replace(/[.,]/g, "");
  const plain = decimals ? `${whole}.${text.slice(mark + 1)}` : whole;
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

export default function budget(box) {
  const lines = box.querySelector("[data-lines]");
  const total = box.querySelector("[data-total]");
  const compare = box.querySelector("[data-compare]");
  const digits = Number(box.dataset.digits);
  const scale = 10 ** digits;

  const written = (minor) => {
    const sign = box.dataset.sign;
    const number = (minor / scale).toLocaleString(document.documentElement.lang, { minimumFractionDigits: minor % scale === 0 ? 0 : digits, maximumFractionDigits: digits });
    return sign.length === 3 && /^[A-Z]+$/.test(sign) ? `${number} ${sign}` : `${sign}${number}`;
  };

  // What is asked for may stand on the same page and change with it.
  function asked() {
    const field = [...document.querySelectorAll("form.answers .govuk-input__wrapper input")].find((input) => input.closest("[data-asked-for]"));
    const amount = field ? readAmount(field.value) : box.dataset.asked === "" ? null : Number(box.dataset.asked);
    return amount === null || Number.isNaN(amount) ? null : Math.round(amount * scale);
  }

  function add() {
    const inputs = [...lines.querySelectorAll("input[name$='.amount']")];
    const sum = inputs.reduce((all, input) => all + Math.round((readAmount(input.value) ?? 0) * scale), 0);
    total.textContent = written(sum);
    const want = asked();
    const empty = inputs.every((input) => input.value.trim() === "");
    compare.textContent = want === null || empty ? ""
      : sum === want ? box.dataset.same
      : sum > want ? box.dataset.more.replace("{0}", written(sum - want))
      : box.dataset.less.replace("{0}", written(want - sum));
  }

  box.querySelector("[data-more-lines]").addEventListener("click", (event) => {
    event.preventDefault();
    const last = lines.rows[lines.rows.length - 1];
    let first;
    for (let i = 0; i < 3; i++) {
      const row = last.cloneNode(true);
      const number = lines.rows.length + 1;
      for (const input of row.querySelectorAll("input")) {
        input.value = "";
        input.removeAttribute("id");
        input.setAttribute("aria-label", input.getAttribute("aria-label").replace(/\d+/, number));
      }
      lines.append(row);
      first ??= row;
    }
    first.querySelector("input").focus();
  });
  box.addEventListener("input", add);
  document.addEventListener("input", (event) => event.target.closest("[data-asked-for]") && add());
  add();
}
