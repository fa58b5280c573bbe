using GrantsPortal.Partnerships.Engagements;
using GrantsPortal.Partnerships.Mailbox;
using GrantsPortal.People.Erasure;
using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Events;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.Platform.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.Partnerships;

/// <summary>What the module offers to the container.</summary>
public static class PartnershipsModule
{
    /// <summary>Registers the module's use cases, jobs and tasks.</summary>
    public static IServiceCollection AddPartnerships(this IServiceCollection services) => services
        .AddSingleton<CommitmentDesk>()
        .AddSingleton<IPartnerEncounters, PartnerEngagements>()
        .AddMailbox()
        .AddSingleton<IJob, CommitmentJob>()
        .AddSingleton<ITaskSource, CommitmentTasks>();

    private static IServiceCollection AddMailbox(this IServiceCollection services) => services
        .AddSingleton<MailboxDesk>()
        .AddSingleton<ForwardingDesk>()
        .AddSingleton<FilingDesk>()
        .AddSingleton<IJob, MailboxJob>()
        .AddSingleton<IJob, MailboxRetentionJob>()
        .AddSingleton<ICheckup, MailboxCheckup>()
        .AddSingleton<ISubscriber<PersonErased>, MailboxErasure>();
}
