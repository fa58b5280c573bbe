using GrantsPortal.People;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Partnerships.Contacts;

/// <summary>Contacts of partners.</summary>
public static partial class ContactRepository
{
    private const string Columns =
        """
        c.Id, c.OrganisationId, c.PersonId, c.Name, c.Role, c.Email, c.Phone, c.LanguageCodes, c.NotByEmail, c.NotByPhone, c.NotByText, c.DayAndNight, c.CallOrder,
        c.PurposeNames, c.CreatedAt, c.ConfirmedAt, c.AskedAt, c.EmailFailedAt, c.EmailFailure, c.RemovedAt, c.Version
        """;

    /// <summary>A partner's contacts, those called first first, without those removed; at most 100.</summary>
    public static Task<IReadOnlyList<PartnerContact>> Of(UnitOfWork work, long organisation) =>
        work.List<PartnerContact>(
            $"""
            SELECT {Columns}
            FROM PartnerContact c
            WHERE c.OrganisationId = @organisation AND c.RemovedAt IS NULL
            ORDER BY CASE WHEN c.CallOrder = 0 THEN 1 ELSE 0 END, c.CallOrder, c.Id
            {Dialect.Page}
            """,
            new { organisation, take = 100 });

    /// <summary>A partner's contacts with those removed, for <see cref="ContactRules.MayWriteTo"/>; at most 500.</summary>
    public static Task<IReadOnlyList<PartnerContact>> EverOf(UnitOfWork work, long organisation) =>
        work.List<PartnerContact>($"SELECT {Columns} FROM PartnerContact c WHERE c.OrganisationId = @organisation ORDER BY c.Id {Dialect.Page}", new { organisation, take = 500 });

    /// <summary>The contacts of some partners, by partner and place in the call-down; at most 1,000 partners and 5,000 contacts.</summary>
    public static Task<IReadOnlyList<PartnerContact>> Of(UnitOfWork work, IReadOnlyCollection<long> organisations) =>
        work.List<PartnerContact>(
            $"""
            SELECT {Columns}
            FROM PartnerContact c
            WHERE c.OrganisationId IN @organisations AND c.RemovedAt IS NULL
            ORDER BY c.OrganisationId, CASE WHEN c.CallOrder = 0 THEN 1 ELSE 0 END, c.CallOrder, c.Id
            {Dialect.Page}
            """,
            new { organisations, take = 5_000 });

    /// <summary>Those of some partners who agreed to be called in a crisis and may be reached in some way, by partner and in the order of the call.</summary>
    public static async Task<ILookup<long, PartnerContact>> ForCallDown(UnitOfWork work, IReadOnlyCollection<long> organisations) =>
        (organisations.Count == 0 ? [] : await Of(work, organisations)).Where(ContactRules.MayCallDown).ToLookup(contact => contact.OrganisationId);

    /// <summary>The contacts with an address, of whatever partner; at most 100.</summary>
    public static Task<IReadOnlyList<PartnerContact>> ByEmail(UnitOfWork work, string address) =>
        work.List<PartnerContact>(
            $"SELECT {Columns} FROM PartnerContact c WHERE c.NormalizedEmail = @email AND c.RemovedAt IS NULL ORDER BY c.Id {Dialect.Page}",
            new { email = EmailAddresses.Normalize(address), take = 100 });

    /// <summary>A contact of a partner; or null. One that was removed is not found.</summary>
    public static Task<PartnerContact?> Find(UnitOfWork work, long organisation, long id) =>
        work.Find<PartnerContact>($"SELECT {Columns} FROM PartnerContact c WHERE c.Id = @id AND c.OrganisationId = @organisation AND c.RemovedAt IS NULL", new { organisation, id });

    /// <summary>The contact whose link holds a secret; or null.</summary>
    public static Task<PartnerContact?> BySecret(UnitOfWork work, string secret) =>
        work.Find<PartnerContact>($"SELECT {Columns} FROM PartnerContact c WHERE c.SecretHash = @hash AND c.RemovedAt IS NULL", new { hash = Secrets.Hash(secret) });

    /// <summary>The contacts that a person's account stands behind; at most 100.</summary>
    public static Task<IReadOnlyList<PartnerContact>> OfPerson(UnitOfWork work, long person) =>
        work.List<PartnerContact>($"SELECT {Columns} FROM PartnerContact c WHERE c.PersonId = @person ORDER BY c.Id {Dialect.Page}", new { person, take = 100 });

