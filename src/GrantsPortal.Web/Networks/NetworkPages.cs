using GrantsPortal.Networks;
using GrantsPortal.Networks.Graph;
using GrantsPortal.Partnerships;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Partnerships;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Networks;

/// <summary>What the module's pages need.</summary>
public static class NetworkPages
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddNetworkPages(this IServiceCollection services) => services
        .AddSingleton<IRefusalSentences, NetworkSentences>()
        .AddSingleton<IPartnerPart, NetworkPart>();
}

/// <summary>Leads from a partner's page to its network.</summary>
public sealed class NetworkPart : IPartnerPart
{
    /// <inheritdoc/>
    public int Order => 65;

    /// <inheritdoc/>
    public PartnerField Field => PartnerField.Introductions;

    /// <inheritdoc/>
    public Task<PartnerPart?> For(PartnerSight sight, UnitOfWork work) =>
        Task.FromResult<PartnerPart?>(new("network", "Works with", "/Networks/_Part.cshtml", new PartnerTies(sight.Organisation.Id, sight.MayKeep)));
}

/// <summary>A partner whose ties are looked at.</summary>
public sealed record PartnerTies(long Organisation, bool MayKeep);

/// <summary>Which partners work together.</summary>
/// <param name="Filter">What is looked at.</param>
/// <param name="Drawing">The drawing; null when there is nothing, or too much, to draw.</param>
/// <param name="Ends">How many partners are tied.</param>
/// <param name="Rows">A page of the ties.</param>
/// <param name="Total">How many ties there are.</param>
/// <param name="Partners">Names by partner.</param>
/// <param name="Next">Where the list goes on.</param>
/// <param name="First">Whether this is its first page.</param>
/// <param name="Themes">Themes to choose from.</param>
/// <param name="Districts">Districts to choose from.</param>
/// <param name="MayKeep">Whether the reader notes referrals.</param>
public sealed record NetworkPage(
    TieFilter Filter, NetworkDrawing? Drawing, int Ends, IReadOnlyList<Tie> Rows, int Total, IReadOnlyDictionary<long, NetworkPartner> Partners, string? Next, bool First,
    IReadOnlyList<PortalTheme> Themes, IReadOnlyList<string> Districts, bool MayKeep);

/// <summary>A box of the drawing.</summary>
public sealed record NetworkBox(long Id, string Name, IReadOnlyList<string> Lines, int X, int Y, string Path, int Ties);

/// <summary>A line of the drawing.</summary>
public sealed record NetworkLine(TieKind Kind, int X1, int Y1, int X2, int Y2, int Width, string Says);

/// <summary>A network as it is drawn.</summary>
public sealed record NetworkDrawing(int Width, int Height, IReadOnlyList<NetworkBox> Boxes, IReadOnlyList<NetworkLine> Lines)
{
    private const int Apart = 8;
    private const int LineLength = 18;

    /// <summary>The drawing of some ties.</summary>
    /// <param name="ties">The ties.</param>
    /// <param name="partners">The partners at their ends.</param>
    /// <param name="says">What a line says.</param>
    public static NetworkDrawing Of(IReadOnlyList<Tie> ties, IReadOnlyDictionary<long, NetworkPartner> partners, Func<Tie, string> says)
    {
        var layout = LayoutRules.Place(TieRules.Ends(ties), [.. ties.Select(tie => (tie.LowId, tie.HighId, tie.Count))]);
        var spots = layout.Spots.ToDictionary(spot => spot.Id);
        var number = ties.SelectMany(tie => new[] { tie.LowId, tie.HighId }).GroupBy(id => id).ToDictionary(group => group.Key, group => group.Count());
        return new NetworkDrawing(
            layout.Width, layout.Height,
            [.. layout.Spots.OrderBy(spot => spot.Y).ThenBy(spot => spot.X).Select(spot => new NetworkBox(spot.Id, partners[spot.Id].Name, Wrapped(partners[spot.Id].Name), spot.X, spot.Y, PartnershipRoutes.Show(spot.Id), number[spot.Id]))],
            [.. ties.GroupBy(tie => (tie.LowId, tie.HighId)).SelectMany(pair => pair.OrderBy(tie => tie.Kind).Select((tie, place) => Line(tie, spots[tie.LowId], spots[tie.HighId], place - ((pair.Count() - 1) / 2.0), says(tie))))]);
    }

    /// <summary>A name on at most two lines that fit into a box.</summary>
    public static IReadOnlyList<string> Wrapped(string name)
    {
        var lines = new List<string> { "" };
        foreach (var word in name.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
            if (longer.Length <= LineLength || lines[^1].Length == 0)
            {
                lines[^1] = longer;
            }
            else
            {
                lines.Add(word);
            }
        }

        var cut = lines.Count > 2;
        return [.. lines.Take(2).Select((line, place) => line.Length > LineLength ? line[..(LineLength - 1)] + "…" : cut && place == 1 ? (line.Length >= LineLength ? line[..(LineLength - 1)] : line) + "…" : line)];
    }

    // Lines of one pair run side by side.
    private static NetworkLine Line(Tie tie, Spot from, Spot to, double place, string says)
    {
        var (dx, dy) = (to.X - (double)from.X, to.Y - (double)from.Y);
        var length = Math.Max(1, Math.Sqrt((dx * dx) + (dy * dy)));
        var (x, y) = (-dy / length * Apart * place, dx / length * Apart * place);
        return new NetworkLine(tie.Kind, (int)Math.Round(from.X + x), (int)Math.Round(from.Y + y), (int)Math.Round(to.X + x), (int)Math.Round(to.Y + y), 2 + Math.Min(4, tie.Count - 1), says);
    }
}

/// <summary>Referrals noted.</summary>
public sealed record ReferralsPage(IReadOnlyList<Referral> Rows, string? Next, bool First, bool MayKeep);

/// <summary>Where a referral is noted.</summary>
public sealed record NewReferralPage(ReferralForm Form, IReadOnlyList<FieldItem> Partners, IReadOnlyList<FieldItem> Themes);

/// <summary>A referral as typed.</summary>
public sealed class ReferralForm
{
    /// <summary>Who sent.</summary>
    public long? FromId { get; set; }

    /// <summary>To whom.</summary>
    public long? ToId { get; set; }

    /// <summary>On which day.</summary>
    public DateOnly? HappenedOn { get; set; }

    /// <summary>What for.</summary>
    public List<string> Themes { get; set; } = [];

    /// <summary>A few words.</summary>
    public string? Note { get; set; }

    /// <summary>What the use case takes.</summary>
    public ReferralPlan Read() => new(FromId ?? 0, ToId ?? 0, HappenedOn, Themes, Note ?? "");
}

/// <summary>English words for what the module's records hold, said through the localiser.</summary>
public static class NetworkWords
{
    /// <summary>How two are tied.</summary>
    public static string Of(TieKind kind) => kind switch
    {
        TieKind.Referral => "Referrals",
        TieKind.Introduction => "Introduced",
        TieKind.Occasion => "At the same event or course",
        TieKind.Consortium => "Applied together",
        _ => "Promised together",
    };

    /// <summary>The line of a tie in the drawing.</summary>
    public static string Line(TieKind kind) => $"tie tie--{kind.ToString().ToLowerInvariant()}";
}
