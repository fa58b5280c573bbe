using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Engagements;
using GrantsPortal.Partnerships.Mailbox.Reading;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Partnerships.Mailbox;

/// <summary>What officers do with what came: file it to another partner, and say who wrote it.</summary>
public sealed class FilingDesk(PortalDatabase database, FileStore files, IOptions<PortalOptions> portal)
{
    /// <summary>
    /// Which of some e-mails an actor may see: those filed to a partner of which they may read what was said, and of the others those that came
    /// to their own addresses; administrators and auditors see all of these.
    /// </summary>
    public async Task<IReadOnlyList<InboundMail>> Seen(UnitOfWork work, Actor actor, IReadOnlyList<InboundMail> mails)
    {
        var partners = mails.Where(mail => mail.State == InboundState.Filed).Select(mail => mail.OrganisationId!.Value).Distinct().ToList();
        var readings = await PartnerReading.Of(work, actor, partners, Instants.DayOf(work.Now, portal.Value.Zone));
        return [.. mails.Where(mail => mail.State == InboundState.Filed
            ? mail.SealedAt is null ? readings[mail.OrganisationId!.Value].May(mail.Restricted ? PartnerField.RestrictedWords : PartnerField.EngagementWords) : actor.Is(Roles.Auditor)
            : actor.Is(Roles.Administrator, Roles.Auditor) || (mail.OfficerId is { } officer && officer == actor.PersonId))];
    }

    /// <summary>An e-mail that the actor may see; or null.</summary>
    public async Task<InboundMail?> Find(UnitOfWork work, Actor actor, long id) =>
        await InboundRepository.Find(work, id) is { } mail && (await Seen(work, actor, [mail])).Count == 1 ? mail : null;

    /// <summary>Whether the actor, who may see it, may decide over it: the officer it came to, or an administrator.</summary>
    public static bool MayFile(Actor actor, InboundMail mail) =>
        CommitmentRules.MayKeep(actor) && mail.State != InboundState.Report && (actor.Is(Roles.Administrator) || mail.OfficerId == actor.PersonId);

    /// <summary>
    /// Files an e-mail to a partner: one that was refused is read again, one that was filed elsewhere moves with its engagement. Null when
    /// it is not the actor's; refused with <c>mailbox.partner-missing</c>, <c>mailbox.there-already</c>, <c>mailbox.gone</c> when it was not
    /// kept as it came, <c>mailbox.built-on</c> when needs or commitments hang on its engagement, <c>mailbox.changed-meanwhile</c>, or the reason
    /// for which it cannot be read.
    /// </summary>
    public async Task<Outcome?> File(Actor actor, long id, long? organisation, int version, CancellationToken cancel = default)
    {
        var (mail, partner) = await Both(actor, id, organisation);
        if (mail is null || !MayFile(actor, mail))
        {
            return null;
        }

        if (partner is null)
        {
            return new Refusal("mailbox.partner-missing").At("organisation");
        }

        return mail switch
        {
            { State: InboundState.Filed } when mail.OrganisationId == partner.Id => new Refusal("mailbox.there-already").At("organisation"),
            { State: InboundState.Filed } => await Move(actor, mail, partner, version),
            { FileId: null } => new Refusal("mailbox.gone"),
            _ => await Read(actor, mail, partner, version, cancel),
        };
    }

