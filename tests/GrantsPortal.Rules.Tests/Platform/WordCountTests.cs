using System.Diagnostics;
using System.Text.Json;
using GrantsPortal.Platform.Text;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Rules.Tests.Platform;

public sealed class WordCountTests
{
    private static readonly string Table = Path.Combine(Sources.Root, "tests", "word-count.json");

    [Fact]
    public void The_server_counts_every_example_as_the_table_says()
    {
        foreach (var example in Examples())
        {
            Assert.True(example.Words == WordCount.Of(example.Text), $"{WordCount.Of(example.Text)} words, not {example.Words}: {example.Text}");
            Assert.True(example.Characters == WordCount.CharactersOf(example.Text), $"{WordCount.CharactersOf(example.Text)} characters, not {example.Characters}: {example.Text}");
        }
    }

    [Fact]
    public async Task The_browser_counts_every_example_as_the_table_says()
    {
        const string script = """
            import { readFileSync } from "node:fs";
            const source = readFileSync(process.argv[1], "utf8");
            const { countWords, countCharacters } = await import("data:text/javascript;base64," + Buffer.from(source).toString("base64"));
            for (const { text, words, characters } of JSON.parse(readFileSync(process.argv[2], "utf8"))) {
              if (countWords(text) !== words) console.log(`${countWords(text)} words, not ${words}: ${text}`);
              if (countCharacters(text) !== characters) console.log(`${countCharacters(text)} characters, not ${characters}: ${text}`);
            }
            console.log("counted");
            """;
        var module = Path.Combine(Sources.Root, "src", "GrantsPortal.Web", "Assets", "js", "word-count.js");
        using var node = Process.Start(new ProcessStartInfo("node", ["--input-type=module", "-e", script, module, Table])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();

        Assert.Equal("counted", said.Trim());
    }

    private static List<Example> Examples() =>
        JsonSerializer.Deserialize<List<Example>>(File.ReadAllText(Table), JsonSerializerOptions.Web)!;

    private sealed record Example(string Text, int Words, int Characters);
}
