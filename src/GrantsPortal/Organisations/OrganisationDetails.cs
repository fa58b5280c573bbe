namespace GrantsPortal.Organisations;

/// <summary>What an organisation says of itself, as it is registered or edited.</summary>
public sealed record OrganisationDetails
{
    /// <summary>Name as it calls itself.</summary>
    public string Name { get; init; } = "";

    /// <summary>What kind it is.</summary>
    public OrganisationKind Kind { get; init; }

    /// <summary>Code of the official register it is on, one of <see cref="OfficialRegisters.All"/>; null for none.</summary>
    public string? Register { get; init; }

    /// <summary>Legal number as written; unregistered groups have none.</summary>
    public string? LegalNumber { get; init; }

    /// <summary>What it does, in its own words.</summary>
    public string? About { get; init; }

    /// <summary>General e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>General telephone number.</summary>
    public string? Phone { get; init; }

    /// <summary>Website.</summary>
    public string? Website { get; init; }

    /// <summary>Street address; may be empty for those at risk.</summary>
    public string? Address { get; init; }

    /// <summary>Town.</summary>
    public string? Town { get; init; }

    /// <summary>Postcode.</summary>
    public string? Postcode { get; init; }

    /// <summary>District of the city.</summary>
    public string? District { get; init; }

    /// <summary>ISO 3166-1 alpha-2 code of the country.</summary>
    public string? Country { get; init; }

    /// <summary>Its income in its last full year, in minor units of <see cref="IncomeCurrency"/>; null when it does not say.</summary>
    public long? YearlyIncomeMinor { get; init; }

    /// <summary>ISO 4217 code of what it counts its income in.</summary>
    public string? IncomeCurrency { get; init; }

    /// <summary>How letters reach it.</summary>
    public LetterDelivery LettersBy { get; init; }

    /// <summary>How its awards are published unless said otherwise.</summary>
    public Publication PublishedAs { get; init; }

    /// <summary>Its identifier as org-id.guide writes it; null without a register or number.</summary>
    public string? OfficialId => OfficialRegisters.Id(Register, LegalNumber);

    /// <summary>What a record says now.</summary>
    public static OrganisationDetails Of(Organisation organisation) => new()
    {
        Name = organisation.Name,
        Kind = organisation.Kind,
        Register = OfficialRegisters.Of(organisation.OfficialId),
        LegalNumber = organisation.LegalNumber ?? OfficialRegisters.NumberOf(organisation.OfficialId),
        About = organisation.About,
        Email = organisation.Email,
        Phone = organisation.Phone,
        Website = organisation.Website,
        Address = organisation.Address,
        Town = organisation.Town,
        Postcode = organisation.Postcode,
        District = organisation.District,
        Country = organisation.Country,
        YearlyIncomeMinor = organisation.YearlyIncomeMinor,
        IncomeCurrency = organisation.IncomeCurrency,
        LettersBy = organisation.LettersBy,
        PublishedAs = organisation.PublishedAs,
    };

    /// <summary>The record with these details; its official identifier is the caller's to set.</summary>
    public Organisation Onto(Organisation organisation) => organisation with
    {
        Name = Name,
        Kind = Kind,
        LegalNumber = LegalNumber,
        About = About,
        Email = Email,
        Phone = Phone,
        Website = Website,
        Address = Address,
        Town = Town,
        Postcode = Postcode,
        District = District,
        Country = Country,
        YearlyIncomeMinor = YearlyIncomeMinor,
        IncomeCurrency = YearlyIncomeMinor is null ? null : IncomeCurrency,
        LettersBy = LettersBy,
        PublishedAs = PublishedAs,
    };

    /// <summary>The same without stray spaces; what is blank becomes null, and a web address gets its scheme.</summary>
    public OrganisationDetails Tidied() => this with
    {
        Name = string.Join(' ', (Name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
        Register = Blank(Register),
        LegalNumber = Blank(LegalNumber),
        About = Blank(About),
        Email = Blank(Email),
        Phone = Blank(Phone),
        Website = Blank(Website) is { } site && !site.Contains("://", StringComparison.Ordinal) ? $"https://{site}" : Blank(Website),
        Address = Blank(Address),
        Town = Blank(Town),
        Postcode = Blank(Postcode),
        District = Blank(District),
        Country = Blank(Country)?.ToUpperInvariant(),
    };

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().ReplaceLineEndings("\n");
}

/// <summary>An organisation that may be the one being registered.</summary>
public sealed class Twin
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its part of an address.</summary>
    public string Slug { get; init; } = "";

    /// <summary>Its official identifier, if it has one.</summary>
    public string? OfficialId { get; init; }

    /// <summary>Its town, if known.</summary>
    public string? Town { get; init; }
}

/// <summary>Who saved a record last.</summary>
public sealed class LastEdit
{
    /// <summary>When, in UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The person's name; null for the system or an erased person.</summary>
    public string? Name { get; init; }
}
