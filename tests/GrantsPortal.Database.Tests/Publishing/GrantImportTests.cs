using System.Text;
using System.Text.Json;
using GrantsPortal.Platform;
using GrantsPortal.Publishing.Import;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Publishing;

/// <summary>Real open data, read as it was published.</summary>
public sealed class GrantImportTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task Real_grants_are_read_whole_and_reading_them_again_changes_nothing()
    {
        var first = await Import(RealGrants());

        Assert.Equal((4116, 4116, 0, 0), (first.Rows, first.Created, first.Unchanged, first.LeftOut));
        Assert.Equal(3624, first.Organisations);
        Assert.Contains(first.Remarks, remark => remark.Reason == "amountAwarded is nought");
        Assert.Equal(5, first.Remarks.Count(remark => remark.Reason == "it has no description"));
        Assert.Contains(first.Remarks, remark => remark.Reason.Contains("GB-CHC-1153055", StringComparison.Ordinal));
        Assert.Contains(first.Remarks, remark => remark.Reason.Contains("South Molton", StringComparison.Ordinal) || remark.Reason.Contains("City of Exeter", StringComparison.Ordinal));

        var before = await State();
        var second = await Import(RealGrants());

        Assert.Equal((0, 0, 4116, 0, 0, 0), (second.Created, second.Updated, second.Unchanged, second.LeftOut, second.Organisations, second.OrganisationsFilledIn));
        Assert.Equal(before, await State());
    }

    [Fact]
    public async Task A_changed_row_updates_its_award_and_no_other()
    {
        await Import(Package(Grant("a", 100), Grant("b", 200)));
        var report = await Import(Package(Grant("a", 150), Grant("b", 200)));
        Assert.Equal((0, 1, 1), (report.Created, report.Updated, report.Unchanged));
        Assert.Equal(35_000, await _city.Read(work => work.Scalar<long>("SELECT SUM(AmountMinor) FROM Award")));
    }

    [Fact]
    public async Task A_row_that_cannot_be_used_is_left_out_with_its_id_and_reason()
    {
        var report = await Import(Package(Grant("a", 100), """{"id":"x","title":"t","currency":"GBP","amountAwarded":"lots"}"""));
        Assert.Equal((1, 1), (report.Created, report.LeftOut));
        Assert.Contains(report.Remarks, remark => remark is { RowId: "x", Reason: "amountAwarded is not a number", LeftOut: true });
    }

    [Fact]
    public async Task A_file_that_breaks_off_leaves_nothing_behind()
    {
        var whole = Package(Grant("a", 100), Grant("b", 200));
        await Assert.ThrowsAnyAsync<JsonException>(() => Import(whole[..^10]));
        Assert.Equal(0, await _city.Read(work => work.Scalar<long>("SELECT COUNT(*) FROM Award")));
    }

    private static Stream RealGrants() =>
        File.OpenRead(Path.Combine(Sources.Root, "tests/data/360giving/lloyds-bank-foundation-2010-2015.json.gz"));

    private static string Package(params string[] grants) =>
        $$"""{"publisher":{"name":"A city","grants":[1]},"grants":[{{string.Join(',', grants)}}]}""";

    private static string Grant(string id, int amount) =>
        $$$"""{"id":"{{{id}}}","title":"Youth dialogue","description":"d","currency":"GBP","amountAwarded":{{{amount}}},"awardDate":"2020-01-02","recipientOrganization":[{"id":"GB-CHC-{{{id}}}","name":"Group {{{id}}}"}],"fundingOrganization":[{"id":"f","name":"City"}]}""";

    private Task<ImportReport> Import(string json) => Import(new MemoryStream(Encoding.UTF8.GetBytes(json)));

    private async Task<ImportReport> Import(Stream file)
    {
        await using (file)
        {
            return await _city.Portal.Get<GrantImport>().Run(Actor.System, file);
        }
    }

    private Task<string> State() => _city.Read(async work =>
    {
        var awards = await work.Scalar<long>("SELECT SUM(Version) + SUM(AmountMinor) FROM Award");
        var organisations = await work.Scalar<long>("SELECT SUM(Version) FROM Organisation");
        var audit = await work.Scalar<long>("SELECT COUNT(*) FROM AuditEntry");
        return $"{awards} {organisations} {audit}";
    });
}
