-- Payments: whose accounts are paid, when an award is paid, what was paid.

CREATE TABLE PayeeAccount
(
    Id INTEGER NOT NULL PRIMARY KEY,
    OrganisationId INTEGER REFERENCES Organisation (Id),
    PersonId INTEGER REFERENCES Person (Id),
    Method TEXT NOT NULL,
    Scheme TEXT,
    State TEXT NOT NULL,
    Holder TEXT NOT NULL,
    Country TEXT NOT NULL,
    Sealed TEXT,
    Ending TEXT NOT NULL,
    ProviderId TEXT,
    EnteredBy INTEGER REFERENCES Person (Id),
    EnteredAt TEXT NOT NULL,
    NameCheck TEXT NOT NULL,
    NameCheckAnswer TEXT,
    NameCheckReason TEXT,
    NameCheckBy INTEGER REFERENCES Person (Id),
    NameCheckAt TEXT,
    DecidedBy INTEGER REFERENCES Person (Id),
    DecidedAt TEXT,
    RefusalReason TEXT,
    Version INTEGER NOT NULL,
    CHECK ((OrganisationId IS NULL AND PersonId IS NOT NULL) OR (OrganisationId IS NOT NULL AND PersonId IS NULL))
) STRICT;

CREATE UNIQUE INDEX UX_PayeeAccount_OrganisationWaiting ON PayeeAccount (OrganisationId) WHERE OrganisationId IS NOT NULL AND State = 'Waiting';

CREATE UNIQUE INDEX UX_PayeeAccount_OrganisationConfirmed ON PayeeAccount (OrganisationId) WHERE OrganisationId IS NOT NULL AND State = 'Confirmed';

CREATE UNIQUE INDEX UX_PayeeAccount_PersonWaiting ON PayeeAccount (PersonId) WHERE PersonId IS NOT NULL AND State = 'Waiting';

CREATE UNIQUE INDEX UX_PayeeAccount_PersonConfirmed ON PayeeAccount (PersonId) WHERE PersonId IS NOT NULL AND State = 'Confirmed';

CREATE UNIQUE INDEX UX_PayeeAccount_Provider ON PayeeAccount (ProviderId, State) WHERE ProviderId IS NOT NULL AND State = 'Confirmed';

CREATE INDEX IX_PayeeAccount_Organisation ON PayeeAccount (OrganisationId, Id);

CREATE INDEX IX_PayeeAccount_Person ON PayeeAccount (PersonId, Id);

CREATE INDEX IX_PayeeAccount_State ON PayeeAccount (State, Id);

CREATE TABLE PaymentHold
(
    Id INTEGER NOT NULL PRIMARY KEY,
    OrganisationId INTEGER REFERENCES Organisation (Id),
    PersonId INTEGER REFERENCES Person (Id),
    Kind TEXT NOT NULL,
    Reason TEXT NOT NULL,
    PlacedBy INTEGER REFERENCES Person (Id),
    PlacedAt TEXT NOT NULL,
    LiftedBy INTEGER REFERENCES Person (Id),
    LiftedAt TEXT,
    LiftReason TEXT,
    CHECK ((OrganisationId IS NULL AND PersonId IS NOT NULL) OR (OrganisationId IS NOT NULL AND PersonId IS NULL))
) STRICT;

CREATE UNIQUE INDEX UX_PaymentHold_Organisation ON PaymentHold (OrganisationId, Kind) WHERE OrganisationId IS NOT NULL AND LiftedAt IS NULL;

CREATE UNIQUE INDEX UX_PaymentHold_Person ON PaymentHold (PersonId, Kind) WHERE PersonId IS NOT NULL AND LiftedAt IS NULL;

CREATE INDEX IX_PaymentHold_Open ON PaymentHold (LiftedAt, Id);

CREATE TABLE Milestone
(
    Id INTEGER NOT NULL PRIMARY KEY,
    AwardId INTEGER NOT NULL REFERENCES Award (Id),
    Title TEXT NOT NULL,
    DueOn TEXT NOT NULL,
    Evidence TEXT,
    EvidenceFileId INTEGER REFERENCES StoredFile (Id),
    ToldAt TEXT,
    ToldBy INTEGER REFERENCES Person (Id),
    Answer TEXT,
    ReachedAt TEXT,
    ReachedBy INTEGER REFERENCES Person (Id),
    RemovedAt TEXT,
    Version INTEGER NOT NULL
) STRICT;

CREATE INDEX IX_Milestone_Award ON Milestone (AwardId, DueOn);

