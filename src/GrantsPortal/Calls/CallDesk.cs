using GrantsPortal.Calls.Agreements;
using GrantsPortal.Funds;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Calls;

/// <summary>What a new call begins with.</summary>
/// <param name="Title">Its title in the city's first language.</param>
/// <param name="ProgrammeId">The programme it draws on.</param>
/// <param name="CopyFromId">An earlier call whose texts, form, rubric, check, letters and amounts it takes over; its dates are not.</param>
public sealed record NewCall(string Title, long ProgrammeId, long? CopyFromId = null);

/// <summary>What officers do with a call as a whole; every act is refused with <c>call.not-officer</c> to others and <c>call.gone</c> without the call.</summary>
public sealed class CallDesk(PortalDatabase database, PortalTexts says, IOptions<PortalOptions> portal)
{
    /// <summary>Begins a draft; refused with <c>call.title-missing</c>, <c>call.title-long</c>, <c>call.programme-missing</c>, <c>call.copy-missing</c>.</summary>
    public async Task<Outcome<Call>> Create(Actor actor, NewCall wanted)
    {
        var texts = new CallTexts { Language = portal.Value.SourceLanguage, Title = wanted.Title.Trim() };
        if ((Refused(actor) ?? CallRules.Check(texts)) is { Count: > 0 } wrong)
        {
            return Outcome<Call>.Refuse(wrong);
        }

        await using var work = await database.Write(actor);
        if (await ProgrammeRepository.Find(work, wanted.ProgrammeId) is not { } programme)
        {
            return new Refusal("call.programme-missing").At("ProgrammeId");
        }

        var model = wanted.CopyFromId is { } earlier ? await CallRepository.Find(work, earlier) : null;
        if (wanted.CopyFromId is not null && model is null)
        {
            return new Refusal("call.copy-missing").At("CopyFromId");
        }

        var call = await Insert(work, actor, programme, model, wanted.Title);
        await (model is null ? Begin(work, call, texts) : CallCopies.Copy(work, model, call, wanted.Title.Trim(), StarterOf(call)));
        work.Audit("call.created", "Call", call.Id, new { call.Slug, copiedFrom = model?.Slug });
        await work.Commit();
        return call;
    }

