namespace GrantsPortal.Partnerships.Caseload;

/// <summary>A partner was handed over from one officer to another, as focal point or as deputy; what modules above keep of the former officer's follow-up passes on.</summary>
/// <param name="OrganisationId">The partner.</param>
/// <param name="FromId">Whose it was.</param>
/// <param name="ToId">Who took it on.</param>
public sealed record PartnerPassedOn(long OrganisationId, long FromId, long ToId);
