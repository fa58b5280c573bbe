using GrantsPortal.Applications.Drafting;
using GrantsPortal.Calls;
using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Applications.Consortia;

/// <summary>Names the partners of an application, and takes their answers.</summary>
public sealed class ConsortiumDesk(PortalDatabase database)
{
    /// <summary>
    /// Names a partner. One that is registered here is asked by e-mail; any other is named only. Refused like
    /// <see cref="ConsortiumRules.Name"/>, or with <c>application.not-found</c>, <c>application.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome<ConsortiumPartner>> Name(Actor actor, string reference, PartnerPlan plan)
    {
        var tidy = plan with { Name = plan.Name.Trim(), Part = plan.Part.Trim() };
        await using var work = await database.Write(actor);
        if (await DraftLoader.Find(work, reference, actor.Person) is not { } draft)
        {
            return ApplicationRefusals.NotFound;
        }

        var found = tidy.Name.Length is 0 or > ConsortiumRules.NameLength ? [] : await ConsortiumRepository.Meant(work, tidy.Name);
        var against = ConsortiumRules.Name(draft.Application, draft.MayEdit, tidy, draft.Partners, found);
        if (against.Count > 0)
        {
            return Outcome<ConsortiumPartner>.Refuse(against);
        }

        var partner = new ConsortiumPartner
        {
            Id = work.NewId(),
            ApplicationId = draft.Application.Id,
            OrganisationId = found.SingleOrDefault()?.Id,
            Name = found.SingleOrDefault()?.Name ?? tidy.Name,
            Part = tidy.Part,
            ShareMinor = tidy.ShareMinor,
            Currency = draft.Application.Currency,
            NamedAt = work.Now,
            Version = 1,
        };
        if (!await ApplicationRepository.Hold(work, draft.Application))
        {
            return ApplicationRefusals.ChangedMeanwhile(draft.Application);
        }

        if (!await ConsortiumRepository.Insert(work, partner))
        {
            return new Refusal("consortium.named-already", partner.Name).At(nameof(plan.Name));
        }

        work.Audit("application.partner-named", "Application", draft.Application.Id, new { partner.Id, partner.OrganisationId, partner.Name, partner.ShareMinor });
        if (found.Count == 1)
        {
            await ToEditors(work, found[0], discreet => new ConsortiumAsked(found[0].Name, draft.Application.OrganisationName, draft.Call.Title, partner.Id, discreet), partner.ApplicationId);
        }

        await work.Commit();
        return partner;
    }

    /// <summary>
    /// Takes a partner out of a draft; one that was asked or had joined is told. Refused like <see cref="ConsortiumRules.TakeOut"/>, or with
    /// <c>application.not-found</c>, <c>application.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome> TakeOut(Actor actor, string reference, long id)
    {
        await using var work = await database.Write(actor);
        var draft = await DraftLoader.Find(work, reference, actor.Person);
        if (draft?.Partners.FirstOrDefault(one => one.Id == id) is not { } partner)
        {
            return ApplicationRefusals.NotFound;
        }

        if (ConsortiumRules.TakeOut(draft.Application, draft.MayEdit, partner) is { } refusal)
        {
            return refusal;
        }

        if (!await ApplicationRepository.Hold(work, draft.Application) || !await ConsortiumRepository.Remove(work, partner))
        {
            return ApplicationRefusals.ChangedMeanwhile(draft.Application);
        }

        work.Audit("application.partner-taken-out", "Application", draft.Application.Id, new { partner.Id, partner.OrganisationId, partner.Name });
        if (partner.OrganisationId is { } organisation)
        {
            await ToEditors(
                work, (await OrganisationRepository.Find(work, organisation))!,
                discreet => new ConsortiumNews(partner.Name, draft.Application.OrganisationName, draft.Call.Title, MyRoutes.Home, null, discreet), partner.ApplicationId);
        }

        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// An Owner or Editor of the partner joins, declines or leaves; the applicant is told, and of leaving what was sent the officer too.
    /// Refused with <c>application.not-found</c>, <c>consortium.sent-already</c>, <c>state.not-from-here</c>, <c>application.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome<ConsortiumPartner>> Answer(Actor actor, long id, string act)
    {
        await using var work = await database.Write(actor);
        if (await ConsortiumRepository.FindFor(work, id, actor.Person) is not { } partner
            || await ApplicationRepository.Find(work, partner.ApplicationId) is not { } application)
        {
            return ApplicationRefusals.NotFound;
        }

        var to = ConsortiumRules.Answer(application, partner, act);
        if (to.Refused)
        {
            return Outcome<ConsortiumPartner>.Refuse(to.Refusals);
        }

        if ((application.State == ApplicationState.Draft && !await ApplicationRepository.Hold(work, application))
            || !await ConsortiumRepository.Move(work, partner, to.Value))
        {
            return ApplicationRefusals.ChangedMeanwhile(application);
        }

        work.Audit($"application.partner-{act}", "Application", application.Id, new { partner.Id, partner.OrganisationId, from = partner.State, to = to.Value });
        var call = await CallRepository.Find(work, application.CallId) ?? throw new InvalidOperationException($"{application.Reference} has no call.");
        if (application.OrganisationId is { } lead)
        {
            await ToEditors(
                work, (await OrganisationRepository.Find(work, lead))!,
                discreet => new ConsortiumNews(partner.Name, application.OrganisationName, call.Title, ApplicationRoutes.Partners(application.Reference), to.Value, discreet), application.Id);
        }

        if (act == ConsortiumStates.Leave && application.SubmissionNumber > 0 && await PersonRepository.Find(work, call.OwnerId) is { DisabledAt: null } officer)
        {
            work.Mail(
                officer.AsRecipient(), new ConsortiumNews(partner.Name, application.OrganisationName, call.Title, ApplicationRoutes.Manage(application.Reference), to.Value, false),
                "Application", application.Id);
        }

        await work.Commit();
        return partner with { State = to.Value, MovedAt = work.Now, Version = partner.Version + 1 };
    }

    /// <summary>To every Owner and Editor who can sign in; a notice without substance where the organisation reads its letters behind sign-in.</summary>
    private static async Task ToEditors(UnitOfWork work, Organisation organisation, Func<bool, Message> message, long application)
    {
        var people = (await OrganisationRepository.People(work, organisation.Id, MemberRole.Owner))
            .Concat(await OrganisationRepository.People(work, organisation.Id, MemberRole.Editor));
        foreach (var person in people.Where(person => person.EmailConfirmed))
        {
            work.Mail(person.AsRecipient(), message(organisation.LettersBy == LetterDelivery.SignIn), "Application", application);
        }
    }
}
