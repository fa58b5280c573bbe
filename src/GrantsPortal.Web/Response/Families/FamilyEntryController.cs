using GrantsPortal.Organisations;
using GrantsPortal.Partnerships;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Response.Families;
using GrantsPortal.Response.Offers;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Guards;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Response.Families;

/// <summary>One entry of the register on the desk: who follows it, what becomes of it, what fits, and its reviews.</summary>
[Authorize(Policies.ReadPartnerships)]
[Route(FamilyRoutes.All + "/{reference:regex(^F[[SX]]-)}")]
public sealed class FamilyEntryController(PortalDatabase database, FamilyDesk desk, FamilyReviewDesk reviews, FamilyForms forms, IStringLocalizer<Texts> texts, IOptions<PortalOptions> portal) : Controller
{
    /// <summary>The entry.</summary>
    [HttpGet("")]
    public Task<IActionResult> Show(string reference) => Page(reference, null, null);

    /// <summary>Says who follows it from now on.</summary>
    [HttpPost("follower"), Authorize(Policies.KeepPartnerships), EnableRateLimiting(RateLimits.Mail)]
    public async Task<IActionResult> Follow(string reference, int version, long? followerId, long? deputyId) =>
        await After(reference, await desk.Follow(User.Actor(), reference, version, followerId, deputyId), texts["Saved. Who is new to it is told"], null, null);

    /// <summary>Moves it.</summary>
    [HttpPost("move"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Move(string reference, MoveForm form) =>
        await After(reference, await desk.Move(User.Actor(), reference, form.Version, form.Read(), form.Knowing), texts["Saved"], form, null);

    /// <summary>Asks the partner of an offer.</summary>
    [HttpPost("match"), Authorize(Policies.KeepPartnerships), EnableRateLimiting(RateLimits.Mail)]
    public async Task<IActionResult> Match(string reference, FamilyMatchForm form) =>
        await After(reference, await reviews.Match(User.Actor(), reference, form.Offer, form.Words, form.Knowing), texts["Asked. You are told what they answer"], null, form);

    /// <summary>A review.</summary>
    [HttpGet("reviews/{week:int}")]
    public Task<IActionResult> Review(string reference, int week) => ReviewPage(reference, week, null);

    /// <summary>Writes down what it found.</summary>
    [HttpPost("reviews/{week:int}"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Review(string reference, int week, ReviewForm form)
    {
        if (ModelState.IsValid)
        {
            if (await reviews.Do(User.Actor(), reference, week, form.Version, form.Read(), form.Knowing) is not { } done)
            {
                return NotFound();
            }

            if (done.Done)
            {
                TempData.SayDone(texts["Written down"]);
                return LocalRedirect(FamilyRoutes.Show(reference));
            }

            forms.Say(ModelState, done);
            if (done.Refusals[0].Code == "family.changed-meanwhile")
            {
                ModelState.Remove(nameof(form.Version));
            }
        }

        return await ReviewPage(reference, week, form);
    }

    private async Task<IActionResult> After(string reference, Outcome? outcome, string done, MoveForm? move, FamilyMatchForm? match)
    {
        if (outcome is not { } known)
        {
            return NotFound();
        }

        if (known.Done)
        {
            TempData.SayDone(done);
            return LocalRedirect(FamilyRoutes.Show(reference));
        }

        forms.Say(ModelState, known);
        return await Page(reference, move, match);
    }

    private async Task<IActionResult> Page(string reference, MoveForm? move, FamilyMatchForm? match)
    {
        await using var work = await database.Read();
        if (await Readable(work, reference) is not ({ } support, _))
        {
            return NotFound();
        }

        // Offers of other partners are proposed where the reader may read them.
        var (today, mayAct) = (Today(work), SupportRules.MayAct(User.Actor()));
        var sight = await FamilySight.OfAll(work, User.Actor(), today);
        var offers = mayAct && support is { Side: SupportSide.Asked, IsOver: false } ? (await FamilyRepository.OffersFor(work, support)).Where(sight.May) : [];
        var beforehand = mayAct && support is { Side: SupportSide.Asked, IsOver: false, IsDrill: false } ? await Beforehand(work, support) : [];
        var seal = await forms.Seal(work, support.OrganisationId, move is not null || match is not null, new FamilyText("Outcome", move?.Outcome), new FamilyText("DropReason", move is { DropReviews: true } ? move.DropReason : null), new FamilyText("Words", match?.Words));
        ModelState.Remove("Version");
        return View("/Response/Families/Show.cshtml", new SupportPage(
            support, await ReviewRepository.Of(work, [support.Id]), await FamilyMatchRepository.Of(work, support.Id), FamilyMatchRules.Proposals(support, offers), beforehand, sight, mayAct,
            FamiliesPages.Items(await CommitmentDesk.Officers(work)), move ?? new MoveForm(), match ?? new FamilyMatchForm(), await forms.Patterns(work, support.OrganisationId), seal, today));
    }

    /// <summary>Partners that said beforehand that they can do such a thing and have no offer of it in the register, as far as the reader reads what they offer.</summary>
    private async Task<IReadOnlyList<NamedBeforehand>> Beforehand(UnitOfWork work, FamilySupport support)
    {
        var offering = (await FamilyRepository.OffersFor(work, support)).Select(offer => offer.OrganisationId).Concat((await FamilyMatchRepository.Of(work, support.Id)).Select(match => match.OfferOrganisationId)).ToHashSet();
        var found = BeforehandRules.Of(support, await CrisisRepository.All(work), offering);
        var readings = await PartnerReading.Of(work, User.Actor(), [.. found.Select(one => one.OrganisationId)], Today(work));
        var partners = found.Count == 0 ? [] : (await OrganisationRepository.Find(work, [.. found.Select(one => one.OrganisationId)])).ToDictionary(partner => partner.Id, partner => partner.Name);
        return [.. found.Where(one => readings[one.OrganisationId].May(PartnerField.CrisisOffers) && partners.ContainsKey(one.OrganisationId)).Select(one => new NamedBeforehand(one, partners[one.OrganisationId]))];
    }

    private async Task<IActionResult> ReviewPage(string reference, int week, ReviewForm? form)
    {
        await using var work = await database.Read();
        if (await Readable(work, reference) is not ({ } support, { } sight) || (await ReviewRepository.Of(work, [support.Id])).FirstOrDefault(one => one.Week == week) is not { } review)
        {
            return NotFound();
        }

        var seal = await forms.Seal(work, support.OrganisationId, form is not null, new FamilyText("Said", form?.Said), new FamilyText("NextStep", form?.NextStep));
        form ??= new ReviewForm();
        form.Version = review.Version;
        return View("/Response/Families/Review.cshtml", new ReviewPage(support, review, form, sight.Follows(support) && SupportRules.MayAct(User.Actor()), await forms.Patterns(work, support.OrganisationId), seal, Today(work)));
    }

    private async Task<(FamilySupport? Support, FamilySight? Sight)> Readable(UnitOfWork work, string reference)
    {
        if (await FamilyRepository.Find(work, reference) is not { } support)
        {
            return (null, null);
        }

        var sight = await FamilySight.Of(work, User.Actor(), [support.OrganisationId], Today(work));
        return sight.May(support) ? (support, sight) : (null, null);
    }

    private DateOnly Today(UnitOfWork work) => Instants.DayOf(work.Now, portal.Value.Zone);
}
