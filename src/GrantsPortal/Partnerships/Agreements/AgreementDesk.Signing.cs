using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Partnerships.Agreements;

/// <summary>One signature after the other, in any order; with the last one the agreement is in force.</summary>
public sealed partial class AgreementDesk
{
    /// <summary>
    /// Signs for a partner (<paramref name="organisation"/>) or, without one, for the city, by typed name; the caller has asked for the password anew. With the last
    /// signature the document is kept and the agreement in force, in one transaction. Returns how it stands then. Null to whoever does not belong to the partner; refused as
    /// <see cref="PartnerAgreementRules.SignFor"/>, <see cref="PartnerAgreementRules.SignForCity"/> and <see cref="PartnerAgreementRules.CheckName"/> say, or with
    /// <c>partner-agreement.changed-meanwhile</c> when somebody changed it since the version that was shown.
    /// </summary>
    public async Task<Outcome<PartnerAgreementState>?> Sign(Actor actor, string reference, long? organisation, int version, string? name, DateTimeOffset received)
    {
        if (PartnerAgreementRules.CheckName(name) is { } wrong)
        {
            return wrong;
        }

        // Two may sign at once: whoever comes second looks again and finds that theirs is the last signature.
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            WholeAgreement? whole;
            await using (var work = await database.Read())
            {
                whole = await PartnerAgreementRepository.Find(work, reference);
                if (whole is null || (organisation is { } party && (!whole.Has(party) || await OrganisationRepository.MembershipOf(work, party, actor.Person) is null)))
                {
                    return null;
                }

                if (await Against(work, actor, whole, organisation, Instants.DayOf(work.Now, portal.Value.Zone)) is { } refusal)
                {
                    return refusal;
                }
            }

            if (whole.Agreement.Version != version)
            {
                return new Refusal("partner-agreement.changed-meanwhile");
            }

            var mine = new PartnerSignature { OrganisationId = organisation, PersonId = actor.Person, Name = name!.Trim(), Account = actor.Name, SignedAt = received, OwnerNow = true };
            IReadOnlyList<PartnerSignature> given = [.. PartnerAgreementRules.Counting(whole), mine];
            var last = given.Count >= PartnerAgreementRules.Needed(whole);
            if (await (last ? Conclude(actor, whole, mine, given) : SignOne(actor, whole, mine, given.Count)))
            {
                return last ? PartnerAgreementState.InForce : PartnerAgreementState.Offered;
            }
        }

        return new Refusal("partner-agreement.changed-meanwhile");
    }

    /// <summary>What stands against the actor signing for a partner or, without one, for the city; null when they may.</summary>
    public static async Task<Refusal?> Against(UnitOfWork work, Actor actor, WholeAgreement whole, long? organisation, DateOnly today)
    {
        if (organisation is { } known)
        {
            var membership = await OrganisationRepository.MembershipOf(work, known, actor.Person);
            return PartnerAgreementRules.SignFor(whole, whole.Parties.First(party => party.OrganisationId == known), membership?.Role, actor.Person, today);
        }

        var parties = whole.Parties.Select(party => party.OrganisationId).ToList();
        var focal = (await PartnerRecords.FocalPoints(work, parties, today)).Values.Any(one => one.ActingId == actor.Person || one.DeputyId == actor.Person);
        var member = (await OrganisationRepository.MembershipsOf(work, actor.Person)).Any(membership => parties.Contains(membership.OrganisationId));
        return PartnerAgreementRules.SignForCity(actor, whole, focal, member, today);
    }

    private async Task<bool> Conclude(Actor actor, WholeAgreement whole, PartnerSignature mine, IReadOnlyList<PartnerSignature> given)
    {
        var says = texts.In(portal.Value.SourceLanguage);
        var made = await documents.Make(PartnerAgreementDocument.Title(whole.Agreement, says), says.Language, PartnerAgreementDocument.Html(whole, given, says, portal.Value));
        await using var work = await database.Write(actor);
        if (!await Signed(work, whole.Agreement, mine, given.Count) || !await PartnerAgreementRepository.BringIntoForce(work, whole.Agreement.Id, made))
        {
            return false;
        }

        Audit(work, "in-force", whole.Agreement, new { signatures = given.Count, document = made.Hash });
        await AgreementMail.ToPartners(work, whole, party => new PartnerAgreementInForce(whole.Agreement.Title, party.Name, whole.Agreement.StartsOn, whole.Agreement.EndsOn, made.Hash, AgreementRoutes.My(whole.Agreement.Reference)));
        await AgreementMail.ToOfficers(work, whole, Today(work), new PartnerAgreementInForce(whole.Agreement.Title, whole.Partners, whole.Agreement.StartsOn, whole.Agreement.EndsOn, made.Hash, AgreementRoutes.Show(whole.Agreement.Reference)));
        await work.Commit();
        return true;
    }

    private async Task<bool> SignOne(Actor actor, WholeAgreement whole, PartnerSignature mine, int count)
    {
        await using var work = await database.Write(actor);
        if (!await Signed(work, whole.Agreement, mine, count))
        {
            return false;
        }

        Audit(work, "signed", whole.Agreement, new { mine.OrganisationId, signatures = count, needed = PartnerAgreementRules.Needed(whole) });
        await work.Commit();
        return true;
    }

    /// <summary>Adds the signature if nobody signed meanwhile and exactly those count whom the document names.</summary>
    private static async Task<bool> Signed(UnitOfWork work, PartnerAgreement agreement, PartnerSignature mine, int count)
    {
        if (!await PartnerAgreementRepository.TakeTurn(work, agreement, mine.OrganisationId))
        {
            return false;
        }

        await PartnerAgreementRepository.SetAside(work, agreement.Id);
        return await PartnerAgreementRepository.Sign(work, agreement.Id, mine.OrganisationId, mine.Name, mine.SignedAt) && await PartnerAgreementRepository.Counting(work, agreement.Id) == count;
    }
}
