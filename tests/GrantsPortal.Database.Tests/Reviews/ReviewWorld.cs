using GrantsPortal.Applications;
using GrantsPortal.Calls;
using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Checks;
using GrantsPortal.TestWorld;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.Database.Tests.Reviews;

/// <summary>A city with a call whose applications are reviewed.</summary>
internal sealed class ReviewWorld : IDisposable
{
    private int _organisations;

    public City City { get; } = new();

    public Call Call { get; private set; } = null!;

    public void Dispose() => City.Dispose();

    public T Get<T>()
        where T : notnull => City.Portal.Get<T>();

    public static Actor As(Person person, params string[] roles) => new(person.Id, person.Name, new HashSet<string>(roles));

    public async Task<ReviewWorld> WithCall(RubricDefinition? rubric = null)
    {
        Call = await City.OpenCall(rubric: rubric);
        return this;
    }

    /// <summary>An application of a new organisation with its own Owner.</summary>
    public async Task<(Application Application, Organisation Organisation, Person Owner)> Application(long? askedMinor = null)
    {
        var number = ++_organisations;
        var owner = await City.Person($"Owner {number}");
        var organisation = await City.Organisation($"Organisation {number}", owner);
        return (await City.Submitted(Call, organisation, owner, askedMinor), organisation, owner);
    }

    public Task<Person> Reviewer(string name) => City.Person(name, Roles.Reviewer);

    public Task<Application> Again(Application application) => City.Read(async work => (await ApplicationRepository.Find(work, application.Id))!);

    /// <summary>What breaks the module's invariants.</summary>
    public async Task<IReadOnlyList<string>> Broken()
    {
        var broken = new List<string>();
        foreach (var invariant in City.Portal.Services.GetServices<IInvariant>().Where(invariant => invariant.GetType().Namespace!.StartsWith("GrantsPortal.Reviews", StringComparison.Ordinal)))
        {
            broken.AddRange(await City.Read(invariant.Check));
        }

        return broken;
    }
}
