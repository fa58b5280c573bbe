using GrantsPortal.Calls;

namespace GrantsPortal.Applications.Submitting;

/// <summary>An application was sent in, for the first time or with clarifications.</summary>
/// <param name="Application">As it is now.</param>
/// <param name="Call">Its call.</param>
public sealed record ApplicationSubmitted(Application Application, Call Call);
