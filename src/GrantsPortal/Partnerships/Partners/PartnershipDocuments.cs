using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Agreements;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Partnerships.Partners;

/// <summary>Signed agreements with partners, and attachments of e-mails that were filed to them: these are read from what was said then, and are known of by the same people.</summary>
public sealed class PartnershipDocuments : IPartnerDocuments
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<PartnerDocument>> Of(UnitOfWork work, long organisation, DateTimeOffset? before, int take) =>
        [.. (await PartnershipDocumentRepository.Of(work, organisation, before, take)).Select(one => one.Kind == "Agreement"
            ? new PartnerDocument(one.At, one.What, "Agreement {0}, signed by all", [one.Reference], AgreementRoutes.File(one.Reference, one.AmountMinor == 1 ? "pdf" : "html"), PartnerField.Agreements)
            : new PartnerDocument(one.At, one.What, "Came with the e-mail “{0}”", [one.Other], PartnershipRoutes.Engagement(organisation, one.Id), one.Kind == "Restricted" ? PartnerField.RestrictedWords : PartnerField.EngagementWords))];
}

/// <summary>The documents that partnerships themselves keep.</summary>
public static class PartnershipDocumentRepository
{
    /// <summary>Agreements in force and attachments of filed e-mails, the latest first; of an agreement <see cref="Happening.AmountMinor"/> is 1 where there is a PDF.</summary>
    public static Task<IReadOnlyList<Happening>> Of(UnitOfWork work, long organisation, DateTimeOffset? before, int take) =>
        work.List<Happening>(
            $"""
            SELECT x.At, x.Kind, x.What, x.Other, x.Reference, x.Id, x.Pdf AS AmountMinor, NULL AS Currency
            FROM (
                SELECT a.InForceAt AS At, 'Agreement' AS Kind, a.Title AS What, '' AS Other, a.Reference, a.Id, CASE WHEN a.PdfId IS NULL THEN 0 ELSE 1 END AS Pdf
                FROM PartnerAgreementParty p
                JOIN PartnerAgreement a ON a.Id = p.AgreementId AND a.InForceAt IS NOT NULL AND a.HtmlId IS NOT NULL
                WHERE p.OrganisationId = @organisation
                UNION ALL
                SELECT m.TakenAt, CASE WHEN e.Restricted = 1 THEN 'Restricted' ELSE 'Mail' END, d.Name, m.Subject, '', e.Id, 0
                FROM InboundMail m
                JOIN Engagement e ON e.Id = m.EngagementId AND e.SealedAt IS NULL
                JOIN InboundPiece d ON d.MailId = m.Id AND d.FileId IS NOT NULL
                WHERE m.OrganisationId = @organisation) x
            WHERE @before IS NULL OR x.At < @before
            ORDER BY x.At DESC, x.Id DESC
            {Dialect.Page}
            """,
            new { organisation, before, take });
}
