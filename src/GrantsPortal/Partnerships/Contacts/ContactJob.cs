using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.Platform.Mail;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Partnerships.Contacts;

/// <summary>Asks contacts twice a year whether they are still reached so; the mail's link shows, its button confirms.</summary>
public sealed class ContactJob(PortalDatabase database, IOptions<PartnerOptions> options, IOptions<PortalOptions> portal) : IJob
{
    /// <inheritdoc/>
    public string Name => "partnerships.contacts";

    /// <inheritdoc/>
    public string Does => "Asks the contacts of partners whether they are still right, half a year after they last said so.";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public async Task Run(CancellationToken cancel)
    {
        await using var work = await database.Write(Actor.System);
        var due = await ContactRepository.ToAsk(work, work.Now.AddDays(-options.Value.ConfirmDays), work.Now.AddDays(-options.Value.ConfirmLinkDays));
        var partners = due.Count == 0 ? [] : (await OrganisationRepository.Find(work, [.. due.Select(contact => contact.OrganisationId).Distinct()])).ToDictionary(partner => partner.Id);
        foreach (var contact in due.Where(contact => ContactRules.MayReach(contact, ContactWay.Email)))
        {
            cancel.ThrowIfCancellationRequested();
            var secret = Secrets.Token();
            await ContactRepository.Asked(work, contact.Id, Secrets.Hash(secret));
            var partner = partners[contact.OrganisationId];
            work.Mail(
                new Recipient(contact.PersonId, contact.Email!, contact.Name, contact.Languages is [var first, ..] ? first : portal.Value.SourceLanguage),
                new ContactStillRight(partner.LettersBy == LetterDelivery.SignIn ? null : partner.Name, PartnerRoutes.Confirm(secret)),
                nameof(PartnerContact),
                contact.Id);
            work.Audit("contact.asked", nameof(PartnerContact), contact.Id, new { contact.OrganisationId });
        }

        await work.Commit();
    }
}

/// <summary>Asks somebody whether the city still reaches them so. Names no organisation where that reads its letters behind sign-in.</summary>
public sealed record ContactStillRight(string? Organisation, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static ContactStillRight Sample => new("Harbour Women’s Circle", "/contacts/secret");
}
