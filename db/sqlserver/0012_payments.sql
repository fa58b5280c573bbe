-- Payments: whose accounts are paid, when an award is paid, what was paid.

CREATE TABLE PayeeAccount
(
    Id bigint NOT NULL PRIMARY KEY,
    OrganisationId bigint REFERENCES Organisation (Id),
    PersonId bigint REFERENCES Person (Id),
    Method nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Scheme nvarchar(8) COLLATE Latin1_General_100_BIN2,
    State nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Holder nvarchar(200) NOT NULL,
    Country nvarchar(2) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Sealed nvarchar(max),
    Ending nvarchar(8) COLLATE Latin1_General_100_BIN2 NOT NULL,
    ProviderId nvarchar(100) COLLATE Latin1_General_100_BIN2,
    EnteredBy bigint REFERENCES Person (Id),
    EnteredAt datetime2(7) NOT NULL,
    NameCheck nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    NameCheckAnswer nvarchar(300),
    NameCheckReason nvarchar(1000),
    NameCheckBy bigint REFERENCES Person (Id),
    NameCheckAt datetime2(7),
    DecidedBy bigint REFERENCES Person (Id),
    DecidedAt datetime2(7),
    RefusalReason nvarchar(1000),
    Version int NOT NULL,
    CHECK ((OrganisationId IS NULL AND PersonId IS NOT NULL) OR (OrganisationId IS NOT NULL AND PersonId IS NULL))
);
GO

CREATE UNIQUE INDEX UX_PayeeAccount_OrganisationWaiting ON PayeeAccount (OrganisationId) WHERE OrganisationId IS NOT NULL AND State = 'Waiting';
GO

CREATE UNIQUE INDEX UX_PayeeAccount_OrganisationConfirmed ON PayeeAccount (OrganisationId) WHERE OrganisationId IS NOT NULL AND State = 'Confirmed';
GO

CREATE UNIQUE INDEX UX_PayeeAccount_PersonWaiting ON PayeeAccount (PersonId) WHERE PersonId IS NOT NULL AND State = 'Waiting';
GO

CREATE UNIQUE INDEX UX_PayeeAccount_PersonConfirmed ON PayeeAccount (PersonId) WHERE PersonId IS NOT NULL AND State = 'Confirmed';
GO

CREATE UNIQUE INDEX UX_PayeeAccount_Provider ON PayeeAccount (ProviderId, State) WHERE ProviderId IS NOT NULL AND State = 'Confirmed';
GO

CREATE INDEX IX_PayeeAccount_Organisation ON PayeeAccount (OrganisationId, Id);
GO

CREATE INDEX IX_PayeeAccount_Person ON PayeeAccount (PersonId, Id);
GO

CREATE INDEX IX_PayeeAccount_State ON PayeeAccount (State, Id);
GO

CREATE TABLE PaymentHold
(
    Id bigint NOT NULL PRIMARY KEY,
    OrganisationId bigint REFERENCES Organisation (Id),
    PersonId bigint REFERENCES Person (Id),
    Kind nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Reason nvarchar(1000) NOT NULL,
    PlacedBy bigint REFERENCES Person (Id),
    PlacedAt datetime2(7) NOT NULL,
    LiftedBy bigint REFERENCES Person (Id),
    LiftedAt datetime2(7),
    LiftReason nvarchar(1000),
    CHECK ((OrganisationId IS NULL AND PersonId IS NOT NULL) OR (OrganisationId IS NOT NULL AND PersonId IS NULL))
);
GO

CREATE UNIQUE INDEX UX_PaymentHold_Organisation ON PaymentHold (OrganisationId, Kind) WHERE OrganisationId IS NOT NULL AND LiftedAt IS NULL;
GO

CREATE UNIQUE INDEX UX_PaymentHold_Person ON PaymentHold (PersonId, Kind) WHERE PersonId IS NOT NULL AND LiftedAt IS NULL;
GO

CREATE INDEX IX_PaymentHold_Open ON PaymentHold (LiftedAt, Id);
GO

CREATE TABLE Milestone
(
    Id bigint NOT NULL PRIMARY KEY,
    AwardId bigint NOT NULL REFERENCES Award (Id),
    Title nvarchar(200) NOT NULL,
    DueOn date NOT NULL,
    Evidence nvarchar(max),
    EvidenceFileId bigint REFERENCES StoredFile (Id),
    ToldAt datetime2(7),
    ToldBy bigint REFERENCES Person (Id),
    Answer nvarchar(1000),
    ReachedAt datetime2(7),
    ReachedBy bigint REFERENCES Person (Id),
    RemovedAt datetime2(7),
    Version int NOT NULL
);
GO

CREATE INDEX IX_Milestone_Award ON Milestone (AwardId, DueOn);
GO

