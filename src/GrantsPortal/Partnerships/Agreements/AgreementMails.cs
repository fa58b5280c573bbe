using GrantsPortal.Partnerships.Partners;
using GrantsPortal.People;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Partnerships.Agreements;

/// <summary>An agreement waits for a partner's signature; to its Owners.</summary>
public sealed record PartnerAgreementOffered(string Title, string Organisation, string Partners, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static PartnerAgreementOffered Sample => new("Evenings at the harbour", "Harbour Women’s Circle", "Harbour Women’s Circle, Riverton Interfaith Walkers", "/my/partnership/agreements/PA-2026-0003");
}

/// <summary>A partner wants an agreement otherwise; to its officers.</summary>
public sealed record PartnerAgreementSentBack(string Reference, string Title, string Organisation, string Words, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static PartnerAgreementSentBack Sample => new("PA-2026-0003", "Evenings at the harbour", "Harbour Women’s Circle", "We cannot promise a speaker in August.", "/manage/partnerships/agreements/PA-2026-0003");
}

/// <summary>An agreement was signed by all; to the partners' Owners and the officers.</summary>
public sealed record PartnerAgreementInForce(string Title, string Organisation, DateOnly StartsOn, DateOnly EndsOn, string Hash, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static PartnerAgreementInForce Sample => new("Evenings at the harbour", "Harbour Women’s Circle", new(2026, 12, 1), new(2027, 11, 30), new string('b', 64), "/my/partnership/agreements/PA-2026-0003");
}

/// <summary>An agreement was ended, or given up before it was signed; to the partners' Owners.</summary>
public sealed record PartnerAgreementEnded(string Title, string Organisation, string Reason, bool WasInForce, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static PartnerAgreementEnded Sample => new("Evenings at the harbour", "Harbour Women’s Circle", "The hall is sold.", true, "/my/partnership/agreements");
}

/// <summary>An agreement ends soon; to the partners' Owners and the officers.</summary>
public sealed record PartnerAgreementEnding(string Title, string Organisation, DateOnly EndsOn, bool ForStaff, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static PartnerAgreementEnding Sample => new("Evenings at the harbour", "Harbour Women’s Circle", new(2026, 12, 31), true, "/manage/partnerships/agreements/PA-2026-0003");
}

/// <summary>A goal as an e-mail says it.</summary>
public sealed record GoalLine(string What, string? Owner, string Title, DateOnly DueOn, bool Overdue);

/// <summary>Goals that are due or overdue, all in one, once a week at most; to officers and to Owners.</summary>
public sealed record PartnerGoalsDue(IReadOnlyList<GoalLine> Lines, string Path) : Message
{
    /// <summary>How many there are.</summary>
    public int Count => Lines.Count;

    /// <summary>For the preview.</summary>
    public static PartnerGoalsDue Sample => new(
        [
            new("Twelve evenings with speakers from the city", "Harbour Women’s Circle", "Evenings at the harbour", new(2026, 12, 1), true),
            new("A hall for every last Friday", null, "Evenings at the harbour", new(2026, 12, 11), false),
        ],
        "/manage/partnerships/agreements");
}

/// <summary>Writes about agreements to those they concern.</summary>
internal static class AgreementMail
{
    /// <summary>To the Owners of every partner; behind sign-in a notice that says nothing of substance.</summary>
    public static async Task ToPartners(UnitOfWork work, WholeAgreement whole, Func<AgreementParty, Message> message)
    {
        foreach (var party in whole.Parties)
        {
            await PartnerAddresses.Write(work, party.OrganisationId, message(party), AgreementRoutes.Mine);
        }
    }

    /// <summary>To whoever acts today as focal point of a partner, each once.</summary>
    public static async Task ToOfficers(UnitOfWork work, WholeAgreement whole, DateOnly today, Message message)
    {
        var acting = (await PartnerRecords.FocalPoints(work, [.. whole.Parties.Select(party => party.OrganisationId)], today)).Values.Select(one => one.ActingId).Distinct().ToList();
        foreach (var officer in (acting.Count == 0 ? [] : await PersonRepository.Find(work, acting)).Where(person => person.DisabledAt is null))
        {
            work.Mail(officer.AsRecipient(), message, nameof(PartnerAgreement), whole.Agreement.Id);
        }
    }
}
