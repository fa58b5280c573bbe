using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Faults.Tests.Verbs;

/// <summary>The command line, as a person uses it.</summary>
public sealed class VerbTests : IDisposable
{
    private readonly string _storage = Path.Combine(Path.GetTempPath(), "grantsportal-tests", Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(_storage))
        {
            Directory.Delete(_storage, recursive: true);
        }
    }

    [Fact]
    public async Task The_first_verbs_of_a_new_portal_do_what_they_say()
    {
        Assert.Contains("There is no database", (await Run(1, "verify")).Error);
        Assert.Contains("up to date now", (await Run(0, "migrate")).Out);
        Assert.Contains("was up to date", (await Run(0, "migrate")).Out);
        Assert.Contains("is an administrator now", (await Run(0, "create-admin", "--email", "ada@riverton.example")).Out);
        Assert.Contains("already", (await Run(1, "create-admin", "--email", "ada@riverton.example")).Error);
        Assert.Contains("0 sent", (await Run(0, "send-mail")).Out);
        Assert.Contains("All of it holds.", (await Run(0, "verify")).Out);
    }

    [Fact]
    public async Task A_line_that_makes_no_sense_is_answered_with_a_sentence_and_exit_code_2()
    {
        Assert.Contains("There is no verb \"dance\".", (await Run(2, "dance")).Error);
        Assert.Contains("--email", (await Run(2, "create-admin")).Error);
        Assert.Contains("--fast", (await Run(2, "verify", "--fast")).Error);
    }

    [Theory]
    [InlineData("migrate", "up to date")]
    [InlineData("demo", "demo data")]
    [InlineData("create-admin", "--email")]
    [InlineData("import-grants", "<FILE>")]
    [InlineData("verify", "exit code 1")]
    [InlineData("send-mail", "exit code 1")]
    [InlineData("doctor", "how to mend it")]
    public async Task Every_verb_says_what_it_does_and_what_it_takes(string verb, string says)
    {
        var help = await Run(0, verb, "--help");
        Assert.Contains("Usage", help.Out);
        Assert.Contains(says, help.Out);
        Assert.False(Directory.Exists(_storage), "Asking for help made a folder.");
    }

    [Fact]
    public async Task Real_grants_are_imported_once_and_what_cannot_be_read_leaves_nothing_behind()
    {
        var file = Path.Combine(Sources.Root, "tests", "data", "360giving", "lloyds-bank-foundation-2010-2015.json.gz");
        Assert.Contains("cannot be read as 360Giving JSON, and nothing was kept", (await Run(1, "import-grants", Path.Combine(Sources.Root, "README.md"))).Error);
        Assert.Contains("There is no file", (await Run(1, "import-grants", file + ".gone")).Error);

        var first = (await Run(0, "import-grants", file)).Out;
        Assert.Contains("4116 grants read: 4116 created, 0 updated, 0 skipped (0 unchanged, 0 left out).", first);
        Assert.Contains("irregular 360G-LBFEW-113935: the recipient's identifier \"GB-CHC- 1153055\" has spaces in it", first);
        Assert.Contains("4116 grants read: 0 created, 0 updated, 4116 skipped (4116 unchanged, 0 left out).", (await Run(0, "import-grants", file)).Out);
        Assert.Matches("The audit trail ends with entry [0-9]+, [0-9a-f]{64}", (await Run(0, "verify")).Out);
    }

    [Fact]
    public async Task Doctor_names_what_is_wrong_and_how_to_mend_it()
    {
        await Run(0, "migrate");

        var sick = await Run(1, "doctor", "--Mail:Host=localhost", "--Mail:Port=1", "--Portal:TimeZone=Nowhere");
        Assert.Contains("WRONG  Mail server", sick.Out);
        Assert.Contains("Check Mail:Host", sick.Out);
        Assert.Contains("which is no time zone", sick.Out);

        Assert.Contains("Nothing is wrong.", (await Run(0, "doctor")).Out);
    }

    [Fact]
    public async Task Settings_that_make_no_sense_are_a_sentence_and_not_a_stack_trace()
    {
        var refused = await Run(1, "migrate", "--Database:Provider=Oracle");

        Assert.Contains("Database:Provider is \"Oracle\"", refused.Error);
        Assert.DoesNotContain("   at ", refused.Error + refused.Out);
    }

    private async Task<VerbAnswer> Run(int expected, params string[] words)
    {
        var answer = await PortalProcess.Verb(_storage, words);
        Assert.True(answer.ExitCode == expected, $"{string.Join(' ', words)} ended with {answer.ExitCode}: {answer.Out}{answer.Error}");
        Assert.DoesNotContain("   at GrantsPortal", answer.Error);
        return answer;
    }
}