CREATE TABLE Instalment
(
    Id bigint NOT NULL PRIMARY KEY,
    AwardId bigint NOT NULL REFERENCES Award (Id),
    Number int NOT NULL,
    Year int NOT NULL,
    Title nvarchar(200) NOT NULL,
    AmountMinor bigint NOT NULL,
    Currency nvarchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Basis nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    DueOn date NOT NULL,
    MilestoneId bigint REFERENCES Milestone (Id),
    ReportNumber int,
    MetAt datetime2(7),
    MetBy bigint REFERENCES Person (Id),
    MetNote nvarchar(1000),
    RemovedAt datetime2(7),
    Version int NOT NULL,
    CHECK (AmountMinor > 0)
);
GO

CREATE UNIQUE INDEX UX_Instalment_Number ON Instalment (AwardId, Number) WHERE RemovedAt IS NULL;
GO

CREATE INDEX IX_Instalment_Milestone ON Instalment (MilestoneId) WHERE MilestoneId IS NOT NULL;
GO

CREATE TABLE Payment
(
    Id bigint NOT NULL PRIMARY KEY,
    Reference nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    InstalmentId bigint REFERENCES Instalment (Id),
    ClaimId bigint,
    AwardId bigint REFERENCES Award (Id),
    OrganisationId bigint REFERENCES Organisation (Id),
    PersonId bigint REFERENCES Person (Id),
    ProgrammeId bigint NOT NULL REFERENCES Programme (Id),
    Year int NOT NULL,
    AmountMinor bigint NOT NULL,
    Currency nvarchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
    State nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Method nvarchar(12) COLLATE Latin1_General_100_BIN2,
    PayeeAccountId bigint REFERENCES PayeeAccount (Id),
    Attempt int NOT NULL,
    DueOn date NOT NULL,
    PreparedBy bigint REFERENCES Person (Id),
    PreparedAt datetime2(7),
    ApprovedBy bigint REFERENCES Person (Id),
    ApprovedAt datetime2(7),
    ReleasedBy bigint REFERENCES Person (Id),
    ReleasedAt datetime2(7),
    SentAt datetime2(7),
    PaidOn date,
    PaidAt datetime2(7),
    FailedAt datetime2(7),
    FailureCode nvarchar(60) COLLATE Latin1_General_100_BIN2,
    FailureText nvarchar(1000),
    CancelledAt datetime2(7),
    CancelReason nvarchar(1000),
    BatchId bigint,
    ProviderId nvarchar(100) COLLATE Latin1_General_100_BIN2,
    CreatedAt datetime2(7) NOT NULL,
    Version int NOT NULL,
    CONSTRAINT UX_Payment_Reference UNIQUE (Reference),
    CHECK (AmountMinor > 0),
    CHECK ((OrganisationId IS NULL AND PersonId IS NOT NULL) OR (OrganisationId IS NOT NULL AND PersonId IS NULL)),
    CHECK ((InstalmentId IS NULL AND ClaimId IS NOT NULL) OR (InstalmentId IS NOT NULL AND ClaimId IS NULL AND AwardId IS NOT NULL)),
    CHECK (ApprovedBy IS NULL OR ApprovedBy <> PreparedBy),
    CHECK (ReleasedBy IS NULL OR ReleasedBy <> PreparedBy)
);
GO

CREATE UNIQUE INDEX UX_Payment_LiveInstalment ON Payment (InstalmentId) WHERE InstalmentId IS NOT NULL AND State <> 'Failed' AND State <> 'Cancelled';
GO

CREATE UNIQUE INDEX UX_Payment_LiveClaim ON Payment (ClaimId) WHERE ClaimId IS NOT NULL AND State <> 'Failed' AND State <> 'Cancelled';
GO

CREATE UNIQUE INDEX UX_Payment_Attempt ON Payment (InstalmentId, Attempt) WHERE InstalmentId IS NOT NULL;
GO

CREATE UNIQUE INDEX UX_Payment_ClaimAttempt ON Payment (ClaimId, Attempt) WHERE ClaimId IS NOT NULL;
GO

CREATE UNIQUE INDEX UX_Payment_Provider ON Payment (ProviderId) WHERE ProviderId IS NOT NULL;
GO

CREATE INDEX IX_Payment_State ON Payment (State, DueOn, Id);
GO

CREATE INDEX IX_Payment_Award ON Payment (AwardId, Id);
GO

CREATE INDEX IX_Payment_Organisation ON Payment (OrganisationId, State);
GO

CREATE INDEX IX_Payment_Person ON Payment (PersonId, State);
GO

CREATE INDEX IX_Payment_Payee ON Payment (PayeeAccountId, State);
GO

CREATE INDEX IX_Payment_Batch ON Payment (BatchId, Id);
GO

CREATE INDEX IX_Payment_Programme ON Payment (ProgrammeId, Year, State);
GO

CREATE TABLE PaymentAnswer
(
    Id bigint NOT NULL PRIMARY KEY,
    PaymentId bigint NOT NULL REFERENCES Payment (Id),
    At datetime2(7) NOT NULL,
    Source nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Code nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Text nvarchar(1000)
);
GO

CREATE INDEX IX_PaymentAnswer_Payment ON PaymentAnswer (PaymentId, Id);
GO
