using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Documents;
using GrantsPortal.Platform.Text;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Partnerships.Agreements;

/// <summary>Writes, offers, signs, renews and ends memoranda and partnership plans. Acts answer null when there is no such agreement.</summary>
public sealed partial class AgreementDesk(PortalDatabase database, DocumentMaker documents, PortalTexts texts, IOptions<PortalOptions> portal)
{
    private const int Tries = 5;

    /// <summary>
    /// Begins a draft; its reference. Refused like <see cref="PartnerAgreementRules.Check"/>, or at a party's field with <c>partner-agreement.party-unknown</c>,
    /// <c>partner-agreement.party-two</c> for a name that two have, <c>partner-agreement.party-twice</c>.
    /// </summary>
    public async Task<Outcome<string>> Draft(Actor actor, AgreementPlan plan)
    {
        await using var work = await database.Write(actor);
        var read = await Read(work, plan, null);
        return read.Refused ? Outcome<string>.Refuse(read.Refusals) : await Insert(work, read.Value, null);
    }

    /// <summary>Changes a draft. Refused like <see cref="Draft"/>, or with <c>partner-agreement.changed-meanwhile</c>.</summary>
    public async Task<Outcome?> Change(Actor actor, string reference, int version, AgreementPlan plan)
    {
        await using var work = await database.Write(actor);
        if (await PartnerAgreementRepository.Find(work, reference) is not { } whole)
        {
            return null;
        }

        var read = await Read(work, plan, whole.Agreement);
        if (read.Refused)
        {
            return read.Plain();
        }

        var after = read.Value;
        if (!await PartnerAgreementRepository.Update(work, after.Agreement with { Id = whole.Agreement.Id }, version))
        {
            return new Refusal("partner-agreement.changed-meanwhile");
        }

        await PartnerAgreementRepository.Put(work, whole.Agreement.Id, after.Parties, after.Goals);
        Audit(work, "changed", whole.Agreement, new { parties = after.Parties.Select(party => party.OrganisationId), goals = after.Goals.Count, after.Agreement.StartsOn, after.Agreement.EndsOn });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// Begins a version that follows one in force, for the same time from the day after it, with what is not reached yet; its reference.
    /// Refused as <see cref="PartnerAgreementRules.Renew"/> says.
    /// </summary>
    public async Task<Outcome<string>?> Renew(Actor actor, string reference)
    {
        await using var work = await database.Write(actor);
        if (await PartnerAgreementRepository.Find(work, reference) is not { } whole)
        {
            return null;
        }

        if (PartnerAgreementRules.Renew(actor, whole.Agreement) is { } refusal)
        {
            return refusal;
        }

        return await Insert(work, PartnerAgreementRules.Following(whole, Today(work)), whole.Agreement);
    }

    /// <summary>Opens a draft for signatures and writes to every partner. Refused as <see cref="PartnerAgreementRules.Offer"/> says, or with <c>partner-agreement.changed-meanwhile</c>.</summary>
    public Task<Outcome?> Offer(Actor actor, string reference, int version) => In(actor, reference, async (work, whole) =>
    {
        var to = PartnerAgreementRules.Offer(actor, whole, Today(work));
        if (to.Refused)
        {
            return to.Plain();
        }

        if (!await PartnerAgreementRepository.Offer(work, whole.Agreement.Id, version))
        {
            return new Refusal("partner-agreement.changed-meanwhile");
        }

        Audit(work, "offered", whole.Agreement, new { parties = whole.Parties.Select(party => party.OrganisationId) });
        await AgreementMail.ToPartners(work, whole, party => new PartnerAgreementOffered(whole.Agreement.Title, party.Name, whole.Partners, AgreementRoutes.My(whole.Agreement.Reference)));
        return Outcome.Ok;
    });

    /// <summary>Takes an offered one back to change it: what was signed is set aside. Refused as <see cref="PartnerAgreementRules.Stop"/> says, or with <c>partner-agreement.changed-meanwhile</c>.</summary>
    public Task<Outcome?> TakeBack(Actor actor, string reference, int version) => In(actor, reference, async (work, whole) =>
    {
        var to = PartnerAgreementRules.Stop(actor, whole.Agreement, PartnerAgreementStates.TakeBack, null, Today(work));
        if (to.Refused)
        {
            return to.Plain();
        }

        if (!await PartnerAgreementRepository.Return(work, whole.Agreement.Id, version, null))
        {
            return new Refusal("partner-agreement.changed-meanwhile");
        }

        Audit(work, "taken-back", whole.Agreement, new { signatures = PartnerAgreementRules.Counting(whole).Count });
        return Outcome.Ok;
    });

    /// <summary>
    /// Ends one that is in force, or gives one up that is not, with a reason; the partners of an offered one or of one in force are told. Refused as
    /// <see cref="PartnerAgreementRules.Stop"/> says, or with <c>partner-agreement.changed-meanwhile</c>.
    /// </summary>
    public Task<Outcome?> End(Actor actor, string reference, int version, string? reason) => In(actor, reference, async (work, whole) =>
    {
        var to = PartnerAgreementRules.Stop(actor, whole.Agreement, PartnerAgreementStates.End, reason, Today(work));
        if (to.Refused)
        {
            return to.Plain();
        }

        if (!await PartnerAgreementRepository.End(work, whole.Agreement, reason!.Trim(), version))
        {
            return new Refusal("partner-agreement.changed-meanwhile");
        }

        Audit(work, "ended", whole.Agreement, new { from = whole.Agreement.State });
        if (whole.Agreement.State != PartnerAgreementState.Draft)
        {
            await AgreementMail.ToPartners(work, whole, party => new PartnerAgreementEnded(whole.Agreement.Title, party.Name, reason.Trim(), whole.Agreement.State == PartnerAgreementState.InForce, AgreementRoutes.Mine));
        }

        return Outcome.Ok;
    });

    /// <summary>
    /// Sends an offered one back to the city with what an Owner's organisation wants otherwise; its officers are told. Null also to whoever does not belong to it; refused as
    /// <see cref="PartnerAgreementRules.SendBack"/> says, or with <c>partner-agreement.changed-meanwhile</c>.
    /// </summary>
    public Task<Outcome?> SendBack(Actor actor, string reference, long organisation, int version, string? reason) => ForMember(actor, reference, organisation, async (work, whole, role) =>
    {
        var to = PartnerAgreementRules.SendBack(role, whole.Agreement, reason);
        if (to.Refused)
        {
            return to.Plain();
        }

        if (!await PartnerAgreementRepository.Return(work, whole.Agreement.Id, version, reason!.Trim()))
        {
            return new Refusal("partner-agreement.changed-meanwhile");
        }

        Audit(work, "sent-back", whole.Agreement, new { organisation });
        var name = whole.Parties.First(party => party.OrganisationId == organisation).Name;
        await AgreementMail.ToOfficers(work, whole, Today(work), new PartnerAgreementSentBack(whole.Agreement.Reference, whole.Agreement.Title, name, reason.Trim(), AgreementRoutes.Show(whole.Agreement.Reference)));
        return Outcome.Ok;
    });

    private DateOnly Today(UnitOfWork work) => Instants.DayOf(work.Now, portal.Value.Zone);

    private async Task<Outcome?> In(Actor actor, string reference, Func<UnitOfWork, WholeAgreement, Task<Outcome>> act)
    {
        await using var work = await database.Write(actor);
        if (await PartnerAgreementRepository.Find(work, reference) is not { } whole)
        {
            return null;
        }

        var outcome = await act(work, whole);
        if (outcome.Done)
        {
            await work.Commit();
        }

        return outcome;
    }

    private async Task<Outcome?> ForMember(Actor actor, string reference, long organisation, Func<UnitOfWork, WholeAgreement, MemberRole, Task<Outcome>> act)
    {
        await using var work = await database.Write(actor);
        if (await OrganisationRepository.MembershipOf(work, organisation, actor.Person) is not { } me
            || await PartnerAgreementRepository.Find(work, reference) is not { } whole || !whole.Has(organisation))
        {
            return null;
        }

        var outcome = await act(work, whole, me.Role);
        if (outcome.Done)
        {
            await work.Commit();
        }

        return outcome;
    }

    private async Task<Outcome<string>> Insert(UnitOfWork work, WholeAgreement whole, PartnerAgreement? follows)
    {
        var agreement = whole.Agreement with { Id = work.NewId(), Reference = await work.NextReference("PA"), FollowsId = follows?.Id };
        if (!await PartnerAgreementRepository.Insert(work, agreement))
        {
            return new Refusal("partner-agreement.followed");
        }

        await PartnerAgreementRepository.Put(work, agreement.Id, whole.Parties, whole.Goals);
        Audit(work, "drafted", agreement, new { agreement.Kind, parties = whole.Parties.Select(party => party.OrganisationId), follows = follows?.Reference });
        await work.Commit();
        return agreement.Reference;
    }

    private async Task<Outcome<WholeAgreement>> Read(UnitOfWork work, AgreementPlan plan, PartnerAgreement? before)
    {
        var former = before?.FollowsId is { } id ? (await PartnerAgreementRepository.Find(work, [id]))[0] : null;
        List<Refusal> wrong = [.. PartnerAgreementRules.Check(work.Actor, plan, Today(work), former?.State == PartnerAgreementState.InForce ? former.EndsOn : null)];
        if (wrong is [{ Code: "partner-agreement.not-staff" }])
        {
            return wrong[0];
        }

        var parties = new List<AgreementParty?>();
        foreach (var (line, party) in plan.Parties.Index())
        {
            var named = party.Empty ? [] : await PartnerAgreementRepository.Named(work, Folded.Of(party.Name));
            var code = party.Empty ? null : named.Count == 0 ? "partner-agreement.party-unknown" : named.Count > 1 ? "partner-agreement.party-two" : parties.Any(other => other?.OrganisationId == named[0]) ? "partner-agreement.party-twice" : null;
            parties.Add(party.Empty || code is not null ? null : new AgreementParty { OrganisationId = named[0], Brings = party.Brings.Trim() });
            if (code is not null)
            {
                wrong.Add(new Refusal(code).At($"Parties[{line}].Name"));
            }
        }

        return wrong.Count > 0 ? Outcome<WholeAgreement>.Refuse(wrong) : new WholeAgreement(
            new PartnerAgreement { Kind = plan.Kind, Title = plan.Title.Trim(), Purpose = plan.Purpose.Trim(), CityBrings = plan.CityBrings.Trim(), StartsOn = plan.StartsOn!.Value, EndsOn = plan.EndsOn!.Value },
            [.. parties.OfType<AgreementParty>()],
            [.. plan.Goals.Where(goal => !goal.Empty).Select(goal => new PartnerGoal { What = goal.What.Trim(), DueOn = goal.DueOn!.Value, OrganisationId = goal.Owner == 0 ? null : parties[goal.Owner - 1]!.OrganisationId })],
            []);
    }

    private static void Audit(UnitOfWork work, string act, PartnerAgreement agreement, object change) => work.Audit($"partner-agreement.{act}", nameof(PartnerAgreement), agreement.Id, change);
}
