using System.CommandLine;
using System.Text.Json;
using GrantsPortal.Platform;
using GrantsPortal.Publishing.Import;

namespace GrantsPortal.Web.Verbs;

/// <summary><c>import-grants FILE</c>: reads past awards from open data in the 360Giving JSON format.</summary>
public sealed class ImportGrantsVerb : Verb
{
    private const int BarWidth = 30;
    private readonly Argument<FileInfo> _file = new("FILE") { Description = "The file, JSON or gzipped JSON, in the 360Giving format." };

    /// <inheritdoc/>
    public override string Name => "import-grants";

    /// <inheritdoc/>
    public override string Does => "Reads organisations, past awards and programmes from open data in the 360Giving format, all or nothing.";

    /// <inheritdoc/>
    public override void Declare(Command command) => command.Arguments.Add(_file);

    /// <inheritdoc/>
    public override async Task<int> Run(VerbRun run)
    {
        var file = run.Arguments.GetRequiredValue(_file);
        if (!file.Exists)
        {
            throw new VerbRefusedException($"There is no file {file.FullName}.");
        }

        await using var stream = file.OpenRead();
        try
        {
            var report = await run.Get<GrantImport>().Run(Actor.System, stream, new Bar(run.Error), run.Cancel);
            await Tell(report, run.Out);
            return 0;
        }
        catch (Exception fault) when (fault is JsonException or InvalidDataException)
        {
            throw new VerbRefusedException($"{file.Name} cannot be read as 360Giving JSON, and nothing was kept: {fault.Message}");
        }
    }

    private static async Task Tell(ImportReport report, TextWriter output)
    {
        foreach (var remark in report.Remarks)
        {
            await output.WriteLineAsync($"{(remark.LeftOut ? "left out" : "irregular")} {remark.RowId}: {remark.Reason}");
        }

        await output.WriteLineAsync(
            $"""
            {report.Rows} grants read: {report.Created} created, {report.Updated} updated, {report.Unchanged + report.LeftOut} skipped ({report.Unchanged} unchanged, {report.LeftOut} left out).
            {report.Organisations} organisations created, {report.OrganisationsFilledIn} filled in; {report.Programmes} programmes created; {report.Remarks.Count} remarks on irregular rows.
            """);
    }

    /// <summary>A bar on one line; nothing where the output is not a screen.</summary>
    private sealed class Bar(TextWriter screen) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (Console.IsErrorRedirected)
            {
                return;
            }

            var done = (int)(value.Share * BarWidth);
            screen.Write($"\r[{new string('#', done)}{new string('.', BarWidth - done)}] {value.Share,4:P0} {value.Rows} grants{(value.Share >= 1 ? "\n" : "")}");
        }
    }
}
