namespace GrantsPortal.People;

/// <summary>Somebody used a link that was sent to an address, which therefore takes e-mail.</summary>
/// <param name="Email">The address.</param>
public sealed record AddressProved(string Email);
