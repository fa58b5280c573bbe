using GrantsPortal.Platform.Database;

namespace GrantsPortal.Awards.Agreements;

/// <summary>Documents of awards. They are added and read; the database refuses to change or remove one.</summary>
public static class AwardDocumentRepository
{
    private const string Columns =
        """
        d.Id, d.AwardId, d.Kind, d.Number, d.Title, d.HtmlId, d.PdfId, d.Hash, p.Hash AS PdfHash, d.Language, d.CreatedAt, d.CreatedBy
        """;

    private const string From =
        """
        FROM AwardDocument d
        LEFT JOIN StoredFile p ON p.Id = d.PdfId
        """;

    /// <summary>The documents of an award in the order they were made; at most 500.</summary>
    public static Task<IReadOnlyList<AwardDocument>> Of(UnitOfWork work, long award) =>
        work.List<AwardDocument>($"SELECT {Columns} {From} WHERE d.AwardId = @award ORDER BY d.Number {Dialect.Page}", new { award, take = 500 });

    /// <summary>One document of an award, or null.</summary>
    public static Task<AwardDocument?> Find(UnitOfWork work, long award, int number) =>
        work.Find<AwardDocument>($"SELECT {Columns} {From} WHERE d.AwardId = @award AND d.Number = @number", new { award, number });

    /// <summary>The number an award's next document gets.</summary>
    public static Task<int> NextNumber(UnitOfWork work, long award) =>
        work.Scalar<int>("SELECT COALESCE(MAX(Number), 0) + 1 FROM AwardDocument WHERE AwardId = @award", new { award });

    /// <summary>Which of these awards have an agreement that the city has not counter-signed; at most 1,000 ids.</summary>
    public static Task<IReadOnlyList<long>> NotCounterSigned(UnitOfWork work, IReadOnlyCollection<long> awards) =>
        work.List<long>(
            """
            SELECT a.Id
            FROM Award a
            WHERE a.Id IN @awards AND a.Source = 'Portal'
              AND NOT EXISTS (SELECT 1 FROM AwardDocument d WHERE d.AwardId = a.Id AND d.Kind = 'CounterSigned')
            """,
            new { awards });

    /// <summary>
    /// The documents that a file with this SHA-256 is, as HTML or PDF; with a person only those of awards offered to their
    /// organisations; at most 20.
    /// </summary>
    public static Task<IReadOnlyList<RecognisedDocument>> WithHash(UnitOfWork work, string hash, long? person) =>
        work.List<RecognisedDocument>(
            $"""
            SELECT a.Reference, o.Name AS OrganisationName, d.Number, d.Kind, d.Title, d.CreatedAt, f.Form
            FROM (SELECT h.Id, 'html' AS Form FROM AwardDocument h WHERE h.Hash = @hash
                  UNION ALL
                  SELECT p.Id, 'pdf' AS Form FROM StoredFile s JOIN AwardDocument p ON p.PdfId = s.Id WHERE s.Hash = @hash) f
            JOIN AwardDocument d ON d.Id = f.Id
            JOIN Award a ON a.Id = d.AwardId
            JOIN Organisation o ON o.Id = a.OrganisationId
            WHERE @person IS NULL OR (a.OfferedAt IS NOT NULL
              AND EXISTS (SELECT 1 FROM Membership m WHERE m.OrganisationId = a.OrganisationId AND m.PersonId = @person))
            ORDER BY a.Reference, d.Number, f.Form
            {Dialect.Page}
            """,
            new { hash, person, take = 20 });

    /// <summary>Adds a document.</summary>
    internal static Task<int> Insert(UnitOfWork work, AwardDocument document) =>
        work.Execute(
            """
            INSERT INTO AwardDocument (Id, AwardId, Kind, Number, Title, HtmlId, PdfId, Hash, Language, CreatedAt, CreatedBy)
            VALUES (@Id, @AwardId, @Kind, @Number, @Title, @HtmlId, @PdfId, @Hash, @Language, @CreatedAt, @CreatedBy)
            """,
            new { document.Id, document.AwardId, document.Kind, document.Number, document.Title, document.HtmlId, document.PdfId, document.Hash, document.Language, document.CreatedAt, document.CreatedBy });
}
