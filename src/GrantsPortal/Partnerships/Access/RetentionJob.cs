using GrantsPortal.Partnerships.Contacts;
using GrantsPortal.Partnerships.Engagements;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Jobs;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Partnerships.Access;

/// <summary>Forgets what partnerships kept for its time: removed contacts, restricted notes, words of handovers and engagements. The audit trail says what was forgotten, by id alone.</summary>
public sealed class RetentionJob(PortalDatabase database, IOptions<PartnerOptions> options) : IJob
{
    /// <inheritdoc/>
    public string Name => "partnerships.retention";

    /// <inheritdoc/>
    public string Does => "Forgets removed contacts, restricted notes, and words of handovers and engagements when the time to keep them is over.";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public async Task Run(CancellationToken cancel)
    {
        await using var work = await database.Write(Actor.System);
        var contacts = await ContactRepository.RemovedBefore(work, work.Now.AddMonths(-options.Value.ContactMonths));
        if (contacts.Count > 0)
        {
            await EngagementErasure.Forget(work, contacts);
            await ContactRepository.Forget(work, contacts);
        }

        foreach (var contact in contacts)
        {
            work.Audit("contact.forgotten", nameof(PartnerContact), contact, new { why = "retention" });
        }

        foreach (var note in await RetentionRepository.ForgetNotes(work, work.Now.AddMonths(-options.Value.NoteMonths)))
        {
            work.Audit("partner.note-forgotten", nameof(PartnerNote), note, new { why = "retention" });
        }

        foreach (var handover in await RetentionRepository.ForgetHandovers(work, work.Now.AddMonths(-options.Value.HandoverMonths)))
        {
            work.Audit("partner.handover-forgotten", "PartnerHandover", handover, new { why = "retention" });
        }

        foreach (var engagement in await EngagementRepository.ForgetWords(work, work.Now.AddMonths(-options.Value.EngagementMonths), work.Now.AddMonths(-options.Value.SealedMonths)))
        {
            work.Audit("engagement.words-forgotten", nameof(Engagement), engagement, new { why = "retention" });
        }

        await work.Commit();
    }
}

/// <summary>Takes away what was kept for its time.</summary>
public static class RetentionRepository
{
    /// <summary>Deletes restricted notes written before an instant, at most 500; says which.</summary>
    internal static async Task<IReadOnlyList<long>> ForgetNotes(UnitOfWork work, DateTimeOffset before)
    {
        var notes = await work.List<long>($"SELECT n.Id FROM PartnerNote n WHERE n.WrittenAt < @before ORDER BY n.WrittenAt {Dialect.Page}", new { before, take = 500 });
        if (notes.Count > 0)
        {
            await work.Execute("DELETE FROM PartnerNote WHERE Id IN @notes", new { notes });
        }

        return notes;
    }

    /// <summary>Takes the words out of handovers before an instant, at most 500; says of which. That it was handed over stays.</summary>
    internal static async Task<IReadOnlyList<long>> ForgetHandovers(UnitOfWork work, DateTimeOffset before)
    {
        var handovers = await work.List<long>($"SELECT h.Id FROM PartnerHandover h WHERE h.At < @before AND h.Note IS NOT NULL ORDER BY h.At {Dialect.Page}", new { before, take = 500 });
        if (handovers.Count > 0)
        {
            await work.Execute("UPDATE PartnerHandover SET Note = NULL WHERE Id IN @handovers", new { handovers });
        }

        return handovers;
    }
}

/// <summary>A kind of record that partnerships keep.</summary>
/// <param name="Name">What it is, in English.</param>
/// <param name="Basis">On what basis, in English.</param>
/// <param name="Kept">How long, in English with {0}.</param>
/// <param name="Number">What stands there.</param>
/// <param name="Setting">Name of the setting; null where it is fixed.</param>
public sealed record KeptRecord(string Name, string Basis, string Kept, int? Number, string? Setting);

/// <summary>Which kinds of record there are, on what basis they are kept, and for how long.</summary>
public static class KeptRecords
{
    /// <summary>A task in the public interest.</summary>
    public const string Task = "A task in the public interest: Article 6(1)(e) GDPR";
    private const string Consent = "Consent: Article 6(1)(a) GDPR; it can be taken back at any time";

    /// <summary>The list, with the times set.</summary>
    public static IReadOnlyList<KeptRecord> Of(PartnerOptions options) =>
    [
        new("Contacts of partners, for being written to", Task, "Until removed, and {0} months after", options.ContactMonths, "Partnerships:ContactMonths"),
        new("Contacts of partners, for a crisis, for other partners, for the directory", Consent, "Until taken back; the record of it as long as the contact", null, null),
        new("Restricted notes on partners", Task, "{0} months after they were written, or until a handover lets them end", options.NoteMonths, "Partnerships:NoteMonths"),
        new("Words of handovers", Task, "{0} months; that it was handed over stays", options.HandoverMonths, "Partnerships:HandoverMonths"),
        new("What was said with partners, and who was there", Task, "{0} months; that they were spoken to stays", options.EngagementMonths, "Partnerships:EngagementMonths"),
        new("What was said in confidence and did not pass on at a handover", Task, "{0} months after it was sealed; auditors alone read it", options.SealedMonths, "Partnerships:SealedMonths"),
        new("Holders of roles at the city, the police and nationally", Task, "Until somebody else holds it, the role ends or they ask to be forgotten", null, null),
        new("Commitments between the city and organisations", Task, "With the organisation's record", null, null),
        new("Languages, districts, themes and communities of an organisation", Task, "With the organisation's record; they name no person", null, null),
        new("Audit trail: ids of persons and records, no names", "A legal obligation to account: Article 6(1)(c) GDPR", "For ever", null, null),
    ];
}
