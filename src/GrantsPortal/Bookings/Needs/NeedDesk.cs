using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Bookings.Needs;

/// <summary>Keeps what people need, for those who run the occasion alone. Acts answer null when there is no such booking or occasion.</summary>
public sealed class NeedDesk(PortalDatabase database, NeedSeal seal)
{
    /// <summary>Keeps a booking's needs by the secret of its link; nothing said deletes them. Refused like <see cref="NeedRules.MayWrite"/>.</summary>
    public async Task<Outcome?> Write(Actor actor, string secret, BookingNeeds needs)
    {
        await using var work = await database.Write(actor);
        if (await BookingRepository.FindBySecret(work, secret) is not { } booking || await OccasionRepository.Find(work, booking.OccasionId) is not { } occasion)
        {
            return null;
        }

        if (NeedRules.MayWrite(occasion, booking, needs, work.Now) is { Count: > 0 } refused)
        {
            return Outcome.Refuse(refused);
        }

        if (needs.IsEmpty)
        {
            await NeedRepository.Delete(work, booking.Id);
        }
        else
        {
            await NeedRepository.Put(work, booking, seal.Seal(needs with { Food = needs.Food.Trim(), Other = needs.Other.Trim() }));
        }

        work.Audit(needs.IsEmpty ? "needs.withdrawn" : "needs.written", nameof(Booking), booking.Id);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Deletes a booking's needs by the secret of its link.</summary>
    public async Task<Outcome?> Withdraw(Actor actor, string secret)
    {
        await using var work = await database.Write(actor);
        if (await BookingRepository.FindBySecret(work, secret) is not { } booking)
        {
            return null;
        }

        if (await NeedRepository.Delete(work, booking.Id) > 0)
        {
            work.Audit("needs.withdrawn", nameof(Booking), booking.Id);
            await work.Commit();
        }

        return Outcome.Ok;
    }

    /// <summary>How many people need what, without names. Refused like <see cref="NeedRules.MayRead"/>.</summary>
    public async Task<Outcome<NeedCounts>?> Counts(Actor actor, long id)
    {
        await using var work = await database.Read();
        if (await OccasionRepository.Find(work, id) is null)
        {
            return null;
        }

        if (NeedRules.MayRead(actor, await NeedRepository.Running(work, id)) is { } refused)
        {
            return (Outcome<NeedCounts>)refused;
        }

        var opened = (await NeedRepository.OfOccasion(work, id)).Select(stored => seal.Open(stored.Sealed)).ToList();
        return (Outcome<NeedCounts>)NeedRules.Count([.. opened.OfType<BookingNeeds>()], opened.Count(needs => needs is null));
    }

    /// <summary>Who needs what; each reading is in the audit trail. Refused like <see cref="NeedRules.MayRead"/>.</summary>
    public async Task<Outcome<IReadOnlyList<NeedLine>>?> Read(Actor actor, long id)
    {
        await using var work = await database.Write(actor);
        if (await OccasionRepository.Find(work, id) is null)
        {
            return null;
        }

        if (NeedRules.MayRead(actor, await NeedRepository.Running(work, id)) is { } refused)
        {
            return (Outcome<IReadOnlyList<NeedLine>>)refused;
        }

        var stored = await NeedRepository.OfOccasion(work, id);
        work.Audit("needs.read", nameof(Occasion), id, new { people = stored.Count });
        await work.Commit();
        return Outcome<IReadOnlyList<NeedLine>>.Of([.. stored.Select(one => seal.Open(one.Sealed) is { } needs ? new NeedLine(one.Name, one.Reference, one.OrganisationName, needs) : null).OfType<NeedLine>()]);
    }

    /// <summary>Lets another officer run an occasion too. Refused like <see cref="NeedRules.MayAdd"/>, or with <c>needs.runs-already</c> at <c>Officer</c>.</summary>
    public async Task<Outcome?> AddOfficer(Actor actor, long id, long officer)
    {
        await using var work = await database.Write(actor);
        if (await OccasionRepository.Find(work, id) is not { } occasion)
        {
            return null;
        }

        var running = await NeedRepository.Running(work, id);
        if (NeedRules.MayAdd(actor, running, officer, [.. (await Officers(work)).Select(person => person.Id)]) is { } refused)
        {
            return refused;
        }

        if (running.Any(one => one.Id == officer) || officer == occasion.OwnerId || !await NeedRepository.AddOfficer(work, id, officer))
        {
            return new Refusal("needs.runs-already").At("Officer");
        }

        work.Audit("occasion.officer-added", nameof(Occasion), id, new { officer });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Everybody who could run an occasion, by name.</summary>
    public static async Task<IReadOnlyList<Person>> Officers(UnitOfWork work) =>
        [.. (await PersonRepository.WithRole(work, Roles.ProgrammeOfficer)).Concat(await PersonRepository.WithRole(work, Roles.FocalPoint)).DistinctBy(person => person.Id).OrderBy(person => person.Name, StringComparer.Ordinal)];
}
