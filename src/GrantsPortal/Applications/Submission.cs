using System.Security.Cryptography;
using System.Text;
using GrantsPortal.Platform;

namespace GrantsPortal.Applications;

/// <summary>What was submitted, as it was: never changed afterwards.</summary>
public sealed class Submission
{
    /// <summary>The application.</summary>
    public long ApplicationId { get; init; }

    /// <summary>1 for the first; a clarified application has more.</summary>
    public int Number { get; init; }

    /// <summary>Version of the form it answers.</summary>
    public int FormVersion { get; init; }

    /// <summary>What was submitted, as canonical JSON of <see cref="SubmissionContent"/>.</summary>
    public string Content { get; init; } = "";

    /// <summary>SHA-256 of <see cref="Content"/> in UTF-8, in hexadecimal.</summary>
    public string Hash { get; init; } = "";

    /// <summary>When the request reached the server, in UTC.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When it was stored, in UTC.</summary>
    public DateTimeOffset SubmittedAt { get; init; }

    /// <summary>Who submitted it.</summary>
    public long SubmittedBy { get; init; }

    /// <summary>What was submitted.</summary>
    public SubmissionContent Read() => Json.Read<SubmissionContent>(Content);

    /// <summary>The hash a content should have.</summary>
    public static string HashOf(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
}

/// <summary>The organisation as it stood when it applied.</summary>
/// <param name="Id">Record id.</param>
/// <param name="Name">Its name.</param>
/// <param name="OfficialId">Its official identifier, when it has one.</param>
public sealed record SubmittedOrganisation(long Id, string Name, string? OfficialId);

/// <summary>A document that was submitted.</summary>
/// <param name="Id">Record id of the application's document.</param>
/// <param name="Question">Key of the question it answers.</param>
/// <param name="Name">Its name.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Hash of its content.</param>
public sealed record SubmittedDocument(long Id, string Question, string Name, string ContentType, long Bytes, string Sha256);

/// <summary>A partner as it stood when the application was sent.</summary>
/// <param name="Id">Record id of the application's partner.</param>
/// <param name="OrganisationId">The organisation, where it is registered here.</param>
/// <param name="Name">Its name.</param>
/// <param name="Part">What it does in the project.</param>
/// <param name="ShareMinor">Its share of the amount asked for, in minor units.</param>
/// <param name="Joined">Whether it had said that it applies too.</param>
public sealed record SubmittedPartner(long Id, long? OrganisationId, string Name, string Part, long? ShareMinor, bool Joined);

/// <summary>
/// The content of a submission. Written as JSON with the properties in this order, answers sorted by key and documents by id,
/// so that the same submission always has the same bytes and the same hash.
/// </summary>
public sealed record SubmissionContent
{
    /// <summary>Version of this layout.</summary>
    public int Layout { get; init; } = 1;

    /// <summary>The application's reference.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Which submission of it.</summary>
    public int Number { get; init; }

    /// <summary>The call's part of the address.</summary>
    public string Call { get; init; } = "";

    /// <summary>Version of the call's form.</summary>
    public int FormVersion { get; init; }

    /// <summary>The applicant organisation.</summary>
    public SubmittedOrganisation? Organisation { get; init; }

    /// <summary>When the request reached the server, in UTC.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The currency of amounts.</summary>
    public string Currency { get; init; } = "";

    /// <summary>Answers of the eligibility check, by key.</summary>
    public SortedDictionary<string, string> Eligibility { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The answers by question, see <see cref="Answers"/>; blank ones are left out.</summary>
    public SortedDictionary<string, string> Answers { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The documents.</summary>
    public IReadOnlyList<SubmittedDocument> Documents { get; init; } = [];

    /// <summary>The partners that applied too, or were asked and had not answered.</summary>
    public IReadOnlyList<SubmittedPartner> Partners { get; init; } = [];
}
