using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Documents;
using GrantsPortal.Platform.Text;
using GrantsPortal.Response.CallDown;
using GrantsPortal.Response.Incidents;
using GrantsPortal.Response.Papers;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Response.Exercises;

/// <summary>An exercise with all that belongs to it.</summary>
/// <param name="Exercise">The exercise.</param>
/// <param name="Facilitator">Who leads it.</param>
/// <param name="Objectives">What it is to show.</param>
/// <param name="Partners">Partners named; once it started, all that take part.</param>
/// <param name="Officers">Officers who take part.</param>
/// <param name="Injects">What is put in, in order.</param>
/// <param name="Incident">The drill underneath; null until it starts.</param>
/// <param name="Answers">The drill's call-down list with what partners answered.</param>
/// <param name="Actions">What is to be done because of it.</param>
/// <param name="Earlier">What is open still from earlier exercises.</param>
/// <param name="Now">The instant it was read.</param>
public sealed record ExerciseSight(
    Exercise Exercise, string Facilitator, IReadOnlyList<ExerciseObjective> Objectives, IReadOnlyList<ExercisePartner> Partners, IReadOnlyList<ExerciseOfficer> Officers,
    IReadOnlyList<ExerciseInject> Injects, Incident? Incident, IReadOnlyList<IncidentPartner> Answers, IReadOnlyList<ExerciseAction> Actions, IReadOnlyList<ExerciseAction> Earlier, DateTimeOffset Now)
{
    private const int Most = 100;

    /// <summary>Reads it; null when there is none.</summary>
    public static async Task<ExerciseSight?> Of(UnitOfWork work, string reference)
    {
        if (await ExerciseRepository.Find(work, reference) is not { } exercise)
        {
            return null;
        }

        var incident = exercise.IncidentId is { } id ? await IncidentRepository.Find(work, id) : null;
        return new ExerciseSight(
            exercise, (await PersonRepository.Find(work, exercise.FacilitatorId))?.Name ?? "", await ExerciseRepository.Objectives(work, exercise.Id),
            await ExerciseRepository.Partners(work, exercise.Id), await ExerciseRepository.Officers(work, exercise.Id), await ExerciseRepository.Injects(work, exercise.Id),
            incident, incident is null ? [] : await CallDownRepository.Listed(work, incident.Id), await ExerciseActionRepository.Of(work, exercise.Id),
            exercise.EndedAt is { } ended ? await ExerciseActionRepository.OpenBefore(work, ended, Most) : [], work.Now);
    }
}

/// <summary>English words for what exercises hold, said through the localiser or the portal's texts.</summary>
public static class ExerciseNames
{
    /// <summary>Whether an objective was met.</summary>
    public static string Of(ObjectiveStanding? standing) => standing switch
    {
        ObjectiveStanding.Met => "Met",
        ObjectiveStanding.Partly => "Partly met",
        ObjectiveStanding.NotMet => "Not met",
        _ => "–",
    };

    /// <summary>How a partner answered the drill's call-down.</summary>
    public static string Of(IncidentPartner partner) => partner.Standing switch
    {
        PartnerStanding.Well => "They are well",
        PartnerStanding.CanHelp => "They can help",
        PartnerStanding.NeedHelp => "They need help",
        _ => partner.AskedAt is null ? "Nobody could be alerted" : "No answer",
    };
}

