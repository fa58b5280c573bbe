using System.ComponentModel.DataAnnotations;
using System.Globalization;
using GrantsPortal.Monitoring.Reports;
using GrantsPortal.Platform;
using GrantsPortal.Web.Shared.Conflicts;
using GrantsPortal.Web.Shared.Forms;

namespace GrantsPortal.Web.Monitoring.Reports;

/// <summary>An item as its form has it.</summary>
public sealed class ItemForm
{
    /// <summary>Day it was paid.</summary>
    [Display(Name = "The day it was paid")]
    public DateOnly? SpentOn { get; set; }

    /// <summary>Who was paid.</summary>
    public string? Payee { get; set; }

    /// <summary>What for.</summary>
    public string? Description { get; set; }

    /// <summary>How much.</summary>
    [BindMoney]
    [Display(Name = "The amount")]
    public decimal? Amount { get; set; }

    /// <summary>The budget line.</summary>
    public int? LineNumber { get; set; }

    /// <summary>The version that was opened.</summary>
    public int Version { get; set; }

    /// <summary>The fields as they were opened, packed.</summary>
    public string? Opened { get; set; }

    /// <summary>The item as the use case takes it.</summary>
    public ItemTyped Typed => new(LineNumber, SpentOn, Payee, Description, Amount);

    /// <summary>Every field by name, with its English label.</summary>
    public IReadOnlyList<(string Name, string Label, string? Value)> Fields() =>
    [
        (nameof(SpentOn), "Paid on", SpentOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        (nameof(Payee), "Who was paid?", Payee),
        (nameof(Description), "What for?", Description),
        (nameof(Amount), "Amount", Amount?.ToString("0.###", CultureInfo.InvariantCulture)),
        (nameof(LineNumber), "Budget line", LineNumber?.ToString(CultureInfo.InvariantCulture)),
    ];

    /// <summary>The form of an item as it is saved.</summary>
    public static ItemForm Of(SpendingItem item, string currency)
    {
        var form = new ItemForm
        {
            SpentOn = item.SpentOn,
            Payee = item.Payee,
            Description = item.Description,
            Amount = Money.FromMinor(item.AmountMinor, currency).Amount,
            LineNumber = item.LineNumber,
            Version = item.Version,
        };
        form.Opened = ConflictView.Pack(form.Fields().ToDictionary(field => field.Name, field => field.Value));
        return form;
    }
}

/// <summary>The page of an item; a new one has none yet.</summary>
public sealed record ItemPage(MyReport Report, SpendingItem? Item, ItemForm Form)
{
    /// <summary>What a colleague saved meanwhile.</summary>
    public ConflictView? Conflict { get; init; }

    /// <summary>The receipts.</summary>
    public IReadOnlyList<Receipt> Receipts => Item is null ? [] : [.. Report.Sheet.Receipts[Item.Id]];

    /// <summary>The budget lines to choose from, with what is left of each.</summary>
    public IEnumerable<FieldItem> Lines(Func<LineFigures, string> left) => Report.Sheet.Figures.Lines.Where(line => line.Known)
        .Select(line => new FieldItem(line.Number.ToString(CultureInfo.InvariantCulture), $"{line.Name} ({left(line)})"));
}
