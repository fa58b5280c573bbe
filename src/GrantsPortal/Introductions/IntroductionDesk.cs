using GrantsPortal.Introductions.Matching;
using GrantsPortal.Introductions.Offers;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Introductions;

/// <summary>The member whose contact is passed on when both sides agree, and a telephone number beside it.</summary>
public sealed record ContactChoice(long? Person, string? Phone);

/// <summary>Puts partners together and asks them: officers for two, partners for themselves. Acts answer null when there is no such thing for the actor.</summary>
public sealed class IntroductionDesk(PortalDatabase database, IntroductionLetters letters, IOptions<IntroductionOptions> options, IOptions<PortalOptions> portal)
{
    /// <summary>
    /// Puts two partners together for an officer; nobody is asked yet. Refused like <see cref="IntroductionRules.MayPropose"/>, or with
    /// <c>introduction.nobody-there</c> (the name of the side that nobody could answer for).
    /// </summary>
    public async Task<Outcome<Introduction>?> Propose(Actor actor, string first, string second, string words, bool again = false)
    {
        await using var work = await database.Write(actor);
        if (await OrganisationRepository.FindBySlug(work, first) is not { } one || await OrganisationRepository.FindBySlug(work, second) is not { } other)
        {
            return null;
        }

        var history = one.Id == other.Id ? new PairHistory(other.Id) : await IntroductionRepository.Between(work, one.Id, other.Id, work.Now);
        if (IntroductionRules.MayPropose(actor, one.Id, other.Id, history, again, words) is { Count: > 0 } wrong)
        {
            return Outcome<Introduction>.Refuse(wrong);
        }

        foreach (var organisation in new[] { one, other })
        {
            if ((await PartnerMail.Editors(work, organisation.Id)).Count == 0)
            {
                return (Outcome<Introduction>)new Refusal("introduction.nobody-there", organisation.Name);
            }
        }

        return await Insert(work, one, other, IntroductionState.Proposed, contact: null, words);
    }

