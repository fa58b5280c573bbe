using GrantsPortal.Applications;
using GrantsPortal.Calls;
using Microsoft.AspNetCore.Http.Extensions;

namespace GrantsPortal.Web.Calls;

/// <summary>The check as it stands.</summary>
public sealed record EligibilityPage(CallPage Page, IReadOnlyDictionary<string, string> Answers)
{
    /// <summary>The call.</summary>
    public Call Call => Page.Call;

    /// <summary>What came of it, once answered.</summary>
    public EligibilityResult? Result { get; init; }

    /// <summary>The answers as a query string, for the result's address and for the application that follows.</summary>
    public string Query => Answers.Count == 0
        ? $"?{Nothing}=1"
        : new QueryBuilder(Answers.Select(answer => KeyValuePair.Create(Parameter(answer.Key), answer.Value))).ToString();

    /// <summary>Where an application is begun with these answers.</summary>
    public string Start => ApplicationRoutes.Start(Call.Slug) + Query;

    /// <summary>Stands in the address where a call asks nothing.</summary>
    public const string Nothing = "go";

    /// <summary>Name under which an address carries the answer to a question.</summary>
    public static string Parameter(string key) => $"e.{key}";

    /// <summary>Name of the field of a question.</summary>
    public static string Field(EligibilityQuestion question) => $"answers[{question.Key}]";
}
