using System.Security.Cryptography;
using System.Text;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Monitoring.Reports.Writing;

/// <summary>A text as a page sends it.</summary>
/// <param name="Part">The part of the report.</param>
/// <param name="Value">The text.</param>
/// <param name="Version">The version the page was made from; 0 when there was none.</param>
/// <param name="Base">Mark of what the page was made from (<see cref="NarrativeDesk.MarkOf"/>); null when unknown.</param>
public sealed record TypedText(string Part, string Value, int Version, string? Base);

/// <summary>Two people wrote different things in one part: neither is lost.</summary>
/// <param name="Part">The part.</param>
/// <param name="Mine">What this writer wrote; not stored yet.</param>
/// <param name="Theirs">What a colleague saved meanwhile; stored.</param>
public sealed record TextClash(string Part, string Mine, ReportAnswer Theirs);

/// <summary>What came of saving.</summary>
/// <param name="Sheet">The report as it is now.</param>
/// <param name="Clashes">Texts that were not saved because a colleague was quicker.</param>
public sealed record TextsSaved(ReportSheet Sheet, IReadOnlyList<TextClash> Clashes);

/// <summary>Saves what members write in a report: the narrative, and explanations of budget lines.</summary>
public sealed class NarrativeDesk(PortalDatabase database)
{
    /// <summary>A short mark of a text, by which the server knows what a page did not change.</summary>
    public static string MarkOf(string value) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)))[..16];

    /// <summary>
    /// Saves what was typed, complete or not. Texts the writer left as they were are passed over; those that a colleague
    /// changed meanwhile come back as clashes. Refused with <c>report.unknown</c>, <c>report.viewer</c>,
    /// <c>report.not-open</c>, <c>report.text-too-large</c> (limit).
    /// </summary>
    public async Task<Outcome<TextsSaved>> Save(Actor actor, string reference, int number, IReadOnlyList<TypedText> typed)
    {
        await using var work = await database.Write(actor);
        if (await ReportSheet.For(work, reference, number, actor.Person) is not { } sheet)
        {
            return new Refusal("report.unknown");
        }

        if (ReportRules.MayWrite(sheet.Report, sheet.Role) is { } refusal)
        {
            return refusal;
        }

        if (typed.FirstOrDefault(text => text.Value.Length > ReportRules.MostCharacters) is { } large)
        {
            return new Refusal("report.text-too-large", ReportRules.MostCharacters).At(large.Part);
        }

        if (!await ReportRepository.Open(work, sheet.Report.Id))
        {
            return new Refusal("report.not-open");
        }

        var (clashes, changed) = (new List<TextClash>(), false);
        foreach (var text in typed.Where(text => IsAsked(sheet, text.Part)))
        {
            var stored = sheet.Answers.GetValueOrDefault(text.Part);
            if (IsUntouched(text, stored))
            {
                continue;
            }

            if (text.Version != (stored?.Version ?? 0) || !await ReportRepository.SaveAnswer(work, sheet.Report.Id, text.Part, text.Value, text.Version))
            {
                clashes.Add(new TextClash(text.Part, text.Value, stored ?? new ReportAnswer { PartKey = text.Part }));
            }
            else
            {
                changed = true;
            }
        }

        if (!changed)
        {
            return new TextsSaved(sheet, clashes);
        }

        var now = await sheet.Again(work);
        await work.Commit();
        return new TextsSaved(now, clashes);
    }

    private static bool IsAsked(ReportSheet sheet, string part) =>
        ReportRules.Narrative(sheet.Report.Form).Any(one => one.Key == part) || (!sheet.Report.IsLight && sheet.Budget.Any(line => ReportRules.Explains(line.Number) == part));

    private static bool IsUntouched(TypedText text, ReportAnswer? stored) =>
        text.Value == (stored?.Value ?? "") || (text.Base is { } mark && mark == MarkOf(text.Value));
}
