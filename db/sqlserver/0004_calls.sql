-- Calls: programmes, calls with texts per language, versions of their forms and rubrics.

CREATE TABLE Programme
(
    Id bigint NOT NULL PRIMARY KEY,
    Name nvarchar(200) NOT NULL,
    Slug nvarchar(120) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Description nvarchar(max),
    Currency nvarchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
    BudgetMinor bigint NOT NULL,
    Year int,
    Source nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CreatedAt datetime2(7) NOT NULL,
    Version int NOT NULL,
    CONSTRAINT UX_Programme_Slug UNIQUE (Slug)
);
GO

CREATE TABLE Call
(
    Id bigint NOT NULL PRIMARY KEY,
    Slug nvarchar(120) COLLATE Latin1_General_100_BIN2 NOT NULL,
    ProgrammeId bigint NOT NULL REFERENCES Programme (Id),
    State nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    SourceLanguage nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Currency nvarchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
    BudgetMinor bigint NOT NULL,
    SmallestMinor bigint NOT NULL,
    LargestMinor bigint NOT NULL,
    OpensAt datetime2(7),
    ClosesAt datetime2(7),
    DecisionBy date,
    FormVersion int NOT NULL,
    RubricVersion int NOT NULL,
    ReviewsPerApplication int NOT NULL,
    ReviewDueAt datetime2(7),
    CopiedFromId bigint,
    OwnerId bigint NOT NULL REFERENCES Person (Id),
    FirstClosesAt datetime2(7),
    ExtensionReason nvarchar(600),
    PublishedAt datetime2(7),
    PublishedBy bigint,
    DecidedAt datetime2(7),
    ArchivedAt datetime2(7),
    SearchText nvarchar(max) NOT NULL,
    CreatedAt datetime2(7) NOT NULL,
    CreatedBy bigint,
    Version int NOT NULL,
    CONSTRAINT UX_Call_Slug UNIQUE (Slug)
);
GO

CREATE INDEX IX_Call_State ON Call (State, ClosesAt, Id);
GO

CREATE INDEX IX_Call_Programme ON Call (ProgrammeId);
GO

CREATE TABLE CallText
(
    CallId bigint NOT NULL REFERENCES Call (Id),
    Language nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Title nvarchar(200) NOT NULL,
    Summary nvarchar(600) NOT NULL,
    Description nvarchar(max) NOT NULL,
    PRIMARY KEY (CallId, Language)
);
GO

CREATE TABLE CallForm
(
    CallId bigint NOT NULL REFERENCES Call (Id),
    Version int NOT NULL,
    Definition nvarchar(max) NOT NULL,
    PublishedAt datetime2(7),
    Hash nvarchar(64) COLLATE Latin1_General_100_BIN2,
    CreatedAt datetime2(7) NOT NULL,
    EditVersion int NOT NULL,
    PRIMARY KEY (CallId, Version)
);
GO

CREATE TABLE CallRubric
(
    CallId bigint NOT NULL REFERENCES Call (Id),
    Version int NOT NULL,
    Definition nvarchar(max) NOT NULL,
    PublishedAt datetime2(7),
    Hash nvarchar(64) COLLATE Latin1_General_100_BIN2,
    CreatedAt datetime2(7) NOT NULL,
    EditVersion int NOT NULL,
    PRIMARY KEY (CallId, Version)
);
GO

CREATE TABLE LetterTemplate
(
    Id bigint NOT NULL PRIMARY KEY,
    CallId bigint NOT NULL REFERENCES Call (Id),
    Kind nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Language nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Subject nvarchar(200) NOT NULL,
    Body nvarchar(max) NOT NULL,
    UpdatedAt datetime2(7) NOT NULL,
    Version int NOT NULL,
    CONSTRAINT UX_LetterTemplate UNIQUE (CallId, Kind, Language)
);
GO
