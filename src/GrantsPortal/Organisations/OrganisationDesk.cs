using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Organisations;

/// <summary>Registers organisations and keeps their details.</summary>
public sealed class OrganisationDesk(PortalDatabase database)
{
    /// <summary>
    /// Registers an organisation; the actor becomes its Owner. One that may be here already, by official identifier or
    /// name, is refused once with <c>organisation.maybe-here</c>; with <paramref name="besideTwins"/> it is registered
    /// all the same, and leaves an official identifier that another record holds to that record.
    /// </summary>
    public async Task<Outcome<Organisation>> Register(Actor actor, OrganisationDetails details, bool besideTwins = false)
    {
        var tidy = details.Tidied();
        if (OrganisationRules.Check(tidy) is { Count: > 0 } against)
        {
            return Outcome<Organisation>.Refuse(against);
        }

        await using var work = await database.Write(actor);
        var twins = await OrganisationRepository.Twins(work, tidy.Name, tidy.OfficialId);
        if (twins.Count > 0 && !besideTwins)
        {
            return new Refusal("organisation.maybe-here", twins[0].Name).At(nameof(tidy.Name));
        }

        var officialId = twins.Any(twin => twin.OfficialId == tidy.OfficialId) ? null : tidy.OfficialId;
        var made = await Insert(work, tidy.Onto(new Organisation { Id = work.NewId(), OfficialId = officialId, Source = RecordSource.Portal, CreatedAt = work.Now, Version = 1 }));
        await OrganisationRepository.AddMember(work, made.Id, actor.Person, MemberRole.Owner);
        work.Audit("organisation.registered", "Organisation", made.Id, new { made.Kind, made.OfficialId, made.LettersBy, made.PublishedAs });
        work.Audit("member.added", "Organisation", made.Id, new { person = actor.Person, role = MemberRole.Owner });
        await work.Publish(new OrganisationRegistered(made));
        await work.Commit();
        return made;
    }

    /// <summary>
    /// Saves the details as a member of the organisation. Refused with <c>record.changed-meanwhile</c> when somebody
    /// saved since <paramref name="version"/>; null when the person is no member of it.
    /// </summary>
    public async Task<Outcome<Organisation>?> Edit(Actor actor, long id, int version, OrganisationDetails details)
    {
        var tidy = details.Tidied();
        await using var work = await database.Write(actor);
        var before = await OrganisationRepository.FindFor(work, id, actor.Person);
        var membership = await OrganisationRepository.MembershipOf(work, id, actor.Person);
        if (before is null || membership is null)
        {
            return null;
        }

        if (OrganisationRules.Check(tidy) is { Count: > 0 } against)
        {
            return Outcome<Organisation>.Refuse(against);
        }

        var allowed = OrganisationRules.Edited(membership.Role, OrganisationDetails.Of(before), tidy);
        if (allowed.Refused)
        {
            return Outcome<Organisation>.Refuse(allowed.Refusals);
        }

        return await Save(work, before, allowed.Value, version);
    }

    private static async Task<Outcome<Organisation>> Save(UnitOfWork work, Organisation before, OrganisationDetails details, int version)
    {
        var officialId = details.OfficialId ?? (before.Source == RecordSource.Imported ? before.OfficialId : null);
        if (officialId is not null && officialId != before.OfficialId && await OrganisationRepository.FindByOfficialId(work, officialId) is not null)
        {
            return new Refusal("organisation.number-taken").At(nameof(details.LegalNumber));
        }

        var after = details.Onto(before with { OfficialId = officialId, Version = version });
        if (!await OrganisationRepository.Update(work, after))
        {
            return new Refusal("record.changed-meanwhile");
        }

        work.Audit("organisation.edited", "Organisation", before.Id, Change(before, after));
        await work.Commit();
        return after with { Version = version + 1 };
    }

    /// <summary>What changed, for the audit trail: choices with their values; contact details, which may be of persons, by name alone.</summary>
    private static object Change(Organisation before, Organisation after)
    {
        var fields = new (string Field, object? Was, object? Is, bool Told)[]
        {
            ("name", before.Name, after.Name, true),
            ("kind", before.Kind, after.Kind, true),
            ("officialId", before.OfficialId, after.OfficialId, true),
            ("legalNumber", before.LegalNumber, after.LegalNumber, true),
            ("lettersBy", before.LettersBy, after.LettersBy, true),
            ("publishedAs", before.PublishedAs, after.PublishedAs, true),
            ("yearlyIncomeMinor", before.YearlyIncomeMinor, after.YearlyIncomeMinor, true),
            ("about", before.About, after.About, false),
            ("email", before.Email, after.Email, false),
            ("phone", before.Phone, after.Phone, false),
            ("website", before.Website, after.Website, false),
            ("address", before.Address, after.Address, false),
            ("town", before.Town, after.Town, false),
            ("postcode", before.Postcode, after.Postcode, false),
            ("district", before.District, after.District, false),
            ("country", before.Country, after.Country, false),
        };
        return fields.Where(field => !Equals(field.Was, field.Is))
            .ToDictionary(field => field.Field, field => field.Told ? new { from = field.Was, to = field.Is } : (object)"changed");
    }

    private static async Task<Organisation> Insert(UnitOfWork work, Organisation organisation)
    {
        for (var attempt = 0; attempt < 25; attempt++)
        {
            var named = organisation with { Slug = OrganisationRules.Slug(organisation.Name, organisation.Id, attempt) };
            if (await OrganisationRepository.Insert(work, named))
            {
                return named;
            }
        }

        throw new InvalidOperationException("No free address was found for an organisation.");
    }
}
