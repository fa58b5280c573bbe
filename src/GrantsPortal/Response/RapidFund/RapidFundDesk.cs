using GrantsPortal.Calls;
using GrantsPortal.Funds;
using GrantsPortal.Funds.Ledger;
using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Contacts;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Mail;
using GrantsPortal.Platform.Text;
using GrantsPortal.Response.CallDown;
using GrantsPortal.Response.Incidents;
using GrantsPortal.Response.Log;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Response.RapidFund;

/// <summary>Opens rapid-response funds in incidents.</summary>
public sealed class RapidFundDesk(PortalDatabase database, CallDownLetters contacts, PortalTexts texts, IOptions<PortalOptions> portal)
{
    /// <summary>
    /// Opens a fund in one transaction: a published call from an approved template, its money announced in the ledger, a line in the
    /// incident's log, and an e-mail to every contact of the call-down who may be written to. Null where there is no such incident;
    /// refused as <see cref="RapidRules.MayOpen"/> says, or with <c>rapid.changed-meanwhile</c>. Returns the call.
    /// </summary>
    public async Task<Outcome<Call>?> Open(Actor actor, string reference, RapidOpening opening)
    {
        await using var work = await database.Write(actor);
        if (await IncidentRepository.Find(work, reference) is not { } incident)
        {
            return null;
        }

        var locked = await RapidRepository.LockTemplate(work, opening.TemplateId);
        var template = locked ? await RapidTemplateRepository.Find(work, opening.TemplateId) : null;
        var opened = template is null ? 0 : await RapidRepository.OpenedSince(work, template.Id, template.ApprovedAt!.Value);
        var free = template is null ? 0 : await Free(work, template, opening.ClosesAt ?? work.Now);
        if (RapidRules.MayOpen(actor, incident, template, opening, opened, free, work.Now) is { Count: > 0 } wrong)
        {
            return Outcome<Call>.Refuse(wrong);
        }

        var call = await Publish(work, template!, opening);
        var told = await Tell(work, incident, call);
        await RapidRepository.InsertFund(work, call.Id, incident.Id, template!, told);
        var says = texts.In(portal.Value.SourceLanguage);
        await LogRepository.Write(work, incident.Id, new LineDraft(LineKind.Note, says["Opened a rapid-response fund: {0}, {1}. {2} contacts were told.", call.Title, call.Budget.Format(says.Culture), told]));
        work.Audit("rapid-fund.opened", "Incident", incident.Id, new { call = call.Slug, template = template!.Id, call.BudgetMinor, call.Currency, told });
        await work.Commit();
        return call;
    }

    /// <summary>What is free in a template's fund for decisions at an instant, less what other calls have announced and not yet awarded, in minor units.</summary>
    public async Task<long> Free(UnitOfWork work, RapidTemplate template, DateTimeOffset closes)
    {
        var year = BudgetYear.Of(CallRules.DecisionBy(closes, template.Hours, portal.Value.Zone), portal.Value.BudgetYearStartsMonth);
        var figures = (await Ledger.OfFund(work, template.ProgrammeId)).Years.FirstOrDefault(one => one.Year == year && one.Currency == template.Currency);
        var announced = await RapidRepository.Announcements(work, template.ProgrammeId, year);
        return (figures?.FreeMinor ?? 0) - announced.Sum(call => Math.Max(0, call.CalledMinor - call.AwardedMinor));
    }

    private async Task<Call> Publish(UnitOfWork work, RapidTemplate template, RapidOpening opening)
    {
        var says = texts.In(portal.Value.SourceLanguage);
        var call = await RapidCalls.Open(
            work,
            new Call
            {
                ProgrammeId = template.ProgrammeId,
                SourceLanguage = says.Language,
                Currency = template.Currency,
                BudgetMinor = opening.AmountMinor!.Value,
                LargestMinor = Math.Min(template.LargestMinor, opening.AmountMinor.Value),
                ClosesAt = opening.ClosesAt,
                DecisionBy = CallRules.DecisionBy(opening.ClosesAt!.Value, template.Hours, portal.Value.Zone),
                DecisionHours = template.Hours,
                ReviewsPerApplication = 1,
                OwnerId = work.Actor.Person,
            },
            new CallTexts { Language = says.Language, Title = template.Title, Summary = template.Summary, Description = template.Description },
            RapidTemplateRules.Form(template.Plan, says),
            RapidTemplateRules.Rubric(says),
            portal.Value);
        await LetterTemplateRepository.Put(work, call.Id, LetterKind.Award, says.Language, says[RapidLetters.AwardSubject], says[RapidLetters.Award]);
        await LetterTemplateRepository.Put(work, call.Id, LetterKind.Decline, says.Language, says[RapidLetters.DeclineSubject], says[RapidLetters.Decline]);
        return call;
    }

    private async Task<int> Tell(UnitOfWork work, Incident incident, Call call)
    {
        var listed = (await CallDownRepository.Listed(work, incident.Id)).ToDictionary(partner => partner.OrganisationId);
        var reached = (await ContactRepository.ForCallDown(work, listed.Keys))
            .SelectMany(partner => partner).Where(contact => ContactRules.MayReach(contact, ContactWay.Email)).GroupBy(contact => contact.Email!, StringComparer.OrdinalIgnoreCase).ToList();
        (Message open, Message careful) = (new RapidFundOpened(call.Title, call.Largest, call.ClosesAt!.Value, call.DecisionHours!.Value, CallRoutes.Show(call.Slug)), new RapidFundNotice(CallRoutes.Browse));
        foreach (var contact in reached)
        {
            // Whoever answers for one partner at risk reads no more than that partner's people do.
            work.Mail(contacts.To(contact.First()), contact.Any(one => listed[one.OrganisationId].LettersBy == LetterDelivery.SignIn) ? careful : open, "Call", call.Id);
        }

        return reached.Count;
    }
}

/// <summary>The letters of a rapid-response fund, in English; keys of the portal's texts.</summary>
internal static class RapidLetters
{
    public const string AwardSubject = "We fund you: {{reference}}";

    public const string Award =
        """
        Dear {{organisation}},

        We give you **{{amount}}** from *{{call}}* for what you described in your application {{reference}}.

        **Why.** {{reason}}

        **What to do now.** An owner of your organisation signs in and accepts with one button, by {{expires}}. Then all of it is due to be paid at once. Papers come afterwards; the money does not wait for them. We need your bank details, confirmed by us, before anything can be sent.

        Afterwards we ask for one short report: two questions, and what you spent in one sum. No receipts.
        """;

    public const string DeclineSubject = "About your application {{reference}}";

    public const string Decline =
        """
        Dear {{organisation}},

        Thank you for applying to *{{call}}*. We cannot fund your application {{reference}}.

        **Why.** {{reason}}

        If the need goes on, ring your focal point at the city: there may be another way.
        """;
}
