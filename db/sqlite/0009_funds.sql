-- Funds: funding sources, yearly budgets, the ledger with the balances kept beside it, and what the program brought up to date.

CREATE TABLE FundingSource
(
    Id INTEGER NOT NULL PRIMARY KEY,
    Name TEXT NOT NULL,
    Funder TEXT,
    AccountCode TEXT NOT NULL,
    Note TEXT,
    ClosedAt TEXT,
    CreatedAt TEXT NOT NULL,
    Version INTEGER NOT NULL,
    CONSTRAINT UX_FundingSource_Name UNIQUE (Name)
) STRICT;

CREATE TABLE FundBudget
(
    Id INTEGER NOT NULL PRIMARY KEY,
    ProgrammeId INTEGER NOT NULL REFERENCES Programme (Id),
    Year INTEGER NOT NULL,
    SourceId INTEGER NOT NULL REFERENCES FundingSource (Id),
    AmountMinor INTEGER NOT NULL,
    Currency TEXT NOT NULL,
    AccountCode TEXT NOT NULL,
    Note TEXT,
    ChangedAt TEXT NOT NULL,
    ChangedBy INTEGER,
    Version INTEGER NOT NULL,
    CONSTRAINT UX_FundBudget_Source UNIQUE (ProgrammeId, Year, SourceId)
) STRICT;

CREATE INDEX IX_FundBudget_Source ON FundBudget (SourceId);

CREATE TABLE LedgerPosting
(
    Id INTEGER NOT NULL PRIMARY KEY,
    PostingKey TEXT NOT NULL,
    PostedOn TEXT NOT NULL,
    PostedAt TEXT NOT NULL,
    PostedBy INTEGER,
    OverdrawReason TEXT,
    CONSTRAINT UX_LedgerPosting_Key UNIQUE (PostingKey)
) STRICT;

CREATE INDEX IX_LedgerPosting_PostedOn ON LedgerPosting (PostedOn, Id);

CREATE TABLE LedgerEntry
(
    PostingId INTEGER NOT NULL REFERENCES LedgerPosting (Id),
    Number INTEGER NOT NULL,
    PostedOn TEXT NOT NULL,
    Account TEXT NOT NULL,
    ProgrammeId INTEGER NOT NULL REFERENCES Programme (Id),
    Year INTEGER NOT NULL,
    Subject TEXT NOT NULL,
    SubjectId INTEGER NOT NULL,
    AmountMinor INTEGER NOT NULL,
    Currency TEXT NOT NULL,
    PRIMARY KEY (PostingId, Number)
) STRICT;

CREATE INDEX IX_LedgerEntry_Fund ON LedgerEntry (ProgrammeId, Year, Account, PostedOn);

CREATE INDEX IX_LedgerEntry_Subject ON LedgerEntry (Subject, SubjectId);

CREATE INDEX IX_LedgerEntry_PostedOn ON LedgerEntry (PostedOn, PostingId);

CREATE TRIGGER LedgerPosting_NoUpdate BEFORE UPDATE ON LedgerPosting BEGIN SELECT RAISE(ABORT, 'The ledger is append-only.'); END;

CREATE TRIGGER LedgerPosting_NoDelete BEFORE DELETE ON LedgerPosting BEGIN SELECT RAISE(ABORT, 'The ledger is append-only.'); END;

CREATE TRIGGER LedgerEntry_NoUpdate BEFORE UPDATE ON LedgerEntry BEGIN SELECT RAISE(ABORT, 'The ledger is append-only.'); END;

CREATE TRIGGER LedgerEntry_NoDelete BEFORE DELETE ON LedgerEntry BEGIN SELECT RAISE(ABORT, 'The ledger is append-only.'); END;

CREATE TABLE LedgerBalance
(
    ProgrammeId INTEGER NOT NULL REFERENCES Programme (Id),
    Year INTEGER NOT NULL,
    Account TEXT NOT NULL,
    Subject TEXT NOT NULL,
    SubjectId INTEGER NOT NULL,
    Currency TEXT NOT NULL,
    AmountMinor INTEGER NOT NULL,
    PRIMARY KEY (ProgrammeId, Year, Account, Subject, SubjectId, Currency)
) STRICT;

CREATE INDEX IX_LedgerBalance_Subject ON LedgerBalance (Subject, SubjectId, Account);

CREATE TABLE OverdrawRight
(
    PersonId INTEGER NOT NULL PRIMARY KEY REFERENCES Person (Id),
    GivenBy INTEGER NOT NULL REFERENCES Person (Id),
    GivenAt TEXT NOT NULL
) STRICT;

CREATE TABLE Upgrade
(
    Name TEXT NOT NULL PRIMARY KEY,
    DoneAt TEXT NOT NULL
) STRICT;
