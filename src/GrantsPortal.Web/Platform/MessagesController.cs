using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Mail;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Platform;

/// <summary>Officers write to many: choose who and write, see everybody by name, send once.</summary>
[Authorize(Policies.ReadDesk)]
public sealed class MessagesController(PortalDatabase database, BulkMessageDesk desk, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const int PageSize = 50;

    /// <summary>What was written to many, newest first.</summary>
    [HttpGet(PlatformRoutes.Messages)]
    public async Task<IActionResult> Index(long? before)
    {
        await using var work = await database.Read();
        var messages = await BulkMessageRepository.List(work, before, PageSize + 1);
        var people = await PersonRepository.Find(work, [.. messages.Select(message => message.SentBy ?? message.CreatedBy).Distinct()]);
        return View(new MessagesPage([.. messages.Take(PageSize)], people.ToDictionary(person => person.Id, person => person.Name), before, messages.Count > PageSize ? messages[PageSize - 1].Id : null));
    }

    /// <summary>Who it is for, and then what it says.</summary>
    [HttpGet(PlatformRoutes.NewMessage), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> New(string? audience) => View(await Form(new NewMessageForm { Audience = audience }));

    /// <summary>Fixes the recipients and shows them; sends nothing yet.</summary>
    [HttpPost(PlatformRoutes.NewMessage), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Prepare(NewMessageForm form)
    {
        var prepared = await desk.Prepare(User.Actor(), form.Audience, Answers(Request.Form), form.Subject, form.Body);
        if (prepared.Done)
        {
            return LocalRedirect(PlatformRoutes.Message(prepared.Value));
        }

        ModelState.AddRefusals(prepared.Refusals, sentences);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("New", await Form(form));
    }

    /// <summary>A message with everybody it goes to, or went to.</summary>
    [HttpGet(PlatformRoutes.Messages + "/{id:long}")]
    public async Task<IActionResult> Show(long id)
    {
        await using var work = await database.Read();
        if (await BulkMessageRepository.Find(work, id) is not { } message)
        {
            return NotFound();
        }

        var by = await PersonRepository.Find(work, message.SentBy ?? message.CreatedBy);
        return View(new MessagePage(message, await BulkMessageRepository.Recipients(work, id), by?.Name));
    }

    /// <summary>Sends it to exactly those who were shown.</summary>
    [HttpPost(PlatformRoutes.Messages + "/{id:long}/send"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Send(long id, int version)
    {
        var outcome = await desk.Send(User.Actor(), id, version);
        if (outcome.Refusals is [{ Code: "message.not-found" }])
        {
            return NotFound();
        }

        if (outcome.Refused)
        {
            TempData.SayNote(sentences.Say(outcome.Refusals[0]));
        }
        else
        {
            TempData.SayDone(texts["The message is on its way"]);
        }

        return LocalRedirect(PlatformRoutes.Message(id));
    }

    /// <summary>Throws a draft away.</summary>
    [HttpPost(PlatformRoutes.Messages + "/{id:long}/discard"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Discard(long id)
    {
        var outcome = await desk.Discard(User.Actor(), id);
        TempData.SayNote(outcome.Done ? texts["The draft is thrown away; nothing was sent"] : sentences.Say(outcome.Refusals[0]));
        return LocalRedirect(PlatformRoutes.Messages);
    }

    private async Task<NewMessagePage> Form(NewMessageForm form)
    {
        var audiences = await desk.Audiences();
        return new NewMessagePage(form, audiences, audiences.FirstOrDefault(audience => audience.Key == form.Audience));
    }

    private static AudienceAnswers Answers(IFormCollection form) =>
        new(form.Where(field => field.Key.StartsWith(NewMessagePage.Prefix, StringComparison.Ordinal)).ToDictionary(
            field => field.Key[NewMessagePage.Prefix.Length..],
            IReadOnlyList<string> (field) => [.. field.Value.OfType<string>().Where(value => value.Length > 0)]));
}

/// <summary>What is typed of a new message.</summary>
public sealed record NewMessageForm
{
    /// <summary>Key of the audience.</summary>
    public string? Audience { get; init; }

    /// <summary>Subject.</summary>
    public string? Subject { get; init; }

    /// <summary>Text, in Markdown.</summary>
    public string? Body { get; init; }
}

/// <summary>What the page of a new message shows.</summary>
public sealed record NewMessagePage(NewMessageForm Form, IReadOnlyList<AudienceForm> Audiences, AudienceForm? Chosen)
{
    /// <summary>What the names of the audience's fields begin with.</summary>
    public const string Prefix = "Answer-";

    /// <summary>Subject.</summary>
    public string? Subject => Form.Subject;

    /// <summary>Text, in Markdown.</summary>
    public string? Body => Form.Body;
}

/// <summary>What the list of messages shows.</summary>
public sealed record MessagesPage(IReadOnlyList<BulkMessage> Messages, IReadOnlyDictionary<long, string> People, long? Before, long? Last);

/// <summary>What the page of one message shows.</summary>
public sealed record MessagePage(BulkMessage Message, IReadOnlyList<BulkRecipient> Recipients, string? By);
