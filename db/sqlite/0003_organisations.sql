-- Organisations: the record seen from funding and from partnership, its members, invitations, recovery.

CREATE TABLE Organisation
(
    Id INTEGER NOT NULL PRIMARY KEY,
    Name TEXT NOT NULL,
    Slug TEXT NOT NULL,
    Kind TEXT NOT NULL,
    OfficialId TEXT,
    LegalNumber TEXT,
    Email TEXT,
    Phone TEXT,
    Website TEXT,
    Address TEXT,
    Town TEXT,
    Postcode TEXT,
    District TEXT,
    Country TEXT,
    About TEXT,
    LettersBy TEXT NOT NULL,
    PublishedAs TEXT NOT NULL,
    Source TEXT NOT NULL,
    SearchText TEXT NOT NULL,
    CreatedAt TEXT NOT NULL,
    Version INTEGER NOT NULL,
    CONSTRAINT UX_Organisation_Slug UNIQUE (Slug)
) STRICT;

CREATE UNIQUE INDEX UX_Organisation_OfficialId ON Organisation (OfficialId) WHERE OfficialId IS NOT NULL;

CREATE INDEX IX_Organisation_Name ON Organisation (Name, Id);

CREATE TABLE Membership
(
    OrganisationId INTEGER NOT NULL REFERENCES Organisation (Id),
    PersonId INTEGER NOT NULL REFERENCES Person (Id),
    Role TEXT NOT NULL,
    JoinedAt TEXT NOT NULL,
    AddedBy INTEGER,
    Version INTEGER NOT NULL,
    PRIMARY KEY (OrganisationId, PersonId)
) STRICT;

CREATE INDEX IX_Membership_Person ON Membership (PersonId, OrganisationId);

CREATE TABLE Invitation
(
    Id INTEGER NOT NULL PRIMARY KEY,
    OrganisationId INTEGER NOT NULL REFERENCES Organisation (Id),
    Email TEXT NOT NULL,
    Role TEXT NOT NULL,
    TokenHash TEXT NOT NULL,
    InvitedBy INTEGER NOT NULL REFERENCES Person (Id),
    CreatedAt TEXT NOT NULL,
    ExpiresAt TEXT NOT NULL,
    AcceptedAt TEXT,
    AcceptedBy INTEGER,
    RevokedAt TEXT,
    CONSTRAINT UX_Invitation_Token UNIQUE (TokenHash)
) STRICT;

CREATE INDEX IX_Invitation_Organisation ON Invitation (OrganisationId, Id);

CREATE TABLE OwnershipRecovery
(
    Id INTEGER NOT NULL PRIMARY KEY,
    OrganisationId INTEGER NOT NULL REFERENCES Organisation (Id),
    NewOwnerId INTEGER NOT NULL REFERENCES Person (Id),
    Evidence TEXT NOT NULL,
    StartedBy INTEGER NOT NULL REFERENCES Person (Id),
    StartedAt TEXT NOT NULL,
    EffectiveAt TEXT NOT NULL,
    State TEXT NOT NULL,
    Objection TEXT,
    EndedAt TEXT,
    EndedBy INTEGER,
    Version INTEGER NOT NULL
) STRICT;

CREATE INDEX IX_OwnershipRecovery_Organisation ON OwnershipRecovery (OrganisationId, State);

CREATE INDEX IX_OwnershipRecovery_Due ON OwnershipRecovery (State, EffectiveAt);
