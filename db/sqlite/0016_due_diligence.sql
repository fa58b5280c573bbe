-- Due diligence: lists to screen against, possible matches, subsidies declared, other funding of an award, claims of panel members.

CREATE TABLE ScreeningList
(
    Id INTEGER NOT NULL PRIMARY KEY,
    Name TEXT NOT NULL,
    Source TEXT NOT NULL,
    PublishedOn TEXT NOT NULL,
    State TEXT NOT NULL,
    AssignTo INTEGER NOT NULL REFERENCES Person (Id),
    Entries INTEGER NOT NULL,
    FileId INTEGER NOT NULL REFERENCES StoredFile (Id),
    ImportedAt TEXT NOT NULL,
    ImportedBy INTEGER NOT NULL REFERENCES Person (Id),
    Version INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX UX_ScreeningList_Current ON ScreeningList (Name) WHERE State = 'Current';

CREATE TABLE ScreeningEntry
(
    Id INTEGER NOT NULL PRIMARY KEY,
    ListId INTEGER NOT NULL REFERENCES ScreeningList (Id),
    Code TEXT NOT NULL,
    Kind TEXT NOT NULL,
    Name TEXT NOT NULL,
    FoldedName TEXT NOT NULL,
    Detail TEXT,
    CONSTRAINT UX_ScreeningEntry_Name UNIQUE (ListId, Code, FoldedName)
) STRICT;

CREATE TABLE ScreeningKey
(
    NameKey TEXT NOT NULL,
    EntryId INTEGER NOT NULL REFERENCES ScreeningEntry (Id),
    ListId INTEGER NOT NULL REFERENCES ScreeningList (Id),
    PRIMARY KEY (NameKey, EntryId)
) STRICT;

CREATE INDEX IX_ScreeningKey_List ON ScreeningKey (ListId, EntryId);

CREATE TABLE Screening
(
    OrganisationId INTEGER NOT NULL REFERENCES Organisation (Id),
    At TEXT NOT NULL,
    ByPerson INTEGER,
    Names INTEGER NOT NULL,
    Lists TEXT NOT NULL,
    NamesHash TEXT NOT NULL,
    PRIMARY KEY (OrganisationId)
) STRICT;

CREATE TABLE ScreeningMatch
(
    Id INTEGER NOT NULL PRIMARY KEY,
    OrganisationId INTEGER NOT NULL REFERENCES Organisation (Id),
    PersonId INTEGER NOT NULL,
    ListName TEXT NOT NULL,
    Code TEXT NOT NULL,
    EntryName TEXT NOT NULL,
    EntryDetail TEXT,
    Score INTEGER NOT NULL,
    State TEXT NOT NULL,
    AssignedTo INTEGER REFERENCES Person (Id),
    FoundAt TEXT NOT NULL,
    Reason TEXT,
    DecidedBy INTEGER,
    DecidedAt TEXT,
    Version INTEGER NOT NULL,
    CONSTRAINT UX_ScreeningMatch_Subject UNIQUE (OrganisationId, PersonId, ListName, Code, EntryName)
) STRICT;

CREATE INDEX IX_ScreeningMatch_State ON ScreeningMatch (State, Id);

CREATE INDEX IX_ScreeningMatch_Assigned ON ScreeningMatch (AssignedTo, State, Id);

CREATE TABLE Subsidy
(
    Id INTEGER NOT NULL PRIMARY KEY,
    OrganisationId INTEGER NOT NULL REFERENCES Organisation (Id),
    AwardId INTEGER REFERENCES Award (Id),
    GrantedOn TEXT NOT NULL,
    Giver TEXT NOT NULL,
    Measure TEXT NOT NULL,
    AmountMinor INTEGER NOT NULL,
    Currency TEXT NOT NULL,
    RecordedBy INTEGER NOT NULL,
    RecordedAt TEXT NOT NULL,
    RemovedAt TEXT,
    RemovedBy INTEGER,
    RemovedReason TEXT,
    Version INTEGER NOT NULL
) STRICT;

CREATE INDEX IX_Subsidy_Organisation ON Subsidy (OrganisationId, GrantedOn);

CREATE UNIQUE INDEX UX_Subsidy_Award ON Subsidy (AwardId) WHERE AwardId IS NOT NULL AND RemovedAt IS NULL;

CREATE TABLE OtherFunding
(
    Id INTEGER NOT NULL PRIMARY KEY,
    AwardId INTEGER NOT NULL REFERENCES Award (Id),
    Kind TEXT NOT NULL,
    Giver TEXT NOT NULL,
    State TEXT NOT NULL,
    AmountMinor INTEGER NOT NULL,
    Currency TEXT NOT NULL,
    ForWhat TEXT NOT NULL,
    AnswerBy TEXT,
    RecordedBy INTEGER NOT NULL,
    RecordedAt TEXT NOT NULL,
    RemovedAt TEXT,
    Version INTEGER NOT NULL
) STRICT;

CREATE INDEX IX_OtherFunding_Award ON OtherFunding (AwardId, Id);
