using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Mailbox.Reading;
using GrantsPortal.People;
using GrantsPortal.People.SignIn;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;
using GrantsPortal.Platform.Mail;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Partnerships.Mailbox;

/// <summary>
/// Takes one e-mail after another: files it to the partner whose address it was sent to, reads what it reports of e-mails of ours, or
/// refuses it with a reason. Everything an e-mail does is one transaction, and it does it once.
/// </summary>
public sealed class MailboxDesk(PortalDatabase database, FileStore files, IOptions<PortalOptions> portal, IOptions<InboundOptions> inbound, ILogger<MailboxDesk> log)
{
    private const int HeadBytes = 64 * 1024;

    /// <summary>Takes an e-mail; says what became of it, or null when it came before. <paramref name="place"/> is where it lies in the mailbox, null for one that lies nowhere.</summary>
    public Task<InboundState?> Take(MailPlace? place, byte[] raw, CancellationToken cancel = default)
    {
        var now = database.Clock.GetUtcNow();
        var read = Read(raw, now);
        var head = read.Done ? read.Value : MailReader.HeadOf(raw.Length > HeadBytes ? raw[..HeadBytes] : raw, now);
        return Settle(new Arrival(place, raw, raw.Length, head, read), cancel);
    }

    /// <summary>Refuses an e-mail that is too large to be fetched, by the beginning of its head.</summary>
    public Task<InboundState?> TakeTooLarge(MailPlace place, byte[] head, long bytes, CancellationToken cancel = default) =>
        Settle(new Arrival(place, head, bytes, MailReader.HeadOf(head, database.Clock.GetUtcNow()), new Refusal(MailRefusals.TooLarge, inbound.Value.MaxBytes / 1024 / 1024)), cancel);

    /// <summary>The reader is meant to bear everything; should it not, the e-mail is refused instead of standing in the way of all others.</summary>
    private Outcome<ReadMail> Read(byte[] raw, DateTimeOffset now)
    {
        try
        {
            return MailReader.Read(raw, portal.Value.Zone, now);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            log.LogError(fault, "An e-mail of {Bytes} bytes could not be read", raw.Length);
            return new Refusal(MailRefusals.Unreadable);
        }
    }

    private async Task<InboundState?> Settle(Arrival arrival, CancellationToken cancel)
    {
        if (arrival.Head?.Bounce is { } bounce)
        {
            return await Report(arrival, bounce);
        }

        var (holder, added, refused) = await WhoseAddress(arrival);
        if (refused is null && arrival.Head!.Automatic)
        {
            refused = new Refusal(MailRefusals.Automatic);
        }

        refused ??= arrival.Read.Refused ? arrival.Read.Refusals[0] : null;
        return refused is null && holder is not null ? await File(arrival, holder, added, cancel) : await Refuse(arrival, holder, added, refused!, cancel);
    }

    /// <summary>Whose address it was sent to: what the server noted counts before what the sender wrote.</summary>
    private async Task<(AddressHolder? Holder, string Added, Refusal? Refused)> WhoseAddress(Arrival arrival)
    {
        if (arrival.Head is not { } head)
        {
            return (null, "", new Refusal(MailRefusals.Unreadable));
        }

        string[] Tokens(IEnumerable<string> addresses) => [.. addresses.Select(inbound.Value.AddedIn).OfType<string>().Where(MailboxRules.IsToken).Distinct().Take(10)];
        var tokens = Tokens(head.DeliveredTo) is { Length: > 0 } delivered ? delivered : Tokens(head.AddressedTo);
        await using var work = await database.Read();
        var holding = tokens.Length == 0 ? [] : await ForwardingRepository.Holding(work, [.. tokens.Select(Secrets.Hash)]);
        if (holding.Count == 0 || await HolderOf(work, holding[0]) is not { } holder)
        {
            return (null, string.Join(' ', tokens.Order(StringComparer.Ordinal)), new Refusal(MailRefusals.UnknownAddress));
        }

        return (holder, string.Join(' ', holding.Select(token => token.Id)), holding.Count > 1 ? new Refusal(MailRefusals.SeveralPartners) : null);
    }

