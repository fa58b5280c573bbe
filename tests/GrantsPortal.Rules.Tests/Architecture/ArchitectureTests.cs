using System.Text.RegularExpressions;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Rules.Tests.Architecture;

/// <summary>Keeps the house as docs/architecture.md draws it.</summary>
public sealed partial class ArchitectureTests
{
    /// <summary>The modules, from the ground up; each may use those before it.</summary>
    private static readonly string[] Order =
        ["Platform", "People", "Organisations", "Partnerships", "Funds", "Calls", "Applications", "Reviews", "Awards", "DueDiligence", "Payments", "Monitoring", "Bookings", "Training", "Events", "Introductions", "Resources", "Following", "Networks", "Response", "Publishing"];

    [Fact]
    public void Modules_use_only_what_lies_below_them()
    {
        var wrong =
            from file in Sources.CSharp("src/GrantsPortal")
            let module = ModuleOf(file, "src/GrantsPortal")
            where module is not null
            from used in Reference().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value).Distinct()
            where Order.Contains(used) && Array.IndexOf(Order, used) > Array.IndexOf(Order, module)
            select $"{Short(file)} uses {used}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_folder_of_the_library_is_a_known_module() =>
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(Sources.Root, "src/GrantsPortal"))
            .Select(folder => Path.GetFileName(folder)).Except([.. Order, "bin", "obj"]));

    [Fact]
    public void The_library_knows_no_controllers_views_or_requests()
    {
        var wrong =
            from file in Sources.CSharp("src/GrantsPortal")
            where WebTalk().IsMatch(File.ReadAllText(file))
            select Short(file);
        Assert.Empty(wrong);
    }

    [Fact]
    public void Nobody_reads_the_machines_clock()
    {
        var wrong =
            from file in Sources.CSharp("src")
            where ClockTalk().IsMatch(File.ReadAllText(file))
            select Short(file);
        Assert.Empty(wrong);
    }

    [Fact]
    public void Rules_know_no_database_mail_files_or_clock()
    {
        var rules = Sources.CSharp("src/GrantsPortal").Where(file => HoldsRules(Path.GetFileName(file))).ToList();
        Assert.NotEmpty(rules);
        Assert.Empty(rules.Where(file => RuleTalk().IsMatch(WithoutComments(File.ReadAllText(file)))).Select(Short));
    }

    /// <summary>Rules live in files called so, in the state tables and in the records themselves.</summary>
    private static bool HoldsRules(string file) =>
        file.EndsWith("Rules.cs", StringComparison.Ordinal)
        || file.EndsWith("States.cs", StringComparison.Ordinal)
        || file is "Application.cs" or "Award.cs" or "Call.cs" or "Report.cs" or "Occasion.cs" or "CallForm.cs" or "Rubric.cs" or "Organisation.cs" or "Person.cs" or "Money.cs" or "StateTable.cs";

    private static string? ModuleOf(string file, string root)
    {
        var parts = Path.GetRelativePath(Path.Combine(Sources.Root, root), file).Split(Path.DirectorySeparatorChar);
        return parts.Length > 1 ? parts[0] : null;
    }

    private static string Short(string file) => Path.GetRelativePath(Sources.Root, file);

    private static string WithoutComments(string code) => Comment().Replace(code, "");

    [GeneratedRegex(@"\bGrantsPortal\.(\w+)")]
    private static partial Regex Reference();

    [GeneratedRegex(@"Microsoft\.AspNetCore\.(Mvc|Http|Routing|Razor)")]
    private static partial Regex WebTalk();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(UtcNow|Now|Today)\b|\bTimeProvider\.System\.Get")]
    private static partial Regex ClockTalk();

    [GeneratedRegex(@"\b(UnitOfWork|PortalDatabase|Dapper|HttpContext|TimeProvider|FileStore)\b")]
    private static partial Regex RuleTalk();

    [GeneratedRegex(@"//[^\n]*")]
    private static partial Regex Comment();
}
