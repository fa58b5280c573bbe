using GrantsPortal.Applications;
using GrantsPortal.Awards.Agreements;
using GrantsPortal.Awards.Conditions;
using GrantsPortal.Calls;
using GrantsPortal.Organisations;
using GrantsPortal.Organisations.Signing;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Awards.Offers;

/// <summary>One signature after the other.</summary>
public sealed partial class OfferDesk
{
    private async Task<Outcome<(AgreementParts Parts, SigningStep Step)>> Signable(Actor actor, string reference, DateTimeOffset received)
    {
        await using var work = await database.Read();
        if (await AwardRepository.FindFor(work, reference, actor.Person) is not { } award)
        {
            return new Refusal("award.unknown");
        }

        var membership = await OrganisationRepository.MembershipOf(work, award.OrganisationId, actor.Person);
        var step = SignatureRules.Sign(award, membership?.Role, actor.Person, await SignatureRepository.Of(work, award.Id), received);
        if (step.Refused)
        {
            return Outcome<(AgreementParts, SigningStep)>.Refuse(step.Refusals);
        }

        var application = award.ApplicationId is { } id ? await ApplicationRepository.Find(work, id) : null;
        var call = award.CallId is { } callId ? await CallRepository.Find(work, callId, award.TermsLanguage ?? "en") : null;
        var organisation = (await OrganisationRepository.Find(work, award.OrganisationId))!;
        return (new AgreementParts(award, organisation, application?.Reference, call?.Title, await ConditionRepository.Of(work, award.Id), []), step.Value);
    }

    /// <summary>The last signature: false when somebody was quicker, or who signed before is no Owner any more.</summary>
    private async Task<bool> Conclude(Actor actor, AgreementParts parts, Signatory mine)
    {
        var award = parts.Award;
        var says = texts.In(award.LanguageIn(portal.Value));
        var made = await documents.Make(AgreementDocument.Title(award, says), says.Language, AgreementDocument.Html(parts, says, portal.Value));
        await using var work = await database.Write(actor);
        if (!await Signed(work, award, mine, parts.SignedBy.Count) || !await AwardRepository.Accept(work, award, mine.At, mine.Name))
        {
            return false;
        }

        await AwardRepository.SetAgreement(work, award, await AwardDocuments.Keep(work, award, AwardDocumentKind.Agreement, made));
        work.Audit("award.accepted", "Award", award.Id, new { from = award.State, to = AwardState.Accepted, agreement = made.Hash, signatures = parts.SignedBy.Count });
        var needed = await ConditionDesk.Due(work, award, Instants.DayOf(mine.At, portal.Value.Zone));
        var names = string.Join(", ", parts.SignedBy.Select(signatory => signatory.Name));
        var message = new AwardAccepted(award.Reference, award.OrganisationName, award.Title, award.Amount, names, mine.At, made.Hash, AwardRoutes.Mine(award.Reference))
        {
            Needed = [.. needed.Select(condition => condition.Title)],
            NeededPath = AwardRoutes.MyConditions(award.Reference),
        };
        await AwardMail.ToMembers(work, award, message);
        await AwardMail.ToOfficer(work, award, message with { Path = AwardRoutes.Manage(award.Reference), NeededPath = AwardRoutes.ManageConditions(award.Reference) });
        await work.Publish(new AwardAgreed((await AwardRepository.Find(work, award.Id))!));
        await work.Commit();
        return true;
    }

    /// <summary>A signature after which another is needed; the other Owners are told. False when somebody was quicker.</summary>
    private async Task<bool> SignFirst(Actor actor, AgreementParts parts, Signatory mine)
    {
        var award = parts.Award;
        await using var work = await database.Write(actor);
        if (!await Signed(work, award, mine, parts.SignedBy.Count))
        {
            return false;
        }

        work.Audit("award.signed", "Award", award.Id, new { signatures = parts.SignedBy.Count, needed = SigningRules.Needed(award.SigningRule) });
        await AwardMail.ToOwners(work, award, actor.Person, new SignatureNeeded(award.Reference, award.OrganisationName, award.Title, award.Amount, mine.Name, award.OfferExpiresAt!.Value, AwardRoutes.Mine(award.Reference)));
        await work.Commit();
        return true;
    }

    /// <summary>Adds the signature if nobody signed meanwhile and exactly those count whom the document names.</summary>
    private static async Task<bool> Signed(UnitOfWork work, Award award, Signatory mine, int count)
    {
        if (!await SignatureRepository.TakeTurn(work, award, mine.At))
        {
            return false;
        }

        await SignatureRepository.SetAside(work, award);
        return await SignatureRepository.Insert(work, award, SignatureSide.Organisation, mine.Name, mine.At)
            && await SignatureRepository.Counting(work, award.Id) == count;
    }
}
