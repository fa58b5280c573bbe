using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Contacts;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Documents;
using GrantsPortal.Platform.Text;
using GrantsPortal.Response.CallDown;
using GrantsPortal.Response.Families;
using GrantsPortal.Response.Incidents;
using GrantsPortal.Response.Log;
using GrantsPortal.Response.Matters;
using GrantsPortal.Response.Offers;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Response.Papers;

/// <summary>A partner as paper shows it.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="Offers">What it said that it can do.</param>
/// <param name="Contacts">Its contacts in the order of the call; none for a partner at risk.</param>
/// <param name="Officer">Who at the city knows it; null where nobody does.</param>
public sealed record PaperEntry(PartnerLine Partner, IReadOnlyList<CrisisOffer> Offers, IReadOnlyList<PartnerContact> Contacts, string? Officer);

/// <summary>What an after-action report is made from.</summary>
public sealed record ReportSight(Incident Incident, ReportFigures Figures, IReadOnlyList<IncidentPartner> Partners, IReadOnlyList<IncidentMatter> Matters, int Matches, IReadOnlyList<IncidentLine> Lines, string OpenedBy, int FamiliesAsked, int FamiliesOffered);

/// <summary>
/// What is printed: the call-down list for when nothing else works, and the report afterwards. Paper gets lost, so of a partner at risk the
/// list names the officer who can reach it instead of people and numbers.
/// </summary>
public sealed class IncidentPapers(CallDownReader reader, PortalTexts texts, IOptions<PortalOptions> portal)
{
    /// <summary>The call-down list: every partner, or those of an incident, by name.</summary>
    public async Task<IReadOnlyList<PaperEntry>> CallDown(UnitOfWork work, Incident? incident)
    {
        var entries = incident is null ? await reader.Read(work, new CallDownScope { Everybody = true }) : await reader.Read(work, incident, incident.Scope);
        var offers = (await CrisisRepository.All(work)).ToLookup(offer => offer.OrganisationId);
        var officers = new Dictionary<long, long>();
        foreach (var some in entries.Chunk(1000))
        {
            foreach (var (organisation, focal) in await PartnerRecords.FocalPoints(work, [.. some.Select(entry => entry.Partner.OrganisationId)], Instants.DayOf(work.Now, portal.Value.Zone)))
            {
                officers[organisation] = focal.ActingId;
            }
        }

        var names = (await PersonRepository.Find(work, [.. officers.Values.Distinct()])).ToDictionary(person => person.Id, person => person.Name);
        return
        [
            .. entries.Select(entry => new PaperEntry(
                entry.Partner, [.. offers[entry.Partner.OrganisationId]], entry.Partner.IsCareful ? [] : [.. entry.ByPhone],
                officers.TryGetValue(entry.Partner.OrganisationId, out var officer) ? names.GetValueOrDefault(officer) : null)),
        ];
    }

    /// <summary>The call-down list as a document.</summary>
    public string CallDownHtml(IReadOnlyList<PaperEntry> entries, Incident? incident, DateTimeOffset at)
    {
        var says = texts.In(portal.Value.SourceLanguage);
        var title = incident is null ? says["Call-down list of {0}", portal.Value.City] : says["Call-down list: {0}", incident.Title];
        var page = new DocumentPage(says, incident is { IsDrill: true } ? $"{says["EXERCISE"]}: {title}" : title, says["As it stood on {0}. Destroy it when there is a newer one.", Instants.Long(at, portal.Value.Zone, says.Culture)]);
        return page.Table(
            says["{0} partners", entries.Count],
            [says["Partner"], says["Where, languages"], says["Can do"], says["Whom to call, in this order"]],
            entries.Select(entry => (IReadOnlyList<string>)[entry.Partner.Name, Where(entry.Partner), Offered(entry, says), Called(entry, says)])).Html();
    }

    /// <summary>Reads what a report is made from.</summary>
    public static async Task<ReportSight> Report(UnitOfWork work, Incident incident)
    {
        var partners = await CallDownRepository.Listed(work, incident.Id);

        // What was asked for families later is on the pages, which go on; the report stays as it was made.
        var families = (await FamilyRepository.Marks(work, incident.Id)).Where(mark => incident.ClosedAt is not { } closed || mark.OpenedAt <= closed).ToList();
        return new ReportSight(
            incident, ReportRules.Of(partners), partners, await MatterRepository.Of(work, incident.Id), (await MatterRepository.Matches(work, incident.Id)).Count,
            await LogRepository.Whole(work, incident.Id), (await PersonRepository.Find(work, incident.OpenedBy))?.Name ?? "",
            families.Count(mark => mark.Side == SupportSide.Asked), families.Count(mark => mark.Side == SupportSide.Offered));
    }

