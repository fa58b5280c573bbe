using System.Text;
using GrantsPortal.Awards;
using GrantsPortal.Awards.Agreements;
using GrantsPortal.Awards.Conditions;
using GrantsPortal.Calls.Agreements;
using GrantsPortal.Organisations.Signing;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Publishing.Demo;

/// <summary>What agreements say, who signs them, and what is needed before the first payment.</summary>
internal sealed partial class DemoStory
{
    private static readonly (string Name, string Heading, string Body)[] Library =
    [
        ("Purpose", "What the money is for", "You spend it on the work described in your application {{reference}}, and on nothing else unless we agree in writing first."),
        ("Changes", "When plans change", "Plans change. Tell us before you change what you do, when, or with whom, and we will answer within ten working days."),
        ("Keeping account", "Keeping account", "You keep receipts and a simple record of what was spent, for six years, and show them when we ask."),
        ("Reporting", "Telling us how it went", "You report when we ask you to, in your own words and with the figures agreed. If something did not work, say so: we learn more from that than from anything else."),
        ("Safeguarding", "Keeping people safe", "You look after the people who take part, above all children and adults at risk, and tell us without delay if somebody was seriously harmed."),
        ("Equal treatment", "Equal treatment", "The work is open to the people it is for, whoever they are, and is not used to promote hatred of anyone or a political party."),
        ("Young people’s pay", "Paying young people", "Young people who work for the project are paid, at least the living wage, and their names are used only where they wish it."),
        ("Publishing", "Publishing", "We publish awards. Where naming you could put people at risk, you can ask us not to name you, or not to publish the award at all."),
        ("Trouble", "If something goes wrong", "Talk to us early at {{contact}}. We may pause payments while we find out together what happened. Money that was not spent on the work, we may ask back."),
    ];

    private readonly Dictionary<string, long> _clauses = [];

    private void Agreements()
    {
        At(Begins(now).AddDays(14).AddHours(3), WriteLibrary);
        At(Ago(20), () => AskForTwo("Young Muslims Debate"));
        At(Ago(4, 16), () => HandIn("First check, then share", ConditionKind.Insurance, "insurance-certificate.txt", "Certificate of public liability insurance, demonstration only.\nInsured: Millfield Community Radio.\nCover: five million pounds.\nValid until the end of next year.\n"));
    }

    private async Task WriteLibrary()
    {
        foreach (var (name, heading, body) in Library)
        {
            _clauses[name] = Done(await portal.Get<ClauseDesk>().Create(As("officer"), name, "en", heading, body));
        }
    }

    /// <summary>The calls of the last months have agreements of clauses; older ones the terms among their letters.</summary>
    private async Task Agree(string key, long call)
    {
        if (key is "welcome" or "worship")
        {
            return;
        }

        var chosen = Library.Select(clause => clause.Name).Where(name => name != "Young people’s pay" || key == "online").ToList();
        Done(await portal.Get<AgreementTemplateDesk>().Write(
            As("officer"), call, "en", 0,
            "These are the terms on which {{city}} gives **{{amount}}** to **{{organisation}}** from *{{call}}*. The offer stands until {{expires}}.",
            key == "online" ? "Posts made for the project stay public for a year after it, and then you decide." : null,
            [.. chosen.Select((name, i) => new ChosenClause(_clauses[name], i + 1))]));
        await Need(call, ConditionKind.BankDetails, "The account to pay to", "An account in the name of your organisation, with two people who sign for it.");
        await Need(call, ConditionKind.Insurance, "Proof of public liability insurance", "A certificate that runs for the whole of the project.");
        if (key is "online" or "families")
        {
            await Need(call, ConditionKind.Policy, "Your safeguarding policy", "However short: who is told when somebody is worried, and what happens then.");
            await Need(call, ConditionKind.PersonCheck, "Check of the person who leads the work with young people", "We look at the certificate together; nothing is sent in.");
        }
    }

    private async Task Need(long call, ConditionKind kind, string title, string detail) => Done(await portal.Get<CallConditionDesk>().Save(
        As("officer"), new CallCondition { CallId = call, Title = Words.Of(title), Detail = Words.Of(detail), DueDays = 42 }, kind));

    private async Task AskForTwo(string organisation) =>
        Done((await portal.Get<SigningDesk>().Tighten(As(OwnerOf(organisation)), _organisations[organisation].Id))!.Value);

    private async Task CounterSign(string reference) => Done(await portal.Get<CounterSignDesk>().Sign(As("approver"), reference, Somebody("approver").Name, portal.Now));

    private async Task HandIn(string title, ConditionKind kind, string file, string text)
    {
        var project = DemoProjects.Of("online").First(one => one.Title == title);
        var reference = await AwardOf(project);
        var condition = await portal.Read(async work => (await ConditionRepository.Of(work, (await AwardRepository.FindByReference(work, reference))!.Id)).First(one => one.Kind == kind));
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        Done(await portal.Get<ConditionDesk>().HandIn(As(OwnerOf(NameOf(project))), reference, condition.Id, condition.Version, content, file, "It runs until the end of next year."));
    }
}
