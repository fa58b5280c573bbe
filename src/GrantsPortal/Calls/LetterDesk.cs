using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Calls;

/// <summary>Writes a call's letters and terms. Letters that were drafted already keep their words.</summary>
public sealed class LetterDesk(PortalDatabase database)
{
    /// <summary>
    /// Writes a letter of the call's own, instead of the one with this version, or of the portal's words when it is 0. Refused like
    /// <see cref="TemplateRules.Check"/>, and with <c>call.not-officer</c>, <c>call.gone</c>, <c>call.letters-fixed</c>, <c>call.changed-meanwhile</c>.
    /// </summary>
    public Task<Outcome> Write(Actor actor, long call, LetterKind kind, string language, int version, string subject, string body) => Within(actor, call, async work =>
    {
        if (TemplateRules.Check(kind, subject, body) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        var saved = version == 0
            ? await LetterTemplateRepository.Put(work, call, kind, language, subject.Trim(), body.Trim())
            : await LetterTemplateRepository.Change(work, call, kind, language, subject.Trim(), body.Trim(), version);
        work.Audit("call.letter-changed", "Call", call, new { kind, language });
        return saved ? Outcome.Ok : new Refusal("call.changed-meanwhile");
    });

    /// <summary>Drops the call's own letter, so that the portal's words stand in; refused like <see cref="Write"/>.</summary>
    public Task<Outcome> Reset(Actor actor, long call, LetterKind kind, string language, int version) => Within(actor, call, async work =>
    {
        work.Audit("call.letter-reset", "Call", call, new { kind, language });
        return await LetterTemplateRepository.Drop(work, call, kind, language, version) ? Outcome.Ok : new Refusal("call.changed-meanwhile");
    });

    private Task<Outcome> Within(Actor actor, long call, Func<UnitOfWork, Task<Outcome>> act) => CallAct.Within(database, actor, call, act);
}
