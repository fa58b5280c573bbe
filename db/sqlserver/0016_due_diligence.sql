-- Due diligence: lists to screen against, possible matches, subsidies declared, other funding of an award, claims of panel members.

CREATE TABLE ScreeningList
(
    Id bigint NOT NULL PRIMARY KEY,
    Name nvarchar(120) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Source nvarchar(300) NOT NULL,
    PublishedOn date NOT NULL,
    State nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    AssignTo bigint NOT NULL REFERENCES Person (Id),
    Entries int NOT NULL,
    FileId bigint NOT NULL REFERENCES StoredFile (Id),
    ImportedAt datetime2(7) NOT NULL,
    ImportedBy bigint NOT NULL REFERENCES Person (Id),
    Version int NOT NULL
);
GO

CREATE UNIQUE INDEX UX_ScreeningList_Current ON ScreeningList (Name) WHERE State = 'Current';
GO

CREATE TABLE ScreeningEntry
(
    Id bigint NOT NULL PRIMARY KEY,
    ListId bigint NOT NULL REFERENCES ScreeningList (Id),
    Code nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Kind nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Name nvarchar(200) NOT NULL,
    FoldedName nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Detail nvarchar(max),
    CONSTRAINT UX_ScreeningEntry_Name UNIQUE (ListId, Code, FoldedName)
);
GO

CREATE TABLE ScreeningKey
(
    NameKey nvarchar(24) COLLATE Latin1_General_100_BIN2 NOT NULL,
    EntryId bigint NOT NULL REFERENCES ScreeningEntry (Id),
    ListId bigint NOT NULL REFERENCES ScreeningList (Id),
    PRIMARY KEY (NameKey, EntryId)
);
GO

CREATE INDEX IX_ScreeningKey_List ON ScreeningKey (ListId, EntryId);
GO

CREATE TABLE Screening
(
    OrganisationId bigint NOT NULL REFERENCES Organisation (Id),
    At datetime2(7) NOT NULL,
    ByPerson bigint,
    Names int NOT NULL,
    Lists nvarchar(max) NOT NULL,
    NamesHash nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    PRIMARY KEY (OrganisationId)
);
GO

CREATE TABLE ScreeningMatch
(
    Id bigint NOT NULL PRIMARY KEY,
    OrganisationId bigint NOT NULL REFERENCES Organisation (Id),
    PersonId bigint NOT NULL,
    ListName nvarchar(120) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Code nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    EntryName nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    EntryDetail nvarchar(max),
    Score int NOT NULL,
    State nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    AssignedTo bigint REFERENCES Person (Id),
    FoundAt datetime2(7) NOT NULL,
    Reason nvarchar(max),
    DecidedBy bigint,
    DecidedAt datetime2(7),
    Version int NOT NULL,
    CONSTRAINT UX_ScreeningMatch_Subject UNIQUE (OrganisationId, PersonId, ListName, Code, EntryName)
);
GO

CREATE INDEX IX_ScreeningMatch_State ON ScreeningMatch (State, Id);
GO

CREATE INDEX IX_ScreeningMatch_Assigned ON ScreeningMatch (AssignedTo, State, Id);
GO

CREATE TABLE Subsidy
(
    Id bigint NOT NULL PRIMARY KEY,
    OrganisationId bigint NOT NULL REFERENCES Organisation (Id),
    AwardId bigint REFERENCES Award (Id),
    GrantedOn date NOT NULL,
    Giver nvarchar(200) NOT NULL,
    Measure nvarchar(300) NOT NULL,
    AmountMinor bigint NOT NULL,
    Currency nvarchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
    RecordedBy bigint NOT NULL,
    RecordedAt datetime2(7) NOT NULL,
    RemovedAt datetime2(7),
    RemovedBy bigint,
    RemovedReason nvarchar(max),
    Version int NOT NULL
);
GO

CREATE INDEX IX_Subsidy_Organisation ON Subsidy (OrganisationId, GrantedOn);
GO

CREATE UNIQUE INDEX UX_Subsidy_Award ON Subsidy (AwardId) WHERE AwardId IS NOT NULL AND RemovedAt IS NULL;
GO

CREATE TABLE OtherFunding
(
    Id bigint NOT NULL PRIMARY KEY,
    AwardId bigint NOT NULL REFERENCES Award (Id),
    Kind nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Giver nvarchar(200) NOT NULL,
    State nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    AmountMinor bigint NOT NULL,
    Currency nvarchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
    ForWhat nvarchar(max) NOT NULL,
    AnswerBy date,
    RecordedBy bigint NOT NULL,
    RecordedAt datetime2(7) NOT NULL,
    RemovedAt datetime2(7),
    Version int NOT NULL
);
GO

CREATE INDEX IX_OtherFunding_Award ON OtherFunding (AwardId, Id);
GO
