using GrantsPortal.Platform.Database;

namespace GrantsPortal.Partnerships.Mailbox;

/// <summary>Which e-mails a list shows.</summary>
/// <param name="State">In this state.</param>
/// <param name="OfficerId">Of one officer; null for all.</param>
/// <param name="Search">Whose subject, sender or partner holds this.</param>
public sealed record InboundFilter(InboundState? State, long? OfficerId, string? Search);

/// <summary>How many e-mails are in a state.</summary>
public sealed class InboundCount
{
    /// <summary>The state.</summary>
    public InboundState State { get; init; }

    /// <summary>How many.</summary>
    public int Number { get; init; }
}

/// <summary>What came to the mailbox.</summary>
public static class InboundRepository
{
    private const string Columns =
        """
        m.Id, m.State, m.Reason, m.ReasonArgs, m.TakenAt, m.SentAt, m.FromName, m.FromAddress, m.WriterName, m.WriterAddress, m.Subject, m.Bytes, m.OrganisationId, g.Name AS OrganisationName,
        m.OfficerId, p.Name AS OfficerName, m.EngagementId, COALESCE(e.Restricted, 0) AS Restricted, e.SealedAt, m.ContactId, m.ContactName, m.ConfirmedAt, m.FileId, m.AnswerId, m.OutboxId, m.Status, m.Version
        """;

    private const string From = "FROM InboundMail m LEFT JOIN Organisation g ON g.Id = m.OrganisationId LEFT JOIN Person p ON p.Id = m.OfficerId LEFT JOIN Engagement e ON e.Id = m.EngagementId";

    private const string Filter =
        """
        WHERE (@officer IS NULL OR m.OfficerId = @officer)
            AND (@pattern IS NULL OR m.Subject LIKE @pattern ESCAPE '\' OR m.FromAddress LIKE @pattern ESCAPE '\' OR m.WriterName LIKE @pattern ESCAPE '\' OR m.WriterAddress LIKE @pattern ESCAPE '\' OR g.Name LIKE @pattern ESCAPE '\')
        """;

    /// <summary>A page of e-mails, the latest first.</summary>
    public static Task<IReadOnlyList<InboundMail>> Page(UnitOfWork work, InboundFilter filter, long? before, int take) =>
        work.List<InboundMail>(
            $"""
            SELECT {Columns} {From}
            {Filter}
                AND (@state IS NULL OR m.State = @state) AND (@before IS NULL OR m.Id < @before)
            ORDER BY m.Id DESC
            {Dialect.Page}
            """,
            new { officer = filter.OfficerId, pattern = Pattern(filter.Search), state = filter.State?.ToString(), before, take });

    /// <summary>How many e-mails there are in each state.</summary>
    public static Task<IReadOnlyList<InboundCount>> Counts(UnitOfWork work, InboundFilter filter) =>
        work.List<InboundCount>(
            $"SELECT m.State, COUNT(*) AS Number {From} {Filter} GROUP BY m.State ORDER BY m.State {Dialect.Page}",
            new { officer = filter.OfficerId, pattern = Pattern(filter.Search), take = 10 });

    /// <summary>One e-mail; or null.</summary>
    public static Task<InboundMail?> Find(UnitOfWork work, long id) => work.Find<InboundMail>($"SELECT {Columns} {From} WHERE m.Id = @id", new { id });

    /// <summary>The e-mail that became an engagement; or null.</summary>
    public static Task<InboundMail?> OfEngagement(UnitOfWork work, long engagement) =>
        work.Find<InboundMail>($"SELECT {Columns} {From} WHERE m.EngagementId = @engagement", new { engagement });

    /// <summary>The last e-mails filed to a partner by an officer.</summary>
    public static Task<IReadOnlyList<InboundMail>> OfPartner(UnitOfWork work, long organisation, int take) =>
        work.List<InboundMail>($"SELECT {Columns} {From} WHERE m.OrganisationId = @organisation AND m.State = 'Filed' ORDER BY m.Id DESC {Dialect.Page}", new { organisation, take });

    /// <summary>Its attachments, in order.</summary>
    public static Task<IReadOnlyList<InboundPiece>> Pieces(UnitOfWork work, long mail) =>
        work.List<InboundPiece>(
            $"SELECT p.Place, p.Name, p.FileId, f.Bytes, p.Reason, p.ReasonArgs FROM InboundPiece p LEFT JOIN StoredFile f ON f.Id = p.FileId WHERE p.MailId = @mail ORDER BY p.Place {Dialect.Page}",
            new { mail, take = 300 });

