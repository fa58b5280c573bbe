using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Organisations;

/// <summary>What an organisation's details must be, and who may change them.</summary>
public static class OrganisationRules
{
    /// <summary>The most words of what an organisation says about itself.</summary>
    public const int AboutWords = 200;

    private static readonly string[] Reserved = ["new", "join"];

    /// <summary>What stands against details that were tidied; empty when nothing does.</summary>
    public static IReadOnlyList<Refusal> Check(OrganisationDetails details)
    {
        var against = new List<Refusal>();
        void Refuse(bool when, string code, string field, params object?[] args)
        {
            if (when)
            {
                against.Add(new Refusal(code, args).At(field));
            }
        }

        Refuse(details.Name.Length == 0, "organisation.name-missing", nameof(details.Name));
        Refuse(details.Name.Length > 200, "organisation.too-long", nameof(details.Name), 200);
        Refuse(HoldsAddress(details.Name), "organisation.name-holds-address", nameof(details.Name));
        Refuse(details.Register is not null && OfficialRegisters.All.All(known => known.Code != details.Register), "organisation.register-unknown", nameof(details.Register));
        Refuse(details.Register is not null && details.LegalNumber is null, "organisation.number-missing", nameof(details.LegalNumber));
        Refuse(details.Register is not null && details.LegalNumber is not null && details.OfficialId is null, "organisation.number-odd", nameof(details.LegalNumber));
        Refuse(details.LegalNumber?.Length > 60, "organisation.too-long", nameof(details.LegalNumber), 60);
        Refuse(details.Email is not null && EmailAddresses.Clean(details.Email).Refused, "organisation.email-odd", nameof(details.Email));
        Refuse(details.Website is not null && !IsWebsite(details.Website), "organisation.website-odd", nameof(details.Website));
        Refuse(WordCount.Of(details.About) > AboutWords, "organisation.about-long", nameof(details.About), AboutWords, WordCount.Of(details.About));
        Refuse(details.YearlyIncomeMinor < 0 || (details.YearlyIncomeMinor is not null && details.IncomeCurrency is not { Length: 3 }), "organisation.income-odd", "YearlyIncome");
        Refuse(details.Phone?.Length > 40, "organisation.too-long", nameof(details.Phone), 40);
        Refuse(details.Website?.Length > 300, "organisation.too-long", nameof(details.Website), 300);
        Refuse(details.Address?.Length > 500, "organisation.too-long", nameof(details.Address), 500);
        Refuse(details.Town?.Length > 100, "organisation.too-long", nameof(details.Town), 100);
        Refuse(details.Postcode?.Length > 20, "organisation.too-long", nameof(details.Postcode), 20);
        Refuse(details.District?.Length > 100, "organisation.too-long", nameof(details.District), 100);
        Refuse(details.Country is { } code && (code.Length != 2 || !code.All(char.IsAsciiLetterUpper)), "organisation.country-odd", nameof(details.Country));
        return against;
    }

    /// <summary>
    /// Details as a member of a role may save them: how letters arrive and how awards are published are the Owners' to
    /// choose, and stay as they were when an Editor saves.
    /// </summary>
    public static Outcome<OrganisationDetails> Edited(MemberRole by, OrganisationDetails before, OrganisationDetails after) => by switch
    {
        MemberRole.Viewer => new Refusal("organisation.viewers-read"),
        MemberRole.Editor when after.LettersBy != before.LettersBy || after.PublishedAs != before.PublishedAs => new Refusal("organisation.owners-choose"),
        _ => after,
    };

    /// <summary>The first free choice for a slug; the number counts the tries from 0.</summary>
    public static string Slug(string name, long id, int attempt)
    {
        var plain = Folded.Slug(name);
        return (plain, attempt) switch
        {
            ({ Length: 0 }, _) or (_, > 20) => FormattableString.Invariant($"group-{id:x}"),
            (_, 0) when !Reserved.Contains(plain) => plain,
            _ => FormattableString.Invariant($"{plain}-{attempt + 1}"),
        };
    }

    /// <summary>Names go into e-mails to strangers; one that holds a link or an address would make them carry it.</summary>
    private static bool HoldsAddress(string name) =>
        name.Contains("://", StringComparison.Ordinal) || name.Contains("www.", StringComparison.OrdinalIgnoreCase)
        || name.Contains('@', StringComparison.Ordinal) || name.Any(c => char.IsControl(c) || c is '<' or '>');

    private static bool IsWebsite(string site) =>
        Uri.TryCreate(site, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Host.Contains('.', StringComparison.Ordinal);
}
