using System.Net;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.TestWorld;

public sealed partial class City
{
    /// <summary>The password of everybody in a test.</summary>
    public const string Password = "Demo-2026-portal";

    private int _people;

    /// <summary>Somebody with a confirmed account, this name and these roles; the address is made from the name.</summary>
    public async Task<Person> Person(string name, params string[] roles)
    {
        var slug = Folded.Slug(name);
        var email = Interlocked.Increment(ref _people) is var number ? $"{slug}{number}@people.example" : slug;
        var made = await Portal.Get<PeopleDesk>().Create(name, email, Password, roles);
        return made.Value;
    }

    /// <summary>A person acting, with the roles they act in.</summary>
    public static Actor As(Person person, params string[] roles) => new(person.Id, person.Name, roles.ToHashSet());
}

/// <summary>How a visitor becomes somebody.</summary>
public static class SigningIn
{
    /// <summary>Signs in on the real page; throws when that does not let the person in.</summary>
    public static async Task SignIn(this Visitor visitor, Person person, string password = City.Password)
    {
        var page = await visitor.Open(AccountRoutes.SignIn);
        var answer = await visitor.Send(page, "Sign in", ("Email", person.Email), ("Password", password));
        if (answer.StatusCode != HttpStatusCode.Redirect)
        {
            var shown = await Visitor.Page(answer, answer.StatusCode);
            throw new InvalidOperationException($"{person.Email} could not sign in: {(int)answer.StatusCode} {Visitor.Text(shown.QuerySelector("main"))}");
        }
    }

    /// <summary>A visitor who is signed in as somebody.</summary>
    public static async Task<Visitor> SignedIn(this City city, Person person)
    {
        var visitor = city.Visitor();
        await visitor.SignIn(person);
        return visitor;
    }
}
