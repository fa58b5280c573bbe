using System.Globalization;
using GrantsPortal.Platform;

namespace GrantsPortal.Bookings.Materials;

/// <summary>What can be shared, and with whom.</summary>
public static class MaterialRules
{
    /// <summary>Most characters of a title.</summary>
    public const int TitleCharacters = 200;

    /// <summary>Most materials of an occasion.</summary>
    public const int Most = 100;

    /// <summary>
    /// What is wrong with a material: <c>material.not-staff</c>, <c>material.called-off</c>, <c>material.too-many</c> (most); at its field
    /// <c>material.title-missing</c>, <c>material.title-long</c> (most), <c>material.language-missing</c>, <c>material.what-missing</c>,
    /// <c>material.both</c>, <c>material.link-wrong</c>.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(Actor actor, Occasion occasion, MaterialPlan plan, bool file, int others)
    {
        if (Against(actor, occasion, others) is { } refused)
        {
            return [refused];
        }

        List<Refusal> wrong = [];
        if (string.IsNullOrWhiteSpace(plan.Title))
        {
            wrong.Add(new Refusal("material.title-missing").At("Title"));
        }
        else if (plan.Title.Trim().Length > TitleCharacters)
        {
            wrong.Add(new Refusal("material.title-long", TitleCharacters).At("Title"));
        }

        if (!IsLanguage(plan.Language))
        {
            wrong.Add(new Refusal("material.language-missing").At("Language"));
        }

        var link = plan.Url?.Trim() is { Length: > 0 } typed ? typed : null;
        if (link is null && !file)
        {
            wrong.Add(new Refusal("material.what-missing").At("File"));
        }
        else if (link is not null && file)
        {
            wrong.Add(new Refusal("material.both").At("Url"));
        }
        else if (link is not null && !(link.Length <= 1_000 && Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme == "https"))
        {
            wrong.Add(new Refusal("material.link-wrong").At("Url"));
        }

        return wrong;
    }

    /// <summary>Whether a material is for the holder of a booking: before it, for everybody with a place; after it, for those who were there.</summary>
    public static bool IsFor(MaterialMoment moment, BookingState state) => moment == MaterialMoment.Before
        ? state is BookingState.Confirmed or BookingState.Attended or BookingState.NoShow
        : state == BookingState.Attended;

    private static Refusal? Against(Actor actor, Occasion occasion, int others) =>
        !BookingRules.IsStaff(actor) ? new Refusal("material.not-staff")
        : occasion.State == OccasionState.Cancelled ? new Refusal("material.called-off")
        : others >= Most ? new Refusal("material.too-many", Most)
        : null;

    private static bool IsLanguage(string? code)
    {
        if (string.IsNullOrWhiteSpace(code) || code.Length > 20)
        {
            return false;
        }

        try
        {
            return CultureInfo.GetCultureInfo(code, predefinedOnly: true).Name.Length > 0;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }
}
