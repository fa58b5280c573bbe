using GrantsPortal.Awards;
using GrantsPortal.Payments.Schedule;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace GrantsPortal.Web.Payments;

/// <summary>What somebody says of a milestone.</summary>
public sealed class MilestoneForm
{
    /// <summary>What shows that it is reached.</summary>
    public string? Evidence { get; set; }

    /// <summary>A document that shows it.</summary>
    public IFormFile? Document { get; set; }

    /// <summary>What an officer answers.</summary>
    public string? Note { get; set; }

    /// <summary>Which version was shown.</summary>
    public int Version { get; set; }

    /// <summary>Keeps the document, where there is one and it can be taken; refusals go to its field.</summary>
    public async Task<SavedContent?> Keep(FileStore files, Sentences sentences, ModelStateDictionary state)
    {
        if (Document is null)
        {
            return null;
        }

        await using var content = Document.OpenReadStream();
        var saved = await files.Save(content, Document.FileName);
        if (saved.Refused)
        {
            state.AddRefusals(saved.Refusals.Select(refusal => refusal.At(nameof(Document))), sentences);
            return null;
        }

        return saved.Value;
    }
}

/// <summary>A milestone before somebody's eyes.</summary>
public sealed record MilestoneView(Award Award, Milestone Milestone, bool MayAct, MilestoneForm Form);

/// <summary>The documents of milestones.</summary>
public static class MilestoneDocuments
{
    /// <summary>The document, as an attachment; 404 where there is none.</summary>
    public static async Task<IActionResult> MilestoneDocument(this Controller controller, UnitOfWork work, FileStore files, Award? award, long id)
    {
        var milestone = award is null ? null : await ScheduleRepository.FindMilestone(work, award.Id, id);
        var document = milestone?.EvidenceFileId is { } file ? await StoredFileRepository.Find(work, file) : null;
        return document is null || !files.Has(document.Hash) ? controller.NotFound() : controller.File(files.Open(document.Hash), document.ContentType, document.Name);
    }
}
