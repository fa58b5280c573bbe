using System.Globalization;
using GrantsPortal.Awards.Agreements;
using GrantsPortal.Awards.Letters;
using GrantsPortal.Awards.Offers;
using GrantsPortal.Awards.Variations;
using GrantsPortal.Funds.Ledger;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Awards.Standing;

/// <summary>A letter as it would be sent.</summary>
public sealed record PreviewedLetter(string Subject, string Body);

/// <summary>Pauses an award, lets it go on, or ends it early; each with a letter that is shown before it is sent.</summary>
public sealed class StandingDesk(PortalDatabase database, AwardDocuments documents, PortalTexts texts, IOptions<PortalOptions> portal)
{
    /// <summary>
    /// The letter as <see cref="Do"/> would send it; nothing is changed. Refused as <see cref="StandingRules.MayAct"/> and
    /// <see cref="StandingRules.Check"/> say, or with <c>award.unknown</c>.
    /// </summary>
    public async Task<Outcome<PreviewedLetter>> Preview(Actor actor, string reference, string act, StandingEntry entry)
    {
        await using var work = await database.Read();
        var read = await Ready(work, actor, reference, act, entry);
        return read.Refused ? Outcome<PreviewedLetter>.Refuse(read.Refusals) : Letter(read.Value.Award, act, entry, work.Now);
    }

    /// <summary>
    /// Does it: the award's state, the letter, and for an early end the ledger, the document and whatever variation was open,
    /// in one transaction. Refused as <see cref="Preview"/>, or with <c>award.changed-meanwhile</c>.
    /// </summary>
    /// <param name="actor">An officer.</param>
    /// <param name="reference">The award.</param>
    /// <param name="act">Suspend, resume or terminate, as <see cref="AwardStates"/> names them.</param>
    /// <param name="version">Which version of the award was shown.</param>
    /// <param name="entry">What the officer wrote.</param>
    public async Task<Outcome> Do(Actor actor, string reference, string act, int version, StandingEntry entry)
    {
        Outcome<(Award Award, AwardMoney Money)> read;
        await using (var look = await database.Read())
        {
            read = await Ready(look, actor, reference, act, entry);
        }

        if (read.Refused)
        {
            return read.Plain();
        }

        var ends = act == AwardStates.Terminate;
        var now = database.Clock.GetUtcNow();
        var says = texts.In(read.Value.Award.LanguageIn(portal.Value));
        var made = !ends ? null : await documents.Make(
            TerminationDocument.Title(read.Value.Award, says), says.Language,
            TerminationDocument.Html(read.Value.Award, entry, read.Value.Money, actor.Name, now, says, portal.Value));

        await using var work = await database.Write(actor);
        var still = await Ready(work, actor, reference, act, entry);
        if (still.Refused)
        {
            return still.Plain();
        }

        var (award, money) = still.Value;
        var to = AwardStates.Table.Move(award.State, act).Value;
        if ((ends && money.PaidMinor != read.Value.Money.PaidMinor) || !await AwardRepository.Move(work, award with { Version = version }, to))
        {
            return new Refusal("award.changed-meanwhile");
        }

        var document = made is null ? null : await AwardDocuments.Keep(work, award, AwardDocumentKind.Termination, made);
        var released = ends ? await End(work, award, money, entry) : 0;
        var letter = Letter(award, act, entry, work.Now);
        var standing = new AwardStanding
        {
            Id = work.NewId(),
            AwardId = award.Id,
            Act = act switch { AwardStates.Suspend => StandingAct.Suspended, AwardStates.Resume => StandingAct.Resumed, _ => StandingAct.Terminated },
            Reason = entry.Reason!.Trim(),
            Letter = letter.Body,
            EffectiveOn = ends ? entry.EffectiveOn!.Value : Instants.DayOf(work.Now, portal.Value.Zone),
            StillPaidMinor = ends ? entry.StillPaidMinor!.Value : 0,
            OwedBackMinor = ends ? entry.OwedBackMinor!.Value : 0,
            ReleasedMinor = released,
            ActedBy = actor.Person,
            ActedAt = work.Now,
            DocumentId = document?.Id,
        };
        await StandingRepository.Insert(work, standing);
        work.Audit(
            standing.Act switch { StandingAct.Suspended => "award.suspended", StandingAct.Resumed => "award.resumed", _ => "award.terminated" }, "Award", award.Id,
            new { from = award.State, to, standing.EffectiveOn, standing.StillPaidMinor, standing.OwedBackMinor, standing.ReleasedMinor, document = document?.Hash });
        await Tell(work, award with { State = to }, standing);
        var message = new StandingLetter(letter.Subject, SafeMarkdown.ToHtml(letter.Body), LetterRules.AsText(letter.Body), AwardRoutes.Mine(award.Reference));
        await AwardMail.ToMembers(work, award, message);
        await work.Commit();
        return Outcome.Ok;
    }

