using System.Text;
using GrantsPortal.Partnerships.Needs;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Documents;
using GrantsPortal.Platform.Files;
using GrantsPortal.Platform.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Partnerships.Briefs;

/// <summary>A point as an officer words it.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Words">What it says; empty while it waits to be worded.</param>
/// <param name="Needs">The needs and concerns it is drawn from.</param>
/// <param name="AnsweredFor">The seal of what looks like personal data, or names a partner, and was answered for.</param>
public sealed record BriefPointPlan(string Heading, string Words, IReadOnlyCollection<long> Needs, string? AnsweredFor);

/// <summary>Draws briefs from the register, and keeps them as documents. Acts answer null when there is no such brief.</summary>
public sealed class BriefDesk(PortalDatabase database, FileStore files, PdfMaker pdf, PortalTexts texts, IOptions<PortalOptions> portal, IOptions<BriefOptions> options, ILogger<BriefDesk> log)
{
    /// <summary>Begins a brief with a point for each theme and kind that was raised; its id. Refused like <see cref="BriefRules.Check"/>.</summary>
    public async Task<Outcome<long>> Begin(Actor actor, BriefPlan plan)
    {
        await using var work = await database.Write(actor);
        var wrong = BriefRules.Check(actor, plan, portal.Value.ThemesInUse, options.Value.Least, Instants.DayOf(work.Now, portal.Value.Zone));
        if (wrong.Count > 0)
        {
            return Outcome<long>.Refuse(wrong);
        }

        var brief = new Brief
        {
            Id = work.NewId(),
            Title = plan.Title.Trim(),
            Audience = plan.Audience.Trim(),
            Opening = plan.Opening.Trim(),
            FromDay = plan.From!.Value,
            ToDay = plan.Until!.Value,
            Themes = CodeList.Kept(plan.Themes),
            Least = plan.Least ?? BriefRules.LeastOf(options.Value.Least),
        };
        await BriefRepository.Insert(work, brief);
        var says = texts.In(portal.Value.SourceLanguage);
        foreach (var (place, proposed) in BriefRules.Proposed(await BriefRepository.Needs(work, brief)).Index())
        {
            var theme = says[portal.Value.ThemesInUse.FirstOrDefault(one => one.Code == proposed.Theme)?.Name ?? proposed.Theme];
            var heading = proposed.Kind == NeedKind.Need ? says["{0}: what is needed", theme] : says["{0}: what worries people", theme];
            await BriefRepository.InsertPoint(work, new BriefPoint { Id = work.NewId(), BriefId = brief.Id, Place = place, Heading = heading }, proposed.Needs);
        }

        work.Audit("brief.begun", nameof(Brief), brief.Id, new { brief.FromDay, brief.ToDay, plan.Themes, brief.Least });
        await work.Commit();
        return brief.Id;
    }

    /// <summary>Changes what stands over the points. Refused like <see cref="BriefRules.CheckHead"/>, or with <c>brief.changed-meanwhile</c>.</summary>
    public Task<Outcome?> Change(Actor actor, long id, int version, BriefPlan plan) => In(actor, id, async (work, brief) =>
        BriefRules.CheckHead(actor, plan) is { Count: > 0 } wrong ? Outcome.Refuse(wrong)
        : await BriefRepository.Update(work, brief.Id, plan.Title.Trim(), plan.Audience.Trim(), plan.Opening.Trim(), version) ? Noted(work, brief, "brief.changed")
        : new Refusal("brief.changed-meanwhile"));

