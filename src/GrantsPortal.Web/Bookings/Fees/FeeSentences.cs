using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Bookings.Fees;

/// <summary>The refusals of booking fees as sentences.</summary>
public sealed class FeeSentences : IRefusalSentences
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> English { get; } = new Dictionary<string, string>
    {
        ["fee.not-staff"] = "Only a programme officer or focal point can do this",
        ["fee.not-finance"] = "Only Finance can do this",
        ["fee.price-wrong"] = "Enter a price from {0} to {1}, or nothing where places are free",
        ["fee.tax-wrong"] = "Enter the tax in per cent, from 0 to 50, with at most two decimals",
        ["fee.tax-name-missing"] = "Enter what the tax is called, in at most 60 characters",
        ["fee.percent-wrong"] = "Enter a whole number of per cent, at most 100",
        ["fee.partner-missing"] = "Choose who counts as a partner: organisations with an award, kinds of organisation, or both",
        ["fee.small-missing"] = "Enter below which yearly income an organisation is small",
        ["fee.days-wrong"] = "Enter a number of days from 0 to {0}",
        ["fee.code-wrong"] = "A code has from 4 to {0} letters, digits and dashes",
        ["fee.uses-wrong"] = "Enter for how many people it is good, from 1 to {0}",
        ["fee.until-past"] = "Enter a time to come, or nothing",
        ["fee.code-there"] = "There is a code {0} here already",
        ["fee.code-unknown"] = "There is no such code for this date. Look at how it is written, or leave it empty",
        ["fee.code-over"] = "This code was good until {0}",
        ["fee.code-used-up"] = "This code is good for {0} more people",
        ["fee.cannot-pay"] = "There is a price, and it cannot be paid here at present. Please write to us",
        ["fee.move-other-fee"] = "A place there has another price: ask for a place on that date, and give this one up",
        ["fee.not-open"] = "There is nothing to pay here any more",
        ["fee.hold-over"] = "The time for paying is over. The place passes on, and you can ask for a place again",
        ["fee.note-missing"] = "Write down what was done",
        ["fee.dispute-open"] = "The bank has not decided yet, or decided for the city: there is nothing to note",
        ["fee.back-already"] = "So much of this payment went back otherwise already",
    };
}
