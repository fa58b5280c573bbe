using GrantsPortal.People;
using GrantsPortal.Platform;

namespace GrantsPortal.Partnerships.Contacts;

/// <summary>A contact as typed.</summary>
public sealed record ContactPlan
{
    /// <summary>Name.</summary>
    public string Name { get; init; } = "";

    /// <summary>What they do there.</summary>
    public string? Role { get; init; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Telephone number.</summary>
    public string? Phone { get; init; }

    /// <summary>BCP 47 codes of the languages they speak.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Ways they do not want.</summary>
    public IReadOnlyList<ContactWay> Not { get; init; } = [];

    /// <summary>Whether they can be reached day and night.</summary>
    public bool DayAndNight { get; init; }

    /// <summary>Their place in a call-down; 0 not called in a crisis.</summary>
    public int CallOrder { get; init; }

    /// <summary>What they agreed to.</summary>
    public IReadOnlyList<ContactPurpose> Purposes { get; init; } = [];
}

/// <summary>Who may be reached how, and for what.</summary>
public static class ContactRules
{
    /// <summary>The most characters of a name, a role, a telephone number.</summary>
    public const int Characters = 60;

    /// <summary>The last place in a call-down.</summary>
    public const int LastCall = 9;

    /// <summary>
    /// Whether a contact may be reached in a way: they are still there, have such an address that works, did not say no to it, and
    /// may be written to at all. Nothing of partnerships is sent past it.
    /// </summary>
    public static bool MayReach(PartnerContact contact, ContactWay way) =>
        contact.RemovedAt is null && contact.Agreed(ContactPurpose.WrittenTo) && way switch
        {
            ContactWay.Email => contact is { NotByEmail: false, Email.Length: > 0, EmailFailedAt: null },
            ContactWay.Phone => contact is { NotByPhone: false, Phone.Length: > 0 },
            _ => contact is { NotByText: false, Phone.Length: > 0 },
        };

    /// <summary>
    /// Whether somebody with an account is written to about the partnership, given the contacts of it, removed ones among them: as each contact that they are says. One
    /// that was removed speaks while there is no other: "not by e-mail" was said by them, and leaving the list does not unsay it.
    /// </summary>
    public static bool MayWriteTo(IReadOnlyList<PartnerContact> contacts, Person person)
    {
        var own = contacts.Where(contact => IsOf(contact, person)).ToList();
        var present = own.Where(contact => contact.RemovedAt is null).ToList();
        return present.Count > 0 ? present.All(contact => MayReach(contact, ContactWay.Email)) : own.MaxBy(contact => contact.RemovedAt) is not { NotByEmail: true };
    }

    /// <summary>Whether a contact is somebody with an account: by the account, or by the same address.</summary>
    public static bool IsOf(PartnerContact contact, Person person) =>
        contact.PersonId == person.Id || (contact.Email is { } email && EmailAddresses.Normalize(email) == EmailAddresses.Normalize(person.Email));

    /// <summary>Whether a contact may be called on in a crisis, in any way at all.</summary>
    public static bool MayCallDown(PartnerContact contact) =>
        contact.CallOrder > 0 && contact.Agreed(ContactPurpose.CallDown) && Enum.GetValues<ContactWay>().Any(way => MayReach(contact, way));

    /// <summary>The basis a purpose stands on: being written to about the partnership is the city's task, everything else is asked for.</summary>
    public static LawfulBasis BasisOf(ContactPurpose purpose) => purpose == ContactPurpose.WrittenTo ? LawfulBasis.PublicTask : LawfulBasis.Consent;

    /// <summary>Whether a contact is to be confirmed anew: never confirmed, or longer ago than the days set.</summary>
    public static bool IsStale(PartnerContact contact, DateTimeOffset now, int days) =>
        contact.RemovedAt is null && (contact.ConfirmedAt ?? contact.CreatedAt) <= now.AddDays(-days);

    /// <summary>
    /// Why a contact cannot be kept; empty when it can. At <c>Name</c> as <see cref="PersonNames"/>, at <c>Email</c> as <see cref="EmailAddresses"/>
    /// or <c>contact.unreachable</c> (no address and no number), at <c>Phone</c> <c>contact.phone-unfit</c>, at <c>Role</c> <c>contact.role-long</c> (most),
    /// at <c>CallOrder</c> <c>contact.order-unfit</c> (last) or <c>contact.call-down-unasked</c>, at <c>DayAndNight</c> <c>contact.no-number</c>.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(ContactPlan plan)
    {
        var (email, phone) = (!string.IsNullOrWhiteSpace(plan.Email), !string.IsNullOrWhiteSpace(plan.Phone));
        return
        [
            .. PersonNames.Clean(plan.Name).Refusals.Select(refusal => refusal.At("Name")),
            .. plan.Role?.Trim().Length > Characters ? [new Refusal("contact.role-long", Characters).At("Role")] : Array.Empty<Refusal>(),
            .. email ? EmailAddresses.Clean(plan.Email).Refusals.Select(refusal => refusal.At("Email")) : phone ? [] : [new Refusal("contact.unreachable").At("Email")],
            .. phone && !IsPhone(plan.Phone!.Trim()) ? [new Refusal("contact.phone-unfit").At("Phone")] : Array.Empty<Refusal>(),
            .. plan.CallOrder is < 0 or > LastCall ? [new Refusal("contact.order-unfit", LastCall).At("CallOrder")]
                : plan.CallOrder > 0 && !plan.Purposes.Contains(ContactPurpose.CallDown) ? [new Refusal("contact.call-down-unasked").At("CallOrder")]
                : Array.Empty<Refusal>(),
            .. plan.DayAndNight && !phone ? [new Refusal("contact.no-number").At("DayAndNight")] : Array.Empty<Refusal>(),
        ];
    }

    private static bool IsPhone(string text) =>
        text.Length <= Characters && text.Count(char.IsAsciiDigit) is >= 5 and <= 20 && text.All(c => char.IsAsciiDigit(c) || c is ' ' or '+' or '-' or '(' or ')' or '/' or '.');
}
