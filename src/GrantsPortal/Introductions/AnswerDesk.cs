using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Introductions;

/// <summary>What a side of an introduction says: yes, no, and later what came of it. Acts answer null when the introduction or the side is not the actor's.</summary>
public sealed class AnswerDesk(PortalDatabase database, IntroductionLetters letters, IOptions<IntroductionOptions> options)
{
    /// <summary>
    /// Agrees for a side and says whose contact is passed on; with the second yes both contacts are. Refused like
    /// <see cref="IntroductionRules.MayAnswer"/>, with <c>organisation.viewers-read</c> or <c>introduction.contact-unknown</c>.
    /// </summary>
    public async Task<Outcome?> Agree(Actor actor, string reference, long organisation, ContactChoice contact)
    {
        await using var work = await database.Write(actor);
        if (await Mine(work, reference, organisation) is not var (introduction, mine, theirs, me))
        {
            return null;
        }

        if (Against(work, introduction, mine, me) is { } against)
        {
            return against;
        }

        if (await CheckContact(work, organisation, contact) is { } unknown)
        {
            return unknown;
        }

        var to = IntroductionStates.Table.Move(introduction.State, IntroductionRules.ActOfYes(theirs)).Value;
        if (!await IntroductionRepository.Answer(work, introduction.Id, organisation, SideAnswer.Agreed, contact.Person, Phone(contact), null))
        {
            return new Refusal("introduction.answered-already");
        }

        // Who is asked now has the full time to answer.
        var lapses = to == IntroductionState.Made || theirs.AskedAt is not null ? introduction.LapsesAt : work.Now.AddDays(options.Value.AnswerDays);
        if (!await IntroductionRepository.Move(work, introduction, to, lapses))
        {
            return new Refusal("introduction.changed-meanwhile");
        }

        work.Audit(to == IntroductionState.Made ? "introduction.made" : "introduction.agreed", nameof(Introduction), introduction.Id, new { organisation });
        var moved = introduction with { State = to, LapsesAt = lapses };
        if (to == IntroductionState.Made)
        {
            await letters.Made(work, moved);
        }
        else
        {
            await letters.AskWhoIsNext(work, moved);
        }

        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Says no for a side; the other is told that it does not come about, not why. Refused like <see cref="Agree"/>, or with <c>introduction.words-long</c> at <c>ForOfficer</c>.</summary>
    public async Task<Outcome?> Decline(Actor actor, string reference, long organisation, string? forOfficer)
    {
        await using var work = await database.Write(actor);
        if (await Mine(work, reference, organisation) is not var (introduction, mine, _, me))
        {
            return null;
        }

        if (Against(work, introduction, mine, me) is { } against)
        {
            return against;
        }

        if (forOfficer?.Length > IntroductionRules.WordsLength)
        {
            return new Refusal("introduction.words-long", IntroductionRules.WordsLength).At("ForOfficer");
        }

        var words = string.IsNullOrWhiteSpace(forOfficer) ? null : forOfficer.Trim();
        if (!await IntroductionRepository.Answer(work, introduction.Id, organisation, SideAnswer.Declined, null, null, words)
            || !await IntroductionRepository.Move(work, introduction, IntroductionState.Declined, introduction.LapsesAt, IntroductionEnd.Declined))
        {
            return new Refusal("introduction.changed-meanwhile");
        }

        work.Audit("introduction.declined", nameof(Introduction), introduction.Id, new { organisation });
        await letters.NotMade(work, introduction, but: organisation);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Says for a side what came of it. Refused like <see cref="IntroductionRules.MaySayOutcome"/>, or with <c>organisation.viewers-read</c>.</summary>
    public async Task<Outcome?> SayOutcome(Actor actor, string reference, long organisation, IntroductionOutcome? outcome, string? words)
    {
        await using var work = await database.Write(actor);
        if (await Mine(work, reference, organisation) is not var (introduction, _, _, me))
        {
            return null;
        }

        if (!me.MayEdit)
        {
            return new Refusal("organisation.viewers-read");
        }

        var said = words?.Trim() ?? "";
        if (IntroductionRules.MaySayOutcome(introduction, outcome, said) is { } against)
        {
            return against;
        }

        await IntroductionRepository.PutOutcome(work, introduction.Id, organisation, outcome!.Value, said);
        work.Audit("introduction.outcome-said", nameof(Introduction), introduction.Id, new { organisation, outcome });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Refused with <c>introduction.contact-unknown</c> at <c>Contact</c> unless the contact is a member who can be written to, or with <c>introduction.phone-long</c> at <c>Phone</c>.</summary>
    internal static async Task<Refusal?> CheckContact(UnitOfWork work, long organisation, ContactChoice contact)
    {
        var members = await OrganisationRepository.People(work, organisation);
        return !members.Any(person => person.Id == contact.Person && person.EmailConfirmed) ? new Refusal("introduction.contact-unknown").At("Contact")
            : Phone(contact)?.Length > 40 ? new Refusal("introduction.phone-long", 40).At("Phone")
            : null;
    }

    /// <summary>The telephone number as it is kept.</summary>
    internal static string? Phone(ContactChoice contact) => string.IsNullOrWhiteSpace(contact.Phone) ? null : contact.Phone.Trim();

    private static Refusal? Against(UnitOfWork work, Introduction introduction, IntroductionSide mine, Membership me) =>
        me.MayEdit ? IntroductionRules.MayAnswer(introduction, mine, work.Now) : new Refusal("organisation.viewers-read");

    private static async Task<(Introduction Introduction, IntroductionSide Mine, IntroductionSide Theirs, Membership Me)?> Mine(UnitOfWork work, string reference, long organisation)
    {
        if (await IntroductionRepository.FindFor(work, reference, work.Actor.Person) is not { } introduction
            || await OrganisationRepository.MembershipOf(work, organisation, work.Actor.Person) is not { } me)
        {
            return null;
        }

        var sides = await IntroductionRepository.Sides(work, introduction.Id);
        var mine = sides.FirstOrDefault(side => side.OrganisationId == organisation);
        return mine is null || (mine.AskedAt is null && introduction.AskedFor != organisation) ? null
            : (introduction, mine, sides.First(side => side.OrganisationId != organisation), me);
    }
}
