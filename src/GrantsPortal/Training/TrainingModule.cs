using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Calendar;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.People.Erasure;
using GrantsPortal.Platform.Events;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.Training.Certificates;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.Training;

/// <summary>What the module offers to the container.</summary>
public static class TrainingModule
{
    /// <summary>Registers the module's use cases and conditions.</summary>
    public static IServiceCollection AddTraining(this IServiceCollection services) => services
        .AddSingleton<CourseDesk>()
        .AddSingleton<IPublicSubjects, PublicCourses>()
        .AddSingleton<CertificateDesk>()
        .AddSingleton<IPartnerStory, PartnerCertificates>()
        .AddSingleton<IPartnerDocuments, PartnerCertificates>()
        .AddSingleton<IJob, CertificateJob>()
        .AddSingleton<CertificateErasure>()
        .AddSingleton<IPersonalRecords>(s => s.GetRequiredService<CertificateErasure>())
        .AddSingleton<ISubscriber<PersonErased>>(s => s.GetRequiredService<CertificateErasure>())
        .AddSingleton<IBookingCondition, Prerequisites>();
}
