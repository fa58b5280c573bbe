using System.Security.Cryptography;
using System.Text;
using GrantsPortal.Calls;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Applications.Drafting;

/// <summary>An answer as a page sends it.</summary>
/// <param name="Key">The question.</param>
/// <param name="Value">The answer, see <see cref="Answers"/>.</param>
/// <param name="Version">The version the page was made from; 0 when there was none.</param>
/// <param name="Base">Mark of what the page was made from (<see cref="AnswerDesk.MarkOf"/>); null when unknown.</param>
public sealed record TypedAnswer(string Key, string Value, int Version, string? Base);

/// <summary>Two people wrote different things in one answer: neither is lost.</summary>
/// <param name="Key">The question.</param>
/// <param name="Mine">What this writer wrote; not stored yet.</param>
/// <param name="Theirs">What a colleague saved meanwhile; stored.</param>
public sealed record AnswerClash(string Key, string Mine, StoredAnswer Theirs);

/// <summary>What came of saving.</summary>
/// <param name="At">When, in UTC.</param>
/// <param name="Draft">The draft as it is now.</param>
/// <param name="Clashes">Answers that were not saved because a colleague was quicker.</param>
public sealed record Saving(DateTimeOffset At, Draft Draft, IReadOnlyList<AnswerClash> Clashes);

/// <summary>Saves answers. Each has a version of its own, so that people who write different answers never meet.</summary>
public sealed class AnswerDesk(PortalDatabase database)
{
    /// <summary>A short mark of a value, by which the server knows what a page did not change.</summary>
    public static string MarkOf(string value) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)))[..16];

    /// <summary>
    /// Saves what was typed, complete or not. Answers the writer left as they were are passed over; answers that a colleague
    /// changed meanwhile come back as clashes. Refused with <c>application.not-found</c>, <c>application.viewer-may-not</c>,
    /// <c>application.not-open-for-writing</c>, <c>application.answer-too-large</c>.
    /// </summary>
    public async Task<Outcome<Saving>> Save(Actor actor, string reference, IReadOnlyList<TypedAnswer> typed, string language = "en")
    {
        await using var work = await database.Write(actor);
        var draft = await DraftLoader.Find(work, reference, actor.Person, language);
        if (draft is null)
        {
            return ApplicationRefusals.NotFound;
        }

        if (DraftRules.Write(draft.Application, draft.MayEdit) is { } refusal)
        {
            return refusal;
        }

        if (typed.FirstOrDefault(answer => answer.Value.Length > AnswerRules.MostCharacters) is { } large)
        {
            return new Refusal("application.answer-too-large", AnswerRules.MostCharacters).At("a." + large.Key);
        }

        var clashes = new List<AnswerClash>();
        var changed = false;
        foreach (var answer in typed.Where(answer => IsAsked(draft.Form, answer.Key)))
        {
            var stored = draft.Answers.GetValueOrDefault(answer.Key);
            if (IsUntouched(answer, stored))
            {
                continue;
            }

            if (answer.Version != (stored?.Version ?? 0))
            {
                clashes.Add(new AnswerClash(answer.Key, answer.Value, stored!));
            }
            else if (!await ApplicationRepository.SaveAnswer(work, draft.Application.Id, answer.Key, answer.Value, answer.Version))
            {
                return ApplicationRefusals.ChangedMeanwhile(draft.Application);
            }
            else
            {
                changed = true;
            }
        }

        return await Kept(work, draft, clashes, changed, language);
    }

    private static async Task<Outcome<Saving>> Kept(UnitOfWork work, Draft draft, List<AnswerClash> clashes, bool changed, string language)
    {
        if (!changed)
        {
            return new Saving(draft.Application.SavedAt, draft, clashes);
        }

        var now = await DraftLoader.Of(work, draft.Application, draft.MayEdit, language);
        var (title, asked) = Answers.Headline(now.Form, now.Values, now.Call.Currency);
        if (!await ApplicationRepository.Saved(work, now.Application, title, asked))
        {
            return ApplicationRefusals.ChangedMeanwhile(now.Application);
        }

        await work.Commit();
        return new Saving(work.Now, now with { Application = now.Application with { SavedAt = work.Now } }, clashes);
    }

    private static bool IsAsked(FormDefinition form, string key) =>
        form.AllQuestions().Any(question => question.Key == key && question.Kind != QuestionKind.File);

    private static bool IsUntouched(TypedAnswer answer, StoredAnswer? stored) =>
        answer.Value == (stored?.Value ?? "") || (answer.Base is { } mark && mark == MarkOf(answer.Value));
}
