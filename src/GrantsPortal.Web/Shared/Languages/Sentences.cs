using GrantsPortal.Platform;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Shared.Languages;

/// <summary>A module's refusals as English sentences, by code; register each with <c>AddSingleton&lt;IRefusalSentences, …&gt;()</c>.</summary>
public interface IRefusalSentences
{
    /// <summary>Code to English sentence; <c>{0}</c> stands for the refusal's first argument.</summary>
    IReadOnlyDictionary<string, string> English { get; }
}

/// <summary>Says why something was refused, in the reader's language.</summary>
public sealed class Sentences
{
    private readonly Dictionary<string, string> _english = new(StringComparer.Ordinal);
    private readonly IStringLocalizer<Texts> _texts;
    private readonly ILogger<Sentences> _log;
    private readonly Written _written;

    /// <summary>Gathers the sentences of every module; throws <see cref="InvalidOperationException"/> when two say the same code.</summary>
    public Sentences(IEnumerable<IRefusalSentences> modules, IStringLocalizer<Texts> texts, Written written, ILogger<Sentences> log)
    {
        _texts = texts;
        _written = written;
        _log = log;
        foreach (var (code, sentence) in modules.SelectMany(module => module.English))
        {
            if (!_english.TryAdd(code, sentence))
            {
                throw new InvalidOperationException($"Two modules hold a sentence for {code}.");
            }
        }
    }

    /// <summary>Every code that has a sentence.</summary>
    public IReadOnlyCollection<string> Codes => _english.Keys;

    /// <summary>The refusal as a sentence; instants, days and money among its arguments are written out.</summary>
    public string Say(Refusal refusal)
    {
        if (!_english.TryGetValue(refusal.Code, out var sentence))
        {
            _log.LogError("No sentence for the refusal {Code}", refusal.Code);
            return _texts["This could not be done ({0})", refusal.Code];
        }

        return refusal.Args.Length == 0 ? _texts[sentence] : _texts[sentence, [.. refusal.Args.Select(_written.Out)]];
    }
}

/// <summary>Refusals on a form.</summary>
public static class RefusalsOnForms
{
    /// <summary>Puts a refusal at its field, or at the top of the form when it has none.</summary>
    public static void AddRefusal(this ModelStateDictionary state, Refusal refusal, Sentences sentences) =>
        state.AddModelError(refusal.Field ?? "", sentences.Say(refusal));

    /// <summary>Puts several refusals on the form.</summary>
    public static void AddRefusals(this ModelStateDictionary state, IEnumerable<Refusal> refusals, Sentences sentences)
    {
        foreach (var refusal in refusals)
        {
            state.AddRefusal(refusal, sentences);
        }
    }
}