    /// <summary>The officer as they are now: an address does nothing once they keep no partnerships, or handed this one on.</summary>
    private async Task<AddressHolder?> HolderOf(UnitOfWork work, ForwardingToken token)
    {
        if (await PersonRepository.Find(work, token.OfficerId) is not { DisabledAt: null } person || await OrganisationRepository.Find(work, token.OrganisationId) is not { } partner)
        {
            return null;
        }

        var actor = new Actor(person.Id, person.Name, (await AccountRepository.Roles(work, person.Id)).ToHashSet());
        var holds = CommitmentRules.MayKeep(actor) && (!token.ActsFor || await ForwardingMoves.ActsFor(work, partner.Id, person.Id, Instants.DayOf(work.Now, portal.Value.Zone)));
        return holds ? new AddressHolder(token, actor, person, partner) : null;
    }

    private async Task<InboundState?> File(Arrival arrival, AddressHolder holder, string added, CancellationToken cancel)
    {
        var mail = arrival.Read.Value;
        var pieces = await FilingMoves.Check(files, mail, cancel);
        var original = await files.Keep(arrival.Raw, "e-mail.eml", "message/rfc822", cancel);
        await using var work = await database.Write(holder.Actor);
        var key = MailboxRules.Key(mail.MessageId, added, arrival.Raw);
        if (await InboundRepository.Has(work, key))
        {
            return null;
        }

        if ((await ForwardingRepository.Of(work, holder.Partner.Id, holder.Person.Id))?.Id != holder.Token.Id)
        {
            return await Refused(work, arrival, null, key, new Refusal(MailRefusals.UnknownAddress), null);
        }

        if (await InboundRepository.CameSince(work, holder.Person.Id, work.Now.AddDays(-1)) >= MailboxRules.PerDay)
        {
            return await Refused(work, arrival, holder, key, new Refusal(MailRefusals.TooMany, MailboxRules.PerDay), null);
        }

        var engagement = await FilingMoves.Note(work, holder.Partner, holder.Person.Id, mail);
        var writer = MailboxRules.Writer(mail);
        var contact = writer is null ? null : await MailContacts.Find(work, holder.Partner.Id, writer.Address);
        var record = Record(work.NewId(), arrival, InboundState.Filed) with
        {
            OrganisationId = holder.Partner.Id,
            OfficerId = holder.Person.Id,
            EngagementId = engagement.Id,
            SentAt = engagement.HappenedAt,
            ContactId = contact?.Id,
            ContactName = contact?.Name,
            FileId = await StoredFileRepository.Insert(work, original),
        };
        if (!await InboundRepository.TryInsert(work, record, arrival.Place, key))
        {
            return null;
        }

        await FilingMoves.Keep(work, record.Id, pieces);
        await ForwardingRepository.MarkUsed(work, holder.Token.Id);
        work.Audit("mailbox.filed", nameof(InboundMail), record.Id, new { organisation = holder.Partner.Id, engagement = engagement.Id, pieces = pieces.Count(piece => piece.Content is not null), leftOut = pieces.Count(piece => piece.Content is null) });
        await work.Commit(cancel);
        return InboundState.Filed;
    }

    private async Task<InboundState?> Refuse(Arrival arrival, AddressHolder? holder, string added, Refusal why, CancellationToken cancel)
    {
        // What came to no address of ours is nobody's business to read, so nothing of it is kept but its head.
        var original = holder is not null && arrival.Raw.Length == arrival.Bytes && arrival.Bytes <= FileStore.MaxBytes && arrival.Bytes > 0 ? await files.Keep(arrival.Raw, "e-mail.eml", "message/rfc822", cancel) : null;
        await using var work = await database.Write(Actor.System);
        var key = MailboxRules.Key(arrival.Head?.MessageId, added, arrival.Raw);
        return await InboundRepository.Has(work, key) ? null : await Refused(work, arrival, holder, key, why, original);
    }

