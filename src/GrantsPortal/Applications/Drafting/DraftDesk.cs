using GrantsPortal.Applications.Consortia;
using GrantsPortal.Calls;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Applications.Drafting;

/// <summary>What is needed to begin an application.</summary>
/// <param name="Slug">The call.</param>
/// <param name="OrganisationId">For which organisation; null for none yet.</param>
/// <param name="Eligibility">What was answered in the eligibility check, by key.</param>
/// <param name="ReceivedAt">When the request reached the server, in UTC.</param>
public sealed record StartRequest(string Slug, long? OrganisationId, IReadOnlyDictionary<string, string> Eligibility, DateTimeOffset ReceivedAt);

/// <summary>Begins applications and settles whose they are.</summary>
public sealed class DraftDesk(PortalDatabase database)
{
    /// <summary>
    /// Begins a draft. Refused with <c>application.not-found</c> (no such call, or not one's organisation),
    /// <c>application.viewer-may-not</c>, <c>application.not-open-yet</c>, <c>application.deadline-passed</c>.
    /// </summary>
    public async Task<Outcome<Application>> Start(Actor actor, StartRequest request)
    {
        await using var work = await database.Write(actor);
        var call = await CallRepository.FindBySlug(work, request.Slug);
        if (call is null || !call.IsPublic)
        {
            return ApplicationRefusals.NotFound;
        }

        var membership = request.OrganisationId is { } organisation ? await OrganisationRepository.MembershipOf(work, organisation, actor.Person) : null;
        if (request.OrganisationId is not null && membership is null)
        {
            return ApplicationRefusals.NotFound;
        }

        if (DraftRules.Start(call, membership, request.ReceivedAt) is { } refusal)
        {
            return refusal;
        }

        var application = new Application
        {
            Id = work.NewId(),
            Reference = await work.NextReference("GP"),
            CallId = call.Id,
            OrganisationId = membership?.OrganisationId,
            OrganisationName = membership?.OrganisationName ?? "",
            StartedBy = actor.Person,
            State = ApplicationState.Draft,
            FormVersion = call.FormVersion,
            Currency = call.Currency,
            Eligibility = Json.Write(new SortedDictionary<string, string>(request.Eligibility.ToDictionary(), StringComparer.Ordinal)),
            CreatedAt = work.Now,
            SavedAt = work.Now,
            Version = 1,
        };
        await ApplicationRepository.Insert(work, application);
        work.Audit("application.started", "Application", application.Id, new { call = call.Slug, organisation = application.OrganisationId });
        await work.Commit();
        return application;
    }

    /// <summary>
    /// Attaches one of the person's organisations to a draft, or another in its place; its members see the draft from then on.
    /// Refused with <c>application.not-found</c>, <c>application.viewer-may-not</c>, <c>application.not-a-draft</c>,
    /// <c>application.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome<Application>> Attach(Actor actor, string reference, long organisation)
    {
        await using var work = await database.Write(actor);
        var application = await ApplicationRepository.FindFor(work, reference, actor.Person);
        var membership = await OrganisationRepository.MembershipOf(work, organisation, actor.Person);
        if (application is null || membership is null)
        {
            return ApplicationRefusals.NotFound;
        }

        if (DraftRules.Change(application, await DraftLoader.MayEdit(work, application, actor.Person) && membership.MayEdit) is { } refusal)
        {
            return refusal;
        }

        if (ConsortiumRules.ChangeApplicant(application, organisation, await ConsortiumRepository.Of(work, application.Id)) is { } partners)
        {
            return partners;
        }

        if (!await ApplicationRepository.Attach(work, application, organisation))
        {
            return ApplicationRefusals.ChangedMeanwhile(application);
        }

        work.Audit("application.organisation-attached", "Application", application.Id, new { from = application.OrganisationId, to = organisation });
        await work.Commit();
        return application with { OrganisationId = organisation, OrganisationName = membership.OrganisationName, Version = application.Version + 1 };
    }

    /// <summary>Lets programme officers read the draft, or no longer. Refused as <see cref="Attach"/> is.</summary>
    public async Task<Outcome> LetLook(Actor actor, string reference, bool may)
    {
        await using var work = await database.Write(actor);
        var application = await ApplicationRepository.FindFor(work, reference, actor.Person);
        if (application is null)
        {
            return ApplicationRefusals.NotFound;
        }

        if (DraftRules.Change(application, await DraftLoader.MayEdit(work, application, actor.Person)) is { } refusal)
        {
            return refusal;
        }

        if (!await ApplicationRepository.LetLook(work, application, may))
        {
            return ApplicationRefusals.ChangedMeanwhile(application);
        }

        work.Audit(may ? "application.opened-to-officers" : "application.closed-to-officers", "Application", application.Id);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// Goes on with the form the call has now; answers stay under their keys and title and amount are read anew.
    /// Refused as <see cref="Attach"/> is.
    /// </summary>
    public async Task<Outcome> TakeNewForm(Actor actor, string reference)
    {
        await using var work = await database.Write(actor);
        var draft = await DraftLoader.Find(work, reference, actor.Person);
        if (draft is null)
        {
            return ApplicationRefusals.NotFound;
        }

        if (DraftRules.Change(draft.Application, draft.MayEdit) is { } refusal)
        {
            return refusal;
        }

        if (!draft.FormChanged)
        {
            return Outcome.Ok;
        }

        var form = await CallRepository.Form(work, draft.Call.Id, draft.Call.FormVersion)
            ?? throw new InvalidOperationException($"The call {draft.Call.Slug} has no form {draft.Call.FormVersion}.");
        var (title, asked) = Answers.Headline(form.Read(), draft.Values, draft.Call.Currency);
        if (!await ApplicationRepository.TakeForm(work, draft.Application, draft.Call.FormVersion)
            || !await ApplicationRepository.Saved(work, draft.Application, title, asked))
        {
            return ApplicationRefusals.ChangedMeanwhile(draft.Application);
        }

        work.Audit("application.form-taken", "Application", draft.Application.Id, new { from = draft.Application.FormVersion, to = draft.Call.FormVersion });
        await work.Commit();
        return Outcome.Ok;
    }
}
