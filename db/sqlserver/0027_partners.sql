-- Who partners are to the city: state, tier, focal point and deputy, notes, contacts with what they agreed to, cover, handover, who reads which field.

CREATE TABLE Partner
(
    OrganisationId bigint NOT NULL PRIMARY KEY REFERENCES Organisation (Id),
    State nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    StateSince datetime2(7) NOT NULL,
    StateReason nvarchar(500),
    Tier nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    FocalPointId bigint REFERENCES Person (Id),
    DeputyId bigint REFERENCES Person (Id),
    LastContactAt datetime2(7),
    NextContactOn date,
    LanguageCodes nvarchar(1000) NOT NULL,
    ThemeCodes nvarchar(1000) NOT NULL,
    DistrictNames nvarchar(1000) NOT NULL,
    Communities nvarchar(max),
    Version int NOT NULL
);
GO

CREATE INDEX IX_Partner_FocalPoint ON Partner (FocalPointId, State, OrganisationId);
GO

CREATE INDEX IX_Partner_Deputy ON Partner (DeputyId, State, OrganisationId);
GO

CREATE INDEX IX_Partner_State ON Partner (State, Tier, LastContactAt);
GO

INSERT INTO Partner (OrganisationId, State, StateSince, Tier, LanguageCodes, ThemeCodes, DistrictNames, Version)
SELECT Id, 'Prospect', CreatedAt, 'Light', '', '', CASE WHEN District IS NULL OR District = '' THEN '' ELSE '|' + District + '|' END, 1
FROM Organisation
WHERE Source = 'Portal';
GO

CREATE TABLE PartnerNote
(
    Id bigint NOT NULL PRIMARY KEY,
    OrganisationId bigint NOT NULL REFERENCES Organisation (Id),
    Kind nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Words nvarchar(max) NOT NULL,
    WrittenAt datetime2(7) NOT NULL,
    WrittenBy bigint NOT NULL REFERENCES Person (Id),
    Version int NOT NULL
);
GO

CREATE INDEX IX_PartnerNote_Organisation ON PartnerNote (OrganisationId, Kind, Id);
GO

CREATE INDEX IX_PartnerNote_Written ON PartnerNote (WrittenAt);
GO

CREATE TABLE PartnerContact
(
    Id bigint NOT NULL PRIMARY KEY,
    OrganisationId bigint NOT NULL REFERENCES Organisation (Id),
    PersonId bigint REFERENCES Person (Id),
    Name nvarchar(200) NOT NULL,
    Role nvarchar(200),
    Email nvarchar(254),
    NormalizedEmail nvarchar(254) COLLATE Latin1_General_100_BIN2,
    Phone nvarchar(60),
    LanguageCodes nvarchar(1000) NOT NULL,
    NotByEmail bit NOT NULL,
    NotByPhone bit NOT NULL,
    NotByText bit NOT NULL,
    DayAndNight bit NOT NULL,
    CallOrder int NOT NULL,
    PurposeNames nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CreatedAt datetime2(7) NOT NULL,
    ConfirmedAt datetime2(7),
    AskedAt datetime2(7),
    SecretHash nvarchar(64) COLLATE Latin1_General_100_BIN2,
    EmailFailedAt datetime2(7),
    EmailFailure nvarchar(500),
    RemovedAt datetime2(7),
    Version int NOT NULL
);
GO

CREATE INDEX IX_PartnerContact_Organisation ON PartnerContact (OrganisationId, RemovedAt, CallOrder, Id);
GO

CREATE INDEX IX_PartnerContact_Email ON PartnerContact (NormalizedEmail);
GO

CREATE INDEX IX_PartnerContact_Person ON PartnerContact (PersonId);
GO

CREATE INDEX IX_PartnerContact_Removed ON PartnerContact (RemovedAt);
GO

CREATE UNIQUE INDEX UX_PartnerContact_Secret ON PartnerContact (SecretHash) WHERE SecretHash IS NOT NULL;
GO

CREATE TABLE ContactConsent
(
    Id bigint NOT NULL PRIMARY KEY,
    ContactId bigint NOT NULL REFERENCES PartnerContact (Id),
    Purpose nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Given bit NOT NULL,
    Basis nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    At datetime2(7) NOT NULL,
    NotedBy bigint
);
GO

CREATE INDEX IX_ContactConsent_Contact ON ContactConsent (ContactId, Purpose, Id);
GO

INSERT INTO PartnerContact (Id, OrganisationId, PersonId, Name, Email, NormalizedEmail, LanguageCodes, NotByEmail, NotByPhone, NotByText, DayAndNight, CallOrder,
    PurposeNames, CreatedAt, Version)
SELECT ROW_NUMBER() OVER (ORDER BY m.OrganisationId, m.PersonId), m.OrganisationId, m.PersonId, p.Name, p.Email, p.NormalizedEmail, '|' + p.Language + '|', 0, 0, 0, 0, 0,
    '|WrittenTo|', m.JoinedAt, 1
FROM Membership m
JOIN Organisation o ON o.Id = m.OrganisationId
JOIN Person p ON p.Id = m.PersonId
WHERE m.Role = 'Owner' AND o.Source = 'Portal' AND p.ErasedAt IS NULL;
GO

INSERT INTO ContactConsent (Id, ContactId, Purpose, Given, Basis, At)
SELECT c.Id, c.Id, 'WrittenTo', 1, 'PublicTask', c.CreatedAt
FROM PartnerContact c;
GO

CREATE TABLE PartnerCover
(
    Id bigint NOT NULL PRIMARY KEY,
    PersonId bigint NOT NULL REFERENCES Person (Id),
    CoverId bigint NOT NULL REFERENCES Person (Id),
    FromOn date NOT NULL,
    UntilOn date NOT NULL,
    Note nvarchar(2000),
    CreatedAt datetime2(7) NOT NULL,
    CreatedBy bigint NOT NULL,
    EndedAt datetime2(7)
);
GO

CREATE INDEX IX_PartnerCover_Person ON PartnerCover (PersonId, UntilOn);
GO

CREATE INDEX IX_PartnerCover_Cover ON PartnerCover (CoverId, UntilOn);
GO

CREATE TABLE PartnerHandover
(
    Id bigint NOT NULL PRIMARY KEY,
    OrganisationId bigint NOT NULL REFERENCES Organisation (Id),
    FromId bigint NOT NULL REFERENCES Person (Id),
    ToId bigint NOT NULL REFERENCES Person (Id),
    AsDeputy bit NOT NULL,
    Note nvarchar(2000),
    NotesPassed int NOT NULL,
    NotesEnded int NOT NULL,
    At datetime2(7) NOT NULL,
    HandedBy bigint NOT NULL
);
GO

CREATE INDEX IX_PartnerHandover_Organisation ON PartnerHandover (OrganisationId, At);
GO

CREATE INDEX IX_PartnerHandover_At ON PartnerHandover (At);
GO

CREATE TABLE PartnerFieldReaders
(
    Field nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    Readers nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    ChangedAt datetime2(7) NOT NULL,
    ChangedBy bigint,
    Version int NOT NULL
);
GO
