using GrantsPortal.Funds;
using GrantsPortal.Funds.Budgets;
using GrantsPortal.Funds.Overdrawing;

namespace GrantsPortal.Publishing.Demo;

/// <summary>The funds, where their money comes from, and who may commit more than there is.</summary>
internal sealed partial class DemoStory
{
    private static readonly (string Key, SourceText Text)[] Sources =
    [
        ("city", new SourceText("City budget", null, "1000.10", "Resolved by the council each autumn.", false)),
        ("state", new SourceText("Prevention programme of the state", "Ministry of Communities", "1200.30", "For prevention alone; accounted for by the end of June of the following year.", false)),
        ("trust", new SourceText("Riverton Community Trust", "Riverton Community Trust", "1400.20", "A third of the Bridges Fund, for as long as the city gives the rest.", false)),
    ];

    private readonly Dictionary<string, long> _programmes = [];
    private readonly Dictionary<string, long> _sources = [];

    private void Funds()
    {
        var begins = Begins(now).AddDays(14);
        foreach (var (key, text) in Sources)
        {
            At(begins, async () => _sources[key] = Done(await portal.Get<BudgetDesk>().AddSource(As("finance"), text)).Id);
        }

        foreach (var (programme, number) in DemoCalls.Programmes.Select((programme, i) => (programme, i + 1)))
        {
            At(begins, async () => _programmes[programme.Key] = Done(await portal.Get<ProgrammeDesk>().Create(
                As("officer"), new ProgrammeText(programme.Name, programme.Description, Currency))).Id);
            foreach (var year in Enumerable.Range(now.Year - 1, 4))
            {
                // Years ahead are planned lower; the council raises them when it resolves them.
                var budget = year > now.Year ? programme.Budget / 2 : programme.Budget;
                var others = programme.Other is null ? 0 : decimal.Round(budget / 3, 0);
                At(begins.AddHours(1), () => Give(programme.Key, year, "city", budget - others, $"4{number}00.{year % 100}"));
                if (programme.Other is { } other)
                {
                    At(begins.AddHours(1), () => Give(programme.Key, year, other, others, $"4{number}50.{year % 100}"));
                }
            }
        }

        At(begins.AddDays(1), async () => Done(await portal.Get<OverdrawDesk>().Give(As("admin"), Somebody("approver").Id)));
    }

    private async Task Give(string programme, int year, string source, decimal amount, string code) =>
        Done(await portal.Get<BudgetDesk>().Add(As("finance"), _programmes[programme], new BudgetText(year, _sources[source], amount, code, null)));
}
