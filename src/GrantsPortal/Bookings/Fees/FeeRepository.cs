using GrantsPortal.Platform.Database;

namespace GrantsPortal.Bookings.Fees;

/// <summary>Fees of occasions, their codes, and what was said to parties.</summary>
public static class FeeRepository
{
    private const string Columns =
        """
        f.OccasionId, f.PriceMinor, f.Currency, f.TaxName, f.TaxBasisPoints, f.PartnerPercent, f.PartnerByAward, f.PartnerKinds, f.SmallPercent,
        f.SmallBelowMinor, f.FullRefundDays, f.LaterRefundPercent, f.LaterRefundDays, f.Version
        """;

    private const string CodeColumns = "c.Id, c.OccasionId, c.Code, c.PercentOff, c.MostUses, c.Uses, c.ValidUntil, c.ClosedAt";

    private const string PartyColumns =
        """
        f.PartyId, f.ListMinor, f.PriceMinor, f.Currency, f.TaxName, f.TaxBasisPoints, f.Reason, f.PercentOff, f.CodeId, f.FullRefundDays,
        f.LaterRefundPercent, f.LaterRefundDays
        """;

    /// <summary>The fee of an occasion; null where none was set.</summary>
    public static Task<OccasionFee?> Find(UnitOfWork work, long occasion) =>
        work.Find<OccasionFee>($"SELECT {Columns} FROM OccasionFee f WHERE f.OccasionId = @occasion", new { occasion });

    /// <summary>The fees of several occasions.</summary>
    public static Task<IReadOnlyList<OccasionFee>> Of(UnitOfWork work, IReadOnlyCollection<long> occasions) =>
        work.List<OccasionFee>($"SELECT {Columns} FROM OccasionFee f WHERE f.OccasionId IN @occasions ORDER BY f.OccasionId", new { occasions });

    /// <summary>How many published occasions to come have a price, with at least so much tax in it in hundredths of a per cent.</summary>
    public static Task<int> ToCome(UnitOfWork work, int basisPoints) =>
        work.Scalar<int>(
            """
            SELECT COUNT(*)
            FROM OccasionFee f
            JOIN Occasion o ON o.Id = f.OccasionId
            WHERE f.PriceMinor > 0 AND f.TaxBasisPoints >= @basisPoints AND o.State = 'Published' AND o.StartsAt > @now
            """,
            new { basisPoints, now = work.Now });

    /// <summary>Keeps a fee instead of what was there; false when somebody was quicker.</summary>
    public static async Task<bool> Put(UnitOfWork work, OccasionFee fee, int version)
    {
        var args = new
        {
            fee.OccasionId,
            fee.PriceMinor,
            fee.Currency,
            fee.TaxName,
            fee.TaxBasisPoints,
            fee.PartnerPercent,
            fee.PartnerByAward,
            fee.PartnerKinds,
            fee.SmallPercent,
            fee.SmallBelowMinor,
            fee.FullRefundDays,
            fee.LaterRefundPercent,
            fee.LaterRefundDays,
            version,
        };
        return version == 0
            ? await work.TryInsert(
                """
                INSERT INTO OccasionFee (OccasionId, PriceMinor, Currency, TaxName, TaxBasisPoints, PartnerPercent, PartnerByAward, PartnerKinds, SmallPercent,
                    SmallBelowMinor, FullRefundDays, LaterRefundPercent, LaterRefundDays, Version)
                VALUES (@OccasionId, @PriceMinor, @Currency, @TaxName, @TaxBasisPoints, @PartnerPercent, @PartnerByAward, @PartnerKinds, @SmallPercent,
                    @SmallBelowMinor, @FullRefundDays, @LaterRefundPercent, @LaterRefundDays, 1)
                """,
                args)
            : await work.Guarded(
                """
                UPDATE OccasionFee
                SET PriceMinor = @PriceMinor, Currency = @Currency, TaxName = @TaxName, TaxBasisPoints = @TaxBasisPoints, PartnerPercent = @PartnerPercent,
                    PartnerByAward = @PartnerByAward, PartnerKinds = @PartnerKinds, SmallPercent = @SmallPercent, SmallBelowMinor = @SmallBelowMinor,
                    FullRefundDays = @FullRefundDays, LaterRefundPercent = @LaterRefundPercent, LaterRefundDays = @LaterRefundDays, Version = Version + 1
                WHERE OccasionId = @OccasionId AND Version = @version
                """,
                args);
    }

