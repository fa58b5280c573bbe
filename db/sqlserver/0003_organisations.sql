-- Organisations: the record seen from funding and from partnership, its members, invitations, requests to join, recovery.

CREATE TABLE Organisation
(
    Id bigint NOT NULL PRIMARY KEY,
    Name nvarchar(200) NOT NULL,
    Slug nvarchar(120) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Kind nvarchar(30) COLLATE Latin1_General_100_BIN2 NOT NULL,
    OfficialId nvarchar(100) COLLATE Latin1_General_100_BIN2,
    LegalNumber nvarchar(60),
    Email nvarchar(254),
    Phone nvarchar(40),
    Website nvarchar(300),
    Address nvarchar(500),
    Town nvarchar(100),
    Postcode nvarchar(20),
    District nvarchar(100),
    Country nvarchar(2) COLLATE Latin1_General_100_BIN2,
    About nvarchar(max),
    LettersBy nvarchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL,
    PublishedAs nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Source nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    FoldedName nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    SearchText nvarchar(1000) NOT NULL,
    OwnerlessSince datetime2(7),
    CreatedAt datetime2(7) NOT NULL,
    Version int NOT NULL,
    CONSTRAINT UX_Organisation_Slug UNIQUE (Slug)
);
GO

CREATE UNIQUE INDEX UX_Organisation_OfficialId ON Organisation (OfficialId) WHERE OfficialId IS NOT NULL;
GO

CREATE INDEX IX_Organisation_FoldedName ON Organisation (FoldedName, Id);
GO

CREATE TABLE Membership
(
    OrganisationId bigint NOT NULL REFERENCES Organisation (Id),
    PersonId bigint NOT NULL REFERENCES Person (Id),
    Role nvarchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL,
    JoinedAt datetime2(7) NOT NULL,
    AddedBy bigint,
    Version int NOT NULL,
    PRIMARY KEY (OrganisationId, PersonId)
);
GO

CREATE INDEX IX_Membership_Person ON Membership (PersonId, OrganisationId);
GO

CREATE TABLE Invitation
(
    Id bigint NOT NULL PRIMARY KEY,
    OrganisationId bigint NOT NULL REFERENCES Organisation (Id),
    Email nvarchar(254) NOT NULL,
    NormalizedEmail nvarchar(254) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Role nvarchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL,
    TokenHash nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    InvitedBy bigint NOT NULL REFERENCES Person (Id),
    CreatedAt datetime2(7) NOT NULL,
    ExpiresAt datetime2(7) NOT NULL,
    AcceptedAt datetime2(7),
    AcceptedBy bigint,
    RevokedAt datetime2(7),
    Version int NOT NULL,
    CONSTRAINT UX_Invitation_Token UNIQUE (TokenHash)
);
GO

CREATE INDEX IX_Invitation_Organisation ON Invitation (OrganisationId, Id);
GO

CREATE UNIQUE INDEX UX_Invitation_Waiting ON Invitation (OrganisationId, NormalizedEmail) WHERE AcceptedAt IS NULL AND RevokedAt IS NULL;
GO

CREATE INDEX IX_Invitation_Email ON Invitation (NormalizedEmail);
GO

CREATE TABLE JoinRequest
(
    Id bigint NOT NULL PRIMARY KEY,
    OrganisationId bigint NOT NULL REFERENCES Organisation (Id),
    PersonId bigint NOT NULL REFERENCES Person (Id),
    Reason nvarchar(max) NOT NULL,
    CreatedAt datetime2(7) NOT NULL,
    Answer nvarchar(10) COLLATE Latin1_General_100_BIN2,
    AnsweredAt datetime2(7),
    AnsweredBy bigint
);
GO

CREATE UNIQUE INDEX UX_JoinRequest_Waiting ON JoinRequest (OrganisationId, PersonId) WHERE AnsweredAt IS NULL;
GO

CREATE INDEX IX_JoinRequest_Person ON JoinRequest (PersonId, Id);
GO

CREATE TABLE OwnershipRecovery
(
    Id bigint NOT NULL PRIMARY KEY,
    OrganisationId bigint NOT NULL REFERENCES Organisation (Id),
    NewOwnerId bigint NOT NULL REFERENCES Person (Id),
    Evidence nvarchar(max) NOT NULL,
    StartedBy bigint NOT NULL REFERENCES Person (Id),
    StartedAt datetime2(7) NOT NULL,
    EffectiveAt datetime2(7) NOT NULL,
    State nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Objection nvarchar(max),
    ObjectedBy bigint,
    ObjectedAt datetime2(7),
    ReviewNote nvarchar(max),
    ReviewedBy bigint,
    EndedAt datetime2(7),
    EndedBy bigint,
    Version int NOT NULL
);
GO

CREATE INDEX IX_OwnershipRecovery_Organisation ON OwnershipRecovery (OrganisationId, State);
GO

CREATE UNIQUE INDEX UX_OwnershipRecovery_Open ON OwnershipRecovery (OrganisationId) WHERE State IN ('Waiting', 'Halted');
GO

CREATE INDEX IX_OwnershipRecovery_Due ON OwnershipRecovery (State, EffectiveAt);
GO
