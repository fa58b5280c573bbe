using GrantsPortal.Awards;
using GrantsPortal.Awards.Agreements;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Web.Awards.Parts;

/// <summary>The documents of an award.</summary>
public sealed class DocumentsPart : IAwardPart
{
    /// <inheritdoc/>
    public int Order => 70;

    /// <inheritdoc/>
    public Task<AwardPart?> ForMember(AwardSight sight, UnitOfWork work) => Part(sight, work, AwardRoutes.MyDocument, AwardRoutes.MyDocuments(sight.Award.Reference));

    /// <inheritdoc/>
    public Task<AwardPart?> ForStaff(AwardSight sight, UnitOfWork work) => Part(sight, work, AwardRoutes.Document, AwardRoutes.Documents(sight.Award.Reference));

    private static async Task<AwardPart?> Part(AwardSight sight, UnitOfWork work, Func<string, int, string, string> path, string all) =>
        await AwardDocumentRepository.Of(work, sight.Award.Id) is { Count: > 0 } documents
            ? new AwardPart("documents", "Documents", "/Awards/Parts/_Documents.cshtml", new DocumentsView(sight.Award, documents, path, all))
            : null;
}

/// <summary>Documents with where they are downloaded.</summary>
/// <param name="Award">The award.</param>
/// <param name="Documents">Its documents, in the order they were made.</param>
/// <param name="Path">The address of one: the award's reference, the document's number, <c>html</c> or <c>pdf</c>.</param>
/// <param name="All">The page with all of them.</param>
public sealed record DocumentsView(Award Award, IReadOnlyList<AwardDocument> Documents, Func<string, int, string, string> Path, string All);
