using System.Globalization;
using GrantsPortal.People;
using GrantsPortal.Response.RapidFund;
using GrantsPortal.Web.Awards.Parts;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Response.RapidFund;

/// <summary>What the pages of rapid-response funds need.</summary>
public static class RapidFundPages
{
    /// <summary>Registers it. An exercise has no fund: its tab is not there, and opening one is refused.</summary>
    public static IServiceCollection AddRapidFundPages(this IServiceCollection services) => services
        .AddSingleton<IRefusalSentences, RapidFundSentences>()
        .AddSingleton<IAwardPart, RapidAwardPart>()
        .AddSingleton(new IncidentTab(RapidRoutes.Tab, "Rapid-response fund", 50) { Of = incident => !incident.IsDrill });

    /// <summary>People to choose from.</summary>
    internal static IReadOnlyList<FieldItem> Choices(IEnumerable<Person> people) =>
        [.. people.Select(person => new FieldItem(person.Id.ToString(CultureInfo.InvariantCulture), person.Name))];
}
