using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;
using GrantsPortal.Platform.Text;
using GrantsPortal.Training;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Resources;

/// <summary>Writes the library. Acts answer null when there is no such resource.</summary>
public sealed class ResourceDesk(PortalDatabase database, FileStore files, IOptions<PortalOptions> portal)
{
    private IReadOnlyList<string> Languages => portal.Value.Languages.Length > 0 ? portal.Value.Languages : [portal.Value.SourceLanguage];

    /// <summary>Adds a draft. Refused like <see cref="ResourceRules.Check"/>, or with <c>resource.title-taken</c> at <c>Title</c>.</summary>
    public async Task<Outcome<Resource>> Create(Actor actor, ResourceText text)
    {
        if (ResourceRules.Check(actor, text, Languages, portal.Value.ThemesInUse) is { Count: > 0 } wrong)
        {
            return Outcome<Resource>.Refuse(wrong);
        }

        await using var work = await database.Write(actor);
        var resource = With(new Resource { Id = work.NewId(), Slug = Folded.Slug(text.Title.Trim()), OwnerId = actor.Person, Version = 1 }, text);
        if (resource.Slug.Length == 0 || resource.Slug == "new" || !await ResourceRepository.Insert(work, resource))
        {
            return new Refusal("resource.title-taken").At("Title");
        }

        await ResourceRepository.PutCourses(work, resource.Id, await Known(work, text.Courses));
        work.Audit("resource.created", nameof(Resource), resource.Id, new { resource.Slug });
        await work.Commit();
        return resource;
    }

    /// <summary>Changes it; saving says as well that somebody made sure it holds. Refused like the rule, or with <c>resource.changed-meanwhile</c>.</summary>
    public async Task<Outcome?> Write(Actor actor, string slug, int version, ResourceText text)
    {
        await using var work = await database.Write(actor);
        if (await ResourceRepository.FindBySlug(work, slug) is not { } resource)
        {
            return null;
        }

        if (ResourceRules.Check(actor, text, Languages, portal.Value.ThemesInUse) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        if (!await ResourceRepository.Update(work, With(resource, text), version))
        {
            return new Refusal("resource.changed-meanwhile");
        }

        await ResourceRepository.PutCourses(work, resource.Id, await Known(work, text.Courses));
        work.Audit("resource.written", nameof(Resource), resource.Id);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Takes a file to be taken away, instead of the one before. Refused with <c>resource.not-staff</c> or at <c>File</c> like <see cref="FileStore.Save"/>.</summary>
    public async Task<Outcome?> PutFile(Actor actor, string slug, Stream content, string name, CancellationToken cancel = default)
    {
        if (!Bookings.BookingRules.IsStaff(actor))
        {
            return new Refusal("resource.not-staff");
        }

        var saved = await files.Save(content, name, cancel);
        if (saved.Refused)
        {
            return Outcome.Refuse([.. saved.Refusals.Select(refusal => refusal.At("File"))]);
        }

        await using var work = await database.Write(actor);
        if (await ResourceRepository.FindBySlug(work, slug) is not { } resource)
        {
            return null;
        }

        await ResourceRepository.SetFile(work, resource.Id, await StoredFileRepository.Insert(work, saved.Value));
        work.Audit("resource.file-put", nameof(Resource), resource.Id);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Puts it into the library. Refused like <see cref="ResourceRules.MayPublish"/>, or with <c>resource.changed-meanwhile</c>.</summary>
    public Task<Outcome?> Publish(Actor actor, string slug) => Move(actor, slug, ResourceState.Published, "resource.published", ResourceRules.MayPublish);

    /// <summary>Takes it out of the library. Refused with <c>resource.not-staff</c>, <c>resource.changed-meanwhile</c>.</summary>
    public Task<Outcome?> Archive(Actor actor, string slug) =>
        Move(actor, slug, ResourceState.Archived, "resource.archived", (who, _) => Bookings.BookingRules.IsStaff(who) ? null : new Refusal("resource.not-staff"));

    private async Task<Outcome?> Move(Actor actor, string slug, ResourceState to, string act, Func<Actor, Resource, Refusal?> against)
    {
        await using var work = await database.Write(actor);
        if (await ResourceRepository.FindBySlug(work, slug) is not { } resource)
        {
            return null;
        }

        if (against(actor, resource) is { } refused)
        {
            return refused;
        }

        if (resource.State == to || !await ResourceRepository.SetState(work, resource, to))
        {
            return new Refusal("resource.changed-meanwhile");
        }

        work.Audit(act, nameof(Resource), resource.Id);
        await work.Commit();
        return Outcome.Ok;
    }

    private static async Task<IReadOnlyList<long>> Known(UnitOfWork work, IReadOnlyList<long> courses) =>
        courses.Count == 0 ? [] : [.. (await CourseRepository.All(work, "en")).Select(course => course.Id).Where(courses.Contains)];

    private static Resource With(Resource resource, ResourceText text) => resource with
    {
        Kind = text.Kind,
        Language = text.Language,
        Title = text.Title.Trim(),
        Summary = text.Summary.Trim(),
        Body = text.Body.Trim(),
        Source = text.Source.Trim(),
        Licence = text.Licence.Trim(),
        Link = string.IsNullOrWhiteSpace(text.Link) ? null : text.Link.Trim(),
        Themes = CodeList.Kept(text.Themes),
    };
}
