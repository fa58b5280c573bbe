using GrantsPortal.Payments.Bank.Batches;
using GrantsPortal.Payments.Bank.Statements;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.Payments.Bank;

/// <summary>What paying by bank offers to the container.</summary>
public static class BankModule
{
    /// <summary>Registers batches, statements, their tasks, invariants and checkup.</summary>
    public static IServiceCollection AddBank(this IServiceCollection services)
    {
        services.AddOptions<BankOptions>().BindConfiguration("Bank");
        services.AddLiveOptions<BankOptions>();
        services.AddSingleton<FileSeal>();
        services.AddSingleton<BatchDesk>();
        services.AddSingleton<StatementDesk>();
        services.AddSingleton<ITaskSource, BankTasks>();
        services.AddSingleton<IInvariant, BatchesAreTheirPayments>();
        services.AddSingleton<IInvariant, BankLinesAgreeWithPayments>();
        services.AddSingleton<IInvariant, BankFilesAreWhole>();
        services.AddSingleton<ICheckup, BankCheckup>();
        return services;
    }
}
