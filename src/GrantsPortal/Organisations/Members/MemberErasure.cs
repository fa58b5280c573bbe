using GrantsPortal.Organisations.Recovery;
using GrantsPortal.People;
using GrantsPortal.People.Erasure;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Events;

namespace GrantsPortal.Organisations.Members;

/// <summary>
/// What erasing a person means for organisations: whoever is the last Owner of one with other members hands it on
/// first; an organisation left without anybody is marked, so that an officer can bring it back.
/// </summary>
public sealed class MemberErasure : IErasureObjection, IPersonalRecords, ISubscriber<PersonErased>
{
    /// <inheritdoc/>
    public string Part => "memberships";

    /// <summary>Refused with <c>member.hand-on-first</c> (the organisation's name) while others depend on the person as last Owner.</summary>
    public async Task<Refusal?> Against(long person, UnitOfWork work)
    {
        foreach (var alone in await OrganisationRepository.AloneAsOwner(work, person))
        {
            if ((await OrganisationRepository.People(work, alone.Id)).Any(member => member.Id != person))
            {
                return new Refusal("member.hand-on-first", alone.Name);
            }
        }

        return null;
    }

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
