-- Variations: budget lines and budget years of awards, what is changed about an award, and how it is paused or ended.

CREATE TABLE AwardBudgetLine
(
    AwardId INTEGER NOT NULL REFERENCES Award (Id),
    Number INTEGER NOT NULL,
    Name TEXT NOT NULL,
    AmountMinor INTEGER NOT NULL,
    AgreedMinor INTEGER NOT NULL,
    PRIMARY KEY (AwardId, Number)
) STRICT;

CREATE TABLE AwardYear
(
    AwardId INTEGER NOT NULL REFERENCES Award (Id),
    Year INTEGER NOT NULL,
    AmountMinor INTEGER NOT NULL,
    State TEXT NOT NULL,
    ProposedBy INTEGER,
    ProposedAt TEXT,
    ProposalNote TEXT,
    DecidedBy INTEGER,
    DecidedAt TEXT,
    DecisionReason TEXT,
    DocumentId INTEGER,
    RemindedAt TEXT,
    Version INTEGER NOT NULL,
    PRIMARY KEY (AwardId, Year)
) STRICT;

CREATE INDEX IX_AwardYear_State ON AwardYear (State, Year, AwardId);

CREATE TABLE Variation
(
    Id INTEGER NOT NULL PRIMARY KEY,
    AwardId INTEGER NOT NULL REFERENCES Award (Id),
    Number INTEGER NOT NULL,
    Side TEXT NOT NULL,
    State TEXT NOT NULL,
    Turn TEXT NOT NULL,
    Reason TEXT NOT NULL,
    TermsBefore TEXT NOT NULL,
    TermsWanted TEXT NOT NULL,
    ChangeMinor INTEGER NOT NULL,
    MovedMinor INTEGER NOT NULL,
    CreatedBy INTEGER NOT NULL,
    CreatedAt TEXT NOT NULL,
    AskedBy INTEGER,
    AskedAt TEXT,
    CityBy INTEGER,
    CityAt TEXT,
    Overdraw TEXT,
    DecidedBy INTEGER,
    DecidedAt TEXT,
    DecisionNote TEXT,
    AgreedName TEXT,
    DocumentId INTEGER,
    Version INTEGER NOT NULL,
    CONSTRAINT UX_Variation_Number UNIQUE (AwardId, Number)
) STRICT;

CREATE UNIQUE INDEX UX_Variation_Asked ON Variation (AwardId) WHERE State = 'Asked';

CREATE UNIQUE INDEX UX_Variation_Draft ON Variation (AwardId, Side) WHERE State = 'Draft';

CREATE INDEX IX_Variation_State ON Variation (State, Turn, AskedAt, Id);

CREATE TABLE BudgetMovement
(
    Id INTEGER NOT NULL PRIMARY KEY,
    AwardId INTEGER NOT NULL REFERENCES Award (Id),
    Since INTEGER NOT NULL,
    FromLine INTEGER NOT NULL,
    ToLine INTEGER NOT NULL,
    AmountMinor INTEGER NOT NULL,
    Reason TEXT NOT NULL,
    MovedBy INTEGER NOT NULL,
    MovedAt TEXT NOT NULL
) STRICT;

CREATE INDEX IX_BudgetMovement_Award ON BudgetMovement (AwardId, Id);

CREATE TABLE AwardStanding
(
    Id INTEGER NOT NULL PRIMARY KEY,
    AwardId INTEGER NOT NULL REFERENCES Award (Id),
    Act TEXT NOT NULL,
    Reason TEXT NOT NULL,
    Letter TEXT NOT NULL,
    EffectiveOn TEXT NOT NULL,
    StillPaidMinor INTEGER NOT NULL,
    OwedBackMinor INTEGER NOT NULL,
    ReleasedMinor INTEGER NOT NULL,
    ActedBy INTEGER NOT NULL,
    ActedAt TEXT NOT NULL,
    DocumentId INTEGER
) STRICT;

CREATE INDEX IX_AwardStanding_Award ON AwardStanding (AwardId, Id);

INSERT INTO AwardBudgetLine (AwardId, Number, Name, AmountMinor, AgreedMinor)
SELECT Id, 1, Title, AmountMinor, AmountMinor
FROM Award
WHERE Source = 'Portal';

INSERT INTO AwardYear (AwardId, Year, AmountMinor, State, Version)
SELECT Id, CAST(substr(COALESCE(StartsOn, AwardedOn), 1, 4) AS INTEGER), AmountMinor, 'Confirmed', 1
FROM Award
WHERE Source = 'Portal';
