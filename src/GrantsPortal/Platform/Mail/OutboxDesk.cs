using System.Text.RegularExpressions;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Platform.Mail;

/// <summary>What administrators do with the outbox.</summary>
public sealed class OutboxDesk(PortalDatabase database, OutboxBell bell)
{
    /// <summary>
    /// Sends an e-mail again that was given up or is in doubt. Refused with <c>email.not-found</c>, or with
    /// <c>email.not-again</c> (its state) when it was sent, or is still going to be.
    /// </summary>
    public async Task<Outcome> Resend(Actor actor, long id)
    {
        await using var work = await database.Write(actor);
        var item = await OutboxReader.Find(work, id);
        if (item is null)
        {
            return new Refusal("email.not-found");
        }

        if (!await OutboxReader.Requeue(work, id, item.Version))
        {
            return new Refusal("email.not-again", item.State);
        }

        work.Audit("email.sent-again", "OutboxMessage", id, new { was = item.State });
        await work.Commit();
        bell.Ring();
        return Outcome.Ok;
    }
}

/// <summary>
/// Takes out of an account message what would let whoever reads it take the account over: the secret in its links.
/// Administrators and auditors see that a link was sent, never where it leads.
/// </summary>
public static partial class Secrecy
{
    /// <summary>The text as staff may read it.</summary>
    public static string Veil(string text, MessageKind kind) =>
        kind != MessageKind.Account ? text : Link().Replace(text, link => Segment().Replace(Query().Replace(link.Value, ""), "/…"));

    [GeneratedRegex("""https?://[^\s"'<>]+""")]
    private static partial Regex Link();

    [GeneratedRegex(@"[?#].*$")]
    private static partial Regex Query();

    [GeneratedRegex(@"/[A-Za-z0-9_\-.~%]{16,}(?=/|$)")]
    private static partial Regex Segment();
}
