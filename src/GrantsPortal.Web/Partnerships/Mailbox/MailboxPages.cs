using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Mailbox;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Partnerships.Mailbox;

/// <summary>What came to the mailbox.</summary>
public sealed record MailboxPage(string? Search, InboundState? Show, IReadOnlyList<InboundMail> Mails, IReadOnlyDictionary<InboundState, int> Counts, bool IsSet, bool All, DateTimeOffset? ReadAt, string? Next, bool First);

/// <summary>One e-mail that came, and where it can be filed.</summary>
public sealed record MailPage(InboundMail Mail, IReadOnlyList<InboundPiece> Pieces, bool MayFile, int KeepDays)
{
    /// <summary>What was typed to find a partner.</summary>
    public string? Partner { get; init; }

    /// <summary>Partners that it matches.</summary>
    public IReadOnlyList<OrganisationRow> Found { get; init; } = [];

    /// <summary>Whether it can still be filed: it was filed, or is kept as it came.</summary>
    public bool CanMove => MayFile && (Mail.State == InboundState.Filed || Mail.FileId is not null);
}

/// <summary>E-mail on a partner's page: the reader's own address to forward to, what was filed last, and members whom e-mail does not reach.</summary>
public sealed record MailboxView(long Organisation, bool MayKeep, bool Offered, ForwardingAddress? Address, IReadOnlyList<InboundMail> Filed, IReadOnlyList<(string Name, FailedAddress Failed)> Failing);

/// <summary>E-mail, on a partner's page.</summary>
public sealed class MailboxPart(ForwardingDesk forwarding, FilingDesk filing) : IPartnerPart
{
    private const int Shown = 5;

    /// <inheritdoc/>
    public int Order => 35;

    /// <inheritdoc/>
    public PartnerField Field => PartnerField.Engagements;

    /// <inheritdoc/>
    public async Task<PartnerPart?> For(PartnerSight sight, UnitOfWork work)
    {
        var id = sight.Organisation.Id;
        var address = sight.MayKeep ? await forwarding.Of(work, id, sight.Actor.Person) : null;
        var filed = await filing.Seen(work, sight.Actor, await InboundRepository.OfPartner(work, id, Shown));
        var members = await OrganisationRepository.People(work, id);
        var failed = (await BounceRepository.Marked(work, [.. members.Select(member => member.Email.ToLowerInvariant()).Distinct()])).ToDictionary(one => one.Address);
        var failing = members.Where(member => failed.ContainsKey(member.Email.ToLowerInvariant())).Select(member => (member.Name, failed[member.Email.ToLowerInvariant()])).ToList();
        return sight.MayKeep || filed.Count > 0 || failing.Count > 0
            ? new PartnerPart("mailbox", "E-mail", "/Partnerships/Mailbox/_Part.cshtml", new MailboxView(id, sight.MayKeep, forwarding.Offered, address, filed, failing))
            : null;
    }
}

/// <summary>The mailbox's refusals as sentences; those of files are said elsewhere.</summary>
public sealed class MailboxSentences : IRefusalSentences
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> English { get; } = new Dictionary<string, string>(MailReasons.English.Where(one => !one.Key.StartsWith("file.", StringComparison.Ordinal)))
    {
        ["mailbox.not-staff"] = "Only a focal point, a programme officer or an administrator can do this",
        ["mailbox.not-offered"] = "The city reads no mailbox yet",
        ["mailbox.no-address"] = "You have no address for this partner",
        ["mailbox.partner-missing"] = "Choose the partner",
        ["mailbox.there-already"] = "It is filed to this partner already",
        ["mailbox.gone"] = "The e-mail is not kept any more. Forward it again",
        ["mailbox.built-on"] = "Needs or commitments hang on this contact, so it stays with its partner",
        ["mailbox.changed-meanwhile"] = "Somebody else decided over this e-mail while you had it open. Look at it again",
    };
}

/// <summary>English words for what the mailbox holds, said through the localiser.</summary>
public static class MailboxWords
{
    /// <summary>What became of an e-mail.</summary>
    public static string Of(InboundState state) => state switch { InboundState.Filed => "Filed", InboundState.Refused => "Not filed", _ => "Report" };

    /// <summary>The colour of its tag.</summary>
    public static string Kind(InboundMail mail) => mail.State switch { InboundState.Filed => "good", InboundState.Refused => "bad", _ => "quiet" };
}