    /// <summary>
    /// Words a point, or adds one where <paramref name="point"/> is null. Refused like <see cref="BriefRules.CheckPoint"/>, with <c>brief.too-many</c> (most),
    /// <c>brief.point-missing</c>, <c>personal.points</c> (a name that <see cref="BriefRules.NotToName"/> gives is one), or <c>brief.changed-meanwhile</c>.
    /// </summary>
    public Task<Outcome?> Put(Actor actor, long id, int version, long? point, BriefPointPlan plan) => In(actor, id, async (work, brief) =>
    {
        var (heading, words) = (plan.Heading.Trim(), plan.Words.Trim());
        var known = (await BriefRepository.Needs(work, brief)).ToDictionary(need => need.Id);
        var needs = plan.Needs.Where(known.ContainsKey).Distinct().ToList();
        var points = await BriefRepository.Points(work, id);
        if (BriefRules.CheckPoint(actor, heading, words, needs) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        if (point is null ? points.Count >= BriefRules.MostPoints : points.All(one => one.Id != point))
        {
            return point is null ? new Refusal("brief.too-many", BriefRules.MostPoints) : new Refusal("brief.point-missing");
        }

        if (PersonalTextRules.Against(Pointed(heading, words, known.Values, needs), plan.AnsweredFor, "Words") is { } personal)
        {
            return personal;
        }

        if (!await BriefRepository.Touch(work, id, version))
        {
            return new Refusal("brief.changed-meanwhile");
        }

        if (point is { } old)
        {
            await BriefRepository.UpdatePoint(work, new BriefPoint { Id = old, Heading = heading, Words = words }, needs);
        }
        else
        {
            await BriefRepository.InsertPoint(work, new BriefPoint { Id = work.NewId(), BriefId = id, Place = points.Count == 0 ? 0 : points[^1].Place + 1, Heading = heading, Words = words }, needs);
        }

        return Noted(work, brief, "brief.changed");
    });

    /// <summary>Moves a point up or down by one. Refused with <c>brief.not-staff</c>, <c>brief.point-missing</c> or <c>brief.changed-meanwhile</c>.</summary>
    public Task<Outcome?> Move(Actor actor, long id, int version, long point, bool up) => OfPoint(actor, id, version, point, async (work, points, place) =>
    {
        var order = points.ToList();
        var other = Math.Clamp(up ? place - 1 : place + 1, 0, order.Count - 1);
        (order[place], order[other]) = (order[other], order[place]);
        foreach (var (index, one) in order.Index())
        {
            await BriefRepository.Place(work, one.Id, index);
        }
    });

    /// <summary>Takes a point out. Refused like <see cref="Move"/>.</summary>
    public Task<Outcome?> Drop(Actor actor, long id, int version, long point) => OfPoint(actor, id, version, point, (work, _, _) => BriefRepository.DropPoint(work, point));

    /// <summary>
    /// Keeps a brief as a document, HTML and PDF, with the numbers of this day. Refused like <see cref="BriefRules.MayKeep"/>, or with
    /// <c>brief.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome?> Keep(Actor actor, long id, int version)
    {
        Brief? brief;
        IReadOnlyList<StandingPoint> points;
        DateOnly today;
        await using (var reading = await database.Read())
        {
            brief = await BriefRepository.Find(reading, id);
            points = brief is null ? [] : await Standing(reading, brief);
            today = Instants.DayOf(reading.Now, portal.Value.Zone);
        }

        if (brief is null)
        {
            return null;
        }

        if (BriefRules.MayKeep(actor, brief, points) is { Refused: true } refused)
        {
            return refused.Plain();
        }

        // Made before the transaction: a PDF takes half a second, in which nobody else should wait to write.
        var html = BriefDocument.Html(brief, points, portal.Value.City, today, texts.In(portal.Value.SourceLanguage));
        var page = await files.Keep(Encoding.UTF8.GetBytes(html), $"{brief.Title}.html", "text/html");
        var printed = await Printed(brief.Title, html);
        await using var work = await database.Write(actor);
        var htmlId = await StoredFileRepository.Insert(work, page);
        long? pdfId = printed is null ? null : await StoredFileRepository.Insert(work, printed);
        if (!await BriefRepository.Keep(work, id, htmlId, pdfId, version) || brief.Version != version)
        {
            return new Refusal("brief.changed-meanwhile");
        }

        foreach (var point in points)
        {
            await BriefRepository.Count(work, point.Point.Id, point.Standing.Partners, point.Withheld ? null : point.Standing.Districts);
        }

        work.Audit("brief.kept", nameof(Brief), id, new { shown = points.Count(point => point.Shown), left = points.Count(point => !point.Shown), page.Hash, pdf = printed?.Hash });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>A brief's points with those behind them.</summary>
    public async Task<IReadOnlyList<StandingPoint>> Standing(UnitOfWork work, Brief brief) => BriefRules.Standing(
        brief, await BriefRepository.Points(work, brief.Id), await BriefRepository.NeedsOfPoints(work, brief.Id), (await BriefRepository.Needs(work, brief)).ToDictionary(need => need.Id), options.Value.LeastDistricts);

    /// <summary>What in a point looks like personal data, or names what <see cref="BriefRules.NotToName"/> says.</summary>
    /// <param name="heading">Its heading.</param>
    /// <param name="words">What it says.</param>
    /// <param name="needs">What the brief can draw on.</param>
    /// <param name="behind">What the point is drawn from.</param>
    public IReadOnlyList<PersonalPoint> Pointed(string heading, string words, IReadOnlyCollection<BriefNeed> needs, IReadOnlyCollection<long> behind) =>
        PersonalTextRules.Points($"{heading.Trim()}\n{words.Trim()}", BriefRules.NotToName(needs, [.. needs.Where(need => behind.Contains(need.Id))], options.Value.LeastDistricts));

    private static Outcome Noted(UnitOfWork work, Brief brief, string act)
    {
        work.Audit(act, nameof(Brief), brief.Id);
        return Outcome.Ok;
    }

    private async Task<Outcome?> In(Actor actor, long id, Func<UnitOfWork, Brief, Task<Outcome>> act)
    {
        await using var work = await database.Write(actor);
        if (await BriefRepository.Find(work, id) is not { } brief)
        {
            return null;
        }

        var outcome = await act(work, brief);
        if (outcome.Done)
        {
            await work.Commit();
        }

        return outcome;
    }

    private Task<Outcome?> OfPoint(Actor actor, long id, int version, long point, Func<UnitOfWork, IReadOnlyList<BriefPoint>, int, Task> act) => In(actor, id, async (work, brief) =>
    {
        var points = await BriefRepository.Points(work, id);
        var place = points.Index().FirstOrDefault(one => one.Item.Id == point, (-1, null!)).Index;
        if (!CommitmentRules.MayKeep(actor) || place < 0)
        {
            return new Refusal(place < 0 ? "brief.point-missing" : "brief.not-staff");
        }

        if (!await BriefRepository.Touch(work, id, version))
        {
            return new Refusal("brief.changed-meanwhile");
        }

        await act(work, points, place);
        return Noted(work, brief, "brief.changed");
    });

    private async Task<SavedContent?> Printed(string title, string html)
    {
        try
        {
            return await pdf.Make(html) is { } bytes ? await files.Keep(bytes, $"{title}.pdf", "application/pdf") : null;
        }
        catch (Exception fault) when (fault is InvalidOperationException or OperationCanceledException)
        {
            log.LogError(fault, "No PDF of {Title} could be made", title);
            return null;
        }
    }
}
