namespace GrantsPortal.Calls.Agreements;

/// <summary>What a condition before the first payment is about.</summary>
public enum ConditionKind
{
    /// <summary>The account to pay to is known and was checked.</summary>
    BankDetails,

    /// <summary>Proof of insurance was seen.</summary>
    Insurance,

    /// <summary>A policy of the organisation, such as safeguarding, is here.</summary>
    Policy,

    /// <summary>A person was checked.</summary>
    PersonCheck,

    /// <summary>Anything else.</summary>
    Other,
}
