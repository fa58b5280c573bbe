using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Contacts;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Mail;
using GrantsPortal.Platform.Text;
using GrantsPortal.Response.Incidents;
using GrantsPortal.Response.Log;
using GrantsPortal.Response.Texting;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Response.CallDown;

/// <summary>Writes alerts into the outboxes of e-mail and text messages, within the transaction that causes them.</summary>
public sealed class CallDownLetters(CallDownReader reader, IncidentSeal seal, PortalTexts texts, IOptions<PortalOptions> portal)
{
    /// <summary>Alerts contacts of a partner who were not alerted before in this incident, in every way that each may be; returns the lines for the log.</summary>
    public async Task<IReadOnlyList<LineDraft>> Alert(
        UnitOfWork work, Incident incident, long organisation, string name, LetterDelivery lettersBy, IEnumerable<PartnerContact> contacts, bool asDeputy)
    {
        var lines = new List<LineDraft>();
        foreach (var contact in contacts)
        {
            var ways = reader.AsCallable(contact);
            var link = work.NewId();
            await CallDownRepository.Link(work, link, incident.Id, organisation, contact.Id);
            var path = ResponseRoutes.Answer(seal.Token(LinkPurpose.Answer, incident.Id, incident.LinkKey, link));
            if (ways.ByEmail)
            {
                Message message = lettersBy == LetterDelivery.SignIn
                    ? new IncidentNotice(incident.IsDrill, path)
                    : new IncidentAlerted(incident.IsDrill, name, incident.Title, incident.Situation, incident.Ask, asDeputy, path);
                var mail = work.Mail(To(contact), message, nameof(Incident), incident.Id);
                await CallDownRepository.Alert(work, incident.Id, organisation, contact.Id, AlertWay.Email, mail);
                lines.Add(Line(AlertWay.Email));
            }

            if (ways.ByText)
            {
                var text = await TextRepository.Queue(work, TextRules.Number(contact.Phone)!, TextOf(incident, lettersBy, path, LanguageOf(contact)), nameof(Incident), incident.Id);
                await CallDownRepository.Alert(work, incident.Id, organisation, contact.Id, AlertWay.Text, text);
                lines.Add(Line(AlertWay.Text));
            }

            LineDraft Line(AlertWay way) => new(asDeputy ? LineKind.Deputy : LineKind.Alerted, "", organisation, contact.Id, way.ToString());
        }

        return lines;
    }

    /// <summary>A contact as the recipient of a message, in the first of their languages that the portal speaks.</summary>
    public Recipient To(PartnerContact contact) => new(contact.PersonId, contact.Email!, contact.Name, LanguageOf(contact));

    private string LanguageOf(PartnerContact contact) =>
        contact.Languages.FirstOrDefault(code => portal.Value.Languages.Contains(code, StringComparer.OrdinalIgnoreCase)) ?? portal.Value.SourceLanguage;

    /// <summary>What a text message says; to an organisation at risk nothing but that a page is to be opened.</summary>
    private string TextOf(Incident incident, LetterDelivery lettersBy, string path, string language)
    {
        var says = texts.In(language);
        var address = portal.Value.PublicUrl.TrimEnd('/') + path;
        var words = lettersBy == LetterDelivery.SignIn ? says["{0}: please open this now: {1}", portal.Value.City, address] : says["{0}: {1}. Please answer: {2}", portal.Value.City, incident.Title, address];
        return incident.IsDrill ? $"{says["EXERCISE"]}. {words}" : words;
    }
}