    /// <summary>Asks the sides of what an officer put together, those first whom the other does not see. Refused with <c>introduction.officers-only</c> or from the state table.</summary>
    public async Task<Outcome?> Ask(Actor actor, string reference)
    {
        await using var work = await database.Write(actor);
        if (await IntroductionRepository.Find(work, reference) is not { } introduction)
        {
            return null;
        }

        if (!IntroductionRules.IsOfficer(actor))
        {
            return new Refusal("introduction.officers-only");
        }

        var moved = IntroductionStates.Table.Move(introduction.State, IntroductionStates.Ask);
        if (moved.Refused)
        {
            return Outcome.Refuse(moved.Refusals);
        }

        if (!await IntroductionRepository.Move(work, introduction, moved.Value, work.Now.AddDays(options.Value.AnswerDays)))
        {
            return new Refusal("introduction.changed-meanwhile");
        }

        await letters.AskWhoIsNext(work, introduction with { State = moved.Value, LapsesAt = work.Now.AddDays(options.Value.AnswerDays) });
        work.Audit("introduction.asked", nameof(Introduction), introduction.Id);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// Asks for a partner to be introduced to another that is shown to it; the partner has agreed by asking. Refused like
    /// <see cref="IntroductionRules.MayAsk"/>, with <c>organisation.viewers-read</c>, <c>introduction.contact-unknown</c> at
    /// <c>Contact</c> or <c>introduction.nobody-there</c>. Null as well when the other is not shown.
    /// </summary>
    public async Task<Outcome<Introduction>?> AskFor(Actor actor, string slug, string with, string words, ContactChoice contact)
    {
        await using var work = await database.Write(actor);
        if (await OrganisationRepository.FindFor(work, slug, actor.Person) is not { } mine
            || await OrganisationRepository.MembershipOf(work, mine.Id, actor.Person) is not { } me
            || await OrganisationRepository.FindBySlug(work, with) is not { } other || other.Id == mine.Id
            || await PartnerRepository.Profile(work, other.Id) is not { Visible: true, IsIn: true })
        {
            return null;
        }

        if (!me.MayEdit)
        {
            return (Outcome<Introduction>)new Refusal("organisation.viewers-read");
        }

        // Both rows stay locked, always in one order, so that two requests cannot both be the last that is allowed.
        foreach (var organisation in new[] { mine.Id, other.Id }.Order())
        {
            await PartnerRepository.Lock(work, organisation);
        }

        var since = work.Now.AddDays(-30);
        var received = (await MatchRepository.AskedSince(work, [other.Id], since)).Sum(row => row.Number);
        var against = IntroductionRules.MayAsk(
            await PartnerRepository.Profile(work, mine.Id), await IntroductionRepository.Between(work, mine.Id, other.Id, work.Now),
            await IntroductionRepository.AskedFor(work, mine.Id, since), received, options.Value, words);
        if (against.Count > 0)
        {
            return Outcome<Introduction>.Refuse(against);
        }

        if (await AnswerDesk.CheckContact(work, mine.Id, contact) is { } wrong)
        {
            return (Outcome<Introduction>)wrong;
        }

        if ((await PartnerMail.Editors(work, other.Id)).Count == 0)
        {
            return (Outcome<Introduction>)new Refusal("introduction.nobody-there", other.Name);
        }

        return await Insert(work, mine, other, IntroductionState.AgreedByOne, contact, words);
    }

    /// <summary>Gives up what nobody was asked about. Refused with <c>introduction.officers-only</c> or from the state table.</summary>
    public async Task<Outcome?> Drop(Actor actor, string reference)
    {
        await using var work = await database.Write(actor);
        if (await IntroductionRepository.Find(work, reference) is not { } introduction)
        {
            return null;
        }

        return IntroductionRules.IsOfficer(actor) ? await End(work, introduction, IntroductionStates.Drop, IntroductionEnd.Dropped) : new Refusal("introduction.officers-only");
    }

    /// <summary>
    /// Takes a request back: an officer any, the side that asked its own. Refused with <c>introduction.not-asker</c> or from the state table.
    /// </summary>
    public async Task<Outcome?> TakeBack(Actor actor, string reference)
    {
        await using var work = await database.Write(actor);
        var officer = IntroductionRules.IsOfficer(actor);
        if ((officer ? await IntroductionRepository.Find(work, reference) : await IntroductionRepository.FindFor(work, reference, actor.Person)) is not { } introduction)
        {
            return null;
        }

        var own = introduction.AskedFor is { } asker && await OrganisationRepository.MembershipOf(work, asker, actor.Person) is { MayEdit: true };
        return officer || own ? await End(work, introduction, IntroductionStates.TakeBack, IntroductionEnd.TakenBack) : new Refusal("introduction.not-asker");
    }

    private async Task<Outcome> End(UnitOfWork work, Introduction introduction, string act, IntroductionEnd end)
    {
        var moved = IntroductionStates.Table.Move(introduction.State, act);
        if (moved.Refused)
        {
            return Outcome.Refuse(moved.Refusals);
        }

        if (!await IntroductionRepository.Move(work, introduction, moved.Value, introduction.LapsesAt, end))
        {
            return new Refusal("introduction.changed-meanwhile");
        }

        if (introduction.IsOpen)
        {
            await letters.NotMade(work, introduction);
        }

        work.Audit($"introduction.{act}", nameof(Introduction), introduction.Id);
        await work.Commit();
        return Outcome.Ok;
    }

    private async Task<Outcome<Introduction>> Insert(UnitOfWork work, Organisation one, Organisation other, IntroductionState state, ContactChoice? contact, string words)
    {
        var (low, high) = one.Id < other.Id ? (one, other) : (other, one);
        var introduction = new Introduction
        {
            Id = work.NewId(),
            Reference = await work.NextReference("IN"),
            LowId = low.Id,
            HighId = high.Id,
            State = state,
            AskedFor = contact is null ? null : one.Id,
            AskedBy = work.Actor.Person,
            Words = words.Trim().ReplaceLineEndings("\n"),
            Reasons = Json.Write(await Matcher.Reasons(work, low, high, Instants.DayOf(work.Now, portal.Value.Zone))),
            CreatedAt = work.Now,
            LapsesAt = state == IntroductionState.Proposed ? null : work.Now.AddDays(options.Value.AnswerDays),
            Version = 1,
        };
        if (!await IntroductionRepository.Insert(work, introduction))
        {
            return new Refusal("introduction.going-already");
        }

        work.Audit(contact is null ? "introduction.proposed" : "introduction.asked-for", nameof(Introduction), introduction.Id, new { first = one.Id, second = other.Id });
        if (contact is not null)
        {
            await IntroductionRepository.Answer(work, introduction.Id, one.Id, SideAnswer.Agreed, contact.Person, AnswerDesk.Phone(contact), forOfficer: null);
            await letters.AskWhoIsNext(work, introduction);
        }

        await work.Commit();
        return introduction;
    }
}
