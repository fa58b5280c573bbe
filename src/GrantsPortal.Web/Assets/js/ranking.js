/** Moves the budget line and the totals while amounts change; the server works out the same when it is saved. */
export default function ranking(form) {
  const { budget, largest, currency } = form.dataset;
  const scale = 10 ** Number(form.dataset.digits);
  const rows = [...form.querySelectorAll("[data-row]")];
  const line = form.querySelector("[data-budget-line]");
  const recommended = form.querySelector("[data-recommended]");
  const left = form.querySelector("[data-left-shown]");
  const language = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang;
  const money = (minor) => new Intl.NumberFormat(language, { style: "currency", currency, currencyDisplay: "narrowSymbol", minimumFractionDigits: minor % scale === 0 ? 0 : undefined, maximumFractionDigits: Number(form.dataset.digits) }).format(minor / scale);
  const fill = (sentence, ...values) => values.reduce((text, value, i) => text.replaceAll(`{${i}}`, value), sentence);

  // Reads amounts as the server does: the last comma or point is a decimal mark when one or two digits follow it.
  function read(typed) {
    if (!/\d/.test(typed) || /\p{L}/u.test(typed)) return null;
    const text = typed.replace(/[^0-9.,-]/g, "");
    const parts = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(text);
    return Math.round(Number(`${parts[1].replace(/[.,]/g, "")}.${parts[2] ?? "0"}`) * scale);
  }

  function takes(row) {
    const outcome = row.querySelector("select[data-outcome]");
    if (!outcome) return { outcome: row.dataset.outcome, amount: Number(row.dataset.takes) };
    const asked = Number(row.dataset.asked);
    const typed = read(row.querySelector("[data-amount]").value);
    switch (outcome.value) {
      case "Fund": return { outcome: "Fund", amount: typed ?? asked, funds: true };
      case "FundInPart": return { outcome: "FundInPart", amount: typed ?? 0, funds: true };
      case "": return { outcome: "", amount: Math.min(asked, Number(largest)) };
      default: return { outcome: outcome.value, amount: 0 };
    }
  }

  function show() {
    const all = rows.map(takes);
    let paid = 0;
    let down = 0;
    while (down < all.length && paid + all[down].amount <= Number(budget)) {
      paid += all[down].amount;
      down += 1;
    }
    rows.forEach((row, i) => row.classList.toggle("below-line", i >= down));
    if (down === rows.length) {
      rows.at(-1)?.after(line);
    } else {
      rows[down].before(line);
    }
    line.querySelector("span").textContent = fill(down === rows.length ? form.dataset.all : form.dataset.line, money(Number(budget)), money(Number(budget) - paid));

    const sum = all.filter((one) => one.funds || one.outcome === "Fund" || one.outcome === "FundInPart").reduce((total, one) => total + one.amount, 0);
    recommended.textContent = money(sum);
    left.textContent = sum > Number(budget) ? fill(form.dataset.over, money(sum - Number(budget))) : fill(form.dataset.left, money(Number(budget) - sum));
    left.classList.toggle("late", sum > Number(budget));
    form.querySelectorAll("[data-count]").forEach((count) => {
      count.textContent = all.filter((one) => (one.outcome ?? "") === count.dataset.count).length;
    });
  }

  form.addEventListener("input", show);
  form.addEventListener("change", show);
  show();
}
