using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Engagements;
using GrantsPortal.Partnerships.Needs;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Web.Partnerships.Engagements;

/// <summary>An engagement in a list; what a restricted one says is never in lists.</summary>
/// <param name="Engagement">The engagement.</param>
/// <param name="Eyes">What the reader sees of it.</param>
/// <param name="There">Who was there.</param>
public sealed record EngagementLine(Engagement Engagement, EngagementEyes Eyes, IReadOnlyList<EngagementPerson> There)
{
    /// <summary>Who was there, as far as the reader sees it.</summary>
    public IReadOnlyList<EngagementPerson> People => Eyes.Words(false) ? There : [];

    /// <summary>Some engagements as an actor sees them, in three queries however many they are; those are left out of which the actor may not know.</summary>
    public static async Task<IReadOnlyList<EngagementLine>> Of(UnitOfWork work, Actor actor, IReadOnlyList<Engagement> engagements, DateOnly today)
    {
        var readings = await PartnerReading.Of(work, actor, [.. engagements.Select(engagement => engagement.OrganisationId).Distinct()], today);
        var people = await EngagementRepository.People(work, [.. engagements.Select(engagement => engagement.Id)]);
        return
        [
            .. engagements.Where(engagement => readings[engagement.OrganisationId].May(PartnerField.Engagements))
                .Select(engagement => new EngagementLine(engagement, EngagementEyes.Of(actor, engagement, readings[engagement.OrganisationId]), [.. people[engagement.Id]])),
        ];
    }

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
/// <param name="Finishes">Whether saving it finishes words that were left, and corrects nothing.</param>
public sealed record CorrectPage(Engagement Engagement, string? Theirs, LogBox Box, bool Finishes);

/// <summary>The last engagements, on a partner's page.</summary>
public sealed record LastEngagements(long Organisation, IReadOnlyList<EngagementLine> Lines, bool More);

/// <summary>What was last said with a partner.</summary>
public sealed class EngagementsPart : IPartnerPart
{
    private const int Shown = 5;

    /// <inheritdoc/>
    public PartnerField Field => PartnerField.Engagements;

    /// <inheritdoc/>
    public int Order => 5;

    /// <inheritdoc/>
    public async Task<PartnerPart?> For(PartnerSight sight, UnitOfWork work)
    {
        var last = await EngagementRepository.Of(work, sight.Organisation.Id, null, Shown + 1);
        return new("engagements", "Last contacts", "/Partnerships/Engagements/_Last.cshtml", new LastEngagements(
            sight.Organisation.Id, await EngagementLine.Of(work, sight.Actor, [.. last.Take(Shown)], sight.Today), last.Count > Shown));
    }
}
