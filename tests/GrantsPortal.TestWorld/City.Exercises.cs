using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Response.Exercises;

namespace GrantsPortal.TestWorld;

public sealed partial class City
{
    /// <summary>A table-top exercise with injects at minutes 0 (mailed), 10 (mailed) and 30 (said), planned, led by an officer who takes part.</summary>
    public async Task<string> TableTop(Actor officer, params IEnumerable<Organisation> partners) =>
        (await Portal.Get<ExerciseDesk>().Plan(officer, TableTopPlan(officer) with { Partners = [.. partners.Select(partner => partner.Id)] })).Value;

    /// <summary>Its plan, without partners.</summary>
    public ExercisePlan TableTopPlan(Actor officer) => new()
    {
        Title = "Power cut",
        Scenario = "The power fails in Harbour.",
        StartsAt = Now.AddDays(1),
        Objectives = ["We know whom to ask", "Doors are open"],
        Officers = [officer.Person],
        FacilitatorId = officer.Person,
        Injects =
        [
            new(0, 0, "It is dark on Quay Street.", "Everybody", true, "Somebody asks"), new(1, 10, "A lift stands still.", "Everybody", true, ""), new(2, 30, "Light again.", "The room", false, ""),
        ],
    };

    /// <summary>An exercise as it is now.</summary>
    public async Task<Exercise> TableTopNow(string reference) => (await Read(work => ExerciseRepository.Find(work, reference)))!;

    /// <summary>The injects of an exercise, in order.</summary>
    public Task<IReadOnlyList<ExerciseInject>> InjectsOf(string reference) => Read(async work => await ExerciseRepository.Injects(work, (await ExerciseRepository.Find(work, reference))!.Id));
}
