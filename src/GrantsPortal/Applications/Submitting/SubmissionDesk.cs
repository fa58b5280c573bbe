using GrantsPortal.Applications.Consortia;
using GrantsPortal.Applications.Drafting;
using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Applications.Submitting;

/// <summary>Submits applications and takes them back.</summary>
public sealed class SubmissionDesk(PortalDatabase database)
{
    /// <summary>
    /// Submits: the content is frozen and hashed, the application moves, receipts are queued, all in one transaction.
    /// Refused with every reason of <see cref="SubmissionRules"/>, with <c>application.not-found</c> or
    /// <c>application.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome<Submission>> Submit(Actor actor, string reference, DateTimeOffset receivedAt)
    {
        await using var work = await database.Write(actor);
        var draft = await DraftLoader.Find(work, reference, actor.Person);
        if (draft is null)
        {
            return ApplicationRefusals.NotFound;
        }

        var person = await PersonRepository.Find(work, actor.Person) ?? throw new InvalidOperationException("Nobody submits.");
        var reasons = SubmissionRules.Check(new SubmissionCase(
            draft.Application, draft.Call, draft.MayEdit, person.EmailConfirmed, [.. draft.Progress.SelectMany(section => section.Gaps)], receivedAt));
        if (reasons.Count > 0)
        {
            return Outcome<Submission>.Refuse(reasons);
        }

        if (ConsortiumRules.Submit(draft.Application, draft.Partners) is { } shares)
        {
            return shares;
        }

        var moved = await ApplicationRepository.Move(work, draft.Application, ApplicationStates.Submit);
        if (moved.Refused)
        {
            return Outcome<Submission>.Refuse(moved.Refusals);
        }

        var submission = await Frozen(work, draft, receivedAt);
        var (title, asked) = Answers.Headline(draft.Form, draft.Values, draft.Call.Currency);
        if (!await ApplicationRepository.AddSubmission(work, submission) || !await ApplicationRepository.Submitted(work, moved.Value, submission, title, asked))
        {
            return ApplicationRefusals.ChangedMeanwhile(draft.Application);
        }

        work.Audit("application.submission-kept", "Application", draft.Application.Id, new { submission.Number, submission.Hash, submission.ReceivedAt });
        await Tell(work, draft.Application, person.Id, own => new ApplicationReceived(
            draft.Application.Reference, draft.Call.Title, draft.Application.OrganisationName, person.Name, submission.ReceivedAt, submission.Hash, submission.Number, own)
        {
            PromisedAt = draft.Call.PromisedFor(submission.ReceivedAt),
        });
        await work.Publish(new ApplicationSubmitted((await ApplicationRepository.Find(work, draft.Application.Id))!, draft.Call));
        await work.Commit();
        return submission;
    }

    /// <summary>
    /// Takes an application back. Refused with <c>application.not-found</c>, <c>application.viewer-may-not</c>,
    /// <c>state.not-from-here</c>, <c>application.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome<Application>> Withdraw(Actor actor, string reference)
    {
        await using var work = await database.Write(actor);
        var draft = await DraftLoader.Find(work, reference, actor.Person);
        if (draft is null)
        {
            return ApplicationRefusals.NotFound;
        }

        if (!draft.MayEdit)
        {
            return ApplicationRefusals.ViewerMayNot;
        }

        var moved = await ApplicationRepository.Move(work, draft.Application, ApplicationStates.Withdraw);
        if (moved.Refused)
        {
            return moved;
        }

        await ApplicationRepository.Withdrawn(work, moved.Value);
        await Tell(work, draft.Application, actor.Person, own => new ApplicationWithdrawn(
            draft.Application.Reference, draft.Call.Title, draft.Application.OrganisationName, work.Now, draft.Application.SubmissionNumber > 0, own));
        await work.Commit();
        return moved;
    }

    private static async Task<Submission> Frozen(UnitOfWork work, Draft draft, DateTimeOffset receivedAt)
    {
        var organisation = await OrganisationRepository.Find(work, draft.Application.OrganisationId!.Value)
            ?? throw new InvalidOperationException($"{draft.Application.Reference} has no organisation.");
        var asked = draft.Form.AllQuestions().Select(question => question.Key).ToHashSet(StringComparer.Ordinal);
        var number = draft.Application.SubmissionNumber + 1;
        var content = Json.Write(new SubmissionContent
        {
            Reference = draft.Application.Reference,
            Number = number,
            Call = draft.Call.Slug,
            FormVersion = draft.Application.FormVersion,
            Organisation = new SubmittedOrganisation(organisation.Id, organisation.Name, organisation.OfficialId),
            ReceivedAt = receivedAt.ToUniversalTime(),
            Currency = draft.Call.Currency,
            Eligibility = new SortedDictionary<string, string>(EligibilityOf(draft.Application), StringComparer.Ordinal),
            Answers = new SortedDictionary<string, string>(draft.Values.Where(answer => asked.Contains(answer.Key) && answer.Value.Length > 0).ToDictionary(), StringComparer.Ordinal),
            Documents = [.. draft.Documents.SelectMany(group => group).Where(document => asked.Contains(document.QuestionKey)).OrderBy(document => document.Id)
                .Select(document => new SubmittedDocument(document.Id, document.QuestionKey, document.Name, document.ContentType, document.Bytes, document.Hash))],
            Partners = [.. draft.Partners.Where(partner => partner.Counts)
                .Select(partner => new SubmittedPartner(partner.Id, partner.OrganisationId, partner.Name, partner.Part, partner.ShareMinor, partner.State == ConsortiumState.Joined))],
        });
        return new Submission
        {
            ApplicationId = draft.Application.Id,
            Number = number,
            FormVersion = draft.Application.FormVersion,
            Content = content,
            Hash = Submission.HashOf(content),
            ReceivedAt = receivedAt,
            SubmittedAt = work.Now,
            SubmittedBy = work.Actor.Person,
        };
    }

    private static Dictionary<string, string> EligibilityOf(Application application) =>
        application.Eligibility is { } answers ? Json.Read<Dictionary<string, string>>(answers) : [];

    /// <summary>Whoever acted gets a letter; the other members get a notice.</summary>
    private static async Task Tell(UnitOfWork work, Application application, long actor, Func<bool, Platform.Mail.Message> message)
    {
        foreach (var person in await ApplicationPeople.Of(work, application))
        {
            work.Mail(person.AsRecipient(), message(person.Id == actor), "Application", application.Id);
        }
    }
}
