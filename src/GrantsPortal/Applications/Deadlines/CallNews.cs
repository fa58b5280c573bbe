using GrantsPortal.Calls;
using GrantsPortal.People;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Events;

namespace GrantsPortal.Applications.Deadlines;

/// <summary>Tells everybody who writes a draft what became of its call, once each, in the transaction of the change.</summary>
public sealed class CallNews : ISubscriber<CallExtended>, ISubscriber<CallFormChanged>
{
    /// <inheritdoc/>
    public async Task On(CallExtended happened, UnitOfWork work)
    {
        if (happened.Before.ClosesAt is not { } before || happened.After.ClosesAt is not { } after)
        {
            return;
        }

        foreach (var person in await ApplicationRepository.PeopleWithDrafts(work, happened.After.Id))
        {
            work.Mail(person.AsRecipient(), new CallExtendedNotice(happened.After.Title, before, after), "Call", happened.After.Id);
        }
    }

    /// <inheritdoc/>
    public async Task On(CallFormChanged happened, UnitOfWork work)
    {
        var call = await CallRepository.Find(work, happened.CallId) ?? throw new InvalidOperationException("A form changed without a call.");
        foreach (var person in await ApplicationRepository.PeopleWithDrafts(work, call.Id))
        {
            work.Mail(person.AsRecipient(), new FormChangedNotice(call.Title, call.ClosesAt), "Call", call.Id);
        }
    }
}
