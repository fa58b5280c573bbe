using GrantsPortal.People;
using GrantsPortal.People.Erasure;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Events;
using GrantsPortal.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.Following;

/// <summary>What the module offers to the container.</summary>
public static class FollowingModule
{
    /// <summary>Registers the module's use cases, job and subscribers.</summary>
    public static IServiceCollection AddFollowing(this IServiceCollection services) => services
        .AddSingleton<NewThings>()
        .AddSingleton<FollowDesk>()
        .AddSingleton<TopicDesk>()
        .AddSingleton<IJob, AlertJob>()
        .AddSingleton<IPersonalRecords, FollowerErasure>()
        .AddSingleton<ISubscriber<PersonErased>, FollowerErasure>();
}

/// <summary>What the module holds about a person with an account whose address follows, and how it lets it go.</summary>
public sealed class FollowerErasure : IPersonalRecords, ISubscriber<PersonErased>
{
    /// <inheritdoc/>
    public string Part => "following";

    /// <inheritdoc/>
    public async Task<object?> Of(long person, UnitOfWork work) =>
        await PersonRepository.Find(work, person) is { } known && await FollowerRepository.FindByEmail(work, known.Email) is { } follower
            ? new { follower.Choice, follower.AskedAt, follower.ConfirmedAt }
            : null;

    /// <inheritdoc/>
    public Task On(PersonErased happened, UnitOfWork work) => FollowerRepository.RemoveByEmail(work, happened.Email);
}
