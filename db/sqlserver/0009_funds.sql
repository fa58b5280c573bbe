-- Funds: funding sources, yearly budgets, the ledger with the balances kept beside it, and what the program brought up to date.

CREATE TABLE FundingSource
(
    Id bigint NOT NULL PRIMARY KEY,
    Name nvarchar(200) NOT NULL,
    Funder nvarchar(200),
    AccountCode nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Note nvarchar(max),
    ClosedAt datetime2(7),
    CreatedAt datetime2(7) NOT NULL,
    Version int NOT NULL,
    CONSTRAINT UX_FundingSource_Name UNIQUE (Name)
);
GO

CREATE TABLE FundBudget
(
    Id bigint NOT NULL PRIMARY KEY,
    ProgrammeId bigint NOT NULL REFERENCES Programme (Id),
    Year int NOT NULL,
    SourceId bigint NOT NULL REFERENCES FundingSource (Id),
    AmountMinor bigint NOT NULL,
    Currency nvarchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
    AccountCode nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Note nvarchar(max),
    ChangedAt datetime2(7) NOT NULL,
    ChangedBy bigint,
    Version int NOT NULL,
    CONSTRAINT UX_FundBudget_Source UNIQUE (ProgrammeId, Year, SourceId)
);
GO

CREATE INDEX IX_FundBudget_Source ON FundBudget (SourceId);
GO

CREATE TABLE LedgerPosting
(
    Id bigint NOT NULL PRIMARY KEY,
    PostingKey nvarchar(80) COLLATE Latin1_General_100_BIN2 NOT NULL,
    PostedOn date NOT NULL,
    PostedAt datetime2(7) NOT NULL,
    PostedBy bigint,
    OverdrawReason nvarchar(max),
    CONSTRAINT UX_LedgerPosting_Key UNIQUE (PostingKey)
);
GO

CREATE INDEX IX_LedgerPosting_PostedOn ON LedgerPosting (PostedOn, Id);
GO

CREATE TABLE LedgerEntry
(
    PostingId bigint NOT NULL REFERENCES LedgerPosting (Id),
    Number int NOT NULL,
    PostedOn date NOT NULL,
    Account nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    ProgrammeId bigint NOT NULL REFERENCES Programme (Id),
    Year int NOT NULL,
    Subject nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    SubjectId bigint NOT NULL,
    AmountMinor bigint NOT NULL,
    Currency nvarchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
    PRIMARY KEY (PostingId, Number)
);
GO

CREATE INDEX IX_LedgerEntry_Fund ON LedgerEntry (ProgrammeId, Year, Account, PostedOn);
GO

CREATE INDEX IX_LedgerEntry_Subject ON LedgerEntry (Subject, SubjectId);
GO

CREATE INDEX IX_LedgerEntry_PostedOn ON LedgerEntry (PostedOn, PostingId);
GO

CREATE TRIGGER LedgerPosting_AppendOnly ON LedgerPosting AFTER UPDATE, DELETE AS
BEGIN
    THROW 50001, N'The ledger is append-only.', 1;
END;
GO

CREATE TRIGGER LedgerEntry_AppendOnly ON LedgerEntry AFTER UPDATE, DELETE AS
BEGIN
    THROW 50001, N'The ledger is append-only.', 1;
END;
GO

CREATE TABLE LedgerBalance
(
    ProgrammeId bigint NOT NULL REFERENCES Programme (Id),
    Year int NOT NULL,
    Account nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Subject nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    SubjectId bigint NOT NULL,
    Currency nvarchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
    AmountMinor bigint NOT NULL,
    PRIMARY KEY (ProgrammeId, Year, Account, Subject, SubjectId, Currency)
);
GO

CREATE INDEX IX_LedgerBalance_Subject ON LedgerBalance (Subject, SubjectId, Account);
GO

CREATE TABLE OverdrawRight
(
    PersonId bigint NOT NULL PRIMARY KEY REFERENCES Person (Id),
    GivenBy bigint NOT NULL REFERENCES Person (Id),
    GivenAt datetime2(7) NOT NULL
);
GO

CREATE TABLE Upgrade
(
    Name nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    DoneAt datetime2(7) NOT NULL
);
GO
