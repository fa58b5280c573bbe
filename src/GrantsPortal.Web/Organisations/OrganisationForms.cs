using System.ComponentModel.DataAnnotations;
using System.Globalization;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Web.Shared.Forms;

namespace GrantsPortal.Web.Organisations;

/// <summary>A part of an organisation's details on a form, with what is needed to notice that somebody else saved.</summary>
public abstract class DetailsForm
{
    /// <summary>The version that was opened.</summary>
    public int Version { get; set; }

    /// <summary>The fields as they were opened, packed.</summary>
    public string? Opened { get; set; }

    /// <summary>Every field by name, with its English label.</summary>
    public abstract IReadOnlyList<(string Name, string Label, string? Value)> Fields();

    /// <summary>Takes a record's values.</summary>
    public abstract void Fill(OrganisationDetails details);

    /// <summary>The details with this form's part in them.</summary>
    public abstract OrganisationDetails Onto(OrganisationDetails details);

    /// <summary>The fields as <see cref="Opened"/> keeps them.</summary>
    public IReadOnlyDictionary<string, string?> Values() => Fields().ToDictionary(field => field.Name, field => field.Value);
}

/// <summary>Name, kind and number.</summary>
public sealed class NameForm : DetailsForm
{
    /// <summary>Name as it calls itself.</summary>
    [Display(Name = "Name")]
    [Required(ErrorMessage = "Enter the name your organisation goes by")]
    public string Name { get; set; } = "";

    /// <summary>What kind it is.</summary>
    [Display(Name = "What kind of organisation is it?")]
    [Required(ErrorMessage = "Choose what comes nearest")]
    public OrganisationKind? Kind { get; set; }

    /// <summary>Code of an official register, or nothing.</summary>
    [Display(Name = "Official register")]
    public string? Register { get; set; }

    /// <summary>Number on that register, or any legal number.</summary>
    [Display(Name = "Legal number")]
    public string? LegalNumber { get; set; }

    /// <summary>What it does.</summary>
    [Display(Name = "About your organisation")]
    public string? About { get; set; }

    /// <summary>Its income in its last full year, in whole units.</summary>
    [BindMoney]
    [Display(Name = "Income in your last full year")]
    public decimal? YearlyIncome { get; set; }

    /// <summary>ISO 4217 code of what it counts its income in.</summary>
    public string? IncomeCurrency { get; set; }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Label, string? Value)> Fields() =>
    [
        (nameof(Name), "Name", Name),
        (nameof(Kind), "What kind of organisation is it?", Kind?.ToString()),
        (nameof(Register), "Official register", Register),
        (nameof(LegalNumber), "Legal number", LegalNumber),
        (nameof(About), "About your organisation", About),
        (nameof(YearlyIncome), "Income in your last full year", YearlyIncome?.ToString("0", CultureInfo.InvariantCulture)),
    ];

    /// <inheritdoc/>
    public override void Fill(OrganisationDetails details)
    {
        (Name, Kind, Register, LegalNumber, About, IncomeCurrency) = (details.Name, details.Kind, details.Register, details.LegalNumber, details.About, details.IncomeCurrency);
        YearlyIncome = details.YearlyIncomeMinor is { } minor && details.IncomeCurrency is { } currency ? Money.FromMinor(minor, currency).Amount : null;
    }

    /// <inheritdoc/>
    public override OrganisationDetails Onto(OrganisationDetails details) =>
        details with { Name = Name, Kind = Kind ?? details.Kind, Register = Register, LegalNumber = LegalNumber, About = About, YearlyIncomeMinor = Income?.Minor, IncomeCurrency = Income?.Currency };

    private Money? Income => YearlyIncome is { } income && IncomeCurrency is { Length: 3 } currency && currency.All(char.IsAsciiLetterUpper) ? new Money(decimal.Truncate(income), currency) : null;
}

/// <summary>How to reach it.</summary>
public sealed class ContactForm : DetailsForm
{
    /// <summary>General e-mail address.</summary>
    [Display(Name = "E-mail address of the organisation")]
    public string? Email { get; set; }

    /// <summary>General telephone number.</summary>
    [Display(Name = "Telephone")]
    public string? Phone { get; set; }

    /// <summary>Website.</summary>
    [Display(Name = "Website")]
    public string? Website { get; set; }

    /// <summary>District of the city.</summary>
    [Display(Name = "District")]
    public string? District { get; set; }

    /// <summary>Street address.</summary>
    [Display(Name = "Street address")]
    public string? Address { get; set; }

    /// <summary>Town.</summary>
    [Display(Name = "Town")]
    public string? Town { get; set; }

    /// <summary>Postcode.</summary>
    [Display(Name = "Postcode")]
    public string? Postcode { get; set; }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Label, string? Value)> Fields() =>
    [
        (nameof(Email), "E-mail address of the organisation", Email),
        (nameof(Phone), "Telephone", Phone),
        (nameof(Website), "Website", Website),
        (nameof(District), "District", District),
        (nameof(Address), "Street address", Address),
        (nameof(Town), "Town", Town),
        (nameof(Postcode), "Postcode", Postcode),
    ];

    /// <inheritdoc/>
    public override void Fill(OrganisationDetails details) =>
        (Email, Phone, Website, District, Address, Town, Postcode) =
        (details.Email, details.Phone, details.Website, details.District, details.Address, details.Town, details.Postcode);

    /// <inheritdoc/>
    public override OrganisationDetails Onto(OrganisationDetails details) => details with
    {
        Email = Email,
        Phone = Phone,
        Website = Website,
        District = District,
        Address = Address,
        Town = Town,
        Postcode = Postcode,
    };
}

/// <summary>How letters reach it and how its awards are published.</summary>
public sealed class SafetyForm : DetailsForm
{
    /// <summary>How letters arrive.</summary>
    [Display(Name = "How should our letters reach you?")]
    public LetterDelivery LettersBy { get; set; }

    /// <summary>How awards are published.</summary>
    [Display(Name = "How may we publish what you are awarded?")]
    public Publication PublishedAs { get; set; }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Label, string? Value)> Fields() =>
    [
        (nameof(LettersBy), "How should our letters reach you?", LettersBy.ToString()),
        (nameof(PublishedAs), "How may we publish what you are awarded?", PublishedAs.ToString()),
    ];

    /// <inheritdoc/>
    public override void Fill(OrganisationDetails details) => (LettersBy, PublishedAs) = (details.LettersBy, details.PublishedAs);

    /// <inheritdoc/>
    public override OrganisationDetails Onto(OrganisationDetails details) => details with { LettersBy = LettersBy, PublishedAs = PublishedAs };
}
