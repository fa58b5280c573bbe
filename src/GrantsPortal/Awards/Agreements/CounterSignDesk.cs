using System.Text;
using GrantsPortal.Awards.Offers;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;
using GrantsPortal.Platform.Text;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Awards.Agreements;

/// <summary>The city signs what an organisation accepted: a document of its own beside the one that was accepted.</summary>
public sealed class CounterSignDesk(PortalDatabase database, AwardDocuments documents, FileStore files, PortalTexts texts, IOptions<PortalOptions> portal)
{
    /// <summary>
    /// Signs for the city by typed name; the caller has asked for the password anew. The organisation is told. Refused as
    /// <see cref="SignatureRules.MayCounterSign"/> and <see cref="AwardRules.CheckName"/> say, with <c>award.unknown</c>, or
    /// <c>countersign.agreement-altered</c> when what is stored is not what was accepted.
    /// </summary>
    public async Task<Outcome> Sign(Actor actor, string reference, string? name, DateTimeOffset received)
    {
        if (AwardRules.CheckName(name) is { } wrong)
        {
            return wrong;
        }

        var read = await Read(actor, reference);
        if (read.Refused)
        {
            return read.Plain();
        }

        var (award, agreement) = read.Value;
        if (await Accepted(agreement) is not { } html)
        {
            return new Refusal("countersign.agreement-altered");
        }

        var parts = new CounterSignature(name!.Trim(), actor.Name, received, agreement.Hash);
        var says = texts.In(agreement.Language);
        var made = await documents.Make(CounterSignedDocument.Title(award, says), agreement.Language, CounterSignedDocument.Html(html, says, parts, portal.Value));
        await using var work = await database.Write(actor);
        if (await Against(work, actor, award.Id) is { } refusal)
        {
            return refusal;
        }

        if (!await SignatureRepository.Insert(work, award, SignatureSide.City, parts.Name, received))
        {
            return new Refusal("countersign.signed");
        }

        await AwardDocuments.Keep(work, award, AwardDocumentKind.CounterSigned, made);
        work.Audit("award.counter-signed", "Award", award.Id, new { agreement = agreement.Hash, document = made.Hash });
        var message = new AgreementCounterSigned(award.Reference, award.OrganisationName, award.Title, received, made.Hash, AwardRoutes.MyDocuments(award.Reference));
        await AwardMail.ToMembers(work, award, message);
        await AwardMail.ToOfficer(work, award, message with { Path = AwardRoutes.Documents(award.Reference) });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>What stands against the actor signing for the city; null when they may.</summary>
    public static async Task<Refusal?> Against(UnitOfWork work, Actor actor, long id)
    {
        var award = (await AwardRepository.Find(work, id))!;
        var recommended = (await SignatureRepository.Recommended(work, award)).ToHashSet();
        var member = await OrganisationRepository.MembershipOf(work, award.OrganisationId, actor.Person) is not null;
        var signed = (await SignatureRepository.Of(work, id)).Any(signature => signature.Side == SignatureSide.City);
        return SignatureRules.MayCounterSign(actor, award, recommended, member, signed);
    }

    private async Task<Outcome<(Award Award, AwardDocument Agreement)>> Read(Actor actor, string reference)
    {
        await using var work = await database.Read();
        if (await AwardRepository.FindByReference(work, reference) is not { } award)
        {
            return new Refusal("award.unknown");
        }

        if (await Against(work, actor, award.Id) is { } refusal)
        {
            return refusal;
        }

        var agreement = (await AwardDocumentRepository.Of(work, award.Id)).FirstOrDefault(document => document.Kind == AwardDocumentKind.Agreement);
        return agreement is null ? new Refusal("countersign.not-accepted") : (award, agreement);
    }

    private async Task<string?> Accepted(AwardDocument agreement)
    {
        if (!files.Has(agreement.Hash) || await files.HashOf(agreement.Hash) != agreement.Hash)
        {
            return null;
        }

        using var reader = new StreamReader(files.Open(agreement.Hash), Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
