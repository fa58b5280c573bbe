using GrantsPortal.Calls;
using GrantsPortal.Platform;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Conflicts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace GrantsPortal.Web.Calls.Desk;

/// <summary>The pages on which a part of a call is written row by row: all rows, a new one, one to change, move or remove.</summary>
public abstract class CallRowsController<TForm, TRow>(DeskTools tools, string part) : CallDeskController(tools)
    where TForm : EditForm
    where TRow : class
{
    /// <summary>All of them.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(string slug) => await Load(slug) is { } call ? View(call) : NotFound();

    /// <summary>A new one.</summary>
    [HttpGet("new"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> New(string slug) => await Load(slug) is { } call ? Opened("Edit", call, FormOf(null)) : NotFound();

    /// <summary>Adds it.</summary>
    [HttpPost("new"), Authorize(Policies.RunCalls)]
    public Task<IActionResult> New(string slug, TForm form) => Put(slug, null, form);

    /// <summary>One of them.</summary>
    [HttpGet("{key}"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Edit(string slug, string key)
    {
        ViewData["Key"] = key;
        return await Load(slug) is { } call && Find(call, key) is { } row ? Opened("Edit", call, FormOf(row)) : NotFound();
    }

    /// <summary>Saves it.</summary>
    [HttpPost("{key}"), Authorize(Policies.RunCalls)]
    public Task<IActionResult> Edit(string slug, string key, TForm form) => Put(slug, key, form);

    /// <summary>Moves it.</summary>
    [HttpPost("{key}/move"), Authorize(Policies.RunCalls)]
    public Task<IActionResult> Move(string slug, string key, int by) => Done(slug, T["Moved"], call => Move(call, key, Math.Sign(by)));

    /// <summary>Removes it.</summary>
    [HttpPost("{key}/remove"), Authorize(Policies.RunCalls)]
    public Task<IActionResult> Remove(string slug, string key) => Done(slug, T["Removed"], call => Remove(call, key));

    /// <summary>A form filled with a row, or ready for a new one.</summary>
    protected abstract TForm FormOf(TRow? row);

    /// <summary>The row at a key, or null.</summary>
    protected abstract TRow? Find(DeskCall call, string key);

    /// <summary>Puts what was typed in the place of a row, or adds it where the key is null.</summary>
    protected abstract Task<Outcome> Put(DeskCall call, string? key, TForm form);

    /// <summary>Moves a row one place up (-1) or down (1).</summary>
    protected abstract Task<Outcome> Move(DeskCall call, string key, int by);

    /// <summary>Removes a row.</summary>
    protected abstract Task<Outcome> Remove(DeskCall call, string key);

    /// <summary>Does something with the call that has no form of its own, and shows all rows again.</summary>
    protected async Task<IActionResult> Done(string slug, string done, Func<DeskCall, Task<Outcome>> act) =>
        await Load(slug) is { } call ? await Act(() => act(call), done, CallRoutes.Part(slug, part)) : NotFound();

    private async Task<IActionResult> Put(string slug, string? key, TForm form)
    {
        if (await Load(slug) is not { } call)
        {
            return NotFound();
        }

        var before = key is null ? null : Find(call, key);
        if (key is not null && before is null)
        {
            ModelState.AddModelError("", T["Somebody removed this meanwhile. What you typed is below: save again to add it anew"]);
            (key, form.Opened) = (null, null);
        }

        ViewData["Key"] = key;
        if (key is null)
        {
            form.Open();
        }

        return await Save("Edit", call, form, key is null ? form : FormOf(before), () => Put(call, key, form), CallRoutes.Part(slug, part));
    }
}
