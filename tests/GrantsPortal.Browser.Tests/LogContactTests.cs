using GrantsPortal.Partnerships;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.TestWorld;
using Microsoft.Playwright;
using Xunit;

namespace GrantsPortal.Browser.Tests;

/// <summary>A focal point on the way home: a contact logged with a thumb, and what becomes of what was promised in it.</summary>
public sealed class LogContactTests(Chromium chromium) : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task A_contact_with_two_commitments_is_logged_on_one_page_of_a_phone_and_both_are_on_the_caseload_and_in_the_reminder()
    {
        _city.Portal.Clock.SetUtcNow(DateTimeOffset.UtcNow);
        var walk = new Walk(chromium, _city.Portal.Serve(), "log-contact");
        var officer = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        var circle = await _city.Organisation("Harbour Circle", await _city.Person("Amina Yusuf"));
        await _city.Write(City.Acting(officer, Roles.FocalPoint), async work =>
        {
            var partner = (await PartnerRecords.Find(work, circle.Id))!;
            return await PartnerRecords.Update(work, partner with { FocalPointId = officer.Id }, partner.Version);
        });
        var page = await walk.Open(phone: true);
        await Walk.SignIn(page, officer.Email);
        await walk.Look(page, PartnershipRoutes.Show(circle.Id), "Log a contact");

        // What looks like personal data is pointed out while it is typed, by the patterns that the server uses.
        await page.GetByText("Needs and concerns raised", new PageGetByTextOptions { Exact = true }).First.ClickAsync();
        await Walk.Fill(page, "Needs[0].Words", "Mrs Patel (0151 496 0123) wants light at the stop");
        await Assertions.Expect(page.Locator(".personal-points").First).ToContainTextAsync("“0151 496 0123”, “Mrs Patel”");
        await Walk.Fill(page, "Needs[0].Words", "Light at the tram stop");
        await Assertions.Expect(page.Locator(".personal-points").First).ToBeEmptyAsync();
        await page.Locator("[name='Needs[0].Theme']").SelectOptionAsync("women");

        await page.GetByLabel("Visit", new PageGetByLabelOptions { Exact = true }).CheckAsync();
        await Walk.Fill(page, "Words", "They want light at the stop on Quay Street.");
        await Walk.Fill(page, "Commitments[0].What", "Ask the tram company for light");
        await page.Locator("[name='Commitments[0].Within']").SelectOptionAsync("Week");
        await page.GetByText("More that was promised, another day, or another officer", new PageGetByTextOptions { Exact = true }).First.ClickAsync();
        await Walk.Fill(page, "Commitments[1].What", "Tell us which evenings most women go home late");
        await page.Locator("[name='Commitments[1].Within']").SelectOptionAsync("Fortnight");
        await walk.Inspect(page);
        await Walk.Press(page, "Log it");
        await walk.Sees(page, "They want light at the stop on Quay Street.");
        await Assertions.Expect(page.Locator("#commitments")).ToContainTextAsync("Tell us which evenings most women go home late");

        await walk.Look(page, PartnerRoutes.Caseload, "Harbour Circle");
        await Assertions.Expect(page.Locator("main tr", new PageLocatorOptions { HasText = "Harbour Circle" })).ToContainTextAsync("2");

        _city.Portal.Clock.Advance(TimeSpan.FromDays(8));
        await _city.Portal.Get<IEnumerable<IJob>>().OfType<CommitmentJob>().Single().Run(CancellationToken.None);
        var reminder = Assert.Single(await _city.MailTo(officer.Email), mail => mail.Template == nameof(CommitmentsDue));
        Assert.Contains("Overdue: we promised Harbour Circle", reminder.TextBody, StringComparison.Ordinal);
        Assert.Contains("Ask the tram company for light", reminder.TextBody, StringComparison.Ordinal);
        Assert.Contains("Tell us which evenings most women go home late", reminder.TextBody, StringComparison.Ordinal);
        walk.EveryPageIsFit();
    }
}
