namespace GrantsPortal.People;

/// <summary>Somebody with an account: city staff, reviewer, or member of organisations; often several at once.</summary>
public sealed class Person
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Name as the person writes it.</summary>
    public string Name { get; init; } = "";

    /// <summary>Address e-mails go to.</summary>
    public string Email { get; init; } = "";

    /// <summary>BCP 47 code of the language to write in.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Whether the address was confirmed.</summary>
    public bool EmailConfirmed { get; init; }

    /// <summary>Since when the account is switched off; null while it is on.</summary>
    public DateTimeOffset? DisabledAt { get; init; }
}
