using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Calls.Agreements;

/// <summary>
/// Puts a call's agreements together. Awards that were made already keep their terms. Refused with <c>call.not-officer</c>,
/// <c>call.gone</c>, <c>call.letters-fixed</c> once the call is decided.
/// </summary>
public sealed class AgreementTemplateDesk(PortalDatabase database)
{
    /// <summary>
    /// Writes the template of a language instead of the one with this version, or the first when it is 0. Clauses it held keep
    /// their version unless the newest is asked for; those new to it come in their newest. Refused as
    /// <see cref="AgreementRules.Check(string, string, IReadOnlyList{ValueTuple{string, string}})"/> says, with
    /// <c>agreement.clause-unknown</c> for one without words in this language, or <c>call.changed-meanwhile</c>.
    /// </summary>
    public Task<Outcome> Write(Actor actor, long call, string language, int version, string? opening, string? special, IReadOnlyList<ChosenClause> chosen) => Within(actor, call, async work =>
    {
        var held = (await AgreementTemplateRepository.Clauses(work, call, language)).ToDictionary(clause => clause.ClauseId);
        var offered = (await ClauseRepository.Choices(work, language)).ToDictionary(clause => clause.ClauseId);
        var clauses = new List<(long Clause, int Number, string Heading, string Body)>();
        foreach (var wanted in AgreementRules.Ordered(chosen))
        {
            var kept = held.GetValueOrDefault(wanted.ClauseId);
            var newest = offered.GetValueOrDefault(wanted.ClauseId);
            if (kept is not null && (!wanted.Newest || newest is null))
            {
                clauses.Add((kept.ClauseId, kept.Number, kept.Heading, kept.Body));
            }
            else if (newest is not null)
            {
                clauses.Add((newest.ClauseId, newest.Number, newest.Heading, newest.Body));
            }
            else
            {
                return new Refusal("agreement.clause-unknown").At("Clauses");
            }
        }

        var (begins, ends) = (Tidy(opening), Tidy(special));
        if (AgreementRules.Check(begins, ends, [.. clauses.Select(clause => (clause.Heading, clause.Body))]) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        var saved = version == 0
            ? await AgreementTemplateRepository.Insert(work, call, language, begins, ends)
            : await AgreementTemplateRepository.Update(work, call, language, version, begins, ends);
        if (!saved)
        {
            return new Refusal("call.changed-meanwhile");
        }

        await AgreementTemplateRepository.SetClauses(work, call, language, [.. clauses.Select(clause => (clause.Clause, clause.Number))]);
        work.Audit("call.agreement-changed", "Call", call, new { language, clauses = clauses.Select(clause => new { clause.Clause, clause.Number }) });
        return Outcome.Ok;
    });

    /// <summary>Drops the template of a language; without any the terms among the call's letters hold again. Refused with <c>call.changed-meanwhile</c>.</summary>
    public Task<Outcome> Drop(Actor actor, long call, string language, int version) => Within(actor, call, async work =>
    {
        work.Audit("call.agreement-dropped", "Call", call, new { language });
        return await AgreementTemplateRepository.Drop(work, call, language, version) ? Outcome.Ok : new Refusal("call.changed-meanwhile");
    });

    private Task<Outcome> Within(Actor actor, long call, Func<UnitOfWork, Task<Outcome>> act) => CallAct.Within(database, actor, call, act);

    private static string Tidy(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();
}
