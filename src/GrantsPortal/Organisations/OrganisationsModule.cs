using GrantsPortal.Organisations.Invitations;
using GrantsPortal.Organisations.Members;
using GrantsPortal.Organisations.Recovery;
using GrantsPortal.Organisations.Signing;
using GrantsPortal.People.Erasure;
using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Events;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.Platform.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.Organisations;

/// <summary>What the module offers to the container.</summary>
public static class OrganisationsModule
{
    /// <summary>Registers the module's use cases, task sources, invariants, jobs and subscribers.</summary>
    public static IServiceCollection AddOrganisations(this IServiceCollection services)
    {
        services.AddOptions<OrganisationOptions>().BindConfiguration("Organisations");
        services.AddSingleton<OrganisationDesk>();
        services.AddSingleton<CityDistricts>();
        services.AddSingleton<MemberDesk>();
        services.AddSingleton<InvitationDesk>();
        services.AddSingleton<JoinDesk>();
        services.AddSingleton<RecoveryDesk>();
        services.AddSingleton<SigningDesk>();
        services.AddSingleton<IErasureObjection, MemberErasure>();
        services.AddSingleton<IPersonalRecords, MemberErasure>();
        services.AddSingleton<ISubscriber<PersonErased>, MemberErasure>();
        services.AddSingleton<IJob, RecoveryJob>();
        services.AddSingleton<ITaskSource, OrganisationTasks>();
        services.AddSingleton<IInvariant, OwnersAreKnown>();
        services.AddSingleton<IInvariant, ErasedBelongNowhere>();
        return services;
    }
}
