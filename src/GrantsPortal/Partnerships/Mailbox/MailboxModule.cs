using GrantsPortal.People;
using GrantsPortal.People.Erasure;
using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Events;
using GrantsPortal.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.Partnerships.Mailbox;

/// <summary>What the mailbox offers to the container.</summary>
public static class MailboxModule
{
    /// <summary>Registers its use cases, jobs and checkup.</summary>
    public static IServiceCollection AddMailbox(this IServiceCollection services) => services
        .AddSingleton<MailboxDesk>()
        .AddSingleton<ForwardingDesk>()
        .AddSingleton<FilingDesk>()
        .AddSingleton<IJob, MailboxJob>()
        .AddSingleton<IJob, MailboxRetentionJob>()
        .AddSingleton<ICheckup, MailboxCheckup>()
        .AddSingleton<ISubscriber<AddressProved>, ProvedAddressesWork>()
        .AddSingleton<IPersonalRecords, MailboxErasure>()
        .AddSingleton<ISubscriber<PersonErased>, MailboxErasure>();
}
