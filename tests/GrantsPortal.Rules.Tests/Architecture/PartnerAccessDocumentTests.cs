using GrantsPortal.Partnerships.Access;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Rules.Tests.Architecture;

/// <summary>docs/partner-access.md is printed from the access table; set GRANTSPORTAL_PRINT_STATES=1 to print it anew.</summary>
public sealed class PartnerAccessDocumentTests
{
    private static readonly string Document = Path.Combine(Sources.Root, "docs", "partner-access.md");

    private static readonly PartnerEyes[] Readers = [.. Enum.GetValues<PartnerEyes>().Where(one => one != PartnerEyes.None)];

    [Fact]
    public void The_document_says_what_the_table_says()
    {
        var printed = Print();
        if (Environment.GetEnvironmentVariable("GRANTSPORTAL_PRINT_STATES") == "1")
        {
            File.WriteAllText(Document, printed);
        }

        Assert.Equal(printed, File.ReadAllText(Document));
    }

    [Fact]
    public void Every_field_has_one_line_and_its_bounds_hold_its_default()
    {
        Assert.Equal(Enum.GetValues<PartnerField>().Order(), PartnerAccess.Table.Select(line => line.Field).Order());
        Assert.All(PartnerAccess.Table, line => Assert.True((line.Least & ~line.Default) == 0 && (line.Default & ~line.Most) == 0, line.Field.ToString()));
    }

    [Fact]
    public void Whatever_is_stored_no_field_is_opened_or_closed_beyond_its_bounds()
    {
        foreach (var line in PartnerAccess.Table)
        {
            foreach (var stored in new[] { PartnerEyes.None, Readers.Aggregate((all, one) => all | one) })
            {
                var readers = PartnerAccess.ReadersOf(line.Field, new Dictionary<PartnerField, PartnerEyes> { [line.Field] = stored });
                Assert.Equal(stored == PartnerEyes.None ? line.Least : line.Most, readers);
            }
        }
    }

    [Theory]
    [InlineData(PartnerField.TrustNote)]
    [InlineData(PartnerField.ReachNote)]
    [InlineData(PartnerField.RestrictedWords)]
    public void Restricted_notes_can_be_opened_neither_to_the_partner_nor_to_focal_points_of_others_nor_to_the_public(PartnerField field)
    {
        var line = PartnerAccess.Of(field);
        Assert.True(line.Restricted);
        Assert.Equal(PartnerEyes.None, line.Most & (PartnerAccess.Itself | PartnerEyes.OtherFocalPoint | PartnerEyes.OtherMember | PartnerEyes.Public | PartnerEyes.Finance | PartnerEyes.Reviewer | PartnerEyes.Approver));
    }

    private static string Print() =>
        "# Who may see what of a partner\n\nPrinted from the access table of the code; a test compares, and another walks every field as every reader through the pages. "
        + "Administrators narrow and widen it within these bounds at `/admin/partner-access`. "
        + "**yes**: reads it, and it cannot be taken away · yes: reads it, may be closed · open: does not read it, may be opened · –: never. "
        + "A restricted field is shown by a button, and each reading is in the audit trail.\n\n"
        + $"| field | restricted | {string.Join(" | ", Readers)} |\n|---|---|{string.Concat(Readers.Select(_ => "---|"))}\n"
        + string.Concat(PartnerAccess.Table.Select(line => $"| {line.Label} (`{line.Field}`) | {(line.Restricted ? "restricted" : "")} | {string.Join(" | ", Readers.Select(reader => Cell(line, reader)))} |\n"))
        + "\n## Why\n\n"
        + string.Concat(PartnerAccess.Table.Where(line => line.Why is not null).Select(line => $"**{line.Label}.** {line.Why}\n\n")).TrimEnd() + "\n";

    private static string Cell(FieldAccess line, PartnerEyes reader) =>
        line.Least.HasFlag(reader) ? "**yes**" : line.Default.HasFlag(reader) ? "yes" : line.Most.HasFlag(reader) ? "open" : "–";
}
