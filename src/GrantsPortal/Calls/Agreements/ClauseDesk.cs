using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Calls.Agreements;

/// <summary>Keeps the clause library. Every act is refused with <c>call.not-officer</c> to others and <c>clause.gone</c> without the clause.</summary>
public sealed class ClauseDesk(PortalDatabase database)
{
    /// <summary>
    /// Adds a clause with its first words; returns its id. Refused as <see cref="AgreementRules.Check(string?, string?, string?)"/> says,
    /// or with <c>clause.name-taken</c>.
    /// </summary>
    public async Task<Outcome<long>> Create(Actor actor, string? name, string language, string? heading, string? body)
    {
        if (!CallRules.MayRun(actor))
        {
            return new Refusal("call.not-officer");
        }

        if (AgreementRules.Check(name ?? "", heading, body) is { Count: > 0 } wrong)
        {
            return Outcome<long>.Refuse(wrong);
        }

        await using var work = await database.Write(actor);
        var id = work.NewId();
        if (!await ClauseRepository.Insert(work, id, name!.Trim()))
        {
            return new Refusal("clause.name-taken").At("Name");
        }

        await ClauseRepository.InsertText(work, id, language, 1, heading!.Trim(), Tidy(body));
        work.Audit("clause.added", "Clause", id, new { name = name.Trim(), language });
        await work.Commit();
        return id;
    }

    /// <summary>
    /// Writes the next version of its words in a language, after the version that was <paramref name="seen"/> (0: it has none yet).
    /// Templates keep the version they hold until an officer takes the newer one. Refused as the rules say, or with
    /// <c>clause.changed-meanwhile</c>; nothing is written when the words are the same.
    /// </summary>
    public Task<Outcome> Write(Actor actor, long id, string language, int seen, string? heading, string? body) => Within(actor, id, async (work, clause) =>
    {
        if (AgreementRules.Check(null, heading, body) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        var now = (await ClauseRepository.Versions(work, id)).FirstOrDefault(text => text.Language == language);
        if ((now?.Number ?? 0) != seen)
        {
            return new Refusal("clause.changed-meanwhile");
        }

        if (now is not null && now.Heading == heading!.Trim() && now.Body == Tidy(body))
        {
            return Outcome.Ok;
        }

        work.Audit("clause.written", "Clause", id, new { language, number = seen + 1 });
        return await ClauseRepository.InsertText(work, id, language, seen + 1, heading!.Trim(), Tidy(body)) ? Outcome.Ok : new Refusal("clause.changed-meanwhile");
    });

    /// <summary>Gives it another name. Refused as <see cref="AgreementRules.CheckName"/> says, with <c>clause.name-taken</c> or <c>clause.changed-meanwhile</c>.</summary>
    public Task<Outcome> Rename(Actor actor, long id, int version, string? name) => Within(actor, id, async (work, clause) =>
    {
        if (AgreementRules.CheckName(name) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        if (await ClauseRepository.FindByName(work, name!.Trim()) is { } taken && taken.Id != id)
        {
            return new Refusal("clause.name-taken").At("Name");
        }

        work.Audit("clause.renamed", "Clause", id, new { from = clause.Name, to = name.Trim() });
        return await ClauseRepository.Rename(work, At(clause, version), name.Trim()) ? Outcome.Ok : new Refusal("clause.changed-meanwhile");
    });

    /// <summary>Takes it out of the choice for templates, or puts it back; those that hold it keep it. Refused with <c>clause.changed-meanwhile</c>.</summary>
    public Task<Outcome> Retire(Actor actor, long id, int version, bool retired) => Within(actor, id, async (work, clause) =>
    {
        work.Audit(retired ? "clause.retired" : "clause.restored", "Clause", id);
        return await ClauseRepository.Retire(work, At(clause, version), retired ? work.Now : null) ? Outcome.Ok : new Refusal("clause.changed-meanwhile");
    });

    private async Task<Outcome> Within(Actor actor, long id, Func<UnitOfWork, Clause, Task<Outcome>> act)
    {
        if (!CallRules.MayRun(actor))
        {
            return new Refusal("call.not-officer");
        }

        await using var work = await database.Write(actor);
        if (await ClauseRepository.Find(work, id) is not { } clause)
        {
            return new Refusal("clause.gone");
        }

        var outcome = await act(work, clause);
        if (outcome.Done)
        {
            await work.Commit();
        }

        return outcome;
    }

    private static Clause At(Clause clause, int version) => new() { Id = clause.Id, Name = clause.Name, RetiredAt = clause.RetiredAt, Version = version };

    private static string Tidy(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();
}
