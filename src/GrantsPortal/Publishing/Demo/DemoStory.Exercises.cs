using GrantsPortal.Response.Exercises;
using GrantsPortal.Response.Incidents;

namespace GrantsPortal.Publishing.Demo;

/// <summary>A table-top exercise that is written up with actions still open, and one that is planned.</summary>
internal sealed partial class DemoStory
{
    private string _tableTop = "";

    private void TableTops()
    {
        At(Ago(40, 9), async () =>
        {
            _tableTop = Done(await portal.Get<ExerciseDesk>().Plan(As("focal"), new ExercisePlan
            {
                Title = "Power cut in a heat wave",
                Scenario = "It is the fourth day above 35 degrees. At ten in the morning the power fails in Harbour and Northgate; the network says it may take until night.",
                StartsAt = Ago(33, 10),
                Objectives = ["Within half an hour we know which partners are with people who depend on power", "One voice speaks to the public, in the languages of Harbour", "Cool rooms are open within two hours"],
                Partners = [.. new[] { Circle, "Northgate Methodist Church", ParishHall, Radio }.Select(name => _organisations[name].Id)],
                Officers = [Somebody("focal").Id, Somebody("officer").Id],
                FacilitatorId = Somebody("focal").Id,
                Injects =
                [
                    new(0, 0, "The lifts in two towers at the harbour stand still. Nobody knows who lives on the upper floors.", "Everybody", true, "Somebody asks partners who know the towers"),
                    new(1, 15, "A neighbour rings: an old man with an oxygen device, battery for three hours, speaks Arabic alone.", "Harbour Women’s Circle", true, "An interpreter is named, and who drives"),
                    new(2, 30, "A message goes round that tap water is poisoned.", "The press office and the radio", false, "It is put right on air within ten minutes"),
                    new(3, 50, "Power is back in Northgate, not in Harbour.", "Everybody", true, ""),
                ],
            }));
        });
        At(Ago(33, 10), async () => Done((await portal.Get<ExerciseRun>().Start(As("focal"), _tableTop, 1))!.Value));
        At(Ago(33, 10).AddMinutes(6), () => TableTopAnswered(0, "The circle knew six households and rang them; for one tower nobody knew whom to ask."));
        At(Ago(33, 10).AddMinutes(16), () => RunJob<ExerciseJob>());
        At(Ago(33, 10).AddMinutes(22), () => TableTopAnswered(1, "The circle found an interpreter in four minutes. Who drives was not settled."));
        At(Ago(33, 10).AddMinutes(25), async () => Done((await portal.Get<ExerciseRun>().Pause(As("focal"), _tableTop, await VersionOf(_tableTop)))!.Value));
        At(Ago(33, 10).AddMinutes(40), async () => Done((await portal.Get<ExerciseRun>().Resume(As("focal"), _tableTop, await VersionOf(_tableTop)))!.Value));
        At(Ago(33, 10).AddMinutes(45), () => RunJob<ExerciseJob>());
        At(Ago(33, 10).AddMinutes(58), () => TableTopAnswered(2, "The radio asked the water works and said so on air after twelve minutes."));
        At(Ago(33, 10).AddMinutes(66), () => RunJob<ExerciseJob>());
        At(Ago(33, 11.5), async () => Done((await portal.Get<ExerciseRun>().End(As("focal"), _tableTop, await VersionOf(_tableTop)))!.Value));
        At(Ago(32, 14), async () => Done((await portal.Get<ExerciseDesk>().Review(As("focal"), _tableTop, await VersionOf(_tableTop), new ReviewPlan(
            [
                new(ObjectiveStanding.Partly, "Four of five partners knew within half an hour; for the east tower nobody did."),
                new(ObjectiveStanding.Met, "The radio spoke for all, in five languages."),
                new(ObjectiveStanding.NotMet, "Keys of the parish hall were with somebody on holiday."),
            ],
            "Partners had each other’s numbers from the call-down list on paper.", "Keys and drivers are settled beforehand, not asked for in the heat.",
            [
                new(0, "Ask partners which of the people they know depend on power, and keep only the number", "", Somebody("focal").Id, DateOnly.FromDateTime(Ago(-12, 9).UtcDateTime)),
                new(1, "Settle who has the keys of each cool room, with a deputy", "The building office", null, DateOnly.FromDateTime(Ago(-20, 9).UtcDateTime)),
                new(2, "Put the telephone number of the network’s duty desk on the call-down paper", "", Somebody("officer").Id, DateOnly.FromDateTime(Ago(20, 9).UtcDateTime)),
            ])))!.Value));
        At(Ago(25, 11), async () => Done(await portal.Get<ExerciseDesk>().Finish(
            As("officer"), (await portal.Read(work => ExerciseActionRepository.OpenOf(work, Somebody("officer").Id, 1)))[0].Id)));
        At(Ago(5, 9), async () => Done(await portal.Get<ExerciseDesk>().Plan(As("focal"), new ExercisePlan
        {
            Title = "A march is announced in the Old Town",
            Scenario = "For Saturday a group that spreads hate has announced a march past the mosque and the school. Shops ask whether they should close.",
            StartsAt = Ago(-9, 14),
            Objectives = ["Partners hear the same from the city within an hour", "Families of the school know what happens on Friday afternoon"],
            Scope = new CallDownScope { Districts = ["Old Town"] },
            Partners = [_organisations[Radio].Id],
            Officers = [Somebody("focal").Id],
            FacilitatorId = Somebody("focal").Id,
            Injects =
            [
                new(0, 5, "A picture of a broken window goes round. It is three years old.", "Everybody", true, "Somebody checks before anybody answers"),
                new(1, 20, "The head teacher asks whether school is open on Friday.", "The city’s officer for schools", false, ""),
                new(2, 45, "Forty neighbours want to stand in front of the mosque. The police ask how many.", "Old Town Mosque Trust", true, "Stewards are named"),
            ],
        })));
    }

    private async Task<int> VersionOf(string reference) => (await portal.Read(work => ExerciseRepository.Find(work, reference)))!.Version;

    private async Task TableTopAnswered(int number, string words)
    {
        var inject = await portal.Read(async work => (await ExerciseRepository.Injects(work, (await ExerciseRepository.Find(work, _tableTop))!.Id))[number]);
        Done((await portal.Get<ExerciseDelivery>().Respond(As("focal"), _tableTop, inject.Id, words))!.Value);
    }
}
