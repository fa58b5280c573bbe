using GrantsPortal.People.Erasure;
using GrantsPortal.People.Registration;
using GrantsPortal.People.Security;
using GrantsPortal.People.SignIn;
using GrantsPortal.People.Users;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.Platform.Tasks;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GrantsPortal.People;

/// <summary>What the module offers to the container.</summary>
public static class PeopleModule
{
    /// <summary>Registers the module's use cases, task sources, invariants, jobs and subscribers.</summary>
    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.AddOptions<AccountOptions>().BindConfiguration("Accounts");
        services.AddOptions<PasswordHasherOptions>().Configure<IOptions<AccountOptions>>((hashing, accounts) => hashing.IterationCount = accounts.Value.PasswordIterations);
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddSingleton<PeopleDesk>();
        services.AddDataProtection();
        services.AddSingleton<KeyGuard>();
        services.AddSingleton<SignInDesk>();
        services.AddSingleton<RegistrationDesk>();
        services.AddSingleton<PasswordDesk>();
        services.AddSingleton<EmailDesk>();
        services.AddSingleton<SecondFactorDesk>();
        services.AddSingleton<AccountDesk>();
        services.AddSingleton<PasskeyDesk>();
        services.AddSingleton<UserDesk>();
        services.AddSingleton<ErasureDesk>();
        services.AddSingleton<IPersonalRecords, AccountRecords>();
        services.AddSingleton<IPersonalRecords, ActRecords>();
        services.AddSingleton<IPersonalRecords, LetterRecords>();
        services.AddSingleton<IJob, TidyAccounts>();
        services.AddSingleton<ITaskSource, SecondFactorTask>();
        return services;
    }
}
