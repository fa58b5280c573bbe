using GrantsPortal.Awards.Agreements;
using GrantsPortal.Awards.Conditions;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Documents;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Awards.Offers;

/// <summary>Somebody who signed.</summary>
/// <param name="Name">The name typed.</param>
/// <param name="Account">The name on the account that typed it.</param>
/// <param name="At">When it reached the server, in UTC.</param>
public sealed record Signatory(string Name, string Account, DateTimeOffset At);

/// <summary>What goes into an agreement, frozen at the instant it is accepted.</summary>
/// <param name="Award">The award as offered.</param>
/// <param name="Organisation">Who accepts.</param>
/// <param name="ApplicationReference">The application it answers.</param>
/// <param name="CallTitle">The call.</param>
/// <param name="Conditions">What is needed before the first payment.</param>
/// <param name="SignedBy">Who signed for the organisation, in their order.</param>
public sealed record AgreementParts(
    Award Award, Organisation Organisation, string? ApplicationReference, string? CallTitle, IReadOnlyList<AwardCondition> Conditions, IReadOnlyList<Signatory> SignedBy);

/// <summary>The grant agreement; the same parts in the same language always give the same bytes.</summary>
public static class AgreementDocument
{
    /// <summary>What the document is called.</summary>
    public static string Title(Award award, TextsIn says) => says["Grant agreement {0}", award.Reference];

    /// <summary>The document.</summary>
    public static string Html(AgreementParts parts, TextsIn says, PortalOptions portal)
    {
        var award = parts.Award;
        var page = new DocumentPage(says, Title(award, says), says["Between {0} and {1}", portal.City, parts.Organisation.Name]);
        page.Rows(
            says["The award"],
            new(says["Organisation"], parts.Organisation.Name),
            new(says["Registered as"], parts.Organisation.OfficialId ?? parts.Organisation.LegalNumber),
            new(says["Amount"], award.Amount.Format(page.Culture)),
            new(says["For"], award.Title),
            new(says["Application"], parts.ApplicationReference),
            new(says["Call"], parts.CallTitle),
            new(says["First day"], award.StartsOn is { } starts ? Instants.Day(starts, page.Culture) : null),
            new(says["Last day"], award.EndsOn is { } ends ? Instants.Day(ends, page.Culture) : null),
            new(says["Decided on"], Instants.Day(award.AwardedOn, page.Culture)));
        page.Section(says["Terms"], award.Terms);
        if (parts.Conditions.Count > 0)
        {
            page.Items(says["Needed before the first payment"], [.. parts.Conditions.Select(condition => condition.Detail is { } detail ? $"{condition.Title}: {detail}" : condition.Title)]);
        }

        foreach (var (signatory, number) in parts.SignedBy.Select((signatory, i) => (signatory, i + 1)))
        {
            page.Signed(
                parts.SignedBy.Count == 1 ? says["Acceptance"] : says["Acceptance, signature {0} of {1}", number, parts.SignedBy.Count],
                new(says["Accepted by"], signatory.Name, "mark"),
                new(says["Signed in as"], signatory.Account),
                new(says["For"], says["{0}, as an Owner of it", parts.Organisation.Name]),
                new(says["On"], Instants.Long(signatory.At, portal.Zone, page.Culture)));
        }

        return page.Html();
    }
}