    /// <summary>The after-action report as a document; the same incident always gives the same page once it is closed. People of partners are not named.</summary>
    public string ReportHtml(ReportSight sight)
    {
        var says = texts.In(portal.Value.SourceLanguage);
        var (incident, figures) = (sight.Incident, sight.Figures);
        string Time(DateTimeOffset at) => Instants.Long(at, portal.Value.Zone, says.Culture);
        var title = says["After-action report: {0}", incident.Title];
        var page = new DocumentPage(says, incident.IsDrill ? $"{says["EXERCISE"]}: {title}" : title, $"{portal.Value.City} · {incident.Reference}{(incident.IsDrill ? " · " + says["This was an exercise. Nothing of it happened."] : "")}");
        page.Rows(
            says["What it was"],
            new DocumentRow(says["Kind"], incident.IsDrill ? says["EXERCISE"] : says["REAL"]),
            new DocumentRow(says["Opened"], says["{0}, by {1}", Time(incident.OpenedAt), sight.OpenedBy]),
            new DocumentRow(says["First alerts"], incident.AlertedAt is { } alerted ? Time(alerted) : null),
            new DocumentRow(says["Closed"], incident.ClosedAt is { } closed ? Time(closed) : null));
        page.Paragraph(says["What was known at the end"], incident.Situation);
        page.Section(says["What was learned"], incident.Lessons);
        page.Rows(
            says["Figures"],
            new DocumentRow(says["Partners on the list"], figures.Listed.ToString(says.Culture)),
            new DocumentRow(says["Asked"], figures.Asked.ToString(says.Culture)),
            new DocumentRow(says["Answered"], figures.Answered.ToString(says.Culture)),
            new DocumentRow(says["Half of the answers came within"], figures.MedianMinutes is { } median ? says["{0} minutes", median] : says["Nobody answered"]),
            new DocumentRow(says["Needed help at the end"], figures.NeedHelp.ToString(says.Culture)),
            new DocumentRow(says["Needs and offers put together"], sight.Matches.ToString(says.Culture)),
            new DocumentRow(says["Support for families"], sight.FamiliesAsked + sight.FamiliesOffered == 0 ? null : says["{0} asked for, {1} offered while it went on", sight.FamiliesAsked, sight.FamiliesOffered]));
        page.Table(
            says["How soon partners were reached"], [says["Within"], says["Answered"], says["Of those asked"]],
            figures.Within.Select(within => (IReadOnlyList<string>)[says["{0} minutes", within.Minutes], within.Answered.ToString(says.Culture), figures.Asked == 0 ? "–" : $"{100 * within.Answered / figures.Asked} %"]), 1, 2);
        page.Table(
            says["Needs and offers"], [says["Partner"], says["Kind"], says["What"], says["What became of it"]],
            sight.Matters.Select(matter => (IReadOnlyList<string>)
            [
                matter.LettersBy == LetterDelivery.SignIn ? says["A partner that is not named"] : matter.OrganisationName,
                matter.Side == MatterSide.Need ? says["Need"] : says["Offer"], says[ResponseNames.Of(matter.Capability)] + (matter.Words.Length > 0 ? ": " + matter.Words : ""),
                says[MatterStates.Table.Names[matter.State].ForStaff],
            ]));
        return page.Table(
            says["Log"], [says["When"], says["What"]],
            sight.Lines.Select(line => (IReadOnlyList<string>)[Instants.Short(line.At, portal.Value.Zone, says.Culture), Sentence(line, says)])).Html();
    }

    private static string Sentence(IncidentLine line, TextsIn says)
    {
        var words = LineWords.Words(line);
        var said = says[LineWords.Sentence(line), LineWords.Args(line, text => says[text], hide: true)];
        return words.Length == 0 ? said : $"{said}: “{words}”";
    }

    private static string Where(PartnerLine partner) =>
        string.Join(" · ", new[] { string.Join(", ", CodeList.Of(partner.DistrictNames).Append(partner.District ?? "").Where(name => name.Length > 0).Distinct()), string.Join(", ", CodeList.Of(partner.LanguageCodes)) }.Where(part => part.Length > 0).DefaultIfEmpty("–"));

    private static string Offered(PaperEntry entry, TextsIn says) =>
        entry.Offers.Count == 0 ? "–" : string.Join('\n', entry.Offers.Select(offer => string.Join(", ", CodeList.Of(offer.Languages).Prepend(says[ResponseNames.Of(offer.Capability)])) + (offer.Words.Length > 0 ? $" ({offer.Words})" : "")));

    private static string Called(PaperEntry entry, TextsIn says) =>
        entry.Partner.IsCareful ? says["Only through the officer who knows them: {0}", entry.Officer ?? says["nobody yet"]]
        : entry.Contacts.Count == 0 ? says["Nobody who may be called"]
        : string.Join('\n', entry.Contacts.Select(contact => $"{contact.CallOrder}. {contact.Name} {contact.Phone}{(contact.DayAndNight ? " – " + says["day and night"] : "")}"));
}
