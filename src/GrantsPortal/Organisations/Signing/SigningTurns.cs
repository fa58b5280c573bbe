namespace GrantsPortal.Organisations.Signing;

/// <summary>
/// How signatures under one record come one after the other, for every record that is offered to several: awards, and agreements with partners. Each repository puts
/// its own table before it, and what else has to hold behind it.
/// </summary>
public static class SigningTurns
{
    /// <summary>
    /// Counts a signature, if the record is still offered as it was read, nobody signed since, and who signs for an organisation is an Owner of it now. Takes
    /// <c>@id</c>, <c>@version</c> and <c>@signings</c> as they were read, <c>@organisation</c> (null for the city) and <c>@person</c>.
    /// </summary>
    public const string Take =
        """
        SET Signings = Signings + 1
        WHERE Id = @id AND State = 'Offered' AND Version = @version AND Signings = @signings
          AND (@organisation IS NULL OR EXISTS (SELECT 1 FROM Membership m WHERE m.OrganisationId = @organisation AND m.PersonId = @person AND m.Role = 'Owner'))
        """;
}
