using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Partnerships.PublicDirectory;

/// <summary>What a person says when putting an entry into the directory.</summary>
/// <param name="Wording">The words agreed to, as they were read.</param>
/// <param name="Language">BCP 47 code of the language they were read in.</param>
/// <param name="Agreed">Whether the consent was ticked.</param>
/// <param name="Warned">Whether it was ticked that the warning was read.</param>
public sealed record ConsentGiven(string Wording, string Language, bool Agreed, bool Warned);

/// <summary>Keeps the public directory. Members' acts answer null when the organisation is not theirs.</summary>
public sealed class DirectoryDesk(PortalDatabase database, CityDistricts districts, IOptions<PortalOptions> portal)
{
    /// <summary>
    /// Keeps what is being written; nobody else reads it. Refused like <see cref="DirectoryRules.Check"/>, with
    /// <c>organisation.viewers-read</c>, or with <c>record.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome?> Write(Actor actor, string slug, int version, DirectoryText text)
    {
        await using var work = await database.Write(actor);
        if (await Mine(work, slug) is not ({ } organisation, { } me))
        {
            return null;
        }

        if (!me.MayEdit)
        {
            return new Refusal("organisation.viewers-read");
        }

        var tidy = DirectoryRules.Tidied(text);
        if (DirectoryRules.Check(tidy, await districts.All(work), [.. portal.Value.ThemesInUse.Select(theme => theme.Code)]) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        if (!await DirectoryRepository.Write(work, organisation.Id, version, tidy))
        {
            return new Refusal("record.changed-meanwhile");
        }

        work.Audit("directory.written", "Organisation", organisation.Id, new { fields = tidy.Filled() });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// Puts what is written into the directory, as an Owner, on a consent that is kept. Refused like <see cref="DirectoryRules.Publish"/> and
    /// <see cref="DirectoryRules.Check"/>, with <c>directory.nothing-written</c>, or with <c>record.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome?> Publish(Actor actor, string slug, int version, ConsentGiven given)
    {
        await using var work = await database.Write(actor);
        if (await Mine(work, slug) is not ({ } organisation, { } me))
        {
            return null;
        }

        var atRisk = organisation.LettersBy == LetterDelivery.SignIn;
        if (DirectoryRules.Publish(me.Role, atRisk, given.Agreed, given.Warned) is { Count: > 0 } against)
        {
            return Outcome.Refuse(against);
        }

        if (await DirectoryRepository.Find(work, organisation.Id) is not { } entry || entry.Written() is not { } text)
        {
            return new Refusal("directory.nothing-written");
        }

        if (DirectoryRules.Check(text, await districts.All(work), [.. portal.Value.ThemesInUse.Select(theme => theme.Code)]) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        await DirectoryRepository.End(work, organisation.Id, ConsentEnd.Replaced);
        var consent = new DirectoryConsent
        {
            Id = work.NewId(),
            OrganisationId = organisation.Id,
            GivenAt = work.Now,
            GivenBy = actor.Person,
            Wording = given.Wording,
            Language = given.Language,
            AtRisk = atRisk,
            Fields = Json.Write(text.Filled()),
        };
        await DirectoryRepository.Insert(work, consent);
        if (!await DirectoryRepository.Show(work, organisation.Id, version, text, consent.Id))
        {
            return new Refusal("record.changed-meanwhile");
        }

        work.Audit("directory.shown", "Organisation", organisation.Id, new { consent = consent.Id, fields = text.Filled(), atRisk });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Leaves the directory, as an Owner or Editor; holds at once. Refused with <c>organisation.viewers-read</c>.</summary>
    public async Task<Outcome?> Leave(Actor actor, string slug)
    {
        await using var work = await database.Write(actor);
        if (await Mine(work, slug) is not ({ } organisation, { } me))
        {
            return null;
        }

        if (!me.MayEdit)
        {
            return new Refusal("organisation.viewers-read");
        }

        // Pressing twice is no fault: what was wanted holds.
        if (await Hide(work, organisation, ConsentEnd.Left, null))
        {
            await work.Commit();
        }

        return Outcome.Ok;
    }

    /// <summary>
    /// Takes an entry out, as an officer; its Owners and Editors are told why. Null when there is no such organisation; refused like
    /// <see cref="DirectoryRules.TakeOut"/>, or with <c>directory.not-in</c>.
    /// </summary>
    public async Task<Outcome?> TakeOut(Actor actor, long id, string? reason)
    {
        await using var work = await database.Write(actor);
        if (await OrganisationRepository.Find(work, id) is not { } organisation)
        {
            return null;
        }

        if (DirectoryRules.TakeOut(actor, reason) is { Count: > 0 } against)
        {
            return Outcome.Refuse(against);
        }

        if (!await Hide(work, organisation, ConsentEnd.TakenOut, reason!.Trim()))
        {
            return new Refusal("directory.not-in");
        }

        var written = organisation.LettersBy == LetterDelivery.SignIn ? (Platform.Mail.Message)new CommitmentNotice(MyRoutes.Home)
            : new DirectoryTakenOut(organisation.Name, reason.Trim(), DirectoryRoutes.Mine(organisation.Slug));
        foreach (var role in new[] { MemberRole.Owner, MemberRole.Editor })
        {
            foreach (var person in await OrganisationRepository.People(work, organisation.Id, role))
            {
                if (person.EmailConfirmed)
                {
                    work.Mail(person.AsRecipient(), written, "Organisation", organisation.Id);
                }
            }
        }

        await work.Commit();
        return Outcome.Ok;
    }

    private static async Task<bool> Hide(UnitOfWork work, Organisation organisation, ConsentEnd how, string? reason)
    {
        if ((await DirectoryRepository.Find(work, organisation.Id))?.Shown() is not { } words || !await DirectoryRepository.Hide(work, organisation.Id, words))
        {
            return false;
        }

        await DirectoryRepository.End(work, organisation.Id, how, reason);
        work.Audit(how == ConsentEnd.Left ? "directory.left" : "directory.taken-out", "Organisation", organisation.Id, reason is null ? null : new { reason });
        return true;
    }

    private static async Task<(Organisation Organisation, Membership Me)?> Mine(UnitOfWork work, string slug) =>
        await OrganisationRepository.FindFor(work, slug, work.Actor.Person) is { } organisation && await OrganisationRepository.MembershipOf(work, organisation.Id, work.Actor.Person) is { } me
            ? (organisation, me)
            : null;
}
