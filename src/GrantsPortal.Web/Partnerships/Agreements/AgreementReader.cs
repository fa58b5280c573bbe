using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Agreements;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Partnerships.Agreements;

/// <summary>Finds agreements as somebody may read them.</summary>
public sealed class AgreementReader(IOptions<PortalOptions> portal)
{
    /// <summary>The day of the city's calendar.</summary>
    public DateOnly Today(UnitOfWork work) => Instants.DayOf(work.Now, portal.Value.Zone);

    /// <summary>One that an actor may read as the record of one of its parties; or null.</summary>
    public async Task<WholeAgreement?> Find(UnitOfWork work, Actor actor, string reference) =>
        await PartnerAgreementRepository.Find(work, reference) is { } whole
            && (await PartnerReading.Of(work, actor, [.. whole.Parties.Select(party => party.OrganisationId)], Today(work))).Values.Any(reading => reading.May(PartnerField.Agreements)) ? whole : null;

    /// <summary>The lines an actor may read, and the parties of all.</summary>
    public async Task<(ILookup<long, AgreementParty> Parties, IReadOnlyList<AgreementLine> Lines)> Readable(UnitOfWork work, Actor actor, IReadOnlyList<AgreementLine> lines, DateOnly today)
    {
        var all = new List<AgreementParty>();
        foreach (var some in lines.Select(line => line.Id).Chunk(500))
        {
            all.AddRange((await PartnerAgreementRepository.Parties(work, some)).SelectMany(group => group));
        }

        var parties = all.ToLookup(party => party.AgreementId);
        var readings = new Dictionary<long, PartnerReading>();
        foreach (var some in all.Select(party => party.OrganisationId).Distinct().Chunk(500))
        {
            foreach (var (organisation, reading) in await PartnerReading.Of(work, actor, some, today))
            {
                readings[organisation] = reading;
            }
        }

        return (parties, [.. lines.Where(line => parties[line.Id].Any(party => readings[party.OrganisationId].May(PartnerField.Agreements)))]);
    }

    /// <summary>An agreement with the progress of its goals.</summary>
    public async Task<AgreementView> View(UnitOfWork work, WholeAgreement whole) => new(whole, await PartnerAgreementRepository.Progress(work, whole.Agreement.Id), Today(work), portal.Value.City);

    /// <summary>The signed document as HTML or PDF; or null.</summary>
    public async Task<StoredFile?> Document(UnitOfWork work, PartnerAgreement? agreement, string form) =>
        (form == "pdf" ? agreement?.PdfId : agreement?.HtmlId) is { } id ? await StoredFileRepository.Find(work, id) : null;
}
