using GrantsPortal.Introductions;
using GrantsPortal.Introductions.Offers;

namespace GrantsPortal.Web.Introductions;

/// <summary>Entries of one side and kind as typed.</summary>
public sealed class EntriesForm
{
    /// <summary>Chosen from the city's list.</summary>
    public List<string> Chosen { get; set; } = [];

    /// <summary>In own words, one a line.</summary>
    public string? Own { get; set; }

    /// <summary>What is to be said of them.</summary>
    public string? Note { get; set; }

    /// <summary>The last day they hold.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>What the use case takes.</summary>
    public EntryText Read() => new([.. Chosen, .. (Own ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)], Note ?? "", Until);
}

/// <summary>A request as typed.</summary>
public sealed class AskIntroductionForm
{
    /// <summary>What is written to the other side.</summary>
    public string? Words { get; set; }

    /// <summary>The member whose contact is passed on.</summary>
    public long? Contact { get; set; }

    /// <summary>A telephone number beside it.</summary>
    public string? Phone { get; set; }
}

/// <summary>A side's answer as typed.</summary>
public sealed class AnswerForm
{
    /// <summary>The side that answers.</summary>
    public long Organisation { get; set; }

    /// <summary>The member whose contact is passed on.</summary>
    public long? Contact { get; set; }

    /// <summary>A telephone number beside it.</summary>
    public string? Phone { get; set; }

    /// <summary>Why not, for staff.</summary>
    public string? ForOfficer { get; set; }

    /// <summary>What came of it.</summary>
    public IntroductionOutcome? Outcome { get; set; }

    /// <summary>The same in words.</summary>
    public string? OutcomeWords { get; set; }

    /// <summary>What the use case takes.</summary>
    public ContactChoice Choice => new(Contact, Phone);
}

/// <summary>Two partners and what is written to them, as typed.</summary>
public sealed class NewIntroductionForm
{
    /// <summary>Name of the first, or its part of an address.</summary>
    public string? First { get; set; }

    /// <summary>Name of the second, or its part of an address.</summary>
    public string? Second { get; set; }

    /// <summary>What is written to both.</summary>
    public string? Words { get; set; }

    /// <summary>Whether to ask although one of them said no before.</summary>
    public bool Again { get; set; }
}
