using System.Globalization;
using GrantsPortal.Awards;
using GrantsPortal.Funds;
using GrantsPortal.Payments;
using GrantsPortal.Payments.Schedule;
using GrantsPortal.Platform;
using GrantsPortal.Web.Shared.Forms;

namespace GrantsPortal.Web.Payments;

/// <summary>A schedule as it stands.</summary>
public sealed record ScheduleView(Award Award, SchedulePlan Plan, bool MayPlan);

/// <summary>A schedule to be changed.</summary>
public sealed record ScheduleEditView(Award Award, SchedulePlan Plan, ScheduleForm Form)
{
    /// <summary>What the lines come to, in minor units.</summary>
    public long SumMinor => Form.Lines.Sum(line => line.Amount is { } amount && decimal.Round(amount, Money.DigitsOf(Award.Currency)) == amount ? new Money(amount, Award.Currency).Minor : 0);

    /// <summary>What the award comes to, in minor units.</summary>
    public long WholeMinor => Plan.Years.Sum(year => year.AmountMinor);
}

/// <summary>A schedule as typed.</summary>
public sealed class ScheduleForm
{
    /// <summary>What the schedule was when the page was opened.</summary>
    public string? Seen { get; set; }

    /// <summary>Its lines.</summary>
    public List<ScheduleLine> Lines { get; set; } = [];

    /// <summary>Filled with a schedule.</summary>
    public static ScheduleForm Of(IReadOnlyList<PlannedInstalment> lines, string seen, string currency) => new() { Seen = seen, Lines = [.. lines.Select(line => ScheduleLine.Of(line, currency))] };

    /// <summary>With a line more (<c>add</c>) or one less (<c>remove-2</c>).</summary>
    public ScheduleForm After(string act)
    {
        if (act == "add" && Lines.Count < ScheduleRules.Limit)
        {
            Lines.Add(new ScheduleLine { Year = Lines.LastOrDefault()?.Year });
        }
        else if (act.Split('-') is ["remove", var place] && int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < Lines.Count && !Lines[at].Fixed)
        {
            Lines.RemoveAt(at);
        }

        return this;
    }

    /// <summary>Takes over what became fixed meanwhile, and lets go of what is gone.</summary>
    public void Follow(SchedulePlan plan, string currency)
    {
        var now = plan.Lines.ToDictionary(line => line.Id!.Value);
        foreach (var line in Lines)
        {
            line.Id = line.Id is { } id && now.ContainsKey(id) ? id : null;
        }

        foreach (var isOut in now.Values.Where(line => line.Fixed))
        {
            var at = Lines.FindIndex(line => line.Id == isOut.Id);
            if (at < 0)
            {
                Lines.Insert(0, ScheduleLine.Of(isOut, currency));
            }
            else
            {
                Lines[at] = ScheduleLine.Of(isOut, currency);
            }
        }
    }
}

/// <summary>One instalment as typed.</summary>
public sealed class ScheduleLine
{
    /// <summary>The instalment it changes.</summary>
    public long? Id { get; set; }

    /// <summary>Whether it cannot change any more.</summary>
    public bool Fixed { get; set; }

    /// <summary>What it is called.</summary>
    public string? Title { get; set; }

    /// <summary>Amount in whole units.</summary>
    [BindMoney]
    public decimal? Amount { get; set; }

    /// <summary>What makes it due.</summary>
    public InstalmentBasis Basis { get; set; }

    /// <summary>Day it is due, or expected.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>Budget year.</summary>
    public int? Year { get; set; }

    /// <summary>What is to be reached.</summary>
    public string? Milestone { get; set; }

    /// <summary>Which report is to be accepted.</summary>
    public int? ReportNumber { get; set; }

    /// <summary>Filled with a line.</summary>
    public static ScheduleLine Of(PlannedInstalment line, string currency) => new()
    {
        Id = line.Id,
        Fixed = line.Fixed,
        Title = line.Title,
        Amount = Money.FromMinor(line.AmountMinor, currency).Amount,
        Basis = line.Basis,
        DueOn = line.DueOn,
        Year = line.Year,
        Milestone = line.Milestone,
        ReportNumber = line.ReportNumber,
    };

    /// <summary>What the use case takes; an amount finer than the currency is nothing, and so refused.</summary>
    public PlannedInstalment Read(string currency) => new()
    {
        Id = Id,
        Title = (Title ?? "").Trim(),
        AmountMinor = Amount is { } amount && decimal.Round(amount, Money.DigitsOf(currency)) == amount ? new Money(amount, currency).Minor : 0,
        Basis = Basis,
        DueOn = DueOn ?? default,
        Year = Year ?? 0,
        Milestone = Basis == InstalmentBasis.Milestone ? (Milestone ?? "").Trim() : null,
        ReportNumber = Basis == InstalmentBasis.Report ? ReportNumber : null,
    };
}
