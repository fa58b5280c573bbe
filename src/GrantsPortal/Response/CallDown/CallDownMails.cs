using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Response.CallDown;

/// <summary>Alerts a contact of a partner; the link shows, and a button there answers.</summary>
/// <param name="IsDrill">Whether it is an exercise, which subject and text then say.</param>
/// <param name="Organisation">The partner.</param>
/// <param name="Title">What it is.</param>
/// <param name="Situation">What is known.</param>
/// <param name="Ask">What is asked; may be empty.</param>
/// <param name="AsDeputy">Whether somebody else of the partner was asked before and has not answered.</param>
/// <param name="Path">Where it is answered.</param>
public sealed record IncidentAlerted(bool IsDrill, string Organisation, string Title, string Situation, string Ask, bool AsDeputy, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static IncidentAlerted Sample => new(
        true, "Harbour Women’s Circle", "Fire at the community centre", "A fire broke out at the centre on Quay Street this morning. Nobody is known to be hurt. Rumours go round about the cause.",
        "Tell us how your people are, and what rumours you hear.", false, "/respond/SECRET");
}

/// <summary>Asks a contact of an organisation at risk to open a page, and says nothing else.</summary>
public sealed record IncidentNotice(bool IsDrill, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static IncidentNotice Sample => new(false, "/respond/SECRET");
}

/// <summary>Tells a partner that another can give what it needs, or needs what it can give.</summary>
/// <param name="IsDrill">Whether it is an exercise.</param>
/// <param name="Organisation">The partner that is told.</param>
/// <param name="Other">The other; empty when it may not be named.</param>
/// <param name="Helps">Whether the other helps; otherwise it is to be helped.</param>
/// <param name="What">What it is about, in English, said in the reader's language.</param>
/// <param name="Words">The other's words.</param>
/// <param name="OtherEmail">The other's general address; null when it may not be told.</param>
/// <param name="OtherPhone">Its general telephone number; null when it may not be told.</param>
/// <param name="Officer">Who at the city confirmed it.</param>
/// <param name="OfficerEmail">Their address.</param>
public sealed record MatchConfirmed(
    bool IsDrill, string Organisation, string Other, bool Helps, string What, string Words, string? OtherEmail, string? OtherPhone, string Officer, string OfficerEmail) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static MatchConfirmed Sample => new(
        true, "Harbour Women’s Circle", "Quaker Peace Room", true, "A place to come to", "Our room is open until ten tonight, for forty people.", "room@example.org", "01632 960 100", "Farah Siddiqui", "focal@demo.example");
}