    private static Task Tell(UnitOfWork work, Award award, AwardStanding standing) => standing.Act switch
    {
        StandingAct.Suspended => work.Publish(new AwardSuspended(award, standing.Reason)),
        StandingAct.Resumed => work.Publish(new AwardResumed(award)),
        _ => work.Publish(new AwardTerminated(award, standing.EffectiveOn, standing.StillPaidMinor, standing.OwedBackMinor)),
    };

    private async Task<long> End(UnitOfWork work, Award award, AwardMoney money, StandingEntry entry)
    {
        var released = StandingRules.Released(money, entry.StillPaidMinor!.Value);
        var lines = released.SelectMany(year => Postings.Release(award.ProgrammeId!.Value, year.Year, LedgerSubject.Award(award.Id), Money.FromMinor(year.AmountMinor, award.Currency))).ToList();
        if (lines.Count > 0)
        {
            var posted = await Ledger.Post(work, FormattableString.Invariant($"terminate:award:{award.Id}"), lines, Instants.DayOf(work.Now, portal.Value.Zone));
            if (posted.Refused || !posted.Value)
            {
                throw new InvalidOperationException($"What is bound for {award.Reference} could not be released, though it was there a moment ago.");
            }
        }

        await VariationRepository.EndAll(work, award.Id, texts.In(award.LanguageIn(portal.Value))["The award ended early."]);
        return released.Sum(year => year.AmountMinor);
    }

    private async Task<Outcome<(Award Award, AwardMoney Money)>> Ready(UnitOfWork work, Actor actor, string reference, string act, StandingEntry entry)
    {
        if (await AwardRepository.FindByReference(work, reference) is not { Source: RecordSource.Portal } award)
        {
            return new Refusal("award.unknown");
        }

        var isMember = await OrganisationRepository.MembershipOf(work, award.OrganisationId, actor.Person) is not null;
        if (StandingRules.MayAct(award, act, actor, isMember) is { } refusal)
        {
            return refusal;
        }

        var money = await MoneyOf(work, award);
        var wrong = StandingRules.Check(award, act, entry, money, Instants.DayOf(work.Now, portal.Value.Zone));
        return wrong.Count > 0 ? Outcome<(Award, AwardMoney)>.Refuse(wrong) : (award, money);
    }

    /// <summary>What an award has in the ledger.</summary>
    public static async Task<AwardMoney> MoneyOf(UnitOfWork work, Award award)
    {
        var figures = await Ledger.Of(work, SubjectKind.Award, award.Id);
        return new AwardMoney(
            figures.Years.Where(year => year.CommittedMinor > 0).GroupBy(year => year.Year).ToDictionary(years => years.Key, years => years.Sum(year => year.CommittedMinor)),
            figures.SentMinor + figures.PaidMinor);
    }

    private PreviewedLetter Letter(Award award, string act, StandingEntry entry, DateTimeOffset now)
    {
        var says = texts.In(award.LanguageIn(portal.Value));
        return new(StandingLetters.Subject(award, act, says), StandingLetters.Body(award, act, entry, Instants.DayOf(now, portal.Value.Zone), says));
    }
}