    /// <summary>
    /// Says that the partner's contact with the writer's address did write it; they then stand in the engagement. Null when it is not the
    /// actor's; refused with <c>mailbox.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome?> Confirm(Actor actor, long id, int version)
    {
        await using var work = await database.Write(actor);
        if (await Find(work, actor, id) is not { State: InboundState.Filed, EngagementId: { } engagement, ContactId: { } contact } mail || !MayFile(actor, mail))
        {
            return null;
        }

        if (!await InboundRepository.Confirm(work, id, version))
        {
            return new Refusal("mailbox.changed-meanwhile");
        }

        var there = (await EngagementRepository.People(work, [engagement]))[engagement].ToList();
        if (there.All(person => person.ContactId != contact))
        {
            await EngagementRepository.PutPeople(work, engagement, [.. there, new EngagementPerson(contact, mail.ContactName ?? "")]);
        }

        work.Audit("mailbox.writer-confirmed", nameof(InboundMail), id, new { engagement, contact });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Notes in the audit trail that somebody read an e-mail as it came, and gives its content; null when it is not theirs to read, or is gone.</summary>
    public async Task<Stream?> Original(Actor actor, long id)
    {
        await using var work = await database.Write(actor);
        if (await Find(work, actor, id) is not { FileId: { } file } || await StoredFileRepository.Find(work, file) is not { } stored || !files.Has(stored.Hash))
        {
            return null;
        }

        work.Audit("mailbox.original-read", nameof(InboundMail), id);
        await work.Commit();
        return files.Open(stored.Hash);
    }

    /// <summary>Notes that somebody opened an attachment, and gives it; null when it is not theirs to read, was left out, or is gone.</summary>
    public async Task<(StoredFile File, Stream Content)?> Piece(Actor actor, long id, int place)
    {
        await using var work = await database.Write(actor);
        if (await Find(work, actor, id) is null || (await InboundRepository.Pieces(work, id)).FirstOrDefault(piece => piece.Place == place)?.FileId is not { } file
            || await StoredFileRepository.Find(work, file) is not { } stored || !files.Has(stored.Hash))
        {
            return null;
        }

        work.Audit("mailbox.attachment-read", nameof(InboundMail), id, new { place });
        await work.Commit();
        return (stored, files.Open(stored.Hash));
    }

    private async Task<(InboundMail? Mail, Organisation? Partner)> Both(Actor actor, long id, long? organisation)
    {
        await using var work = await database.Read();
        return (await Find(work, actor, id), organisation is { } chosen ? await OrganisationRepository.Find(work, chosen) : null);
    }

    private async Task<Outcome?> Move(Actor actor, InboundMail mail, Organisation partner, int version)
    {
        await using var work = await database.Write(actor);
        var contact = await MailContacts.Find(work, partner.Id, mail.WriterAddress);
        if (!await InboundRepository.File(work, mail with { OrganisationId = partner.Id, ContactId = contact?.Id, ContactName = contact?.Name }, version))
        {
            return new Refusal("mailbox.changed-meanwhile");
        }

        if (!await InboundRepository.Move(work, mail.EngagementId!.Value, mail.OrganisationId!.Value, partner.Id))
        {
            return new Refusal("mailbox.built-on");
        }

        await EngagementRepository.PutPeople(work, mail.EngagementId.Value, []);
        work.Audit("mailbox.moved", nameof(InboundMail), mail.Id, new { engagement = mail.EngagementId, from = mail.OrganisationId, to = partner.Id });
        await work.Commit();
        return Outcome.Ok;
    }

    private async Task<Outcome?> Read(Actor actor, InboundMail mail, Organisation partner, int version, CancellationToken cancel)
    {
        var read = MailReader.Read(await Raw(mail.FileId!.Value, cancel), portal.Value.Zone, database.Clock.GetUtcNow());
        if (read.Refused)
        {
            return read.Plain();
        }

        var pieces = await FilingMoves.Check(files, read.Value, cancel);
        await using var work = await database.Write(actor);
        var engagement = await FilingMoves.Note(work, partner, actor.Person, read.Value);
        var contact = await MailContacts.Find(work, partner.Id, mail.WriterAddress);
        if (!await InboundRepository.File(work, mail with { OrganisationId = partner.Id, OfficerId = actor.Person, EngagementId = engagement.Id, ContactId = contact?.Id, ContactName = contact?.Name }, version))
        {
            return new Refusal("mailbox.changed-meanwhile");
        }

        await InboundRepository.ClearPieces(work, mail.Id);
        await FilingMoves.Keep(work, mail.Id, pieces);
        work.Audit("mailbox.filed", nameof(InboundMail), mail.Id, new { organisation = partner.Id, engagement = engagement.Id, was = mail.Reason });
        await work.Commit(cancel);
        return Outcome.Ok;
    }

    private async Task<byte[]> Raw(long file, CancellationToken cancel)
    {
        await using var work = await database.Read(cancel);
        using var raw = new MemoryStream();
        if (await StoredFileRepository.Find(work, file) is { } stored && files.Has(stored.Hash))
        {
            await using var content = files.Open(stored.Hash);
            await content.CopyToAsync(raw, cancel);
        }

        return raw.ToArray();
    }
}
