-- Variations: budget lines and budget years of awards, what is changed about an award, and how it is paused or ended.

CREATE TABLE AwardBudgetLine
(
    AwardId bigint NOT NULL REFERENCES Award (Id),
    Number int NOT NULL,
    Name nvarchar(300) NOT NULL,
    AmountMinor bigint NOT NULL,
    AgreedMinor bigint NOT NULL,
    PRIMARY KEY (AwardId, Number)
);
GO

CREATE TABLE AwardYear
(
    AwardId bigint NOT NULL REFERENCES Award (Id),
    Year int NOT NULL,
    AmountMinor bigint NOT NULL,
    State nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    ProposedBy bigint,
    ProposedAt datetime2(7),
    ProposalNote nvarchar(max),
    DecidedBy bigint,
    DecidedAt datetime2(7),
    DecisionReason nvarchar(max),
    DocumentId bigint,
    RemindedAt datetime2(7),
    Version int NOT NULL,
    PRIMARY KEY (AwardId, Year)
);
GO

CREATE INDEX IX_AwardYear_State ON AwardYear (State, Year, AwardId);
GO

CREATE TABLE Variation
(
    Id bigint NOT NULL PRIMARY KEY,
    AwardId bigint NOT NULL REFERENCES Award (Id),
    Number int NOT NULL,
    Side nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    State nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Turn nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Reason nvarchar(max) NOT NULL,
    TermsBefore nvarchar(max) NOT NULL,
    TermsWanted nvarchar(max) NOT NULL,
    ChangeMinor bigint NOT NULL,
    MovedMinor bigint NOT NULL,
    CreatedBy bigint NOT NULL,
    CreatedAt datetime2(7) NOT NULL,
    AskedBy bigint,
    AskedAt datetime2(7),
    CityBy bigint,
    CityAt datetime2(7),
    Overdraw nvarchar(max),
    DecidedBy bigint,
    DecidedAt datetime2(7),
    DecisionNote nvarchar(max),
    AgreedName nvarchar(200),
    DocumentId bigint,
    Version int NOT NULL,
    CONSTRAINT UX_Variation_Number UNIQUE (AwardId, Number)
);
GO

CREATE UNIQUE INDEX UX_Variation_Asked ON Variation (AwardId) WHERE State = 'Asked';
GO

CREATE UNIQUE INDEX UX_Variation_Draft ON Variation (AwardId, Side) WHERE State = 'Draft';
GO

CREATE INDEX IX_Variation_State ON Variation (State, Turn, AskedAt, Id);
GO

CREATE TABLE BudgetMovement
(
    Id bigint NOT NULL PRIMARY KEY,
    AwardId bigint NOT NULL REFERENCES Award (Id),
    Since int NOT NULL,
    FromLine int NOT NULL,
    ToLine int NOT NULL,
    AmountMinor bigint NOT NULL,
    Reason nvarchar(max) NOT NULL,
    MovedBy bigint NOT NULL,
    MovedAt datetime2(7) NOT NULL
);
GO

CREATE INDEX IX_BudgetMovement_Award ON BudgetMovement (AwardId, Id);
GO

CREATE TABLE AwardStanding
(
    Id bigint NOT NULL PRIMARY KEY,
    AwardId bigint NOT NULL REFERENCES Award (Id),
    Act nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Reason nvarchar(max) NOT NULL,
    Letter nvarchar(max) NOT NULL,
    EffectiveOn date NOT NULL,
    StillPaidMinor bigint NOT NULL,
    OwedBackMinor bigint NOT NULL,
    ReleasedMinor bigint NOT NULL,
    ActedBy bigint NOT NULL,
    ActedAt datetime2(7) NOT NULL,
    DocumentId bigint
);
GO

CREATE INDEX IX_AwardStanding_Award ON AwardStanding (AwardId, Id);
GO

INSERT INTO AwardBudgetLine (AwardId, Number, Name, AmountMinor, AgreedMinor)
SELECT Id, 1, Title, AmountMinor, AmountMinor
FROM Award
WHERE Source = 'Portal';
GO

INSERT INTO AwardYear (AwardId, Year, AmountMinor, State, Version)
SELECT Id, YEAR(COALESCE(StartsOn, AwardedOn)), AmountMinor, 'Confirmed', 1
FROM Award
WHERE Source = 'Portal';
GO
