-- Calls: programmes, calls with texts per language, versions of their forms and rubrics.

CREATE TABLE Programme
(
    Id INTEGER NOT NULL PRIMARY KEY,
    Name TEXT NOT NULL,
    Slug TEXT NOT NULL,
    Description TEXT,
    Currency TEXT NOT NULL,
    BudgetMinor INTEGER NOT NULL,
    Year INTEGER,
    Source TEXT NOT NULL,
    CreatedAt TEXT NOT NULL,
    Version INTEGER NOT NULL,
    CONSTRAINT UX_Programme_Slug UNIQUE (Slug)
) STRICT;

CREATE TABLE Call
(
    Id INTEGER NOT NULL PRIMARY KEY,
    Slug TEXT NOT NULL,
    ProgrammeId INTEGER NOT NULL REFERENCES Programme (Id),
    State TEXT NOT NULL,
    SourceLanguage TEXT NOT NULL,
    Currency TEXT NOT NULL,
    BudgetMinor INTEGER NOT NULL,
    SmallestMinor INTEGER NOT NULL,
    LargestMinor INTEGER NOT NULL,
    OpensAt TEXT,
    ClosesAt TEXT,
    DecisionBy TEXT,
    FormVersion INTEGER NOT NULL,
    RubricVersion INTEGER NOT NULL,
    ReviewsPerApplication INTEGER NOT NULL,
    ReviewDueAt TEXT,
    CopiedFromId INTEGER,
    OwnerId INTEGER NOT NULL REFERENCES Person (Id),
    FirstClosesAt TEXT,
    ExtensionReason TEXT,
    PublishedAt TEXT,
    PublishedBy INTEGER,
    DecidedAt TEXT,
    ArchivedAt TEXT,
    SearchText TEXT NOT NULL,
    CreatedAt TEXT NOT NULL,
    CreatedBy INTEGER,
    Version INTEGER NOT NULL,
    CONSTRAINT UX_Call_Slug UNIQUE (Slug)
) STRICT;

CREATE INDEX IX_Call_State ON Call (State, ClosesAt, Id);

CREATE INDEX IX_Call_Programme ON Call (ProgrammeId);

CREATE TABLE CallText
(
    CallId INTEGER NOT NULL REFERENCES Call (Id),
    Language TEXT NOT NULL,
    Title TEXT NOT NULL,
    Summary TEXT NOT NULL,
    Description TEXT NOT NULL,
    PRIMARY KEY (CallId, Language)
) STRICT;

CREATE TABLE CallForm
(
    CallId INTEGER NOT NULL REFERENCES Call (Id),
    Version INTEGER NOT NULL,
    Definition TEXT NOT NULL,
    PublishedAt TEXT,
    Hash TEXT,
    CreatedAt TEXT NOT NULL,
    EditVersion INTEGER NOT NULL,
    PRIMARY KEY (CallId, Version)
) STRICT;

CREATE TABLE CallRubric
(
    CallId INTEGER NOT NULL REFERENCES Call (Id),
    Version INTEGER NOT NULL,
    Definition TEXT NOT NULL,
    PublishedAt TEXT,
    Hash TEXT,
    CreatedAt TEXT NOT NULL,
    EditVersion INTEGER NOT NULL,
    PRIMARY KEY (CallId, Version)
) STRICT;

CREATE TABLE LetterTemplate
(
    Id INTEGER NOT NULL PRIMARY KEY,
    CallId INTEGER NOT NULL REFERENCES Call (Id),
    Kind TEXT NOT NULL,
    Language TEXT NOT NULL,
    Subject TEXT NOT NULL,
    Body TEXT NOT NULL,
    UpdatedAt TEXT NOT NULL,
    Version INTEGER NOT NULL,
    CONSTRAINT UX_LetterTemplate UNIQUE (CallId, Kind, Language)
) STRICT;
