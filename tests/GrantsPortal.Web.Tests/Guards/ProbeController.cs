using GrantsPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace GrantsPortal.Web.Tests.Guards;

/// <summary>Pages that exist in these tests alone: one that fails, one that binds.</summary>
[IgnoreAntiforgeryToken]
public sealed class ProbeController : Controller
{
    [HttpGet("/probe/fault")]
    public IActionResult Fault() => throw new InvalidOperationException("A fault made by a test.");

    [HttpGet("/probe/large")]
    public IActionResult Large() => throw new BadHttpRequestException("Too large.", StatusCodes.Status413PayloadTooLarge);

    [HttpGet("/probe/number/{id:long}")]
    public IActionResult Number(long id, int? page) => Ok(new { id, page });

    [HttpPost("/probe/dates")]
    public IActionResult Dates(Form form) => ModelState.IsValid
        ? Ok(new { form.Day, form.Closes, form.Amount })
        : BadRequest(ModelState.Where(e => e.Value!.Errors.Count > 0).ToDictionary(e => e.Key, e => e.Value!.Errors[0].ErrorMessage));

    public sealed class Form
    {
        [System.ComponentModel.DataAnnotations.Display(Name = "The first day")]
        public DateOnly? Day { get; init; }

        [System.ComponentModel.DataAnnotations.Display(Name = "The closing time")]
        public LocalInstantInput? Closes { get; init; }

        [BindMoney]
        public decimal? Amount { get; init; }
    }
}
