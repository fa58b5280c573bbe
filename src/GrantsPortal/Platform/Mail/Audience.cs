using GrantsPortal.Platform.Database;

namespace GrantsPortal.Platform.Mail;

/// <summary>One choice of an audience's question.</summary>
/// <param name="Value">What is kept.</param>
/// <param name="Words">What is read: a name as it stands, or an English sentence for the localiser.</param>
public sealed record AudienceChoice(string Value, string Words);

/// <summary>What has to be chosen to say who is meant.</summary>
/// <param name="Name">Name of the field.</param>
/// <param name="Label">What is asked, in English.</param>
/// <param name="Several">Whether several may be chosen.</param>
/// <param name="Choices">What there is to choose; at most 200.</param>
public sealed record AudienceQuestion(string Name, string Label, bool Several, IReadOnlyList<AudienceChoice> Choices);

/// <summary>What was chosen: the values per question.</summary>
public sealed class AudienceAnswers(IReadOnlyDictionary<string, IReadOnlyList<string>> values)
{
    /// <summary>The values, for keeping.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Values => values;

    /// <summary>Everything chosen at a question; empty when nothing is.</summary>
    public IReadOnlyList<string> All(string question) => values.TryGetValue(question, out var chosen) ? chosen : [];

    /// <summary>The id chosen at a question; null when there is none.</summary>
    public long? Id(string question) =>
        All(question) is [var one, ..] && long.TryParse(one, System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : null;
}

/// <summary>
/// People an officer can write to together, such as the applicants of a call. A module registers its own. Nothing chosen
/// means nobody: <see cref="List"/> answers with no one rather than everyone.
/// </summary>
public interface IAudience
{
    /// <summary>Stable name.</summary>
    string Key { get; }

    /// <summary>Who they are, in English: "Applicants of a call".</summary>
    string Name { get; }

    /// <summary>What has to be chosen.</summary>
    Task<IReadOnlyList<AudienceQuestion>> Questions(UnitOfWork work);

    /// <summary>Everybody meant by what was chosen, each once; one more than BulkRules.MostRecipients at most.</summary>
    Task<IReadOnlyList<Recipient>> List(UnitOfWork work, AudienceAnswers answers);
}
