using GrantsPortal.Organisations;
using GrantsPortal.Partnerships;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.People;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Partnerships.Agreements;
using GrantsPortal.Web.Partnerships.Documents;
using GrantsPortal.Web.Partnerships.Engagements;
using GrantsPortal.Web.Partnerships.Mailbox;
using GrantsPortal.Web.Partnerships.Needs;
using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Partnerships;

/// <summary>What the module's pages need.</summary>
public static class PartnershipPages
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddPartnershipPages(this IServiceCollection services) => services
        .AddSingleton<IRefusalSentences, PartnershipSentences>()
        .AddSingleton<IRefusalSentences, EngagementSentences>()
        .AddSingleton<IRefusalSentences, MailboxSentences>()
        .AddSingleton<IRefusalSentences, AgreementSentences>()
        .AddSingleton<IPartnerPart, AgreementsPart>()
        .AddSingleton<AgreementReader>()
        .AddSingleton<LogBoxes>()
        .AddSingleton<IPartnerPart, EngagementsPart>()
        .AddSingleton<IPartnerPart, NeedsPart>()
        .AddSingleton<IPartnerPart, DocumentsPart>()
        .AddSingleton<IPartnerPart, MailboxPart>()
        .AddSingleton<IPartnerPart, CommitmentsPart>();
}

/// <summary>The list of partners.</summary>
public sealed record PartnersPage(
    string? Search, PartnerFilter Show, IReadOnlyList<PartnerRow> Rows, PartnerCounts Counts, IReadOnlyDictionary<long, Encounter> Seen, DateOnly Today, string? Next, bool First);

/// <summary>A commitment being noted, changed or ended.</summary>
public sealed record CommitmentPage(Organisation Organisation, Commitment? Commitment, CommitmentForm Form, IReadOnlyList<Person> Officers)
{
    /// <summary>What was typed of why it ends.</summary>
    public string? Reason { get; init; }
}

/// <summary>A commitment as typed.</summary>
public sealed class CommitmentForm
{
    /// <summary>The version it was opened at.</summary>
    public int Version { get; set; }

    /// <summary>Who promised.</summary>
    public CommitmentMaker MadeBy { get; set; }

    /// <summary>What.</summary>
    public string? What { get; set; }

    /// <summary>By when.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>Who at the city follows it up.</summary>
    public long? OwnerId { get; set; }

    /// <summary>What the use case takes.</summary>
    public CommitmentPlan Read(long organisation) => new() { OrganisationId = organisation, MadeBy = MadeBy, What = What ?? "", DueOn = DueOn, OwnerId = OwnerId };

    /// <summary>A commitment as it stands.</summary>
    public static CommitmentForm Of(Commitment commitment) =>
        new() { Version = commitment.Version, MadeBy = commitment.MadeBy, What = commitment.What, DueOn = commitment.DueOn, OwnerId = commitment.OwnerId };
}

/// <summary>Commitments as lists show them.</summary>
/// <param name="Commitments">The commitments.</param>
/// <param name="Organisation">The partner they are of.</param>
/// <param name="MayKeep">Whether the reader can change them.</param>
/// <param name="Today">The day of the city's calendar.</param>
public sealed record CommitmentsView(IReadOnlyList<Commitment> Commitments, long Organisation, bool MayKeep, DateOnly Today);

/// <summary>What was promised, on a partner's page.</summary>
public sealed class CommitmentsPart : IPartnerPart
{
    /// <inheritdoc/>
    public PartnerField Field => PartnerField.Commitments;

    /// <inheritdoc/>
    public int Order => 10;

    /// <inheritdoc/>
    public async Task<PartnerPart?> For(PartnerSight sight, UnitOfWork work) =>
        new("commitments", "Commitments", "/Partnerships/_Commitments.cshtml", new CommitmentsView(await CommitmentRepository.Of(work, sight.Organisation.Id), sight.Organisation.Id, sight.MayKeep, sight.Today));
}

/// <summary>The module's refusals as sentences.</summary>
public sealed class PartnershipSentences : IRefusalSentences
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> English { get; } = new Dictionary<string, string>
    {
        ["partner.not-yours"] = "Only the partner’s focal point or deputy, a programme officer or an administrator can do this",
        ["partner.hand-over"] = "Hand the partner over instead: that asks what happens to restricted notes",
        ["partner.officer-missing"] = "Choose an officer who looks after partnerships",
        ["partner.deputy-same"] = "Choose a deputy who is not the focal point",
        ["partner.next-past"] = "Enter a day that is not past",
        ["partner.words-long"] = "At most {0} characters fit here",
        ["partner.note-missing"] = "Write the note",
        ["partner.reason-missing"] = "Say why",
        ["partner.reason-long"] = "At most {0} characters fit here",
        ["handover.not-yours"] = "Only the officer, a programme officer or an administrator can do this",
        ["handover.same"] = "Choose somebody else",
        ["handover.nothing"] = "Tick the partners to hand over",
        ["handover.not-theirs"] = "One of these partners is no longer theirs. Look at the list again",
        ["handover.note-undecided"] = "Say of this note whether it passes on",
        ["cover.dates-unfit"] = "Enter a last day that is not past and not before the first",
        ["access.out-of-bounds"] = "This field cannot be opened so far or closed so far",
        ["contact.unreachable"] = "Enter an e-mail address or a telephone number",
        ["contact.phone-unfit"] = "Enter a telephone number with digits, such as +44 151 496 0123",
        ["contact.role-long"] = "At most {0} characters fit here",
        ["contact.order-unfit"] = "Enter a place from 1 to {0}, or 0 for nobody to call in a crisis",
        ["contact.call-down-unasked"] = "Ask them first whether they may be called in a crisis, and tick that they agreed",
        ["contact.no-number"] = "Enter a telephone number to reach them at night",
        ["commitment.not-staff"] = "Only a focal point, a programme officer or an administrator can do this",
        ["commitment.what-missing"] = "Write what was promised",
        ["commitment.what-long"] = "At most {0} characters fit here",
        ["commitment.due-missing"] = "Enter the day by which it is to be kept",
        ["commitment.due-past"] = "Enter a day that is not past",
        ["commitment.owner-missing"] = "Choose who at the city follows it up",
        ["commitment.reason-missing"] = "Say why it is given up",
        ["commitment.changed-meanwhile"] = "Somebody else changed this commitment while you had it open. Look at it again, then save",
    };
}

/// <summary>English words for what the module's records hold, said through the localiser.</summary>
public static class PartnershipWords
{
    /// <summary>Who promised.</summary>
    public static string Of(CommitmentMaker maker) => maker == CommitmentMaker.City ? "The city" : "The partner";

    /// <summary>The colour of a commitment's tag.</summary>
    public static string Kind(Commitment commitment, DateOnly today) =>
        commitment.IsOverdue(today) ? "bad" : commitment.State switch { CommitmentState.Open => "going", CommitmentState.Kept => "good", _ => "quiet" };

    /// <summary>The state of a commitment, overdue said as such.</summary>
    public static string Of(Commitment commitment, DateOnly today) => commitment.IsOverdue(today) ? "Overdue" : CommitmentStates.Table.Names[commitment.State].ForStaff;
}
