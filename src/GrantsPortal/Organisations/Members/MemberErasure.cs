using GrantsPortal.Organisations.Recovery;
using GrantsPortal.People;
using GrantsPortal.People.Erasure;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Events;

namespace GrantsPortal.Organisations.Members;

/// <summary>
/// What erasing a person means for organisations: the last Owner hands on first; what the person wrote to organisations
/// is forgotten, and one that is left without an Owner all the same is marked, so that an officer can bring it back.
/// </summary>
public sealed class MemberErasure : IErasureObjection, IPersonalRecords, ISubscriber<PersonErased>
{
    /// <inheritdoc/>
    public string Part => "memberships";

    /// <summary>Refused with <c>person.last-owner</c> (the organisation's name) where nobody else could sign in as Owner.</summary>
    public async Task<Refusal?> Against(long person, UnitOfWork work) =>
        await OrganisationRepository.AloneAsOwner(work, person) is [var alone, ..] ? new Refusal("person.last-owner", alone.Name) : null;

    /// <inheritdoc/>
    public async Task<object?> Of(long person, UnitOfWork work) =>
        (await OrganisationRepository.MembershipsOf(work, person)).Select(membership => new { membership.OrganisationName, membership.Role }).ToList();

    /// <inheritdoc/>
    public async Task On(PersonErased happened, UnitOfWork work)
    {
        var belongings = await MemberRepository.Belongings(work, happened.PersonId);
        await MemberRepository.RemoveEverywhere(work, happened.PersonId);
        await MemberRepository.ForgetWords(work, happened.PersonId);
        await RecoveryRepository.CancelFor(work, happened.PersonId);
        foreach (var belonging in belongings)
        {
            work.Audit("member.left", "Organisation", belonging.OrganisationId, new { person = happened.PersonId, role = belonging.Role });
            if (belonging.Role == MemberRole.Owner && !await MemberRepository.HasOwner(work, belonging.OrganisationId))
            {
                await OrganisationRepository.MarkOwnerless(work, belonging.OrganisationId, work.Now);
            }
        }
    }
}
