using GrantsPortal.People.SignIn;
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
        services.AddSingleton<SignInDesk>();
        return services;
    }
}
