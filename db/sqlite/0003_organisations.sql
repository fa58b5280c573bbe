-- Organisations: the record seen from funding and from partnership, its members, invitations, requests to join, recovery.

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
    FoldedName TEXT NOT NULL,
    SearchText TEXT NOT NULL,
    OwnerlessSince TEXT,
    CreatedAt TEXT NOT NULL,
    Version INTEGER NOT NULL,
    CONSTRAINT UX_Organisation_Slug UNIQUE (Slug)
) STRICT;

CREATE UNIQUE INDEX UX_Organisation_OfficialId ON Organisation (OfficialId) WHERE OfficialId IS NOT NULL;

CREATE INDEX IX_Organisation_FoldedName ON Organisation (FoldedName, Id);

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
    NormalizedEmail TEXT NOT NULL,
    Role TEXT NOT NULL,
    TokenHash TEXT NOT NULL,
    InvitedBy INTEGER NOT NULL REFERENCES Person (Id),
    CreatedAt TEXT NOT NULL,
    ExpiresAt TEXT NOT NULL,
    AcceptedAt TEXT,
    AcceptedBy INTEGER,
    RevokedAt TEXT,
    Version INTEGER NOT NULL,
    CONSTRAINT UX_Invitation_Token UNIQUE (TokenHash)
) STRICT;

CREATE INDEX IX_Invitation_Organisation ON Invitation (OrganisationId, Id);

CREATE UNIQUE INDEX UX_Invitation_Waiting ON Invitation (OrganisationId, NormalizedEmail) WHERE AcceptedAt IS NULL AND RevokedAt IS NULL;

CREATE INDEX IX_Invitation_Email ON Invitation (NormalizedEmail);

CREATE TABLE JoinRequest
(
    Id INTEGER NOT NULL PRIMARY KEY,
    OrganisationId INTEGER NOT NULL REFERENCES Organisation (Id),
    PersonId INTEGER NOT NULL REFERENCES Person (Id),
    Reason TEXT NOT NULL,
    CreatedAt TEXT NOT NULL,
    Answer TEXT,
    AnsweredAt TEXT,
    AnsweredBy INTEGER
) STRICT;

CREATE UNIQUE INDEX UX_JoinRequest_Waiting ON JoinRequest (OrganisationId, PersonId) WHERE AnsweredAt IS NULL;

CREATE INDEX IX_JoinRequest_Person ON JoinRequest (PersonId, Id);

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
    ObjectedBy INTEGER,
    ObjectedAt TEXT,
    ReviewNote TEXT,
    ReviewedBy INTEGER,
    EndedAt TEXT,
    EndedBy INTEGER,
    Version INTEGER NOT NULL
) STRICT;

CREATE INDEX IX_OwnershipRecovery_Organisation ON OwnershipRecovery (OrganisationId, State);

CREATE UNIQUE INDEX UX_OwnershipRecovery_Open ON OwnershipRecovery (OrganisationId) WHERE State IN ('Waiting', 'Halted');

CREATE INDEX IX_OwnershipRecovery_Due ON OwnershipRecovery (State, EffectiveAt);
