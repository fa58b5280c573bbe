using GrantsPortal.Response.Offers;

namespace GrantsPortal.Response;

/// <summary>English words for what the module's records hold, said through the localiser or the portal's texts.</summary>
public static class ResponseNames
{
    /// <summary>A capability.</summary>
    public static string Of(CrisisCapability capability) => capability switch
    {
        CrisisCapability.Languages => "Speaking languages",
        CrisisCapability.Space => "A place to come to",
        CrisisCapability.Chaplaincy => "Chaplains, people who pray or sit with others",
        CrisisCapability.Counselling => "Counselling",
        CrisisCapability.RumourControl => "Hearing rumours and putting them right",
        CrisisCapability.Volunteers => "Volunteers",
        _ => "Standing by families",
    };
}