    /// <summary>Changes what the call says of itself in one language; refused like the rules of texts, and with <c>call.changed-meanwhile</c>.</summary>
    public Task<Outcome<Call>> EditTexts(Actor actor, long id, int version, CallTexts texts) => Edit(actor, id, async (work, call) =>
    {
        if ((Fixed(call) ?? CallRules.Check(texts)) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        if (!await CallRepository.Touch(work, id, version))
        {
            return new Refusal("call.changed-meanwhile");
        }

        await CallRepository.PutTexts(work, id, texts with { Title = texts.Title.Trim(), Summary = texts.Summary.Trim(), Description = texts.Description.Trim() });
        work.Audit("call.texts-changed", "Call", id, new { texts.Language, from = new { call.Title, call.Summary }, to = new { texts.Title, texts.Summary } });
        return Outcome.Ok;
    });

    /// <summary>Changes what the call has to give; refused like the rules of money, and with <c>call.programme-missing</c>, <c>call.currency-of-programme</c> (code), <c>call.changed-meanwhile</c>.</summary>
    public Task<Outcome<Call>> EditMoney(Actor actor, long id, int version, CallMoney money) => Edit(actor, id, async (work, call) =>
    {
        if ((Fixed(call) ?? CallRules.Check(call, money)) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        if (await ProgrammeRepository.Find(work, money.ProgrammeId) is not { } programme)
        {
            return new Refusal("call.programme-missing").At("ProgrammeId");
        }

        if (programme.Currency != money.Currency)
        {
            return new Refusal("call.currency-of-programme", programme.Currency).At("Currency");
        }

        var after = call with
        {
            ProgrammeId = money.ProgrammeId,
            Currency = money.Currency,
            BudgetMinor = new Money(money.Budget, money.Currency).Minor,
            SmallestMinor = new Money(money.Smallest, money.Currency).Minor,
            LargestMinor = new Money(money.Largest, money.Currency).Minor,
        };
        return await Saved(work, call, after, version, "call.money-changed", c => new { c.ProgrammeId, c.Currency, c.BudgetMinor, c.SmallestMinor, c.LargestMinor });
    });

    /// <summary>Changes when the call opens and closes and what follows; refused like the rules of dates, and with <c>call.changed-meanwhile</c>.</summary>
    public Task<Outcome<Call>> EditDates(Actor actor, long id, int version, CallDates dates) => Edit(actor, id, async (work, call) =>
    {
        if ((Fixed(call) ?? CallRules.Check(call, dates, portal.Value.Zone)) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        var after = call with
        {
            OpensAt = dates.OpensAt,
            ClosesAt = dates.ClosesAt,
            DecisionBy = dates.DecisionBy,
            ReviewsPerApplication = dates.ReviewsPerApplication,
            ReviewDueAt = dates.ReviewDueAt,
        };
        return await Saved(work, call, after, version, "call.dates-changed", c => new { c.OpensAt, c.ClosesAt, c.DecisionBy, c.ReviewsPerApplication, c.ReviewDueAt });
    });

    /// <summary>
    /// Publishes a draft, open at once when <paramref name="opensAt"/> is null. Refused with everything that is missing, like the rules
    /// of publishing, and with <c>call.changed-meanwhile</c>.
    /// </summary>
    public Task<Outcome<Call>> Publish(Actor actor, long id, int version, DateTimeOffset? opensAt = null) => Edit(actor, id, async (work, call) =>
    {
        var (form, rubric) = (await CallRepository.NewestForm(work, id), await CallRepository.NewestRubric(work, id));
        var missing = ReadinessRules.Missing(call, form.Read(), rubric.Read(), work.Now).Select(shortcoming => shortcoming.Why);
        var agreements = (await AgreementReadiness.Missing(work, id)).Select(shortcoming => shortcoming.Why);
        if (CallRules.MayPublish(call, opensAt, work.Now).Concat(missing).Concat(agreements).ToList() is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        if (!await CallRepository.Publish(work, id, version, opensAt ?? work.Now)
            || !await CallRepository.PublishForm(work, form) || !await CallRepository.PublishRubric(work, rubric))
        {
            return new Refusal("call.changed-meanwhile");
        }

        work.Audit("call.published", "Call", id, new { call.Slug, opensAt = opensAt ?? work.Now, call.ClosesAt });
        await CallLedger.Follow(work, id, portal.Value);
        await work.Publish(new CallPublished(call));
        return Outcome.Ok;
    });

    /// <summary>Moves the deadline to a later instant, on the short road with the day of its decisions, and tells who has a draft; refused like the rules of extending, and with <c>call.changed-meanwhile</c>.</summary>
    public Task<Outcome<Call>> Extend(Actor actor, long id, int version, DateTimeOffset closesAt, string reason) => Edit(actor, id, async (work, call) =>
    {
        if (CallRules.MayExtend(call, closesAt, reason, work.Now, portal.Value.Zone, portal.Value.BudgetYearStartsMonth) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        var after = call with { ClosesAt = closesAt, FirstClosesAt = call.FirstClosesAt ?? call.ClosesAt, ExtensionReason = reason.Trim() };
        if (call is { DecisionBy: not null, DecisionHours: { } hours })
        {
            after = after with { DecisionBy = CallRules.DecisionBy(closesAt, hours, portal.Value.Zone) };
        }

        if (after.ReviewDueAt <= closesAt)
        {
            after = after with { ReviewDueAt = null };
        }

        var saved = await Saved(work, call, after, version, "call.extended", c => new { c.ClosesAt, c.DecisionBy, c.ExtensionReason });
        if (saved.Done)
        {
            await work.Publish(new CallExtended(call, after));
        }

        return saved;
    });

    /// <summary>Puts a decided call away; refused with <c>state.not-from-here</c> and <c>call.changed-meanwhile</c>.</summary>
    public Task<Outcome<Call>> Archive(Actor actor, long id, int version) => Edit(actor, id, async (work, call) =>
    {
        var move = CallStates.Table.Move(call.StateAt(work.Now), CallStates.Archive);
        if (move.Refused)
        {
            return move.Plain();
        }

        if (!await CallRepository.Archive(work, id, version))
        {
            return new Refusal("call.changed-meanwhile");
        }

        work.Audit("call.archived", "Call", id);
        await CallLedger.Follow(work, id, portal.Value);
        return Outcome.Ok;
    });

    /// <summary>Removes a draft; refused with <c>call.delete-published</c> and <c>call.changed-meanwhile</c>.</summary>
    public async Task<Outcome> Delete(Actor actor, long id, int version)
    {
        if (Refused(actor) is { } refusal)
        {
            return Outcome.Refuse(refusal);
        }

        await using var work = await database.Write(actor);
        if (await CallRepository.Find(work, id) is not { } call)
        {
            return new Refusal("call.gone");
        }

        if (call.Stage != CallStage.Draft)
        {
            return new Refusal("call.delete-published");
        }

        if (!await CallRepository.Delete(work, id, version))
        {
            return new Refusal("call.changed-meanwhile");
        }

        work.Audit("call.deleted", "Call", id, new { call.Slug });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// Marks a closed call decided, within the transaction that decided its last application; refused with <c>state.not-from-here</c>.
    /// </summary>
    public static async Task<Outcome> Decide(UnitOfWork work, Call call)
    {
        var move = CallStates.Table.Move(call.StateAt(work.Now), CallStates.Decide);
        if (move.Refused || !await CallRepository.Decide(work, call.Id))
        {
            return move.Refused ? move.Plain() : new Refusal("call.changed-meanwhile");
        }

        work.Audit("call.decided", "Call", call.Id);
        return Outcome.Ok;
    }

    private static IReadOnlyList<Refusal>? Refused(Actor actor) => CallRules.MayRun(actor) ? null : [new Refusal("call.not-officer")];

    /// <summary>A call of the short road says what was approved in its template, and nothing else.</summary>
    private static IReadOnlyList<Refusal>? Fixed(Call call) => call.IsRapid ? [new Refusal("call.rapid-fixed")] : null;

    private async Task<Outcome> Saved(UnitOfWork work, Call before, Call after, int version, string act, Func<Call, object> shown)
    {
        if (!await CallRepository.Update(work, after, version))
        {
            return new Refusal("call.changed-meanwhile");
        }

        work.Audit(act, "Call", before.Id, new { from = shown(before), to = shown(after) });
        await CallLedger.Follow(work, before.Id, portal.Value);
        return Outcome.Ok;
    }

    private async Task Begin(UnitOfWork work, Call call, CallTexts texts)
    {
        var starter = StarterOf(call);
        await CallRepository.PutTexts(work, call.Id, texts);
        await CallRepository.InsertForm(work, call.Id, 1, Json.Write(starter.Form()));
        await CallRepository.InsertRubric(work, call.Id, 1, Json.Write(starter.Rubric()));
    }

    private Starter StarterOf(Call call) => new(says.In(call.SourceLanguage));

    /// <summary>Adds a draft under an address of its own made from its title, in the caller's transaction.</summary>
    internal static async Task<Call> InsertUnder(UnitOfWork work, Call call, string title, long? copiedFrom = null)
    {
        var slug = Slug(title);
        for (var number = 1; ; number++)
        {
            call = call with { Slug = number == 1 ? slug : FormattableString.Invariant($"{slug}-{number}") };
            if (await CallRepository.FindBySlug(work, call.Slug) is null && await CallRepository.Insert(work, call, copiedFrom))
            {
                return call;
            }
        }
    }

    private Task<Call> Insert(UnitOfWork work, Actor actor, Programme programme, Call? model, string title)
    {
        var amounts = model?.Currency == programme.Currency ? model : null;
        var call = new Call
        {
            Id = work.NewId(),
            ProgrammeId = programme.Id,
            ProgrammeName = programme.Name,
            SourceLanguage = model?.SourceLanguage ?? portal.Value.SourceLanguage,
            Title = title.Trim(),
            Currency = programme.Currency,
            BudgetMinor = amounts?.BudgetMinor ?? 0,
            SmallestMinor = amounts?.SmallestMinor ?? 0,
            LargestMinor = amounts?.LargestMinor ?? 0,
            ReviewsPerApplication = model?.ReviewsPerApplication ?? 2,
            OwnerId = actor.Person,
            Version = 1,
        };
        return InsertUnder(work, call, title, model?.Id);
    }

    /// <summary>A call's part of the address; "new", "programmes" and "clauses" are pages of the desk.</summary>
    private static string Slug(string title) => Folded.Slug(title) switch
    {
        "" => "call",
        "new" or "programmes" or "clauses" => $"call-{Folded.Slug(title)}",
        var slug => slug,
    };

    private async Task<Outcome<Call>> Edit(Actor actor, long id, Func<UnitOfWork, Call, Task<Outcome>> change)
    {
        if (Refused(actor) is { } refusal)
        {
            return Outcome<Call>.Refuse(refusal);
        }

        await using var work = await database.Write(actor);
        if (await CallRepository.Find(work, id, portal.Value.SourceLanguage) is not { } call)
        {
            return new Refusal("call.gone");
        }

        var changed = await change(work, call);
        if (changed.Refused)
        {
            return Outcome<Call>.Refuse(changed.Refusals);
        }

        await work.Commit();
        await using var read = await database.Read();
        return (await CallRepository.Find(read, id, portal.Value.SourceLanguage))!;
    }
}
