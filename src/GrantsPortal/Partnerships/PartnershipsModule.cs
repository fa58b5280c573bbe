using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Agreements;
using GrantsPortal.Partnerships.Briefs;
using GrantsPortal.Partnerships.Caseload;
using GrantsPortal.Partnerships.Contacts;
using GrantsPortal.Partnerships.Engagements;
using GrantsPortal.Partnerships.Mailbox;
using GrantsPortal.Partnerships.Needs;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.Partnerships.PublicDirectory;
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
    public static IServiceCollection AddPartnerships(this IServiceCollection services)
    {
        services.AddOptions<PartnerOptions>().BindConfiguration("Partnerships");
        services.AddOptions<BriefOptions>().BindConfiguration("Partnerships:Brief");
        return services
            .AddSingleton<ISubscriber<OrganisationRegistered>, PartnersAreKept>()
            .AddSingleton<PartnerDesk>()
            .AddSingleton<PartnerTimeline>()
            .AddSingleton<IPartnerStory, PartnershipStory>()
            .AddSingleton<IPartnerDocuments, PartnershipDocuments>()
            .AddSingleton<HandoverDesk>()
            .AddSingleton<ContactDesk>()
            .AddSingleton<IJob, ContactJob>()
            .AddSingleton<IPersonalRecords, ContactErasure>()
            .AddSingleton<ISubscriber<PersonErased>, ContactErasure>()
            .AddSingleton<AccessDesk>()
            .AddSingleton<IJob, RetentionJob>()
            .AddSingleton<CommitmentDesk>()
            .AddSingleton<EngagementDesk>()
            .AddSingleton<NeedDesk>()
            .AddSingleton<BriefDesk>()
            .AddSingleton<IPartnerEncounters, PartnerEngagements>()
            .AddMailbox()
            .AddSingleton<IPartnerStory, EngagementStory>()
            .AddSingleton<ITaskSource, EngagementTasks>()
            .AddSingleton<IPersonalRecords, EngagementErasure>()
            .AddSingleton<ISubscriber<PersonErased>, EngagementErasure>()
            .AddSingleton<DirectoryDesk>()
            .AddSingleton<IInvariant, DirectoryIsAgreed>()
            .AddSingleton<AgreementDesk>()
            .AddSingleton<GoalDesk>()
            .AddSingleton<IJob, AgreementJob>()
            .AddSingleton<ITaskSource, AgreementTasks>()
            .AddSingleton<IPartnerStory, AgreementStory>()
            .AddSingleton<IPersonalRecords, AgreementErasure>()
            .AddSingleton<ISubscriber<PersonErased>, AgreementErasure>()
            .AddSingleton<IInvariant, AgreementsAreSigned>()
            .AddSingleton<IJob, CommitmentJob>()
            .AddSingleton<ITaskSource, CommitmentTasks>();
    }
}
