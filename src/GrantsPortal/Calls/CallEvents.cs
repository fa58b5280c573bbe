namespace GrantsPortal.Calls;

/// <summary>A call was published; it opens at its opening instant.</summary>
public sealed record CallPublished(Call Call);

/// <summary>The deadline of a published call was moved to a later instant.</summary>
public sealed record CallExtended(Call Before, Call After);

/// <summary>Applicants of a published call fill in a new version of its form from now on.</summary>
public sealed record CallFormChanged(long CallId, int NewVersion);

/// <summary>Reviewers of a published call score against a new version of its rubric from now on.</summary>
public sealed record CallRubricChanged(long CallId, int NewVersion);
