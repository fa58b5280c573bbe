using GrantsPortal.Calls;
using GrantsPortal.Platform;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Publishing.Demo;

/// <summary>The calls, and when each was opened, closed, judged and decided.</summary>
internal sealed partial class DemoStory
{
    private TimeZoneInfo Zone => portal.Get<IOptions<PortalOptions>>().Value.Zone;

    private void Calls()
    {
        var lastYear = new DateTimeOffset(now.Year - 1, 6, 2, 9, 0, 0, TimeSpan.Zero);
        Opens("welcome", lastYear, lastYear.AddDays(38));
        Apply("welcome", lastYear, lastYear.AddDays(38));
        Judge("welcome", lastYear.AddDays(40), lastYear.AddDays(66));
        Decide("welcome", lastYear.AddDays(80), lastYear.AddDays(84), lastYear.AddDays(87));
        Answer("welcome", lastYear.AddDays(92));
        At(lastYear.AddDays(150), () => Archive("welcome"));

        Opens("worship", Ago(190), Ago(150));
        Apply("worship", Ago(190), Ago(150));
        Judge("worship", Ago(148), Ago(122));
        Decide("worship", Ago(113), Ago(109), Ago(107));
        Answer("worship", Ago(101));

        Opens("online", Ago(100), Ago(62));
        Apply("online", Ago(100), Ago(62));
        Judge("online", Ago(60), Ago(36));
        Decide("online", Ago(19), Ago(14), Ago(11));
        Answer("online", Ago(7));

        Opens("dialogue", Ago(80), Ago(42));
        Apply("dialogue", Ago(80), Ago(42));
        Judge("dialogue", Ago(40), Ago(16));
        SendBackOnce("dialogue");

        Opens("mediators", Ago(50), Ago(15));
        Apply("mediators", Ago(50), Ago(15));
        ReviewNow("mediators");

        Opens("winter", Ago(24), Ago(-3));
        Opens("encounters", Ago(12), Ago(-24));
        Opens("families", Ago(30), Ago(-20));
        At(Ago(4), () => Extend("families", Ago(-45), "Several groups told us that they need the time to ask the families concerned."));
        WriteNow();

        At(Ago(3), () => Begin("rapid", Ago(-50)));
        At(Ago(1, 15), () => Publish("rapid", OpeningHour(Ago(-12))));
        At(Ago(1, 16), () => Begin("media", Ago(-70)));
    }

    private string Currency => portal.Get<IOptions<PortalOptions>>().Value.Currency;

    /// <summary>A call is written some days before it opens, and published at the hour.</summary>
    private void Opens(string key, DateTimeOffset opens, DateTimeOffset closes)
    {
        At(opens.AddDays(-5), () => Begin(key, closes));
        At(opens, () => Publish(key, null));
    }

    private async Task Begin(string key, DateTimeOffset closing)
    {
        var (desk, officer, one) = (portal.Get<CallDesk>(), As("officer"), DemoCalls.Of(key));
        var call = Done(await desk.Create(officer, new NewCall(one.Title, _programmes[one.Programme])));
        _calls[key] = call.Id;
        call = Done(await desk.EditTexts(officer, call.Id, call.Version, new CallTexts { Language = call.SourceLanguage, Title = one.Title, Summary = one.Summary, Description = one.Description }));
        call = Done(await desk.EditMoney(officer, call.Id, call.Version, new CallMoney(call.ProgrammeId, Currency, one.Budget, one.Smallest, one.Largest)));
        var closes = ClosingHour(closing);
        Done(await desk.EditDates(officer, call.Id, call.Version, new CallDates(null, closes, Instants.DayOf(closes, Zone).AddDays(50), one.Reviews, closes.AddDays(28))));
        Done(await portal.Get<CallFormDesk>().Change(officer, call.Id, form => DemoCalls.Form(one, form)));
        await Agree(key, call.Id);
    }

    private async Task Publish(string key, DateTimeOffset? opens)
    {
        var call = await Call(key);
        Done(await portal.Get<CallDesk>().Publish(As("officer"), call.Id, call.Version, opens));
    }

    private async Task Extend(string key, DateTimeOffset closing, string reason)
    {
        var call = await Call(key);
        var desk = portal.Get<CallDesk>();
        call = Done(await desk.EditDates(As("officer"), call.Id, call.Version, new CallDates(call.OpensAt, call.ClosesAt, Instants.DayOf(closing, Zone).AddDays(21), call.ReviewsPerApplication, null)));
        Done(await desk.Extend(As("officer"), call.Id, call.Version, ClosingHour(closing), reason));
    }

    private async Task Archive(string key)
    {
        var call = await Call(key);
        Done(await portal.Get<CallDesk>().Archive(As("officer"), call.Id, call.Version));
    }

    private DateTimeOffset ClosingHour(DateTimeOffset day) => Instants.FromLocal(Instants.DayOf(day, Zone).ToDateTime(new TimeOnly(17, 0)), Zone);

    private DateTimeOffset OpeningHour(DateTimeOffset day) => Instants.FromLocal(Instants.DayOf(day, Zone).ToDateTime(new TimeOnly(9, 0)), Zone);
}
