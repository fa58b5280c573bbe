using GrantsPortal.Awards;
using GrantsPortal.Awards.Variations;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Browser.Tests;

/// <summary>What changes about an award beside its variations: movements, a pause, an early end; officers wide, the organisation on a phone.</summary>
public sealed class ChangePagesTests(Chromium chromium) : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task An_award_is_paused_goes_on_moves_its_budget_and_ends_early_on_pages_that_anybody_can_read()
    {
        var walk = new Walk(chromium, _city.Portal.Serve(), "changes");
        var running = await _city.UnderWay();
        var (owner, officer) = (await walk.Open(phone: true), await walk.SignedIn((await _city.Person("Otto Officer", Roles.ProgrammeOfficer)).Email));
        await Walk.SignIn(owner, running.Applicant.Owner.Email);

        await walk.Look(officer, AwardRoutes.Standing(running.Reference, AwardStates.Suspend), "Pause the award");
        await Walk.Press(officer, "Read the letter");
        await walk.Sees(officer, "Write what you ask the organisation to do");
        await Write(officer, "The report on the summer is missing.", "Send the report by the end of May.");
        await walk.Sees(officer, "A pause is not the end of it");
        await Walk.Press(officer, "Pause the award and send this letter");
        await walk.Sees(officer, "The award is paused");
        await walk.Look(owner, AwardRoutes.Mine(running.Reference), "Your award is paused");

        await officer.GotoAsync(AwardRoutes.Standing(running.Reference, AwardStates.Resume));
        await Write(officer, "The report came; thank you.", null);
        await Walk.Press(officer, "Let it go on and send this letter");
        await walk.Sees(officer, "The award goes on");

        await walk.Look(owner, AwardRoutes.MyVariations(running.Reference), "Budget");
        await walk.Look(owner, AwardRoutes.Movement(running.Reference), "Move");
        await owner.Locator("[name=From]").SelectOptionAsync("1");
        await owner.Locator("[name=To]").SelectOptionAsync("2");
        await Walk.Fill(owner, "Amount", "0.10");
        await Walk.Fill(owner, "Reason", "More people come for tea.");
        await Walk.Press(owner, "Move it");
        await walk.Sees(owner, "The money is moved");
        await _city.Asked(running, running.Owner, VariationSide.Grantee, entry => entry with { EndsOn = new DateOnly(2028, 2, 29), Title = "Neighbours at one long table" });
        await walk.Look(owner, AwardRoutes.MyVariation(running.Reference, 1), "60 days later");
        await walk.Look(officer, AwardRoutes.Variations(running.Reference), "More people come for tea.");

        await walk.Look(officer, AwardRoutes.Standing(running.Reference, AwardStates.Terminate), "End the award early");
        await Walk.Fill(officer, "EffectiveOn", new DateOnly(2026, 7, 31));
        await Walk.Fill(officer, "StillPaid", "1,500");
        await Walk.Fill(officer, "OwedBack", "0");
        await Write(officer, "The group closes its doors.", null);
        await walk.Sees(officer, "We still pay you £1,500");
        await Walk.Press(officer, "End the award and send this letter");
        await walk.Sees(officer, "The award has ended");
        await walk.Look(owner, AwardRoutes.Mine(running.Reference), "Your award has ended early");
        walk.EveryPageIsFit();
    }

    private static async Task Write(Microsoft.Playwright.IPage officer, string reason, string? toDo)
    {
        await Walk.Fill(officer, "Reason", reason);
        await Walk.Fill(officer, "ToDo", toDo ?? "");
        await Walk.Fill(officer, "Contact", "Otto Officer, 020 7946 0000");
        await Walk.Press(officer, "Read the letter");
    }
}
