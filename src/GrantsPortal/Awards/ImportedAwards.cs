using GrantsPortal.Platform.Database;

namespace GrantsPortal.Awards;

/// <summary>An award as open data on grants tells it.</summary>
public sealed record ImportedAward
{
    /// <summary>Identifier in the open data.</summary>
    public required string ImportId { get; init; }

    /// <summary>SHA-256 of what the open data say of it, by which a change shows.</summary>
    public required string ImportHash { get; init; }

    /// <summary>Who got it.</summary>
    public required long OrganisationId { get; init; }

    /// <summary>Which programme paid; null when not said.</summary>
    public long? ProgrammeId { get; init; }

    /// <summary>What it was for, in a line.</summary>
    public required string Title { get; init; }

    /// <summary>What it was for.</summary>
    public string? Summary { get; init; }

    /// <summary>Amount in minor units.</summary>
    public required long AmountMinor { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public required string Currency { get; init; }

    /// <summary>Day of the award.</summary>
    public required DateOnly AwardedOn { get; init; }

    /// <summary>First day of the work.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>Last day of the work.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>Who paid.</summary>
    public string? FunderName { get; init; }

    /// <summary>Official identifier of who paid.</summary>
    public string? FunderId { get; init; }

    /// <summary>What a search looks in.</summary>
    public required string SearchText { get; init; }
}

/// <summary>Awards read from open data: closed, published in full.</summary>
public static class ImportedAwards
{
    /// <summary>The hash under which an award was imported before, or null.</summary>
    public static Task<string?> HashOf(UnitOfWork work, string importId) =>
        work.Scalar<string>("SELECT ImportHash FROM Award WHERE ImportId = @importId", new { importId });

    /// <summary>Adds an award.</summary>
    public static async Task Insert(UnitOfWork work, ImportedAward award) =>
        await work.Execute(
            """
            INSERT INTO Award (Id, Reference, OrganisationId, ProgrammeId, State, Title, Summary, AmountMinor, Currency, AwardedOn, StartsOn,
                EndsOn, Publication, FunderName, FunderId, Source, ImportId, ImportHash, SearchText, CreatedAt, Version)
            VALUES (@id, @reference, @OrganisationId, @ProgrammeId, 'Closed', @Title, @Summary, @AmountMinor, @Currency, @AwardedOn, @StartsOn,
                @EndsOn, 'Full', @FunderName, @FunderId, 'Imported', @ImportId, @ImportHash, @SearchText, @now, 1)
            """,
            new
            {
                id = work.NewId(),
                reference = await work.NextReference("AW", award.AwardedOn.Year),
                award.OrganisationId,
                award.ProgrammeId,
                award.Title,
                award.Summary,
                award.AmountMinor,
                award.Currency,
                award.AwardedOn,
                award.StartsOn,
                award.EndsOn,
                award.FunderName,
                award.FunderId,
                award.ImportId,
                award.ImportHash,
                award.SearchText,
                now = work.Now,
            });

    /// <summary>Brings an award up to date with what the open data say now; how it is published stays as the city set it.</summary>
    public static Task<bool> Update(UnitOfWork work, ImportedAward award) =>
        work.Guarded(
            """
            UPDATE Award
            SET OrganisationId = @OrganisationId, ProgrammeId = @ProgrammeId, Title = @Title, Summary = @Summary, AmountMinor = @AmountMinor,
                Currency = @Currency, AwardedOn = @AwardedOn, StartsOn = @StartsOn, EndsOn = @EndsOn, FunderName = @FunderName,
                FunderId = @FunderId, ImportHash = @ImportHash, SearchText = @SearchText, Version = Version + 1
            WHERE ImportId = @ImportId
            """,
            new
            {
                award.OrganisationId,
                award.ProgrammeId,
                award.Title,
                award.Summary,
                award.AmountMinor,
                award.Currency,
                award.AwardedOn,
                award.StartsOn,
                award.EndsOn,
                award.FunderName,
                award.FunderId,
                award.ImportId,
                award.ImportHash,
                award.SearchText,
            });
}
