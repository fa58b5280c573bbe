using GrantsPortal.Partnerships.Mailbox.Reading;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Partnerships.Mailbox;

/// <summary>
/// What a mail server's report does. It is believed only where it holds random digits of an e-mail of ours, in its way back or in its
/// Message-ID, and then only of the address that this e-mail went to, whatever the report names.
/// </summary>
internal static class BounceMoves
{
    /// <summary>The e-mail of ours that a report is of; null when it proves none.</summary>
    public static async Task<SentMail?> Which(UnitOfWork work, BounceReport bounce, IEnumerable<string> added)
    {
        foreach (var tag in added.Take(10))
        {
            if (ReturnPaths.Named(tag) is { } id && await OutboxRepository.FindSent(work, id) is { } sent && ReturnPaths.IsOf(tag, sent.MessageId))
            {
                return sent;
            }
        }

        foreach (var mentioned in bounce.Mentioned)
        {
            if (await OutboxRepository.FindSent(work, mentioned) is { } sent)
            {
                return sent;
            }
        }

        return null;
    }

    /// <summary>Counts a report, and marks the address where it is one too many.</summary>
    public static async Task Note(UnitOfWork work, SentMail ours, BounceReport bounce, DateOnly today)
    {
        var (address, hard) = (ours.ToAddress.Trim().ToLowerInvariant(), BounceRules.IsHard(bounce.Status));
        if (!await BounceRepository.TryNote(work, ours.Id, hard, address, bounce.Status, bounce.Words))
        {
            return;
        }

        var soft = await BounceRepository.Soft(work, address, work.Now.AddDays(-BounceRules.SoftDays));
        if (BounceRules.Fails(hard, soft, work.Now))
        {
            await UndeliverableMoves.Mark(work, address, bounce.Status, bounce.Words, today);
        }
    }
}
