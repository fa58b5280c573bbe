-- Who partners are to the city: state, tier, focal point and deputy, notes, contacts with what they agreed to, cover, handover, who reads which field.

CREATE TABLE Partner
(
    OrganisationId INTEGER NOT NULL PRIMARY KEY REFERENCES Organisation (Id),
    State TEXT NOT NULL,
    StateSince TEXT NOT NULL,
    StateReason TEXT,
    Tier TEXT NOT NULL,
    FocalPointId INTEGER REFERENCES Person (Id),
    DeputyId INTEGER REFERENCES Person (Id),
    LastContactAt TEXT,
    NextContactOn TEXT,
    LanguageCodes TEXT NOT NULL,
    ThemeCodes TEXT NOT NULL,
    DistrictNames TEXT NOT NULL,
    Communities TEXT,
    Version INTEGER NOT NULL
) STRICT;

CREATE INDEX IX_Partner_FocalPoint ON Partner (FocalPointId, State, OrganisationId);

CREATE INDEX IX_Partner_Deputy ON Partner (DeputyId, State, OrganisationId);

CREATE INDEX IX_Partner_State ON Partner (State, Tier, LastContactAt);

INSERT INTO Partner (OrganisationId, State, StateSince, Tier, LanguageCodes, ThemeCodes, DistrictNames, Version)
SELECT Id, 'Prospect', CreatedAt, 'Light', '', '', CASE WHEN District IS NULL OR District = '' THEN '' ELSE '|' || District || '|' END, 1
FROM Organisation
WHERE Source = 'Portal';

CREATE TABLE PartnerNote
(
    Id INTEGER NOT NULL PRIMARY KEY,
    OrganisationId INTEGER NOT NULL REFERENCES Organisation (Id),
    Kind TEXT NOT NULL,
    Words TEXT NOT NULL,
    WrittenAt TEXT NOT NULL,
    WrittenBy INTEGER NOT NULL REFERENCES Person (Id),
    Version INTEGER NOT NULL
) STRICT;

CREATE INDEX IX_PartnerNote_Organisation ON PartnerNote (OrganisationId, Kind, Id);

CREATE INDEX IX_PartnerNote_Written ON PartnerNote (WrittenAt);

CREATE TABLE PartnerContact
(
    Id INTEGER NOT NULL PRIMARY KEY,
    OrganisationId INTEGER NOT NULL REFERENCES Organisation (Id),
    PersonId INTEGER REFERENCES Person (Id),
    Name TEXT NOT NULL,
    Role TEXT,
    Email TEXT,
    NormalizedEmail TEXT,
    Phone TEXT,
    LanguageCodes TEXT NOT NULL,
    NotByEmail INTEGER NOT NULL CHECK (NotByEmail IN (0, 1)),
    NotByPhone INTEGER NOT NULL CHECK (NotByPhone IN (0, 1)),
    NotByText INTEGER NOT NULL CHECK (NotByText IN (0, 1)),
    DayAndNight INTEGER NOT NULL CHECK (DayAndNight IN (0, 1)),
    CallOrder INTEGER NOT NULL,
    PurposeNames TEXT NOT NULL,
    CreatedAt TEXT NOT NULL,
    ConfirmedAt TEXT,
    AskedAt TEXT,
    SecretHash TEXT,
    EmailFailedAt TEXT,
    EmailFailure TEXT,
    RemovedAt TEXT,
    Version INTEGER NOT NULL
) STRICT;

CREATE INDEX IX_PartnerContact_Organisation ON PartnerContact (OrganisationId, RemovedAt, CallOrder, Id);

CREATE INDEX IX_PartnerContact_Email ON PartnerContact (NormalizedEmail);

CREATE INDEX IX_PartnerContact_Person ON PartnerContact (PersonId);

CREATE INDEX IX_PartnerContact_Removed ON PartnerContact (RemovedAt);

CREATE UNIQUE INDEX UX_PartnerContact_Secret ON PartnerContact (SecretHash) WHERE SecretHash IS NOT NULL;

CREATE TABLE ContactConsent
(
    Id INTEGER NOT NULL PRIMARY KEY,
    ContactId INTEGER NOT NULL REFERENCES PartnerContact (Id),
    Purpose TEXT NOT NULL,
    Given INTEGER NOT NULL CHECK (Given IN (0, 1)),
    Basis TEXT NOT NULL,
    At TEXT NOT NULL,
    NotedBy INTEGER
) STRICT;

CREATE INDEX IX_ContactConsent_Contact ON ContactConsent (ContactId, Purpose, Id);

INSERT INTO PartnerContact (Id, OrganisationId, PersonId, Name, Email, NormalizedEmail, LanguageCodes, NotByEmail, NotByPhone, NotByText, DayAndNight, CallOrder,
    PurposeNames, CreatedAt, Version)
SELECT ROW_NUMBER() OVER (ORDER BY m.OrganisationId, m.PersonId), m.OrganisationId, m.PersonId, p.Name, p.Email, p.NormalizedEmail, '|' || p.Language || '|', 0, 0, 0, 0, 0,
    '|WrittenTo|', m.JoinedAt, 1
FROM Membership m
JOIN Organisation o ON o.Id = m.OrganisationId
JOIN Person p ON p.Id = m.PersonId
WHERE m.Role = 'Owner' AND o.Source = 'Portal' AND p.ErasedAt IS NULL;

INSERT INTO ContactConsent (Id, ContactId, Purpose, Given, Basis, At)
SELECT c.Id, c.Id, 'WrittenTo', 1, 'PublicTask', c.CreatedAt
FROM PartnerContact c;

CREATE TABLE PartnerCover
(
    Id INTEGER NOT NULL PRIMARY KEY,
    PersonId INTEGER NOT NULL REFERENCES Person (Id),
    CoverId INTEGER NOT NULL REFERENCES Person (Id),
    FromOn TEXT NOT NULL,
    UntilOn TEXT NOT NULL,
    Note TEXT,
    CreatedAt TEXT NOT NULL,
    CreatedBy INTEGER NOT NULL,
    EndedAt TEXT
) STRICT;

CREATE INDEX IX_PartnerCover_Person ON PartnerCover (PersonId, UntilOn);

CREATE INDEX IX_PartnerCover_Cover ON PartnerCover (CoverId, UntilOn);

CREATE TABLE PartnerHandover
(
    Id INTEGER NOT NULL PRIMARY KEY,
    OrganisationId INTEGER NOT NULL REFERENCES Organisation (Id),
    FromId INTEGER NOT NULL REFERENCES Person (Id),
    ToId INTEGER NOT NULL REFERENCES Person (Id),
    AsDeputy INTEGER NOT NULL CHECK (AsDeputy IN (0, 1)),
    Note TEXT,
    NotesPassed INTEGER NOT NULL,
    NotesEnded INTEGER NOT NULL,
    At TEXT NOT NULL,
    HandedBy INTEGER NOT NULL
) STRICT;

CREATE INDEX IX_PartnerHandover_Organisation ON PartnerHandover (OrganisationId, At);

CREATE INDEX IX_PartnerHandover_At ON PartnerHandover (At);

CREATE TABLE PartnerFieldReaders
(
    Field TEXT NOT NULL PRIMARY KEY,
    Readers TEXT NOT NULL,
    ChangedAt TEXT NOT NULL,
    ChangedBy INTEGER,
    Version INTEGER NOT NULL
) STRICT;
