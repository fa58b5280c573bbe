using GrantsPortal.Bookings;
using GrantsPortal.Partnerships;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Bookings.Desk;
using GrantsPortal.Web.Partnerships;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Bookings.FollowUp;

/// <summary>What an organisation that came promises or is promised, as typed.</summary>
public sealed class FollowUpLine
{
    /// <summary>The organisation.</summary>
    public long OrganisationId { get; set; }

    /// <summary>Who promises.</summary>
    public CommitmentMaker MadeBy { get; set; }

    /// <summary>What; lines without it are left out.</summary>
    public string? What { get; set; }

    /// <summary>By when.</summary>
    public DateOnly? DueOn { get; set; }
}

/// <summary>What comes of an occasion, as typed.</summary>
public sealed class FollowUpForm
{
    /// <summary>One line for each organisation that came.</summary>
    public List<FollowUpLine> Rows { get; set; } = [];

    /// <summary>Who at the city follows it up.</summary>
    public long? OwnerId { get; set; }

    /// <summary>The lines that say something.</summary>
    public List<FollowUpLine> Written() => [.. Rows.Where(row => !string.IsNullOrWhiteSpace(row.What))];
}

/// <summary>What came of an occasion, and what more can be noted.</summary>
public sealed record FollowUpPage(OccasionFrame Frame, IReadOnlyList<OrganisationThere> Came, CommitmentsView Commitments, FollowUpForm Form, IReadOnlyList<Person> Officers);

/// <summary>Commitments that come of an occasion: for the organisations that came, in one form.</summary>
[Authorize(Policies.ReadPartnerships)]
public sealed class FollowUpController(PortalDatabase database, CommitmentDesk desk, OccasionFrames frames, Sentences sentences, IStringLocalizer<Texts> texts, IOptions<PortalOptions> portal) : Controller
{
    private const string Route = OccasionRoutes.One + "/follow-up";

    /// <summary>What was promised, and a line for each organisation.</summary>
    [HttpGet(Route)]
    public Task<IActionResult> Show(long id) => Page(id, null);

    /// <summary>Notes the lines that say something.</summary>
    [HttpPost(Route), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Note(long id, FollowUpForm form)
    {
        Occasion? occasion;
        IReadOnlySet<long> came;
        await using (var work = await database.Read())
        {
            occasion = await OccasionRepository.Find(work, id);
            came = (await PartnerOccasionRepository.Came(work, id)).Select(organisation => organisation.Id).ToHashSet();
        }

        var written = form.Written();
        if (occasion is null || written.Any(row => !came.Contains(row.OrganisationId)))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return await Page(id, form);
        }

        if (written.Count == 0)
        {
            ModelState.AddModelError("Rows[0].What", texts["Write what was promised, for at least one organisation"]);
            return await Page(id, form);
        }

        var plans = written.Select(row => new CommitmentPlan { OrganisationId = row.OrganisationId, MadeBy = row.MadeBy, What = row.What!, DueOn = row.DueOn, OwnerId = form.OwnerId }).ToList();
        if (await desk.Note(User.Actor(), new CommitmentSource(CommitmentOrigin.Occasion, id, occasion.Title), plans) is not { } noted)
        {
            return NotFound();
        }

        if (noted.Done)
        {
            TempData.SayDone(texts["{0} commitments noted", plans.Count]);
            return LocalRedirect(OccasionRoutes.At(id, "follow-up"));
        }

        ModelState.AddRefusals([.. noted.Refusals.Select(refusal => refusal.Field is { } field && field != "OwnerId" ? refusal.At(Placed(form, written, field)) : refusal)], sentences);
        return await Page(id, form);
    }

    /// <summary>The field of the form that a field of the lines with words is.</summary>
    private static string Placed(FollowUpForm form, List<FollowUpLine> written, string field)
    {
        for (var index = 0; index < written.Count; index++)
        {
            if (written.Count == 1 || field.StartsWith($"Rows[{index}].", StringComparison.Ordinal))
            {
                return $"Rows[{form.Rows.IndexOf(written[index])}].{field[(field.IndexOf('.') + 1)..]}";
            }
        }

        return field;
    }

    private async Task<IActionResult> Page(long id, FollowUpForm? form)
    {
        await using var work = await database.Read();
        if (await frames.Of(work, id) is not { } frame)
        {
            return NotFound();
        }

        var came = await PartnerOccasionRepository.Came(work, id);
        var typed = (form?.Rows ?? []).ToLookup(row => row.OrganisationId);
        form ??= new FollowUpForm { OwnerId = User.Actor().Person };
        form.Rows = [.. came.Select(organisation => typed[organisation.Id].FirstOrDefault() ?? new FollowUpLine { OrganisationId = organisation.Id })];
        var commitments = new CommitmentsView(
            await CommitmentRepository.FromRecord(work, CommitmentOrigin.Occasion, id), 0, CommitmentRules.MayKeep(User.Actor()), Instants.DayOf(work.Now, portal.Value.Zone));
        return View("Show", new FollowUpPage(frame.At("follow-up"), came, commitments, form, await CommitmentDesk.Officers(work)));
    }
}

/// <summary>An occasion that people of a partner had places at.</summary>
/// <param name="Id">The occasion.</param>
/// <param name="Title">What it is called.</param>
/// <param name="StartsAt">When it starts, in UTC.</param>
/// <param name="People">Who, where each stands, and how many hours each was there.</param>
public sealed record PartnerOccasion(long Id, string Title, DateTimeOffset? StartsAt, IReadOnlyList<(PartnerBooking Booking, decimal Hours)> People);

/// <summary>Occasions on a partner's page: who of them came, and for how long.</summary>
public sealed class OccasionsPart : IPartnerPart
{
    /// <inheritdoc/>
    public PartnerField Field => PartnerField.Occasions;

    /// <inheritdoc/>
    public int Order => 20;

    /// <inheritdoc/>
    public async Task<PartnerPart?> For(PartnerSight sight, UnitOfWork work)
    {
        var bookings = await PartnerOccasionRepository.Of(work, sight.Organisation.Id);
        if (bookings.Count == 0)
        {
            return null;
        }

        var hours = (await PartnerOccasionRepository.Attended(work, [.. bookings.Select(booking => booking.Id)])).ToLookup(session => session.BookingId, session => (decimal)(session.EndsAt - session.StartsAt).TotalHours);
        return new PartnerPart("occasions", "Courses and events", "/Bookings/FollowUp/_Occasions.cshtml", bookings.GroupBy(booking => booking.OccasionId)
            .Select(group => new PartnerOccasion(group.Key, group.First().Title, group.First().StartsAt, [.. group.Select(booking => (booking, hours[booking.Id].Sum()))])).ToList());
    }
}
