using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Partnerships.Access;

/// <summary>Who reads which field of a partner, and how long which record is kept.</summary>
[Authorize(Policies.ReadAdmin)]
public sealed class AccessController(PortalDatabase database, AccessDesk desk, Sentences sentences, IStringLocalizer<Texts> texts, IOptionsSnapshot<PartnerOptions> options, IEnumerable<IKeptRecords> kept) : Controller
{
    /// <summary>Every field with who reads it.</summary>
    [HttpGet(PartnerRoutes.Access)]
    public async Task<IActionResult> Index()
    {
        await using var work = await database.Read();
        var (changed, versions) = (await AccessRepository.Changed(work), await AccessRepository.Versions(work));
        return View("/Partnerships/Access/Index.cshtml", PartnerAccess.Table.Select(line => new AccessLine(line, PartnerAccess.ReadersOf(line.Field, changed), versions.GetValueOrDefault(line.Field))).ToList());
    }

    /// <summary>Changes who reads one.</summary>
    [HttpPost(PartnerRoutes.Access), Authorize(Policies.Administer)]
    public async Task<IActionResult> Save(PartnerField field, int version, List<PartnerEyes> readers)
    {
        var outcome = await desk.Change(User.Actor(), field, readers.Aggregate(PartnerEyes.None, (all, one) => all | one) | PartnerAccess.Of(field).Least, version);
        if (outcome.Done)
        {
            TempData.SayDone(texts["Saved"]);
        }
        else
        {
            TempData.SayNote(sentences.Say(outcome.Refusals[0]));
        }

        return LocalRedirect($"{PartnerRoutes.Access}#{field}");
    }

    /// <summary>Kinds of record, their basis, how long each is kept.</summary>
    [HttpGet(PartnerRoutes.Kept)]
    public IActionResult Kept() => View("/Partnerships/Access/Kept.cshtml", KeptRecords.Of(options.Value).Concat(kept.SelectMany(one => one.Of())).ToList());
}

/// <summary>A field with who reads it now.</summary>
public sealed record AccessLine(FieldAccess Access, PartnerEyes Readers, int Version)
{
    /// <summary>Those to whom it can be opened or from whom it can be taken.</summary>
    public IEnumerable<PartnerEyes> Choices => Enum.GetValues<PartnerEyes>().Where(one => one != PartnerEyes.None && Access.Most.HasFlag(one));
}

/// <summary>English words for readers, said through the localiser.</summary>
public static class AccessWords
{
    /// <summary>A reader.</summary>
    public static string Of(PartnerEyes eyes) => eyes switch
    {
        PartnerEyes.Public => "Everybody",
        PartnerEyes.FocalPoint => "Its focal point, deputy or cover",
        PartnerEyes.OtherFocalPoint => "Focal points of others",
        PartnerEyes.ProgrammeOfficer => "Programme officers",
        PartnerEyes.Administrator => "Administrators",
        PartnerEyes.Auditor => "Auditors",
        PartnerEyes.Finance => "Finance",
        PartnerEyes.Approver => "Approvers",
        PartnerEyes.Reviewer => "Reviewers",
        PartnerEyes.Owner => "Its Owners",
        PartnerEyes.Editor => "Its Editors",
        PartnerEyes.Viewer => "Its Viewers",
        _ => "Members of other organisations",
    };
}
