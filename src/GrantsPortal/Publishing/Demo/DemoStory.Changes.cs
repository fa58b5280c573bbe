using GrantsPortal.Awards;
using GrantsPortal.Awards.Standing;
using GrantsPortal.Awards.Variations;
using GrantsPortal.Awards.Years;
using GrantsPortal.Platform;

namespace GrantsPortal.Publishing.Demo;

/// <summary>What changed about awards: two years, a movement, variations, a pause, an early end.</summary>
internal sealed partial class DemoStory
{
    private const string Contact = "Olivia Bennett at the city, 01632 960 114";

    private void Changes()
    {
        var lastYear = new DateTimeOffset(now.Year - 1, 6, 2, 9, 0, 0, TimeSpan.Zero);
        var (bicycle, cups, parents) = (Project("welcome", "Welcome Wheels"), Project("welcome", "Ethiopian Coffee"), Project("welcome", "Northgate Primary"));
        var (chandler, light) = (Project("worship", "Old Town Mosque"), Project("worship", "Beit Shalom"));

        At(lastYear.AddDays(210), () => Vary(bicycle, "The workshop flooded in the autumn and the rides stopped for two months. We would like to make them up, and to spend a little less on parts and more on the people who repair.", (terms, lines) => terms with
        {
            EndsOn = terms.EndsOn!.Value.AddDays(61),
            Lines = [.. lines.Select((line, i) => line with { AmountMinor = line.AmountMinor + (i == 0 ? -30_000 : i == 1 ? 30_000 : 0) })],
        }));
        At(lastYear.AddDays(216), () => Approve(bicycle, "Thank you for telling us early. Good rides."));
        At(Ago(70), () => SpreadOverTwoYears(chandler));
        At(Ago(33, 11), () => MoveSome(chandler, "The glazier gave us a better price, and the steward needs a second coat."));
        At(Ago(26), () => Stand(parents, AwardStates.Terminate, new StandingEntry(
            "The school has closed its evening rooms, and neither you nor we have found another room that parents can reach with a pram.",
            "Send us the list of what was bought, so that we agree together where it goes.", Contact, Instants.DayOf(Ago(26), Zone), 0, new Money(300, Currency).Minor)));
        At(Ago(10), () => Stand(cups, AwardStates.Suspend, new StandingEntry(
            "Two of the three stairwells tell us that the hosts have stopped coming, and we have not been able to reach you since the summer.",
            "Call us this month, and tell us how the evenings go on. A page in your own words is enough.", Contact)));
        At(Ago(2, 14), () => Vary(light, "The lime tree by the wall is protected, and the tree officer comes only in spring. The lamp and the bench have to wait for him.", (terms, lines) => terms with { EndsOn = terms.EndsOn!.Value.AddDays(75) }));
    }

    private async Task Vary(DemoProject project, string reason, Func<VariationEntry, IReadOnlyList<TermsLine>, VariationEntry> change)
    {
        var (owner, award, desk) = (As(OwnerOf(NameOf(project))), await Award(await AwardOf(project)), portal.Get<VariationDesk>());
        var terms = AwardTerms.Of(await portal.Read(work => AwardWholes.Of(work, award)));
        var entry = change(new VariationEntry(terms.StartsOn, terms.EndsOn, terms.Title, terms.Summary, terms.Lines, null, reason), terms.Lines);
        var number = Done(await desk.Save(owner, award.Reference, VariationSide.Grantee, null, 0, entry));
        portal.Clock.Pass(20);
        Done(await desk.Ask(owner, award.Reference, VariationSide.Grantee, number, 1));
    }

    private async Task Approve(DemoProject project, string note)
    {
        var award = await Award(await AwardOf(project));
        var asked = (await portal.Read(work => VariationRepository.Asked(work, award.Id)))!;
        Done(await portal.Get<VariationDesk>().Approve(As("officer"), award.Reference, asked.Number, asked.Version, note: note));
    }

    private async Task SpreadOverTwoYears(DemoProject project)
    {
        var award = await Award(await AwardOf(project));
        var year = (await portal.Read(work => YearRepository.Of(work, award.Id)))[0].Year;
        var next = award.AmountMinor / 3 / 100 * 100;
        Done(await portal.Get<YearDesk>().Set(As("officer"), award.Reference, award.Version, [new TermsYear(year, award.AmountMinor - next), new TermsYear(year + 1, next)]));
    }

    private async Task MoveSome(DemoProject project, string reason)
    {
        var award = await Award(await AwardOf(project));
        var lines = await portal.Read(work => BudgetLineRepository.Of(work, award.Id));
        Done(await portal.Get<MovementDesk>().Move(As(OwnerOf(NameOf(project))), award.Reference, lines[0].Number, lines[1].Number, lines[1].AgreedMinor / 20 / 100 * 100, reason));
    }

    private async Task Stand(DemoProject project, string act, StandingEntry entry)
    {
        var award = await Award(await AwardOf(project));
        Done(await portal.Get<StandingDesk>().Do(As("officer"), award.Reference, act, award.Version, entry));
    }
}