    /// <summary>What became of the e-mail at a place; null when it was not read yet.</summary>
    public static async Task<InboundState?> At(UnitOfWork work, MailPlace place) =>
        Enum.TryParse<InboundState>(await work.Scalar<string>("SELECT State FROM InboundMail WHERE UidValidity = @UidValidity AND Uid = @Uid", new { place.UidValidity, place.Uid }), out var state) ? state : null;

    /// <summary>Whether an e-mail came before.</summary>
    public static async Task<bool> Has(UnitOfWork work, string key) =>
        await work.Scalar<long>("SELECT COUNT(*) FROM InboundMail WHERE MessageKey = @key", new { key }) > 0;

    /// <summary>How many e-mails came to an officer's addresses since an instant.</summary>
    public static async Task<int> CameSince(UnitOfWork work, long officer, DateTimeOffset since) =>
        (int)await work.Scalar<long>("SELECT COUNT(*) FROM InboundMail WHERE OfficerId = @officer AND TakenAt >= @since", new { officer, since });

    /// <summary>How many answers an officer got since an instant.</summary>
    public static async Task<int> AnsweredSince(UnitOfWork work, long officer, DateTimeOffset since) =>
        (int)await work.Scalar<long>("SELECT COUNT(*) FROM InboundMail WHERE OfficerId = @officer AND TakenAt >= @since AND AnswerId IS NOT NULL", new { officer, since });

    /// <summary>Adds one; false when it came before, or its place was read before.</summary>
    public static Task<bool> TryInsert(UnitOfWork work, InboundMail mail, MailPlace? place, string key) =>
        work.TryInsert(
            """
            INSERT INTO InboundMail (Id, UidValidity, Uid, MessageKey, State, Reason, ReasonArgs, TakenAt, SentAt, FromName, FromAddress, WriterName, WriterAddress, Subject, Bytes,
                OrganisationId, OfficerId, EngagementId, ContactId, ContactName, FileId, AnswerId, OutboxId, Status, Version)
            VALUES (@Id, @validity, @uid, @key, @State, @Reason, @ReasonArgs, @now, @SentAt, @FromName, @FromAddress, @WriterName, @WriterAddress, @Subject, @Bytes,
                @OrganisationId, @OfficerId, @EngagementId, @ContactId, @ContactName, @FileId, @AnswerId, @OutboxId, @Status, 1)
            """,
            new
            {
                mail.Id,
                validity = place?.UidValidity,
                uid = place?.Uid,
                key,
                mail.State,
                mail.Reason,
                mail.ReasonArgs,
                now = work.Now,
                mail.SentAt,
                mail.FromName,
                mail.FromAddress,
                mail.WriterName,
                mail.WriterAddress,
                mail.Subject,
                mail.Bytes,
                mail.OrganisationId,
                mail.OfficerId,
                mail.EngagementId,
                mail.ContactId,
                mail.ContactName,
                mail.FileId,
                mail.AnswerId,
                mail.OutboxId,
                mail.Status,
            });

    /// <summary>Adds an attachment.</summary>
    public static Task InsertPiece(UnitOfWork work, long mail, InboundPiece piece) =>
        work.Execute(
            "INSERT INTO InboundPiece (MailId, Place, Name, FileId, Reason, ReasonArgs) VALUES (@mail, @Place, @Name, @FileId, @Reason, @ReasonArgs)",
            new { mail, piece.Place, piece.Name, piece.FileId, piece.Reason, piece.ReasonArgs });

    /// <summary>Takes away the attachments that are noted, before they are noted anew.</summary>
    public static Task ClearPieces(UnitOfWork work, long mail) => work.Execute("DELETE FROM InboundPiece WHERE MailId = @mail", new { mail });

    /// <summary>Notes that an officer filed it to a partner; false when somebody was quicker.</summary>
    public static Task<bool> File(UnitOfWork work, InboundMail mail, int version) =>
        work.Guarded(
            """
            UPDATE InboundMail
            SET State = 'Filed', Reason = NULL, ReasonArgs = NULL, OrganisationId = @OrganisationId, OfficerId = @OfficerId, EngagementId = @EngagementId,
                ContactId = @ContactId, ContactName = @ContactName, ConfirmedAt = NULL, ConfirmedBy = NULL, Version = Version + 1
            WHERE Id = @Id AND Version = @version
            """,
            new { mail.Id, mail.OrganisationId, mail.OfficerId, mail.EngagementId, mail.ContactId, mail.ContactName, version });

