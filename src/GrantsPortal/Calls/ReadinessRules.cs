using GrantsPortal.Platform;

namespace GrantsPortal.Calls;

/// <summary>A part of a call on the officer's desk.</summary>
public enum CallPart
{
    /// <summary>Title, summary, description.</summary>
    Texts,

    /// <summary>Programme, budget, smallest and largest award.</summary>
    Money,

    /// <summary>Opening, closing, decision, reviews.</summary>
    Dates,

    /// <summary>The check before applying.</summary>
    Eligibility,

    /// <summary>Sections and questions.</summary>
    Form,

    /// <summary>Documents asked for.</summary>
    Documents,

    /// <summary>What reviewers score against.</summary>
    Rubric,

    /// <summary>Decision letters and terms.</summary>
    Letters,

    /// <summary>Agreements per language, and the conditions awards start with.</summary>
    Agreement,
}

/// <summary>One thing that stands in the way, and where it is mended.</summary>
public sealed record Shortcoming(CallPart Part, Refusal Why);

/// <summary>What is missing before a call can be published.</summary>
public static class ReadinessRules
{
    /// <summary>
    /// Everything missing, part by part; empty when the call is ready. Codes: <c>ready.summary</c>, <c>ready.description</c>,
    /// <c>ready.budget</c>, <c>ready.largest</c>, <c>ready.closes</c>, <c>ready.closes-past</c>, <c>ready.decision-by</c>, and those of the form and the rubric.
    /// </summary>
    public static IReadOnlyList<Shortcoming> Missing(Call call, FormDefinition form, RubricDefinition rubric, DateTimeOffset now)
    {
        var missing = new List<Shortcoming>();
        void Require(bool holds, CallPart part, string code)
        {
            if (!holds)
            {
                missing.Add(new(part, new Refusal(code)));
            }
        }

        Require(call.Summary.Length > 0, CallPart.Texts, "ready.summary");
        Require(call.Description.Length > 0, CallPart.Texts, "ready.description");
        Require(call.BudgetMinor > 0, CallPart.Money, "ready.budget");
        Require(call.LargestMinor > 0 || call.BudgetMinor == 0, CallPart.Money, "ready.largest");
        Require(call.ClosesAt is not null, CallPart.Dates, "ready.closes");
        Require(call.ClosesAt is null || call.ClosesAt > now, CallPart.Dates, "ready.closes-past");
        Require(call.DecisionBy is not null, CallPart.Dates, "ready.decision-by");
        missing.AddRange(FormRules.Check(form));
        missing.AddRange(RubricRules.Check(rubric).Select(why => new Shortcoming(CallPart.Rubric, why)));
        return missing;
    }
}