/// <summary>The after-action report of a table-top exercise on paper. Neither people of partners nor partners at risk are named.</summary>
public sealed class ExercisePapers(PortalTexts texts, IOptions<PortalOptions> portal)
{
    /// <summary>The report as a document, marked as an exercise.</summary>
    public string ReportHtml(ExerciseSight sight)
    {
        var says = texts.In(portal.Value.SourceLanguage);
        var (exercise, zone) = (sight.Exercise, portal.Value.Zone);
        string Long(DateTimeOffset? at) => at is { } known ? Instants.Long(known, zone, says.Culture) : "–";
        string Clock(DateTimeOffset? at) => at is { } known ? Instants.Short(known, zone, says.Culture) : "–";
        string Named(string name, LetterDelivery by) => by == LetterDelivery.SignIn ? says["A partner that is not named"] : name;
        var page = new DocumentPage(says, $"{says["EXERCISE"]}: {says["After-action report: {0}", exercise.Title]}", $"{portal.Value.City} · {exercise.Reference} · {says["This was an exercise. Nothing of it happened."]}");
        page.Rows(
            says["What it was"],
            new DocumentRow(says["Kind"], says["EXERCISE"]),
            new DocumentRow(says["Started"], Long(exercise.StartedAt)),
            new DocumentRow(says["Ended"], Long(exercise.EndedAt)),
            new DocumentRow(says["Paused in all"], exercise.PausedTicks == 0 ? null : says["{0} minutes", Minutes(exercise.PausedTicks)]),
            new DocumentRow(says["Led by"], sight.Facilitator),
            new DocumentRow(says["Drill underneath"], sight.Incident?.Reference),
            new DocumentRow(says["Partners that took part"], sight.Partners.Count == 0 ? null : string.Join(", ", sight.Partners.Select(partner => Named(partner.Name, partner.LettersBy)))),
            new DocumentRow(says["Officers who took part"], sight.Officers.Count == 0 ? null : string.Join(", ", sight.Officers.Select(officer => officer.Name))));
        page.Paragraph(says["Scenario of the exercise"], exercise.Scenario);
        page.Table(
            says["Objectives"], [says["Objective"], says["Standing"], says["What was seen"]],
            sight.Objectives.Select(objective => (IReadOnlyList<string>)[objective.Words, says[ExerciseNames.Of(objective.Standing)], objective.Seen ?? "–"]));
        page.Paragraph(says["What helped"], string.IsNullOrWhiteSpace(exercise.Helped) ? "–" : exercise.Helped);
        page.Paragraph(says["What is to change"], exercise.ToChange ?? "–");
        page.Table(
            says["Timetable of the exercise"], [says["Minute"], says["Inject"], says["Planned"], says["Delivered"], says["Response"]],
            sight.Injects.Select(inject => (IReadOnlyList<string>)
            [
                inject.Minute.ToString(says.Culture), $"{inject.ToWhom}: {inject.Words}", Clock(inject.PlannedAt), inject.DeliveredAt is null ? says["Not delivered"] : Clock(inject.DeliveredAt),
                (inject.Response ?? "–") + (inject.Expected.Length > 0 ? $" ({says["hoped for: {0}", inject.Expected]})" : ""),
            ]));
        var figures = ReportRules.Of(sight.Answers);
        page.Rows(
            says["The call-down of the exercise"],
            new DocumentRow(says["Asked"], figures.Asked.ToString(says.Culture)),
            new DocumentRow(says["Answered"], figures.Answered.ToString(says.Culture)),
            new DocumentRow(says["Half of the answers came within"], figures.MedianMinutes is { } median ? says["{0} minutes", median] : null));
        if (sight.Answers.Count > 0)
        {
            page.Table(
                says["How partners answered"], [says["Partner"], says["Answer"], says["When"]],
                sight.Answers.Select(partner => (IReadOnlyList<string>)[Named(partner.Name, partner.LettersBy), says[ExerciseNames.Of(partner)], Clock(partner.AnsweredAt)]));
        }

        Actions(says["What is to be done"], sight.Actions);
        Actions(says["Open still from earlier exercises"], [.. sight.Earlier.Where(action => action.ExerciseId != exercise.Id)]);
        return page.Paragraph(says["EXERCISE"], says["This was an exercise. Nothing of it happened."]).Html();

        void Actions(string heading, IReadOnlyList<ExerciseAction> actions)
        {
            if (actions.Count > 0)
            {
                page.Table(
                    heading, [says["What"], says["Who"], says["By"], says["Standing"]],
                    actions.Select(action => (IReadOnlyList<string>)
                    [
                        action.ExerciseId == exercise.Id ? action.What : $"{action.What} ({action.Title})", action.By, Instants.Day(action.DueOn, says.Culture),
                        action.DoneAt is { } done ? says["Done on {0}", Instants.Day(Instants.DayOf(done, zone), says.Culture)] : says["Open"],
                    ]));
            }
        }
    }

    /// <summary>Whole minutes of a pause, rounded.</summary>
    public static int Minutes(long ticks) => (int)Math.Round(TimeSpan.FromTicks(ticks).TotalMinutes, MidpointRounding.AwayFromZero);
}
