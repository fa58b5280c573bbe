using System.Globalization;
using GrantsPortal.Calls;
using GrantsPortal.Platform.Database;
using GrantsPortal.Reviews;
using GrantsPortal.Reviews.Reminding;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Reviews;

/// <summary>Who is to be reminded.</summary>
/// <param name="Call">The call.</param>
/// <param name="Recipients">Who has reviews to do; on the second page those who were chosen.</param>
/// <param name="Chosen">Whether this is the second page, from which it is sent.</param>
public sealed record RemindPage(Call Call, IReadOnlyList<ReminderRecipient> Recipients, bool Chosen);

/// <summary>Reminds reviewers: choose, look at who it goes to, send.</summary>
[Authorize(Policy = Policies.RunCalls)]
public sealed class RemindersController(PortalDatabase database, ReminderDesk desk, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const string Address = ReviewRoutes.Panels + "/{slug}/remind";

    /// <summary>Who has reviews to do.</summary>
    [HttpGet(Address)]
    public Task<IActionResult> Choose(string slug) => Page(slug, null);

    /// <summary>Who would get a reminder, by name and number.</summary>
    [HttpPost(Address)]
    public async Task<IActionResult> Check(string slug, List<long> people)
    {
        if (people.Count == 0)
        {
            ModelState.AddRefusal(new GrantsPortal.Platform.Refusal("reminder.nobody-chosen").At("People"), sentences);
        }

        return await Page(slug, people.Count == 0 ? null : people);
    }

    /// <summary>Sends it to those who were shown.</summary>
    [HttpPost(Address + "/send")]
    public async Task<IActionResult> Send(string slug, List<long> people)
    {
        if (await CallOf(slug) is not { } call)
        {
            return NotFound();
        }

        var sent = await desk.Send(User.Actor(), call.Id, people);
        if (sent.Refused)
        {
            ModelState.AddRefusals(sent.Refusals, sentences);
            return await Page(slug, null);
        }

        TempData.SayDone(texts[sent.Value == 1 ? "1 reminder is on its way" : "{0} reminders are on their way", sent.Value]);
        return Redirect(ReviewRoutes.Panel(slug));
    }

    private async Task<IActionResult> Page(string slug, List<long>? chosen)
    {
        await using var work = await database.Read();
        if (await CallRepository.FindBySlug(work, slug, CultureInfo.CurrentUICulture.Name) is not { } call)
        {
            return NotFound();
        }

        var recipients = await ReminderDesk.Recipients(work, call.Id);
        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        return View("Remind", new RemindPage(call, chosen is null ? recipients : [.. recipients.Where(recipient => chosen.Contains(recipient.Person.Id))], chosen is not null));
    }

    private async Task<Call?> CallOf(string slug)
    {
        await using var work = await database.Read();
        return await CallRepository.FindBySlug(work, slug, CultureInfo.CurrentUICulture.Name);
    }
}
