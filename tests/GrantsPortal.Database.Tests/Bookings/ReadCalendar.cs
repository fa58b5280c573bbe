using System.Diagnostics;
using System.Text.Json;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Bookings;

/// <summary>An entry as ical.js understood it, which shares no code with what wrote it.</summary>
/// <param name="Method">The file's method.</param>
/// <param name="Uid">Identifier.</param>
/// <param name="Sequence">Number of the change.</param>
/// <param name="Status">Status.</param>
/// <param name="Start">Start, in UTC, as the file's own VTIMEZONE gives it.</param>
/// <param name="End">End, in UTC.</param>
/// <param name="Local">The start as written, on the clock of its zone.</param>
/// <param name="Zone">That zone.</param>
/// <param name="Summary">What it is called.</param>
/// <param name="Description">What else it says.</param>
/// <param name="Organizer">Who invites.</param>
/// <param name="Attendees">Who is invited.</param>
public sealed record ReadEntry(
    string? Method, string Uid, int Sequence, string Status, DateTimeOffset Start, DateTimeOffset? End, string Local, string Zone, string Summary, string? Description, string? Organizer, IReadOnlyList<string> Attendees);

/// <summary>Reads calendar files with the npm package ical.js, which the portal's build restores.</summary>
internal static class ReadCalendar
{
    private const string Script =
        """
        const { default: ICAL } = await import(process.argv[1]);
        let input = "";
        for await (const chunk of process.stdin) input += chunk;
        const entries = [];
        for (const text of JSON.parse(input)) {
          if (/[^\r]\n/.test(text)) throw new Error("a line ends without CR LF");
          if (text.split("\r\n").some((line) => Buffer.byteLength(line) > 75)) throw new Error("a line is longer than 75 octets");
          const file = new ICAL.Component(ICAL.parse(text));
          for (const part of file.getAllSubcomponents("vevent")) {
            const event = new ICAL.Event(part);
            entries.push({
              method: file.getFirstPropertyValue("method"), uid: event.uid, sequence: event.sequence, status: part.getFirstPropertyValue("status"),
              start: event.startDate.toJSDate().toISOString(), end: part.hasProperty("dtend") ? event.endDate.toJSDate().toISOString() : null,
              local: event.startDate.toString(), zone: event.startDate.zone.tzid, summary: event.summary, description: event.description,
              organizer: part.getFirstPropertyValue("organizer"), attendees: part.getAllProperties("attendee").map((one) => one.getFirstValue()),
            });
          }
        }
        console.log(JSON.stringify(entries));
        """;

    /// <summary>Every entry of several files in their order.</summary>
    public static async Task<IReadOnlyList<ReadEntry>> All(IEnumerable<string> files)
    {
        var library = new Uri(Path.Combine(Sources.Root, "src", "GrantsPortal.Web", "Assets", "node_modules", "ical.js", "dist", "ical.js"));
        using var node = Process.Start(new ProcessStartInfo("node", ["--input-type=module", "-e", Script, library.AbsoluteUri])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(files));
        node.StandardInput.Close();
        var said = await node.StandardOutput.ReadToEndAsync();
        var wrong = await node.StandardError.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, wrong);
        return JsonSerializer.Deserialize<List<ReadEntry>>(said, JsonSerializerOptions.Web)!;
    }
}