    /// <summary>Adds one.</summary>
    public static Task Insert(UnitOfWork work, PartnerContact contact) =>
        work.Execute(
            """
            INSERT INTO PartnerContact (Id, OrganisationId, PersonId, Name, Role, Email, NormalizedEmail, Phone, LanguageCodes, NotByEmail, NotByPhone, NotByText, DayAndNight,
                CallOrder, PurposeNames, CreatedAt, ConfirmedAt, Version)
            VALUES (@Id, @OrganisationId, @PersonId, @Name, @Role, @Email, @NormalizedEmail, @Phone, @LanguageCodes, @NotByEmail, @NotByPhone, @NotByText, @DayAndNight,
                @CallOrder, @PurposeNames, @CreatedAt, @ConfirmedAt, 1)
            """,
            new
            {
                contact.Id,
                contact.OrganisationId,
                contact.PersonId,
                contact.Name,
                contact.Role,
                contact.Email,
                NormalizedEmail = Normal(contact.Email),
                contact.Phone,
                contact.LanguageCodes,
                contact.NotByEmail,
                contact.NotByPhone,
                contact.NotByText,
                contact.DayAndNight,
                contact.CallOrder,
                contact.PurposeNames,
                contact.CreatedAt,
                contact.ConfirmedAt,
            });

    /// <summary>Writes everything of it; false when somebody was quicker.</summary>
    public static Task<bool> Update(UnitOfWork work, PartnerContact contact, int version) =>
        work.Guarded(
            """
            UPDATE PartnerContact
            SET PersonId = @PersonId, Name = @Name, Role = @Role, Email = @Email, NormalizedEmail = @NormalizedEmail, Phone = @Phone, LanguageCodes = @LanguageCodes,
                NotByEmail = @NotByEmail, NotByPhone = @NotByPhone, NotByText = @NotByText, DayAndNight = @DayAndNight, CallOrder = @CallOrder, PurposeNames = @PurposeNames,
                ConfirmedAt = @ConfirmedAt, EmailFailedAt = @EmailFailedAt, EmailFailure = @EmailFailure, RemovedAt = @RemovedAt, Version = Version + 1
            WHERE Id = @Id AND Version = @version
            """,
            new
            {
                contact.Id,
                contact.PersonId,
                contact.Name,
                contact.Role,
                contact.Email,
                NormalizedEmail = Normal(contact.Email),
                contact.Phone,
                contact.LanguageCodes,
                contact.NotByEmail,
                contact.NotByPhone,
                contact.NotByText,
                contact.DayAndNight,
                contact.CallOrder,
                contact.PurposeNames,
                contact.ConfirmedAt,
                contact.EmailFailedAt,
                contact.EmailFailure,
                contact.RemovedAt,
                version,
            });

    /// <summary>Marks an address as not working, or as working again where there is no reason; says whose contacts changed.</summary>
    public static async Task<IReadOnlyList<PartnerContact>> MarkEmail(UnitOfWork work, string address, string? reason)
    {
        var changed = (await ByEmail(work, address)).Where(contact => contact.EmailFailedAt is null == reason is not null).ToList();
        await work.Execute(
            """
            UPDATE PartnerContact
            SET EmailFailedAt = @at, EmailFailure = @reason, Version = Version + 1
            WHERE NormalizedEmail = @email AND ((@reason IS NULL AND EmailFailedAt IS NOT NULL) OR (@reason IS NOT NULL AND EmailFailedAt IS NULL))
            """,
            new { email = EmailAddresses.Normalize(address), reason = reason is { Length: > 500 } ? reason[..500] : reason, at = reason is null ? (DateTimeOffset?)null : work.Now });
        return changed;
    }

    /// <summary>Keeps what somebody agreed to or took back; nothing of it is ever changed.</summary>
    public static Task NoteConsent(UnitOfWork work, long contact, ContactPurpose purpose, bool given) =>
        work.Execute(
            "INSERT INTO ContactConsent (Id, ContactId, Purpose, Given, Basis, At, NotedBy) VALUES (@id, @contact, @purpose, @given, @basis, @now, @by)",
            new { id = work.NewId(), contact, purpose, given, basis = ContactRules.BasisOf(purpose), now = work.Now, by = work.Actor.PersonId });

    private static string? Normal(string? email) => string.IsNullOrWhiteSpace(email) ? null : EmailAddresses.Normalize(email);
}
