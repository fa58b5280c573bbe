-- Stripe: connected accounts, transfers and what became of them, events as they arrived; and money asked back.

CREATE TABLE StripeAccount
(
    AccountId nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    OrganisationId bigint NOT NULL REFERENCES Organisation (Id),
    Country nvarchar(2) COLLATE Latin1_General_100_BIN2 NOT NULL,
    DetailsSubmitted bit NOT NULL,
    TransfersOpen bit NOT NULL,
    PayoutsOpen bit NOT NULL,
    DisabledReason nvarchar(100),
    CurrentlyDue nvarchar(max) NOT NULL,
    PastDue nvarchar(max) NOT NULL,
    Pending nvarchar(max) NOT NULL,
    Deadline datetime2(7),
    ClosedAt datetime2(7),
    CreatedBy bigint NOT NULL REFERENCES Person (Id),
    CreatedAt datetime2(7) NOT NULL,
    SeenAt datetime2(7) NOT NULL
);
GO

CREATE UNIQUE INDEX UX_StripeAccount_Organisation ON StripeAccount (OrganisationId) WHERE ClosedAt IS NULL;
GO

CREATE INDEX IX_StripeAccount_AllOf ON StripeAccount (OrganisationId, CreatedAt);
GO

CREATE INDEX IX_StripeAccount_Seen ON StripeAccount (SeenAt);
GO

CREATE TABLE StripeTransfer
(
    Id bigint NOT NULL PRIMARY KEY,
    PaymentId bigint NOT NULL REFERENCES Payment (Id),
    RequestKey nvarchar(80) COLLATE Latin1_General_100_BIN2 NOT NULL,
    AccountId nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    AmountMinor bigint NOT NULL,
    Currency nvarchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
    State nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    AskedBy bigint NOT NULL REFERENCES Person (Id),
    AskedAt datetime2(7) NOT NULL,
    AnsweredAt datetime2(7),
    DoubtedAt datetime2(7),
    Faulted bit NOT NULL,
    Looks int NOT NULL,
    LookedAt datetime2(7),
    AnswerCode nvarchar(100),
    AnswerText nvarchar(max),
    TransferId nvarchar(60) COLLATE Latin1_General_100_BIN2,
    ArrivalId nvarchar(60) COLLATE Latin1_General_100_BIN2,
    PayoutId nvarchar(60) COLLATE Latin1_General_100_BIN2,
    BackAskedAt datetime2(7),
    Attention nvarchar(100),
    CONSTRAINT UX_StripeTransfer_Payment UNIQUE (PaymentId)
);
GO

CREATE UNIQUE INDEX UX_StripeTransfer_Transfer ON StripeTransfer (TransferId) WHERE TransferId IS NOT NULL;
GO

CREATE INDEX IX_StripeTransfer_State ON StripeTransfer (State, Id);
GO

CREATE INDEX IX_StripeTransfer_Arrival ON StripeTransfer (ArrivalId) WHERE ArrivalId IS NOT NULL;
GO

CREATE INDEX IX_StripeTransfer_Payout ON StripeTransfer (PayoutId) WHERE PayoutId IS NOT NULL;
GO

CREATE INDEX IX_StripeTransfer_Account ON StripeTransfer (AccountId, State);
GO

CREATE TABLE StripePayout
(
    PayoutId nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    AccountId nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Status nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    AmountMinor bigint NOT NULL,
    Currency nvarchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
    ArrivesOn date NOT NULL,
    FailureCode nvarchar(100),
    FailureText nvarchar(max),
    SeenAt datetime2(7) NOT NULL
);
GO

CREATE INDEX IX_StripePayout_Account ON StripePayout (AccountId, PayoutId);
GO

CREATE TABLE StripeEvent
(
    EventId nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    Type nvarchar(80) COLLATE Latin1_General_100_BIN2 NOT NULL,
    AccountId nvarchar(60) COLLATE Latin1_General_100_BIN2,
    ObjectId nvarchar(120) COLLATE Latin1_General_100_BIN2,
    ApiVersion nvarchar(40),
    HappenedAt datetime2(7) NOT NULL,
    ReceivedAt datetime2(7) NOT NULL,
    Effect nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL
);
GO

CREATE INDEX IX_StripeEvent_Received ON StripeEvent (ReceivedAt);
GO

CREATE TABLE Repayment
(
    Id bigint NOT NULL PRIMARY KEY,
    Reference nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    AwardId bigint NOT NULL REFERENCES Award (Id),
    OrganisationId bigint NOT NULL REFERENCES Organisation (Id),
    ProgrammeId bigint NOT NULL REFERENCES Programme (Id),
    AmountMinor bigint NOT NULL,
    ReceivedMinor bigint NOT NULL,
    SurplusMinor bigint NOT NULL,
    Currency nvarchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Reason nvarchar(max) NOT NULL,
    State nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    DueOn date NOT NULL,
    AskedBy bigint REFERENCES Person (Id),
    AskedAt datetime2(7) NOT NULL,
    RemindedAt datetime2(7),
    Reminders int NOT NULL,
    PaidOn date,
    ClosedBy bigint REFERENCES Person (Id),
    ClosedAt datetime2(7),
    CloseReason nvarchar(max),
    Version int NOT NULL,
    CONSTRAINT UX_Repayment_Reference UNIQUE (Reference),
    CHECK (AmountMinor > 0 AND ReceivedMinor >= 0 AND SurplusMinor >= 0 AND ReceivedMinor <= AmountMinor)
);
GO

CREATE INDEX IX_Repayment_Award ON Repayment (AwardId, Id);
GO

CREATE INDEX IX_Repayment_State ON Repayment (State, Id);
GO

CREATE TABLE RepaymentReceipt
(
    Id bigint NOT NULL PRIMARY KEY,
    RepaymentId bigint NOT NULL REFERENCES Repayment (Id),
    ReceiptKey nvarchar(120) COLLATE Latin1_General_100_BIN2 NOT NULL,
    How nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CountedMinor bigint NOT NULL,
    SurplusMinor bigint NOT NULL,
    Currency nvarchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
    ReceivedOn date NOT NULL,
    NotedBy bigint REFERENCES Person (Id),
    NotedAt datetime2(7) NOT NULL,
    Note nvarchar(max),
    GivenBackOn date,
    GivenBackBy bigint REFERENCES Person (Id),
    GivenBackNote nvarchar(max),
    CONSTRAINT UX_RepaymentReceipt_Key UNIQUE (ReceiptKey),
    CHECK (CountedMinor >= 0 AND SurplusMinor >= 0 AND CountedMinor + SurplusMinor > 0)
);
GO

CREATE INDEX IX_RepaymentReceipt_Repayment ON RepaymentReceipt (RepaymentId, Id);
GO

CREATE TABLE RepaymentLink
(
    LinkId nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    RepaymentId bigint NOT NULL REFERENCES Repayment (Id),
    AmountMinor bigint NOT NULL,
    Url nvarchar(500) NOT NULL,
    Active bit NOT NULL,
    MadeAt datetime2(7) NOT NULL,
    SeenAt datetime2(7) NOT NULL
);
GO

CREATE INDEX IX_RepaymentLink_Repayment ON RepaymentLink (RepaymentId, MadeAt);
GO

CREATE INDEX IX_RepaymentLink_Active ON RepaymentLink (Active, SeenAt);
GO
