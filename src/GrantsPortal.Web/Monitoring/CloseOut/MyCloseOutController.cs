using GrantsPortal.Awards;
using GrantsPortal.Awards.Agreements;
using GrantsPortal.Monitoring.CloseOut;
using GrantsPortal.Payments.Recovery;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace GrantsPortal.Web.Monitoring.CloseOut;

/// <summary>What is left to do at the end of an award, and that it is done; for its members.</summary>
[Authorize(Policies.SignedIn)]
public sealed class MyCloseOutController(PortalDatabase database) : Controller
{
    /// <summary>What is left to do.</summary>
    [HttpGet("/my/awards/{reference}/close-out")]
    public async Task<IActionResult> Show(string reference)
    {
        await using var work = await database.Read();
        if (await AwardRepository.FindFor(work, reference, User.Actor().Person) is not { } award || !MyCloseOut.Is(award.State))
        {
            return NotFound();
        }

        return View(new MyCloseOut(await CloseOutReader.Read(work, award))
        {
            Repayments = [.. (await RepaymentRepository.OfAward(work, award.Id)).Where(repayment => repayment.State == RepaymentState.Asked)],
            Document = (await AwardDocumentRepository.Of(work, award.Id)).LastOrDefault(document => document.Kind == AwardDocumentKind.CloseOut),
        });
    }
}

/// <summary>The end of an award, for its members.</summary>
public sealed record MyCloseOut(CloseOutCase Case)
{
    /// <summary>The award.</summary>
    public Award Award => Case.Award;

    /// <summary>What it came to.</summary>
    public FinalFigures Figures => Case.Figures;

    /// <summary>What was asked back and has not come.</summary>
    public IReadOnlyList<Repayment> Repayments { get; init; } = [];

    /// <summary>The document, once it is closed.</summary>
    public AwardDocument? Document { get; init; }

    /// <summary>Reports that the members still have to send.</summary>
    public IReadOnlyList<GrantsPortal.Monitoring.Reports.Report> ToSend => [.. Case.Reports.Where(report => report.IsOpen)];

    /// <summary>Reports that are with the city.</summary>
    public IReadOnlyList<GrantsPortal.Monitoring.Reports.Report> WithCity => [.. Case.Reports.Where(report => report.State == GrantsPortal.Monitoring.Reports.ReportState.Submitted)];

    /// <summary>Whether nothing is left for the members to do.</summary>
    public bool NothingLeft => ToSend.Count == 0 && Repayments.Count == 0;

    /// <summary>Whether an award of this state has an end to speak of.</summary>
    public static bool Is(AwardState state) => state is AwardState.Active or AwardState.Suspended or AwardState.Completed or AwardState.Terminated or AwardState.Closed;
}