    /// <summary>The codes of an occasion, the latest first; at most 500.</summary>
    public static Task<IReadOnlyList<FeeCode>> Codes(UnitOfWork work, long occasion) =>
        work.List<FeeCode>($"SELECT {CodeColumns} FROM FeeCode c WHERE c.OccasionId = @occasion ORDER BY c.Id DESC {Dialect.Page}", new { occasion, take = 500 });

    /// <summary>The code of an occasion by its letters; or null.</summary>
    public static Task<FeeCode?> Code(UnitOfWork work, long occasion, string code) =>
        work.Find<FeeCode>($"SELECT {CodeColumns} FROM FeeCode c WHERE c.OccasionId = @occasion AND c.Code = @code", new { occasion, code });

    /// <summary>Adds a code; false when the occasion has it.</summary>
    public static Task<bool> Insert(UnitOfWork work, long occasion, string code, CodePlan plan) =>
        work.TryInsert(
            """
            INSERT INTO FeeCode (Id, OccasionId, Code, PercentOff, MostUses, Uses, ValidUntil, CreatedAt, CreatedBy)
            VALUES (@id, @occasion, @code, @PercentOff, @MostUses, 0, @ValidUntil, @now, @by)
            """,
            new { id = work.NewId(), occasion, code, plan.PercentOff, plan.MostUses, plan.ValidUntil, now = work.Now, by = work.Actor.Person });

    /// <summary>Closes a code: nobody can begin to use it any more; false when it is closed.</summary>
    public static Task<bool> CloseCode(UnitOfWork work, long occasion, long id) =>
        work.Guarded("UPDATE FeeCode SET ClosedAt = @now WHERE Id = @id AND OccasionId = @occasion AND ClosedAt IS NULL", new { id, occasion, now = work.Now });

    /// <summary>Uses a code for so many people; false when it is not good for so many any more.</summary>
    public static Task<bool> Use(UnitOfWork work, long id, int people) =>
        work.Guarded("UPDATE FeeCode SET Uses = Uses + @people WHERE Id = @id AND Uses + @people <= MostUses", new { id, people });

    /// <summary>Gives uses back that nobody needs any more.</summary>
    public static Task GiveBack(UnitOfWork work, long id, int people) =>
        work.Execute("UPDATE FeeCode SET Uses = Uses - @people WHERE Id = @id", new { id, people });

    /// <summary>Whether an organisation holds or held an award.</summary>
    public static async Task<bool> HasAward(UnitOfWork work, long organisation) =>
        await work.Scalar<long>(
            "SELECT COUNT(*) FROM Award WHERE OrganisationId = @organisation AND State IN ('Accepted', 'Active', 'Suspended', 'Completed', 'Closed')", new { organisation }) > 0;

    /// <summary>What was said to a party; null where there was no fee.</summary>
    public static Task<PartyFee?> OfParty(UnitOfWork work, long party) =>
        work.Find<PartyFee>($"SELECT {PartyColumns} FROM PartyFee f WHERE f.PartyId = @party", new { party });

    /// <summary>Keeps what is said to a party.</summary>
    public static Task Insert(UnitOfWork work, PartyFee fee) =>
        work.Execute(
            """
            INSERT INTO PartyFee (PartyId, ListMinor, PriceMinor, Currency, TaxName, TaxBasisPoints, Reason, PercentOff, CodeId, FullRefundDays,
                LaterRefundPercent, LaterRefundDays)
            VALUES (@PartyId, @ListMinor, @PriceMinor, @Currency, @TaxName, @TaxBasisPoints, @Reason, @PercentOff, @CodeId, @FullRefundDays,
                @LaterRefundPercent, @LaterRefundDays)
            """,
            new
            {
                fee.PartyId,
                fee.ListMinor,
                fee.PriceMinor,
                fee.Currency,
                fee.TaxName,
                fee.TaxBasisPoints,
                fee.Reason,
                fee.PercentOff,
                fee.CodeId,
                fee.FullRefundDays,
                fee.LaterRefundPercent,
                fee.LaterRefundDays,
            });
}
