using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Engagements;
using GrantsPortal.Partnerships.Mailbox.Reading;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;

namespace GrantsPortal.Partnerships.Mailbox;

/// <summary>A piece after the house's checks of files: kept content, or why not.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Content">What is kept; null when it is left out.</param>
/// <param name="Why">Why it is left out.</param>
internal sealed record CheckedPiece(string Name, SavedContent? Content, Refusal? Why);

/// <summary>What filing an e-mail does, within somebody's unit of work; the mailbox and officers by hand both use it.</summary>
internal static class FilingMoves
{
    /// <summary>Puts attachments through the checks of every upload: kind by content, size, how far packed files unpack.</summary>
    public static async Task<IReadOnlyList<CheckedPiece>> Check(FileStore files, ReadMail mail, CancellationToken cancel)
    {
        var pieces = new List<CheckedPiece>();
        foreach (var piece in mail.Pieces)
        {
            using var content = new MemoryStream(piece.Content, writable: false);
            var saved = await files.Save(content, piece.Name, cancel);
            pieces.Add(new CheckedPiece(piece.Name, saved.Done ? saved.Value : null, saved.Refused ? saved.Refusals[0] : null));
        }

        return [.. pieces, .. mail.LeftOut.Select(left => new CheckedPiece(left.Name, null, left.Why))];
    }

    /// <summary>
    /// Makes the engagement: on the day the e-mail was written, restricted where the partner is careful with letters. Nobody is named as
    /// having been there before the officer confirms who wrote it.
    /// </summary>
    public static Task<Engagement> Note(UnitOfWork work, Organisation partner, long officer, ReadMail mail) => EngagementMoves.Note(work, new EngagementPlan
    {
        OrganisationId = partner.Id,
        Kind = EngagementKind.Email,
        HappenedAt = MailboxRules.WrittenAt(mail, work.Now),
        OfficerId = officer,
        Words = MailboxRules.Words(mail),
        Restricted = partner.LettersBy == LetterDelivery.SignIn,
        Source = EngagementSource.Mail,
    });

    /// <summary>Notes attachments beside an e-mail, those kept as documents.</summary>
    public static async Task Keep(UnitOfWork work, long mail, IReadOnlyList<CheckedPiece> pieces)
    {
        foreach (var (index, piece) in pieces.Index())
        {
            await InboundRepository.InsertPiece(work, mail, new InboundPiece
            {
                Place = index + 1,
                Name = piece.Name,
                FileId = piece.Content is { } content ? await StoredFileRepository.Insert(work, content) : null,
                Reason = piece.Why?.Code,
                ReasonArgs = piece.Why is { } why ? MailReasons.Stored(why) : null,
            });
        }
    }
}