CREATE TABLE Instalment
(
    Id INTEGER NOT NULL PRIMARY KEY,
    AwardId INTEGER NOT NULL REFERENCES Award (Id),
    Number INTEGER NOT NULL,
    Year INTEGER NOT NULL,
    Title TEXT NOT NULL,
    AmountMinor INTEGER NOT NULL,
    Currency TEXT NOT NULL,
    Basis TEXT NOT NULL,
    DueOn TEXT NOT NULL,
    MilestoneId INTEGER REFERENCES Milestone (Id),
    ReportNumber INTEGER,
    MetAt TEXT,
    MetBy INTEGER REFERENCES Person (Id),
    MetNote TEXT,
    RemovedAt TEXT,
    Version INTEGER NOT NULL,
    CHECK (AmountMinor > 0)
) STRICT;

CREATE UNIQUE INDEX UX_Instalment_Number ON Instalment (AwardId, Number) WHERE RemovedAt IS NULL;

CREATE INDEX IX_Instalment_Milestone ON Instalment (MilestoneId) WHERE MilestoneId IS NOT NULL;

CREATE TABLE Payment
(
    Id INTEGER NOT NULL PRIMARY KEY,
    Reference TEXT NOT NULL,
    InstalmentId INTEGER REFERENCES Instalment (Id),
    ClaimId INTEGER,
    AwardId INTEGER REFERENCES Award (Id),
    OrganisationId INTEGER REFERENCES Organisation (Id),
    PersonId INTEGER REFERENCES Person (Id),
    ProgrammeId INTEGER NOT NULL REFERENCES Programme (Id),
    Year INTEGER NOT NULL,
    AmountMinor INTEGER NOT NULL,
    Currency TEXT NOT NULL,
    State TEXT NOT NULL,
    Method TEXT,
    PayeeAccountId INTEGER REFERENCES PayeeAccount (Id),
    Attempt INTEGER NOT NULL,
    DueOn TEXT NOT NULL,
    PreparedBy INTEGER REFERENCES Person (Id),
    PreparedAt TEXT,
    ApprovedBy INTEGER REFERENCES Person (Id),
    ApprovedAt TEXT,
    ReleasedBy INTEGER REFERENCES Person (Id),
    ReleasedAt TEXT,
    SentAt TEXT,
    PaidOn TEXT,
    PaidAt TEXT,
    FailedAt TEXT,
    FailureCode TEXT,
    FailureText TEXT,
    CancelledAt TEXT,
    CancelReason TEXT,
    BatchId INTEGER,
    ProviderId TEXT,
    CreatedAt TEXT NOT NULL,
    Version INTEGER NOT NULL,
    CONSTRAINT UX_Payment_Reference UNIQUE (Reference),
    CHECK (AmountMinor > 0),
    CHECK ((OrganisationId IS NULL AND PersonId IS NOT NULL) OR (OrganisationId IS NOT NULL AND PersonId IS NULL)),
    CHECK ((InstalmentId IS NULL AND ClaimId IS NOT NULL) OR (InstalmentId IS NOT NULL AND ClaimId IS NULL AND AwardId IS NOT NULL)),
    CHECK (ApprovedBy IS NULL OR ApprovedBy <> PreparedBy),
    CHECK (ReleasedBy IS NULL OR ReleasedBy <> PreparedBy)
) STRICT;

CREATE UNIQUE INDEX UX_Payment_LiveInstalment ON Payment (InstalmentId) WHERE InstalmentId IS NOT NULL AND State <> 'Failed' AND State <> 'Cancelled';

CREATE UNIQUE INDEX UX_Payment_LiveClaim ON Payment (ClaimId) WHERE ClaimId IS NOT NULL AND State <> 'Failed' AND State <> 'Cancelled';

CREATE UNIQUE INDEX UX_Payment_Attempt ON Payment (InstalmentId, Attempt) WHERE InstalmentId IS NOT NULL;

CREATE UNIQUE INDEX UX_Payment_ClaimAttempt ON Payment (ClaimId, Attempt) WHERE ClaimId IS NOT NULL;

CREATE UNIQUE INDEX UX_Payment_Provider ON Payment (ProviderId) WHERE ProviderId IS NOT NULL;

CREATE INDEX IX_Payment_State ON Payment (State, DueOn, Id);

CREATE INDEX IX_Payment_Award ON Payment (AwardId, Id);

CREATE INDEX IX_Payment_Organisation ON Payment (OrganisationId, State);

CREATE INDEX IX_Payment_Person ON Payment (PersonId, State);

CREATE INDEX IX_Payment_Payee ON Payment (PayeeAccountId, State);

CREATE INDEX IX_Payment_Batch ON Payment (BatchId, Id);

CREATE INDEX IX_Payment_Programme ON Payment (ProgrammeId, Year, State);

CREATE TABLE PaymentAnswer
(
    Id INTEGER NOT NULL PRIMARY KEY,
    PaymentId INTEGER NOT NULL REFERENCES Payment (Id),
    At TEXT NOT NULL,
    Source TEXT NOT NULL,
    Code TEXT NOT NULL,
    Text TEXT
) STRICT;

CREATE INDEX IX_PaymentAnswer_Payment ON PaymentAnswer (PaymentId, Id);
