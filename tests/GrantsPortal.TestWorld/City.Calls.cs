using GrantsPortal.Calls;
using GrantsPortal.People;
using GrantsPortal.Platform;

namespace GrantsPortal.TestWorld;

public sealed partial class City
{
    private Person? _officer;

    /// <summary>The programme officer as a person who can sign in; the same one each time.</summary>
    public async Task<Person> OfficerPerson() => _officer ??= await Person("Olive Officer", Roles.ProgrammeOfficer);

    /// <summary>The programme officer acting.</summary>
    public async Task<Actor> Officer() => As(await OfficerPerson(), Roles.ProgrammeOfficer);

    /// <summary>A draft with everything that publishing needs: budget 100,000, awards of 500 to 20,000, closing in 14 days.</summary>
    public async Task<Call> DraftCall(string title = "Neighbours together", FormDefinition? form = null, RubricDefinition? rubric = null)
    {
        var (desk, officer) = (Portal.Get<CallDesk>(), await Officer());
        var call = (await desk.Create(officer, new NewCall(title, (await Fund()).Id))).Value;
        call = (await desk.EditTexts(officer, call.Id, call.Version, new CallTexts
        {
            Language = "en",
            Title = title,
            Summary = "Small grants for groups that bring people together across differences.",
            Description = "We fund work by **community and faith groups** that brings people together who would not otherwise meet.",
        })).Value;
        call = (await desk.EditMoney(officer, call.Id, call.Version, new CallMoney(call.ProgrammeId, "GBP", 100_000m, 500m, 20_000m))).Value;
        var closes = Now.AddDays(14);
        call = (await desk.EditDates(officer, call.Id, call.Version, new CallDates(null, closes, DateOnly.FromDateTime(closes.UtcDateTime).AddDays(42), 2, closes.AddDays(21)))).Value;
        await Replace(call, form, rubric);
        return call;
    }

    /// <summary>A call that takes applications for 14 days, with a form of twelve questions, one document and a rubric of four criteria unless others are given.</summary>
    public async Task<Call> OpenCall(string title = "Neighbours together", FormDefinition? form = null, RubricDefinition? rubric = null)
    {
        var call = await DraftCall(title, form, rubric);
        return (await Portal.Get<CallDesk>().Publish(await Officer(), call.Id, call.Version)).Value;
    }

    /// <summary>The call as it is now.</summary>
    public async Task<Call> Again(Call call) => (await Read(work => CallRepository.Find(work, call.Id)))!;

    /// <summary>Moves the clock past a call's deadline.</summary>
    public async Task Close(Call call)
    {
        var closes = (await Again(call)).ClosesAt!.Value;
        Portal.Clock.SetUtcNow(closes.AddMinutes(1));
    }

    private Task Replace(Call call, FormDefinition? form, RubricDefinition? rubric) => Write(Actor.System, async work =>
    {
        if (form is not null)
        {
            await CallRepository.UpdateForm(work, await CallRepository.NewestForm(work, call.Id), Json.Write(form));
        }

        if (rubric is not null)
        {
            await CallRepository.UpdateRubric(work, await CallRepository.NewestRubric(work, call.Id), Json.Write(rubric));
        }

        return true;
    });
}
