using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Engagements;
using GrantsPortal.Partnerships.Needs;
using GrantsPortal.People;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Web.Partnerships.Engagements;

/// <summary>An engagement in a list; what a restricted one says is never in lists.</summary>
/// <param name="Engagement">The engagement.</param>
/// <param name="People">Who was there.</param>
public sealed record EngagementLine(Engagement Engagement, IReadOnlyList<EngagementPerson> People)
{
    /// <summary>The beginning of what was said.</summary>
    public string Begins => Engagement.Words.Length > 240 ? Engagement.Words[..240].TrimEnd() + "…" : Engagement.Words;
}

/// <summary>Engagements across the city or of one partner.</summary>
public sealed record EngagementsPage(
    Organisation? Organisation, EngagementKind? Kind, long? Officer, DateOnly? From, DateOnly? Until, string? Search, IReadOnlyList<EngagementLine> Lines, IReadOnlyList<Person> Officers, string? First, string? Next);

/// <summary>An engagement with all that came of it.</summary>
public sealed record EngagementPage(
    Engagement Engagement, EngagementEyes Eyes, bool Read, IReadOnlyList<EngagementPerson> People, CommitmentsView Commitments, IReadOnlyList<Need> Needs, IReadOnlyList<EngagementPast> Past);

/// <summary>An engagement being corrected.</summary>
/// <param name="Engagement">As it stands.</param>
/// <param name="Theirs">What it says now, when it was changed meanwhile.</param>
/// <param name="Box">The form.</param>
public sealed record CorrectPage(Engagement Engagement, string? Theirs, LogBox Box);

/// <summary>The last engagements, on a partner's page.</summary>
public sealed record LastEngagements(long Organisation, IReadOnlyList<EngagementLine> Lines, bool More);

/// <summary>What was last said with a partner.</summary>
public sealed class EngagementsPart : IPartnerPart
{
    private const int Shown = 5;

    /// <inheritdoc/>
    public int Order => 5;

    /// <inheritdoc/>
    public async Task<PartnerPart?> For(PartnerSight sight, UnitOfWork work)
    {
        var last = await EngagementRepository.Of(work, sight.Organisation.Id, null, Shown + 1);
        var people = await EngagementRepository.People(work, [.. last.Select(engagement => engagement.Id)]);
        return new("engagements", "Last contacts", "/Partnerships/Engagements/_Last.cshtml", new LastEngagements(
            sight.Organisation.Id, [.. last.Take(Shown).Select(engagement => new EngagementLine(engagement, [.. people[engagement.Id]]))], last.Count > Shown));
    }
}
