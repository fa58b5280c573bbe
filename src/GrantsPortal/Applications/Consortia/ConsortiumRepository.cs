using GrantsPortal.Organisations;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Applications.Consortia;

/// <summary>An application in which an organisation of the reader's takes part, or is asked to.</summary>
public sealed class ConsortiumRow
{
    /// <summary>Record id of the partner.</summary>
    public long Id { get; init; }

    /// <summary>The reader's organisation.</summary>
    public string Partner { get; init; } = "";

    /// <summary>The applicant organisation.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>The project's title, when it has one.</summary>
    public string? Title { get; init; }

    /// <summary>Title of the call in its first language.</summary>
    public string Call { get; init; } = "";

    /// <summary>Where it stands.</summary>
    public ConsortiumState State { get; init; }

    /// <summary>Where the application stands.</summary>
    public ApplicationState Application { get; init; }

    /// <summary>When the call closes, in UTC.</summary>
    public DateTimeOffset? ClosesAt { get; init; }
}

/// <summary>The partners that applications name.</summary>
public static class ConsortiumRepository
{
    /// <summary>
    /// Condition that the organisation of a membership <c>m</c> applies with an application <c>a</c>: as the applicant, or as a partner
    /// that joined, also if it left again. One that was only named, or declined, is no tie: else an applicant could bar reviewers by naming.
    /// </summary>
    public const string Applies =
        "(m.OrganisationId = a.OrganisationId OR m.OrganisationId IN (SELECT t.OrganisationId FROM ConsortiumPartner t WHERE t.ApplicationId = a.Id AND t.State IN ('Joined', 'Left')))";

    private const string Columns =
        """
        c.Id, c.ApplicationId, c.OrganisationId, c.Name, c.Part, c.ShareMinor, a.Currency, c.State, c.NamedAt, c.MovedAt, c.Version
        """;

    private const string From = "FROM ConsortiumPartner c JOIN Application a ON a.Id = c.ApplicationId";

    /// <summary>The partners of an application in the order they were named; at most 50.</summary>
    public static Task<IReadOnlyList<ConsortiumPartner>> Of(UnitOfWork work, long application) =>
        work.List<ConsortiumPartner>(
            $"SELECT {Columns} {From} WHERE c.ApplicationId = @application ORDER BY c.Id {Dialect.Page}",
            new { application, take = 50 });

    /// <summary>A partner by its record if the person is an Owner or Editor of it, or null.</summary>
    public static Task<ConsortiumPartner?> FindFor(UnitOfWork work, long id, long person) =>
        work.Find<ConsortiumPartner>(
            $"""
            SELECT {Columns}
            {From}
            JOIN Membership m ON m.OrganisationId = c.OrganisationId AND m.PersonId = @person AND m.Role <> 'Viewer'
            WHERE c.Id = @id
            """,
            new { id, person });

    /// <summary>Where organisations of a person, as their Owner or Editor, take part or are asked to; latest first, at most 100.</summary>
    public static Task<IReadOnlyList<ConsortiumRow>> Mine(UnitOfWork work, long person) =>
        work.List<ConsortiumRow>(
            $"""
            SELECT c.Id, c.Name AS Partner, COALESCE(o.Name, '') AS Organisation, a.Title, s.Title AS Call, c.State, a.State AS Application, k.ClosesAt
            {From}
            JOIN Call k ON k.Id = a.CallId
            JOIN CallText s ON s.CallId = k.Id AND s.Language = k.SourceLanguage
            JOIN Membership m ON m.OrganisationId = c.OrganisationId AND m.PersonId = @person AND m.Role <> 'Viewer'
            LEFT JOIN Organisation o ON o.Id = a.OrganisationId
            ORDER BY c.Id DESC
            {Dialect.Page}
            """,
            new { person, take = 100 });

    /// <summary>The organisations registered here that a name or an official identifier means; at most 3.</summary>
    public static async Task<IReadOnlyList<Organisation>> Meant(UnitOfWork work, string typed)
    {
        var ids = await work.List<long>(
            $"""
            SELECT o.Id
            FROM Organisation o
            WHERE o.Source = 'Portal' AND (o.FoldedName = @folded OR o.OfficialId = @typed)
            ORDER BY o.Id
            {Dialect.Page}
            """,
            new { folded = OrganisationRepository.FoldedName(typed), typed, take = 3 });
        return ids.Count == 0 ? [] : await OrganisationRepository.Find(work, ids.ToList());
    }

    /// <summary>Whether a person belongs to the applicant organisation or to a partner that joined.</summary>
    public static async Task<bool> Belongs(UnitOfWork work, long application, long person) =>
        await work.Scalar<long>(
            $"SELECT COUNT(*) FROM Application a JOIN Membership m ON {Applies} WHERE a.Id = @application AND m.PersonId = @person",
            new { application, person }) > 0;

    /// <summary>Adds a partner; false when one of its name is there.</summary>
    public static Task<bool> Insert(UnitOfWork work, ConsortiumPartner partner) =>
        work.TryInsert(
            """
            INSERT INTO ConsortiumPartner (Id, ApplicationId, OrganisationId, Name, FoldedName, Part, ShareMinor, State, NamedAt, NamedBy, Version)
            VALUES (@Id, @ApplicationId, @OrganisationId, @Name, @folded, @Part, @ShareMinor, @State, @NamedAt, @by, 1)
            """,
            new
            {
                partner.Id,
                partner.ApplicationId,
                partner.OrganisationId,
                partner.Name,
                folded = OrganisationRepository.FoldedName(partner.Name),
                partner.Part,
                partner.ShareMinor,
                partner.State,
                partner.NamedAt,
                by = work.Actor.Person,
            });

    /// <summary>Moves a partner; false when somebody was quicker.</summary>
    public static Task<bool> Move(UnitOfWork work, ConsortiumPartner partner, ConsortiumState to) =>
        work.Guarded(
            """
            UPDATE ConsortiumPartner
            SET State = @to, MovedAt = @now, MovedBy = @by, Version = Version + 1
            WHERE Id = @id AND State = @from AND Version = @version
            """,
            new { to, now = work.Now, by = work.Actor.Person, id = partner.Id, from = partner.State, version = partner.Version });

    /// <summary>Takes a partner out; false when somebody was quicker.</summary>
    public static Task<bool> Remove(UnitOfWork work, ConsortiumPartner partner) =>
        work.Guarded("DELETE FROM ConsortiumPartner WHERE Id = @id AND Version = @version", new { id = partner.Id, version = partner.Version });
}
