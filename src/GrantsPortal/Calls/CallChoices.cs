using System.Globalization;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Calls;

/// <summary>Calls to choose from when an officer writes to many.</summary>
public static class CallChoices
{
    /// <summary>Name of the question.</summary>
    public const string Name = "call";

    /// <summary>"Which call?", with the latest calls that were published.</summary>
    public static async Task<AudienceQuestion> Question(UnitOfWork work)
    {
        var calls = await work.List<CallChoice>(
            $"""
            SELECT c.Id, t.Title
            FROM Call c
            JOIN CallText t ON t.CallId = c.Id AND t.Language = c.SourceLanguage
            WHERE c.State <> 'Draft'
            ORDER BY c.Id DESC
            {Dialect.Page}
            """,
            new { take = 200 });
        return new AudienceQuestion(Name, "Which call?", Several: false, [.. calls.Select(call => new AudienceChoice(call.Id.ToString(CultureInfo.InvariantCulture), call.Title))]);
    }

    private sealed class CallChoice
    {
        public long Id { get; init; }

        public string Title { get; init; } = "";
    }
}
