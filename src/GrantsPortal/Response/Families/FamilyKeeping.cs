using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Caseload;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.People.Erasure;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Events;
using GrantsPortal.Platform.Jobs;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Response.Families;

/// <summary>Forgets the words of entries when their time is over; kind, rough number, district and days stay, which name nobody, so that figures stay whole.</summary>
public sealed class FamilyRetentionJob(PortalDatabase database, IOptions<ResponseOptions> options) : IJob
{
    /// <inheritdoc/>
    public string Name => "response.family-retention";

    /// <inheritdoc/>
    public string Does => "Forgets the words of support for families when the time to keep them is over.";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public async Task Run(CancellationToken cancel)
    {
        await using var work = await database.Write(Actor.System);
        var over = await FamilyRepository.ToForget(work, work.Now.AddMonths(-options.Value.FamilyMonths));
        if (over.Count > 0)
        {
            await FamilyRepository.Forget(work, over);
        }

        foreach (var id in over)
        {
            work.Audit("family.forgotten", nameof(FamilySupport), id, new { why = "retention" });
        }

        await work.Commit();
    }
}

/// <summary>What the page of records kept says of the register.</summary>
public sealed class FamilyKept(IOptions<ResponseOptions> options) : IKeptRecords
{
    /// <inheritdoc/>
    public IReadOnlyList<KeptRecord> Of() =>
    [
        new("Words of support for families; they name nobody", KeptRecords.Task, "{0} months after it ended and its last review was done; kind, number, district and days stay", options.Value.FamilyMonths, "Response:FamilyMonths"),
    ];
}

/// <summary>What the register holds about an officer or a member, and how it lets them go: the entries stay whole.</summary>
public sealed class FamilyErasure : IPersonalRecords, ISubscriber<PersonErased>
{
    /// <inheritdoc/>
    public string Part => "families";

    /// <inheritdoc/>
    public async Task<object?> Of(long person, UnitOfWork work)
    {
        var (followed, written) = (await FamilyRepository.FollowedBy(work, person), await FamilyRepository.OpenedBy(work, person));
        return followed.Count + written.Count > 0 ? new { followed, written } : null;
    }

    /// <inheritdoc/>
    public Task On(PersonErased happened, UnitOfWork work) => FamilyRepository.Leave(work, happened.PersonId);
}

/// <summary>Whoever takes a partner on takes on what the former officer followed for its families.</summary>
public sealed class FamiliesPassOn : ISubscriber<PartnerPassedOn>
{
    /// <inheritdoc/>
    public Task On(PartnerPassedOn happened, UnitOfWork work) => FamilyRepository.Pass(work, happened.OrganisationId, happened.FromId, happened.ToId);
}

/// <summary>Support asked for and offered, in a partner's story.</summary>
public sealed class FamilyStory : IPartnerStory
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoryLine>> Of(UnitOfWork work, long organisation, DateTimeOffset? before, int take) =>
    [
        .. (await FamilyRepository.Opened(work, organisation, before, take)).Select(support => new StoryLine(
            support.OpenedAt, support.Side == SupportSide.Asked ? "Asked for support for families: {0}" : "Offered support for families: {0}", [support.Reference], FamilyRoutes.Show(support.Reference),
            support.Side == SupportSide.Asked ? PartnerField.SupportAsked : PartnerField.CrisisOffers)),
    ];
}

/// <summary>Every entry has its four reviews on their days, what has ended says when, and an exercise is kept apart.</summary>
public sealed class FamiliesAreWhole : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "Support for families has its reviews after 1, 4, 12 and 52 weeks; what ended says when; exercises have references of their own and nothing of one is put together with anything outside it.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var wrong = await work.List<string>(
            $"""
            SELECT s.Reference
            FROM FamilySupport s
            LEFT JOIN Incident i ON i.Id = s.IncidentId
            WHERE (SELECT COUNT(*) FROM FamilyReview r WHERE r.SupportId = s.Id) <> 4
                OR (i.IsDrill = 1 AND s.Reference NOT LIKE 'FX-%') OR ((i.IsDrill IS NULL OR i.IsDrill = 0) AND s.Reference NOT LIKE 'FS-%')
                OR (s.State IN ('Met', 'Closed', 'Withdrawn') AND s.EndedAt IS NULL) OR (s.State IN ('Open', 'Followed', 'Used') AND s.EndedAt IS NOT NULL)
                OR EXISTS (
                    SELECT 1 FROM FamilyMatch m
                    JOIN FamilySupport b ON b.Id = m.OfferId
                    LEFT JOIN Incident j ON j.Id = b.IncidentId
                    WHERE m.AskId = s.Id AND (CASE WHEN i.IsDrill = 1 THEN i.Id ELSE 0 END) <> (CASE WHEN j.IsDrill = 1 THEN j.Id ELSE 0 END))
            ORDER BY s.Id
            {Dialect.Page}
            """,
            new { take = 100 });
        return [.. wrong.Select(reference => $"Support {reference} is not whole.")];
    }
}