    private static async Task<InboundState?> Refused(UnitOfWork work, Arrival arrival, AddressHolder? holder, string key, Refusal why, SavedContent? original)
    {
        var id = work.NewId();
        var answered = holder is not null && MailboxRules.IsAnswered(arrival.Head, why, await InboundRepository.AnsweredSince(work, holder.Person.Id, work.Now.AddDays(-1)));
        var record = Record(id, arrival, InboundState.Refused) with
        {
            Reason = why.Code,
            ReasonArgs = MailReasons.Stored(why),
            OrganisationId = why.Code == MailRefusals.SeveralPartners ? null : holder?.Partner.Id,
            OfficerId = holder?.Person.Id,
            FileId = original is null ? null : await StoredFileRepository.Insert(work, original),
            AnswerId = answered ? work.Mail(holder!.Person.AsRecipient(), new MailNotFiled(SafeName.Of(arrival.Head!.Subject), why.Code == MailRefusals.SeveralPartners ? null : SafeName.Of(holder.Partner.Name), MailReasons.Say(why), MailboxRoutes.Show(id)), nameof(InboundMail), id) : null,
        };
        if (!await InboundRepository.TryInsert(work, record, arrival.Place, key))
        {
            return null;
        }

        work.Audit("mailbox.refused", nameof(InboundMail), id, new { why.Code, answered });
        await work.Commit();
        return InboundState.Refused;
    }

    private async Task<InboundState?> Report(Arrival arrival, BounceReport bounce)
    {
        await using var work = await database.Write(Actor.System);
        var key = MailboxRules.Key(arrival.Head!.MessageId, "", arrival.Raw);
        if (await InboundRepository.Has(work, key))
        {
            return null;
        }

        var added = arrival.Head.DeliveredTo.Concat(arrival.Head.AddressedTo).Select(inbound.Value.AddedIn).OfType<string>();
        var ours = await BounceMoves.Which(work, bounce, added);
        var record = Record(work.NewId(), arrival, InboundState.Report) with { Status = bounce.Status, OutboxId = ours?.Id, Reason = ours is null ? MailRefusals.ForeignReport : null };
        if (!await InboundRepository.TryInsert(work, record, arrival.Place, key))
        {
            return null;
        }

        if (ours is not null)
        {
            await BounceMoves.Note(work, ours, bounce, Instants.DayOf(work.Now, portal.Value.Zone));
        }

        await work.Commit();
        return InboundState.Report;
    }

    private static InboundMail Record(long id, Arrival arrival, InboundState state)
    {
        var writer = arrival.Head is null ? null : MailboxRules.Writer(arrival.Head);
        return new InboundMail
        {
            Id = id,
            State = state,
            SentAt = arrival.Head?.SentAt,
            FromName = arrival.Head?.From?.Name ?? "",
            FromAddress = (arrival.Head?.From?.Address ?? "").ToLowerInvariant(),
            WriterName = writer?.Name ?? "",
            WriterAddress = PlainText.Cut((writer?.Address ?? "").ToLowerInvariant(), 320),
            Subject = arrival.Head is null ? "" : MailboxRules.Subject(arrival.Head),
            Bytes = arrival.Bytes,
        };
    }

    /// <summary>An e-mail as it came: its bytes, or the beginning of its head, and what was read of it.</summary>
    private sealed record Arrival(MailPlace? Place, byte[] Raw, long Bytes, ReadMail? Head, Outcome<ReadMail> Read);

    /// <summary>The officer whose address it was sent to, as they are now.</summary>
    private sealed record AddressHolder(ForwardingToken Token, Actor Actor, Person Person, Organisation Partner);
}
