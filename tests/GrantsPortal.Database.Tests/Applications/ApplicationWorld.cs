using GrantsPortal.Calls;
using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Applications;

/// <summary>A city with an open call that asks one question of every kind.</summary>
internal sealed class ApplicationWorld : IDisposable
{
    public City City { get; } = new();

    public T Get<T>()
        where T : notnull => City.Portal.Get<T>();

    public void Dispose() => City.Dispose();

    public static Actor As(Person person, params string[] roles) => new(person.Id, person.Name, new HashSet<string>(roles));

    public Task<Person> Person(string name, bool confirmed = true) => City.Write(Actor.System, async work =>
    {
        var id = work.NewId();
        var email = $"{name.ToLowerInvariant()}@example.org";
        await work.Execute(
            """
            INSERT INTO Person (Id, Name, Email, NormalizedEmail, EmailConfirmed, SecurityStamp, Language, TwoFactorEnabled, LockoutEnabled, AccessFailedCount, CreatedAt, Version)
            VALUES (@id, @name, @email, @normal, @confirmed, 'x', 'en', 0, 1, 0, @now, 1)
            """,
            new { id, name, email, normal = email.ToUpperInvariant(), confirmed, now = work.Now });
        return (await PersonRepository.Find(work, id))!;
    });

    public Task<Organisation> Organisation(string name, Person owner) => City.Write(As(owner), async work =>
    {
        var organisation = new Organisation { Id = work.NewId(), Name = name, Slug = Folded.Slug(name), CreatedAt = work.Now };
        Assert.True(await OrganisationRepository.Insert(work, organisation));
        Assert.True(await OrganisationRepository.AddMember(work, organisation.Id, owner.Id, MemberRole.Owner));
        return organisation;
    });

    public Task<bool> Join(Organisation organisation, Person person, MemberRole role) =>
        City.Write(As(person), work => OrganisationRepository.AddMember(work, organisation.Id, person.Id, role));

    /// <summary>Opened an hour ago, closes in ten days.</summary>
    public Task<Call> Call(string slug, Person owner, FormDefinition? form = null) => City.Write(Actor.System, async work =>
    {
        var (id, programme) = (work.NewId(), work.NewId());
        await work.Execute(
            """
            INSERT INTO Programme (Id, Name, Slug, Currency, BudgetMinor, Source, CreatedAt, Version)
            VALUES (@programme, @slug, @slug, 'GBP', 10000000, 'Portal', @now, 1)
            """,
            new { programme, slug, now = work.Now });
        await work.Execute(
            """
            INSERT INTO Call (Id, Slug, ProgrammeId, State, SourceLanguage, Currency, BudgetMinor, SmallestMinor, LargestMinor, OpensAt, ClosesAt, FormVersion, RubricVersion,
                ReviewsPerApplication, OwnerId, SearchText, CreatedAt, Version)
            VALUES (@id, @slug, @programme, 'Published', 'en', 'GBP', 5000000, 100000, 1000000, @opens, @closes, 1, 1, 2, @owner, '', @now, 1)
            """,
            new { id, slug, programme, opens = work.Now.AddHours(-1), closes = work.Now.AddDays(10), owner = owner.Id, now = work.Now });
        await work.Execute("INSERT INTO CallText (CallId, Language, Title, Summary, Description) VALUES (@id, 'en', @slug, 'Summary', 'Description')", new { id, slug });
        await Form(work, id, 1, form ?? EveryKind);
        return (await CallRepository.Find(work, id))!;
    });

    public Task<bool> NewForm(Call call, int version, FormDefinition form) => City.Write(Actor.System, async work =>
    {
        await Form(work, call.Id, version, form);
        await work.Execute("UPDATE Call SET FormVersion = @version WHERE Id = @id", new { version, id = call.Id });
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

    private static Task Form(Platform.Database.UnitOfWork work, long call, int version, FormDefinition form) => work.Execute(
        "INSERT INTO CallForm (CallId, Version, Definition, PublishedAt, CreatedAt, EditVersion) VALUES (@call, @version, @definition, @now, @now, 1)",
        new { call, version, definition = Json.Write(form), now = work.Now });
}
