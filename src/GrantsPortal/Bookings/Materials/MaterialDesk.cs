using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;

namespace GrantsPortal.Bookings.Materials;

/// <summary>Shares materials with the people of an occasion, and takes them back.</summary>
public sealed class MaterialDesk(PortalDatabase database, FileStore files)
{
    /// <summary>
    /// Shares a link or an upload (null for a link). Null when there is no such occasion; refused like <see cref="MaterialRules.Check"/>,
    /// or at <c>File</c> with what <see cref="FileStore.Save"/> says. An upload is streamed before the transaction, so that a slow line
    /// holds nobody up.
    /// </summary>
    public async Task<Outcome?> Share(Actor actor, long occasion, MaterialPlan plan, Stream? content, string name, CancellationToken cancel = default)
    {
        await using (var read = await database.Read(cancel))
        {
            if (await OccasionRepository.Find(read, occasion) is not { } early)
            {
                return null;
            }

            if (MaterialRules.Check(actor, early, plan, content is not null, (await MaterialRepository.OfOccasion(read, occasion)).Count) is { Count: > 0 } wrong)
            {
                return Outcome.Refuse(wrong);
            }
        }

        SavedContent? saved = null;
        if (content is not null)
        {
            var kept = await files.Save(content, name, cancel);
            if (kept.Refused)
            {
                return Outcome.Refuse([.. kept.Refusals.Select(refusal => refusal.At("File"))]);
            }

            saved = kept.Value;
        }

        await using var work = await database.Write(actor);
        if (await OccasionRepository.Lock(work, occasion) is not { } found)
        {
            return null;
        }

        if (MaterialRules.Check(actor, found, plan, saved is not null, (await MaterialRepository.OfOccasion(work, occasion)).Count) is { Count: > 0 } late)
        {
            return Outcome.Refuse(late);
        }

        var material = new Material
        {
            Id = work.NewId(),
            OccasionId = occasion,
            Moment = plan.Moment,
            Title = plan.Title!.Trim(),
            Language = plan.Language!,
            Url = saved is null ? plan.Url!.Trim() : null,
            FileId = saved is null ? null : await StoredFileRepository.Insert(work, saved),
        };
        await MaterialRepository.Insert(work, material);
        work.Audit("material.shared", nameof(Material), material.Id, new { occasion, material.Moment, file = saved is not null });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Takes a material back: nobody gets it any more. Null when there is none; refused with <c>material.not-staff</c>.</summary>
    public async Task<Outcome?> TakeBack(Actor actor, long occasion, long id)
    {
        await using var work = await database.Write(actor);
        if (await MaterialRepository.Find(work, occasion, id) is null)
        {
            return null;
        }

        if (!BookingRules.IsStaff(actor))
        {
            return new Refusal("material.not-staff");
        }

        if (await MaterialRepository.Remove(work, occasion, id))
        {
            work.Audit("material.taken-back", nameof(Material), id, new { occasion });
            await work.Commit();
        }

        return Outcome.Ok;
    }
}
