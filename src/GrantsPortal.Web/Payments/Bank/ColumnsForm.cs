using GrantsPortal.Payments.Bank.Statements;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Web.Payments.Bank;

/// <summary>Which column of a bank's CSV holds what, as a form.</summary>
public sealed class ColumnsForm
{
    /// <summary>Day of booking.</summary>
    public int? Day { get; set; }

    /// <summary>How days are written.</summary>
    public DayForm DayForm { get; set; } = DayForm.DayFirst;

    /// <summary>One signed amount.</summary>
    public int? Amount { get; set; }

    /// <summary>Paid out.</summary>
    public int? Out { get; set; }

    /// <summary>Paid in.</summary>
    public int? In { get; set; }

    /// <summary>What marks decimals: <c>point</c> or <c>comma</c>.</summary>
    public string Mark { get; set; } = "point";

    /// <summary>Reference.</summary>
    public int? Reference { get; set; }

    /// <summary>What it is for.</summary>
    public int? Text { get; set; }

    /// <summary>The other side.</summary>
    public int? Counterparty { get; set; }

    /// <summary>The bank's own reference.</summary>
    public int? BankReference { get; set; }

    /// <summary>Balance after the entry.</summary>
    public int? Balance { get; set; }

    /// <summary>Reason code of a return.</summary>
    public int? ReturnCode { get; set; }

    /// <summary>Which version was shown.</summary>
    public int Version { get; set; }

    /// <summary>As the reader takes it.</summary>
    public CsvColumns Columns() => new()
    {
        Day = Day,
        DayForm = DayForm,
        Amount = Amount,
        Out = Out,
        In = In,
        CommaMarksDecimals = Mark == "comma",
        Reference = Reference,
        Text = Text,
        Counterparty = Counterparty,
        BankReference = BankReference,
        Balance = Balance,
        ReturnCode = ReturnCode,
    };

    /// <summary>What was chosen before.</summary>
    public static ColumnsForm Of(CsvColumns columns) => new()
    {
        Day = columns.Day,
        DayForm = columns.DayForm,
        Amount = columns.Amount,
        Out = columns.Out,
        In = columns.In,
        Mark = columns.CommaMarksDecimals ? "comma" : "point",
        Reference = columns.Reference,
        Text = columns.Text,
        Counterparty = columns.Counterparty,
        BankReference = columns.BankReference,
        Balance = columns.Balance,
        ReturnCode = columns.ReturnCode,
    };

    /// <summary>A first guess by the headings, to be looked over.</summary>
    public static ColumnsForm Guess(IReadOnlyList<string> headings)
    {
        var names = headings.Select(heading => Folded.Of(heading)).ToList();
        return new ColumnsForm
        {
            Day = Find("booking date", "booked", "date", "buchungstag"),
            Amount = Find("amount", "betrag"),
            Out = Find("paid out", "debit", "money out", "withdrawal"),
            In = Find("paid in", "credit", "money in", "deposit"),
            Reference = Find("end to end", "reference", "ref"),
            Text = Find("description", "details", "text", "narrative", "verwendungszweck"),
            Counterparty = Find("counterparty", "name", "payee"),
            BankReference = Find("transaction id", "bank reference", "entry id"),
            Balance = Find("balance", "saldo"),
            ReturnCode = Find("reason", "return"),
        };

        int? Find(params string[] words) => words.Select(word => names.FindIndex(name => name.Contains(word, StringComparison.Ordinal))).Cast<int?>().FirstOrDefault(at => at >= 0);
    }
}
