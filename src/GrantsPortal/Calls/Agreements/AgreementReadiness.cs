using System.Globalization;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Calls.Agreements;

/// <summary>Whether a call's agreements can be offered in every language it is written in.</summary>
public static class AgreementReadiness
{
    /// <summary><c>ready.agreement-language</c> (its name) for each language of the call without a template, once it has one in any.</summary>
    public static async Task<IReadOnlyList<Shortcoming>> Missing(UnitOfWork work, long call)
    {
        var templates = await AgreementTemplateRepository.Of(work, call);
        if (templates.Count == 0)
        {
            return [];
        }

        var written = await CallRepository.Texts(work, call);
        return
        [
            .. AgreementRules.Lacking([.. written.Where(texts => texts.Title.Length > 0).Select(texts => texts.Language)], [.. templates.Select(template => template.Language)])
                .Select(language => new Shortcoming(CallPart.Agreement, new Refusal("ready.agreement-language", CultureInfo.GetCultureInfo(language).NativeName))),
        ];
    }
}
