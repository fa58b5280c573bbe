using GrantsPortal.Platform.Database;

namespace GrantsPortal.Organisations;

/// <content>What reading open data on grants needs.</content>
public static partial class OrganisationRepository
{
    /// <summary>The organisation with an official identifier, or null.</summary>
    public static Task<Organisation?> FindByOfficialId(UnitOfWork work, string officialId) =>
        work.Find<Organisation>($"SELECT {Columns} FROM Organisation o WHERE o.OfficialId = @officialId", new { officialId });

    /// <summary>Fills in what an imported record did not say before; false when the record belongs to its members or nothing was missing.</summary>
    public static Task<bool> FillIn(UnitOfWork work, Organisation known, Organisation read) =>
        work.Guarded(
            """
            UPDATE Organisation
            SET LegalNumber = COALESCE(LegalNumber, @LegalNumber), Website = COALESCE(Website, @Website), Address = COALESCE(Address, @Address),
                Town = COALESCE(Town, @Town), Postcode = COALESCE(Postcode, @Postcode), SearchText = @SearchText, Version = Version + 1
            WHERE Id = @Id AND Source = 'Imported' AND Version = @Version
                AND ((LegalNumber IS NULL AND @LegalNumber IS NOT NULL) OR (Website IS NULL AND @Website IS NOT NULL)
                    OR (Address IS NULL AND @Address IS NOT NULL) OR (Town IS NULL AND @Town IS NOT NULL) OR (Postcode IS NULL AND @Postcode IS NOT NULL))
            """,
            new
            {
                known.Id,
                known.Version,
                read.LegalNumber,
                read.Website,
                read.Address,
                read.Town,
                read.Postcode,
                SearchText = SearchText(known with { LegalNumber = known.LegalNumber ?? read.LegalNumber, Town = known.Town ?? read.Town }),
            });
}
