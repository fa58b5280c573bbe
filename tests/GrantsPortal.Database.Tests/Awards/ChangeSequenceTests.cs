using GrantsPortal.Awards;
using GrantsPortal.Awards.Standing;
using GrantsPortal.Awards.Variations;
using GrantsPortal.Awards.Years;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Awards;

/// <summary>Whoever changes an award however and in whatever order, everything stored about it agrees, and the ledger with it.</summary>
public sealed class ChangeSequenceTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task No_sequence_of_changes_by_anybody_breaks_what_must_hold(int seed)
    {
        var random = new Random(seed);
        var running = await _city.UnderWay();
        var editor = await _city.Person("Ed Editor");
        await _city.Write(Actor.System, work => OrganisationRepository.AddMember(work, running.Applicant.Organisation.Id, editor.Id, MemberRole.Editor));
        Actor[] actors = [running.Officer, await _city.Staff("Oz Other", Roles.ProgrammeOfficer), running.Approver, await _city.Staff("Bo Both", Roles.Approver, Roles.ProgrammeOfficer), running.Owner, City.As(editor)];
        var done = 0;
        for (var step = 0; step < 150; step++)
        {
            var before = (await _city.AwardOf(running.Applicant)).State;
            done += await Act(random, actors[random.Next(actors.Length)], running) ? 1 : 0;
            var after = (await _city.AwardOf(running.Applicant)).State;
            Assert.True(before == after || AwardStates.Table.Lines.Any(line => line.From == before && line.To == after), $"{before} became {after} at step {step} of seed {seed}");
            if (step % 30 == 29)
            {
                Assert.Empty(await _city.Broken());
            }
        }

        Assert.InRange(done, 15, 150);
    }

    private async Task<bool> Act(Random random, Actor actor, RunningAward running)
    {
        var (variations, years, reference) = (_city.Portal.Get<VariationDesk>(), _city.Portal.Get<YearDesk>(), running.Reference);
        var whole = await _city.WholeOf(running);
        var side = random.Next(2) == 0 ? VariationSide.Grantee : VariationSide.City;
        var draft = await _city.Read(work => VariationRepository.Draft(work, running.Award.Id, side));
        var asked = await _city.Read(work => VariationRepository.Asked(work, running.Award.Id));
        var year = whole.Years[random.Next(whole.Years.Count)];
        switch (random.Next(11))
        {
            case 0:
                var entry = await _city.Wish(running, terms => terms with { EndsOn = terms.EndsOn!.Value.AddDays(random.Next(-20, 40)), Lines = [.. terms.Lines.Select(line => line with { AmountMinor = Math.Max(0, line.AmountMinor + (random.Next(3) * random.Next(-90_000, 90_000))) }), new TermsLine(0, "More", random.Next(2) * 5_000)] });
                return (await variations.Save(actor, reference, side, draft?.Number, draft?.Version ?? 0, entry)).Done;
            case 1 or 2 when draft is not null:
                return (await variations.Ask(actor, reference, side, draft.Number, draft.Version)).Done;
            case 3 or 4 when asked is not null:
                return (await variations.Approve(actor, reference, asked.Number, asked.Version, overdraw: random.Next(2) == 0 ? "Voted on Monday" : null)).Done
                    || (await variations.LetAsk(actor, reference, asked.Number, asked.Version)).Done
                    || (await variations.Agree(actor, reference, asked.Number, asked.Version, "A Name")).Done;
            case 5 when asked is not null && random.Next(3) == 0:
                return (await variations.Decline(actor, reference, side, asked.Number, asked.Version, "Not now")).Done;
            case 6:
                return (await _city.Portal.Get<MovementDesk>().Move(actor, reference, random.Next(1, 3), random.Next(1, 3), random.Next(0, 3_000), "Buses")).Done;
            case 7:
                var some = random.NextInt64(0, whole.Award.AmountMinor);
                return (await years.Set(actor, reference, whole.Award.Version, [new(2027, whole.Award.AmountMinor - some), new(2028, some)])).Done;
            case 8:
                return (await years.Propose(actor, reference, year.Year, year.Version, "It goes well")).Done
                    || (random.Next(3) == 0 ? await years.Withhold(actor, reference, year.Year, year.Version, "Not yet") : await years.Confirm(actor, reference, year.Year, year.Version, null)).Done;
            case 9 when year.Payable && whole.Award.State == AwardState.Active:
                var bound = (await _city.FiguresOf(running)).In(year.Year).CommittedMinor;
                return bound > 0 && await _city.Paid(whole.Award, year.Year, random.NextInt64(1, (bound / 4) + 2));
            case 10:
                var act = random.Next(12) == 0 ? AwardStates.Terminate : random.Next(2) == 0 ? AwardStates.Suspend : AwardStates.Resume;
                return (await _city.Portal.Get<StandingDesk>().Do(actor, reference, act, whole.Award.Version, new StandingEntry("Why", "What", "Whom", new DateOnly(2026, 9, 1), random.Next(100_000), 0))).Done;
            default:
                return false;
        }
    }
}
