using GrantsPortal.Awards.Variations;
using GrantsPortal.Awards.Years;

namespace GrantsPortal.Awards;

/// <summary>An award as far as its terms reach: the record, its budget lines and its budget years.</summary>
/// <param name="Award">The record.</param>
/// <param name="Lines">Its budget lines by number.</param>
/// <param name="Years">Its budget years in order.</param>
public sealed record AwardWhole(Award Award, IReadOnlyList<AwardBudgetLine> Lines, IReadOnlyList<AwardYear> Years);

/// <summary>What was agreed about an award changed: by an approved variation, or because its budget years were set anew.</summary>
public sealed record AwardVaried(AwardWhole Before, AwardWhole After);

/// <summary>The organisation accepted an offer with its last signature.</summary>
/// <param name="Award">As it is now.</param>
public sealed record AwardAgreed(Award Award);

/// <summary>An award was paused; its payments are held until it is resumed.</summary>
public sealed record AwardSuspended(Award Award, string Reason);

/// <summary>A paused award goes on.</summary>
public sealed record AwardResumed(Award Award);

/// <summary>An award ended early.</summary>
/// <param name="Award">The award.</param>
/// <param name="EffectiveOn">The day it ends.</param>
/// <param name="StillPaidMinor">What is still paid after this, in minor units; the rest was released.</param>
/// <param name="OwedBackMinor">What the organisation owes back, in minor units.</param>
public sealed record AwardTerminated(Award Award, DateOnly EffectiveOn, long StillPaidMinor, long OwedBackMinor);

/// <summary>A budget year of an award was confirmed or withheld.</summary>
public sealed record AwardYearDecided(Award Award, AwardYear Year);
