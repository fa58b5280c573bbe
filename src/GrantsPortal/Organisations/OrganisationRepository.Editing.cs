using GrantsPortal.Platform.Database;

namespace GrantsPortal.Organisations;

public static partial class OrganisationRepository
{
    /// <summary>Keeps the organisation's other records from changing until the transaction ends; its version, or null when there is none.</summary>
    public static async Task<int?> Lock(UnitOfWork work, long id) =>
        await work.Scalar<int?>($"SELECT o.Version FROM Organisation o {Dialect.Locked} WHERE o.Id = @id", new { id });

    /// <summary>The organisation by its address, for staff; or null.</summary>
    public static Task<Organisation?> FindBySlug(UnitOfWork work, string slug) =>
        work.Find<Organisation>($"SELECT {Columns} FROM Organisation o WHERE o.Slug = @slug", new { slug });

    /// <summary>Organisations that may be the same as one being registered: its official identifier or its folded name; at most 5.</summary>
    public static Task<IReadOnlyList<Twin>> Twins(UnitOfWork work, string name, string? officialId)
    {
        var folded = FoldedName(name);
        return work.List<Twin>(
            $"""
            SELECT o.Id, o.Name, o.Slug, o.OfficialId, o.Town
            FROM Organisation o
            WHERE (@folded <> '' AND o.FoldedName = @folded) OR o.OfficialId = @officialId
            ORDER BY o.Id
            {Dialect.Page}
            """,
            new { folded, officialId, take = 5 });
    }

    /// <summary>Saves the details if nobody saved since the record's version was read; false otherwise.</summary>
    public static Task<bool> Update(UnitOfWork work, Organisation organisation) =>
        work.Guarded(
            """
            UPDATE Organisation
            SET Name = @Name, Kind = @Kind, OfficialId = @OfficialId, LegalNumber = @LegalNumber, Email = @Email, Phone = @Phone,
                Website = @Website, Address = @Address, Town = @Town, Postcode = @Postcode, District = @District, Country = @Country,
                About = @About, YearlyIncomeMinor = @YearlyIncomeMinor, IncomeCurrency = @IncomeCurrency, LettersBy = @LettersBy, PublishedAs = @PublishedAs, FoldedName = @FoldedName,
                SearchText = @SearchText, Version = Version + 1
            WHERE Id = @Id AND Version = @Version
            """,
            new
            {
                organisation.Id,
                organisation.Version,
                organisation.Name,
                organisation.Kind,
                organisation.OfficialId,
                organisation.LegalNumber,
                organisation.Email,
                organisation.Phone,
                organisation.Website,
                organisation.Address,
                organisation.Town,
                organisation.Postcode,
                organisation.District,
                organisation.Country,
                organisation.About,
                organisation.YearlyIncomeMinor,
                organisation.IncomeCurrency,
                organisation.LettersBy,
                organisation.PublishedAs,
                FoldedName = FoldedName(organisation.Name),
                SearchText = SearchText(organisation),
            });

    /// <summary>Who saved the organisation's details last, and when; null when nobody did since it was registered.</summary>
    public static Task<LastEdit?> LastEdit(UnitOfWork work, long id) =>
        work.Find<LastEdit>(
            $"""
            SELECT e.At, p.Name
            FROM AuditEntry e
            LEFT JOIN Person p ON p.Id = e.PersonId
            WHERE e.RecordType = 'Organisation' AND e.RecordId = @id AND e.Act = 'organisation.edited'
            ORDER BY e.Sequence DESC
            {Dialect.Page}
            """,
            new { id, take = 1 });

    /// <summary>Notes since when no Owner is left, or that there is one again (null).</summary>
    public static Task<int> MarkOwnerless(UnitOfWork work, long id, DateTimeOffset? since) =>
        work.Execute("UPDATE Organisation SET OwnerlessSince = @since WHERE Id = @id", new { id, since });
}
