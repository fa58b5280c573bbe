using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace GrantsPortal.Web.Shared;

/// <summary>Sentences said once, at the top of the next page: what was just done.</summary>
public static class Notices
{
    /// <summary>Key of a sentence about something done.</summary>
    public const string DoneKey = "Notice.Done";

    /// <summary>Key of a sentence about something to know.</summary>
    public const string NoteKey = "Notice.Note";

    /// <summary>Says on the next page that something was done: "Your answers are saved".</summary>
    public static void SayDone(this ITempDataDictionary data, string sentence) => data[DoneKey] = sentence;

    /// <summary>Says on the next page something to know: "Somebody else changed this call".</summary>
    public static void SayNote(this ITempDataDictionary data, string sentence) => data[NoteKey] = sentence;
}
