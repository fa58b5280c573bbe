using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Funds;

/// <summary>What an officer writes of a programme. Its budgets are finance's to enter.</summary>
public sealed record ProgrammeText(string Name, string? Description, string Currency);

/// <summary>Adds and changes programmes.</summary>
public sealed class ProgrammeDesk(PortalDatabase database)
{
    /// <summary>Adds a programme; refused like <see cref="ProgrammeRules.Check"/>.</summary>
    public async Task<Outcome<Programme>> Create(Actor actor, ProgrammeText text)
    {
        if (ProgrammeRules.Check(actor, text) is { Count: > 0 } wrong)
        {
            return Outcome<Programme>.Refuse(wrong);
        }

        await using var work = await database.Write(actor);
        var programme = With(new Programme { Id = work.NewId(), Source = RecordSource.Portal, CreatedAt = work.Now, Version = 1 }, text);
        var slug = Folded.Slug(text.Name) is { Length: > 0 } own ? own : "programme";
        for (var number = 1; ; number++)
        {
            programme = programme with { Slug = number == 1 ? slug : FormattableString.Invariant($"{slug}-{number}") };
            if (await ProgrammeRepository.FindBySlug(work, programme.Slug) is null && await ProgrammeRepository.Insert(work, programme))
            {
                break;
            }
        }

        work.Audit("programme.created", "Programme", programme.Id, new { programme.Name, programme.Currency });
        await work.Commit();
        return programme;
    }

    /// <summary>Changes a programme; also refused with <c>programme.gone</c>, <c>programme.currency-fixed</c> and <c>programme.changed-meanwhile</c>.</summary>
    public async Task<Outcome<Programme>> Edit(Actor actor, long id, int version, ProgrammeText text)
    {
        if (ProgrammeRules.Check(actor, text) is { Count: > 0 } wrong)
        {
            return Outcome<Programme>.Refuse(wrong);
        }

        await using var work = await database.Write(actor);
        if (await ProgrammeRepository.Find(work, id) is not { } before)
        {
            return new Refusal("programme.gone");
        }

        var after = With(before, text);
        if (after.Currency != before.Currency && await ProgrammeRepository.IsInUse(work, id))
        {
            return new Refusal("programme.currency-fixed").At("Currency");
        }

        if (!await ProgrammeRepository.Update(work, after, version))
        {
            return new Refusal("programme.changed-meanwhile");
        }

        work.Audit("programme.changed", "Programme", id, new { from = new { before.Name, before.Currency }, to = new { after.Name, after.Currency } });
        await work.Commit();
        return after;
    }

    private static Programme With(Programme programme, ProgrammeText text) => programme with
    {
        Name = text.Name.Trim(),
        Description = string.IsNullOrWhiteSpace(text.Description) ? null : text.Description.Trim(),
        Currency = text.Currency,
    };
}

