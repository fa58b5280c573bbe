using GrantsPortal.Calls.Agreements;
using GrantsPortal.Funds.Ledger;
using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.Calls;

/// <summary>What the module offers to the container.</summary>
public static class CallsModule
{
    /// <summary>Registers the module's use cases, task sources, invariants, jobs and subscribers.</summary>
    public static IServiceCollection AddCalls(this IServiceCollection services) => services
        .AddSingleton<CallDesk>()
        .AddSingleton<CallFormDesk>()
        .AddSingleton<CallRubricDesk>()
        .AddSingleton<LetterDesk>()
        .AddSingleton<ClauseDesk>()
        .AddSingleton<AgreementTemplateDesk>()
        .AddSingleton<CallConditionDesk>()
        .AddSingleton<ITaskSource, CallTasks>()
        .AddSingleton<ISubjectNames, CallSubjects>()
        .AddSingleton<IUpgrade, CallUpgrade>()
        .AddSingleton<IInvariant, PublishedCallsAreWhole>()
        .AddSingleton<IInvariant, PublishedVersionsNeverChange>();
}
