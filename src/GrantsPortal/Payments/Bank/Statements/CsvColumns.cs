namespace GrantsPortal.Payments.Bank.Statements;

/// <summary>How a bank's CSV writes days.</summary>
public enum DayForm
{
    /// <summary>2026-07-31.</summary>
    YearFirst,

    /// <summary>31/07/2026, 31.07.2026 or 31-07-26.</summary>
    DayFirst,

    /// <summary>07/31/2026.</summary>
    MonthFirst,
}

/// <summary>Which column of a bank's CSV holds what; columns count from 0. Either one signed amount, or one column out and one in.</summary>
public sealed record CsvColumns
{
    /// <summary>Day of booking.</summary>
    public int? Day { get; init; }

    /// <summary>How days are written.</summary>
    public DayForm DayForm { get; init; }

    /// <summary>Signed amount.</summary>
    public int? Amount { get; init; }

    /// <summary>Amount paid out.</summary>
    public int? Out { get; init; }

    /// <summary>Amount paid in.</summary>
    public int? In { get; init; }

    /// <summary>Whether a comma marks decimals; a point otherwise.</summary>
    public bool CommaMarksDecimals { get; init; }

    /// <summary>End-to-end id or reference.</summary>
    public int? Reference { get; init; }

    /// <summary>What it is for.</summary>
    public int? Text { get; init; }

    /// <summary>Who is on the other side.</summary>
    public int? Counterparty { get; init; }

    /// <summary>The bank's own reference.</summary>
    public int? BankReference { get; init; }

    /// <summary>Balance after the entry.</summary>
    public int? Balance { get; init; }

    /// <summary>Reason code of a return; filled only on returns.</summary>
    public int? ReturnCode { get; init; }

    /// <summary>The headings these columns were chosen for; the same headings another time need no choosing.</summary>
    public string Headings { get; init; } = "";
}
