using GrantsPortal.Calls;
using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;
using GrantsPortal.TestWorld;

namespace GrantsPortal.Database.Tests.Applications;

/// <summary>A city with an open call that asks one question of every kind, awards of 500 to 20,000.</summary>
internal sealed class ApplicationWorld : IDisposable
{
    public City City { get; } = new();

    public T Get<T>()
        where T : notnull => City.Portal.Get<T>();

    public void Dispose() => City.Dispose();

    public static Actor As(Person person, params string[] roles) => new(person.Id, person.Name, new HashSet<string>(roles));

    public async Task<Person> Unconfirmed()
    {
        var person = await City.Person("Una Unconfirmed");
        await City.Write(Actor.System, work => work.Execute("UPDATE Person SET EmailConfirmed = 0 WHERE Id = @id", new { id = person.Id }));
        return person;
    }

    public Task<bool> Join(Organisation organisation, Person person, MemberRole role) =>
        City.Write(As(person), work => OrganisationRepository.AddMember(work, organisation.Id, person.Id, role));

    /// <summary>A call that asks everything, an organisation and its Owner.</summary>
    public async Task<(Call Call, Organisation Organisation, Person Person)> Begin(FormDefinition? form = null)
    {
        var person = await City.Person("Amina Yusuf");
        return (await City.OpenCall("Together", form ?? EveryKind), await City.Organisation("Riverside Youth", person), person);
    }

    /// <summary>Publishes another version of the call's form, as an officer's change does.</summary>
    public Task<bool> NewForm(Call call, FormDefinition form) => City.Write(Actor.System, async work =>
    {
        var version = call.FormVersion + 1;
        await CallRepository.InsertForm(work, call.Id, version, Json.Write(form));
        await CallRepository.PublishForm(work, (await CallRepository.Form(work, call.Id, version))!);
        await CallRepository.UseForm(work, call.Id, version);
        await work.Publish(new CallFormChanged(call.Id, version));
        return true;
    });

    public static FormDefinition EveryKind => new()
    {
        Sections =
        [
            new FormSection
            {
                Key = "project",
                Title = Words.Of("Your project"),
                Questions =
                [
                    new Question { Key = "title", Kind = QuestionKind.ShortText, Purpose = QuestionPurpose.Title, Label = Words.Of("Title") },
                    new Question { Key = "story", Kind = QuestionKind.LongText, Label = Words.Of("What will you do?"), WordLimit = 20 },
                    new Question { Key = "people", Kind = QuestionKind.Number, Label = Words.Of("How many people?"), Required = false, Max = 500 },
                    new Question { Key = "starts", Kind = QuestionKind.Date, Purpose = QuestionPurpose.StartsOn, Label = Words.Of("Starts on") },
                    new Question { Key = "ends", Kind = QuestionKind.Date, Purpose = QuestionPurpose.EndsOn, Label = Words.Of("Ends on") },
                    new Question { Key = "before", Kind = QuestionKind.YesNo, Label = Words.Of("Have you done this before?") },
                    new Question { Key = "theme", Kind = QuestionKind.OneOf, Label = Words.Of("Theme"), Choices = [new("youth", Words.Of("Youth")), new("faith", Words.Of("Faith"))] },
                    new Question { Key = "where", Kind = QuestionKind.SeveralOf, Label = Words.Of("Where?"), Choices = [new("north", Words.Of("North")), new("south", Words.Of("South"))] },
                ],
            },
            new FormSection
            {
                Key = "money",
                Title = Words.Of("Money"),
                Questions =
                [
                    new Question { Key = "asked", Kind = QuestionKind.Money, Purpose = QuestionPurpose.AmountAsked, Label = Words.Of("How much do you ask for?") },
                    new Question { Key = "budget", Kind = QuestionKind.Budget, Label = Words.Of("Your budget") },
                    new Question { Key = "true", Kind = QuestionKind.Declaration, Label = Words.Of("All of this is true") },
                ],
            },
        ],
        Documents = [new Question { Key = "rules", Kind = QuestionKind.File, Label = Words.Of("Your rules"), MaxFiles = 2 }],
    };
}