    /// <summary>Moves an engagement that nothing hangs on to another partner; false when something does, or it was moved meanwhile.</summary>
    public static Task<bool> Move(UnitOfWork work, long engagement, long from, long to) =>
        work.Guarded(
            """
            UPDATE Engagement SET OrganisationId = @to, ChangedAt = @now, Version = Version + 1
            WHERE Id = @engagement AND OrganisationId = @from
                AND NOT EXISTS (SELECT 1 FROM Need n WHERE n.EngagementId = Engagement.Id)
                AND NOT EXISTS (SELECT 1 FROM Commitment c WHERE c.Origin = 'Engagement' AND c.OriginId = Engagement.Id)
            """,
            new { engagement, from, to, now = work.Now });

    /// <summary>Notes that an officer said who wrote it; false when it was said, or somebody was quicker.</summary>
    public static Task<bool> Confirm(UnitOfWork work, long id, int version) =>
        work.Guarded(
            "UPDATE InboundMail SET ConfirmedAt = @now, ConfirmedBy = @by, Version = Version + 1 WHERE Id = @id AND Version = @version AND ContactId IS NOT NULL AND ConfirmedAt IS NULL",
            new { id, version, now = work.Now, by = work.Actor.Person });

    /// <summary>Notes where and when the mailbox was read; false when the folder began a new life, so that its old numbers mean nothing.</summary>
    public static async Task<bool> NoteFolder(UnitOfWork work, string name, long validity)
    {
        var before = await work.Scalar<long?>("SELECT UidValidity FROM MailboxFolder WHERE Name = @name", new { name });
        const string Again = "UPDATE MailboxFolder SET UidValidity = @validity, ReadAt = @now WHERE Name = @name";
        if (await work.Execute(Again, new { name, validity, now = work.Now }) == 0)
        {
            await work.Execute("INSERT INTO MailboxFolder (Name, UidValidity, ReadAt) VALUES (@name, @validity, @now)", new { name, validity, now = work.Now });
        }

        return before is null || before == validity;
    }

    /// <summary>When the mailbox was last read, in UTC; null when never.</summary>
    public static Task<DateTimeOffset?> ReadAt(UnitOfWork work, string name) => work.Scalar<DateTimeOffset?>("SELECT ReadAt FROM MailboxFolder WHERE Name = @name", new { name });

    /// <summary>The documents of e-mails as they came that are older than an instant; at most 500.</summary>
    public static Task<IReadOnlyList<long>> Originals(UnitOfWork work, DateTimeOffset before) =>
        work.List<long>($"SELECT m.FileId FROM InboundMail m WHERE m.TakenAt < @before AND m.FileId IS NOT NULL ORDER BY m.TakenAt {Dialect.Page}", new { before, take = 500 });

    /// <summary>Lets an e-mail go as it came; what was taken from it stays.</summary>
    public static async Task ForgetOriginal(UnitOfWork work, long file)
    {
        await work.Execute("UPDATE InboundMail SET FileId = NULL WHERE FileId = @file", new { file });
        await work.Execute("DELETE FROM StoredFile WHERE Id = @file", new { file });
    }

    /// <summary>Lets go what was refused or reported before an instant; says how many.</summary>
    public static async Task<int> ForgetUnfiled(UnitOfWork work, DateTimeOffset before)
    {
        await work.Execute("DELETE FROM InboundPiece WHERE MailId IN (SELECT m.Id FROM InboundMail m WHERE m.TakenAt < @before AND m.State <> 'Filed')", new { before });
        return await work.Execute("DELETE FROM InboundMail WHERE TakenAt < @before AND State <> 'Filed'", new { before });
    }

    /// <summary>What came from an address, in small letters, the latest first; at most 500.</summary>
    public static Task<IReadOnlyList<InboundMail>> WrittenBy(UnitOfWork work, string address) =>
        work.List<InboundMail>($"SELECT {Columns} {From} WHERE m.FromAddress = @address OR m.WriterAddress = @address ORDER BY m.Id DESC {Dialect.Page}", new { address, take = 500 });

    /// <summary>Takes an erased person's name and address out of what came from them.</summary>
    public static Task<int> Forget(UnitOfWork work, string address) =>
        work.Execute(
            """
            UPDATE InboundMail
            SET FromName = CASE WHEN FromAddress = @address THEN '' ELSE FromName END, FromAddress = CASE WHEN FromAddress = @address THEN '' ELSE FromAddress END,
                WriterName = CASE WHEN WriterAddress = @address THEN '' ELSE WriterName END, WriterAddress = CASE WHEN WriterAddress = @address THEN '' ELSE WriterAddress END,
                ContactName = CASE WHEN WriterAddress = @address THEN NULL ELSE ContactName END, ContactId = CASE WHEN WriterAddress = @address THEN NULL ELSE ContactId END
            WHERE FromAddress = @address OR WriterAddress = @address
            """,
            new { address });

    private static string? Pattern(string? search) => string.IsNullOrWhiteSpace(search)
        ? null
        : $"%{search.Trim().Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";
}
