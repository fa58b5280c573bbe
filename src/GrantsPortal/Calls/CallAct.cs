using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Calls;

/// <summary>An act of an officer on what a call says once it is decided.</summary>
internal static class CallAct
{
    /// <summary>Does it in one transaction, unless refused with <c>call.not-officer</c>, <c>call.gone</c> or <c>call.letters-fixed</c>.</summary>
    public static async Task<Outcome> Within(PortalDatabase database, Actor actor, long id, Func<UnitOfWork, Task<Outcome>> act)
    {
        if (!CallRules.MayRun(actor))
        {
            return new Refusal("call.not-officer");
        }

        await using var work = await database.Write(actor);
        if (await CallRepository.Find(work, id) is not { } call)
        {
            return new Refusal("call.gone");
        }

        if (call.Stage is CallStage.Decided or CallStage.Archived)
        {
            return new Refusal("call.letters-fixed");
        }

        var outcome = await act(work);
        if (outcome.Done)
        {
            await work.Commit();
        }

        return outcome;
    }
}
