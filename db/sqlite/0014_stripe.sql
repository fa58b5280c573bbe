-- Stripe: connected accounts, transfers and what became of them, events as they arrived; and money asked back.

CREATE TABLE StripeAccount
(
    AccountId TEXT NOT NULL PRIMARY KEY,
    OrganisationId INTEGER NOT NULL REFERENCES Organisation (Id),
    Country TEXT NOT NULL,
    DetailsSubmitted INTEGER NOT NULL,
    TransfersOpen INTEGER NOT NULL,
    PayoutsOpen INTEGER NOT NULL,
    DisabledReason TEXT,
    CurrentlyDue TEXT NOT NULL,
    PastDue TEXT NOT NULL,
    Pending TEXT NOT NULL,
    Deadline TEXT,
    ClosedAt TEXT,
    CreatedBy INTEGER NOT NULL REFERENCES Person (Id),
    CreatedAt TEXT NOT NULL,
    SeenAt TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX UX_StripeAccount_Organisation ON StripeAccount (OrganisationId) WHERE ClosedAt IS NULL;

CREATE INDEX IX_StripeAccount_AllOf ON StripeAccount (OrganisationId, CreatedAt);

CREATE INDEX IX_StripeAccount_Seen ON StripeAccount (SeenAt);

CREATE TABLE StripeTransfer
(
    Id INTEGER NOT NULL PRIMARY KEY,
    PaymentId INTEGER NOT NULL REFERENCES Payment (Id),
    RequestKey TEXT NOT NULL,
    AccountId TEXT NOT NULL,
    AmountMinor INTEGER NOT NULL,
    Currency TEXT NOT NULL,
    State TEXT NOT NULL,
    AskedBy INTEGER NOT NULL REFERENCES Person (Id),
    AskedAt TEXT NOT NULL,
    AnsweredAt TEXT,
    DoubtedAt TEXT,
    Faulted INTEGER NOT NULL,
    Looks INTEGER NOT NULL,
    LookedAt TEXT,
    AnswerCode TEXT,
    AnswerText TEXT,
    TransferId TEXT,
    ArrivalId TEXT,
    PayoutId TEXT,
    BackAskedAt TEXT,
    Attention TEXT,
    CONSTRAINT UX_StripeTransfer_Payment UNIQUE (PaymentId)
) STRICT;

CREATE UNIQUE INDEX UX_StripeTransfer_Transfer ON StripeTransfer (TransferId) WHERE TransferId IS NOT NULL;

CREATE INDEX IX_StripeTransfer_State ON StripeTransfer (State, Id);

CREATE INDEX IX_StripeTransfer_Arrival ON StripeTransfer (ArrivalId) WHERE ArrivalId IS NOT NULL;

CREATE INDEX IX_StripeTransfer_Payout ON StripeTransfer (PayoutId) WHERE PayoutId IS NOT NULL;

CREATE INDEX IX_StripeTransfer_Account ON StripeTransfer (AccountId, State);

CREATE TABLE StripePayout
(
    PayoutId TEXT NOT NULL PRIMARY KEY,
    AccountId TEXT NOT NULL,
    Status TEXT NOT NULL,
    AmountMinor INTEGER NOT NULL,
    Currency TEXT NOT NULL,
    ArrivesOn TEXT NOT NULL,
    FailureCode TEXT,
    FailureText TEXT,
    SeenAt TEXT NOT NULL
) STRICT;

CREATE INDEX IX_StripePayout_Account ON StripePayout (AccountId, PayoutId);

CREATE TABLE StripeEvent
(
    EventId TEXT NOT NULL PRIMARY KEY,
    Type TEXT NOT NULL,
    AccountId TEXT,
    ObjectId TEXT,
    ApiVersion TEXT,
    HappenedAt TEXT NOT NULL,
    ReceivedAt TEXT NOT NULL,
    Effect TEXT NOT NULL
) STRICT;

CREATE INDEX IX_StripeEvent_Received ON StripeEvent (ReceivedAt);

CREATE TABLE Repayment
(
    Id INTEGER NOT NULL PRIMARY KEY,
    Reference TEXT NOT NULL,
    AwardId INTEGER NOT NULL REFERENCES Award (Id),
    OrganisationId INTEGER NOT NULL REFERENCES Organisation (Id),
    ProgrammeId INTEGER NOT NULL REFERENCES Programme (Id),
    AmountMinor INTEGER NOT NULL,
    ReceivedMinor INTEGER NOT NULL,
    SurplusMinor INTEGER NOT NULL,
    Currency TEXT NOT NULL,
    Reason TEXT NOT NULL,
    State TEXT NOT NULL,
    DueOn TEXT NOT NULL,
    AskedBy INTEGER REFERENCES Person (Id),
    AskedAt TEXT NOT NULL,
    RemindedAt TEXT,
    Reminders INTEGER NOT NULL,
    PaidOn TEXT,
    ClosedBy INTEGER REFERENCES Person (Id),
    ClosedAt TEXT,
    CloseReason TEXT,
    Version INTEGER NOT NULL,
    CONSTRAINT UX_Repayment_Reference UNIQUE (Reference),
    CHECK (AmountMinor > 0 AND ReceivedMinor >= 0 AND SurplusMinor >= 0 AND ReceivedMinor <= AmountMinor)
) STRICT;

CREATE INDEX IX_Repayment_Award ON Repayment (AwardId, Id);

CREATE INDEX IX_Repayment_State ON Repayment (State, Id);

CREATE TABLE RepaymentReceipt
(
    Id INTEGER NOT NULL PRIMARY KEY,
    RepaymentId INTEGER NOT NULL REFERENCES Repayment (Id),
    ReceiptKey TEXT NOT NULL,
    How TEXT NOT NULL,
    CountedMinor INTEGER NOT NULL,
    SurplusMinor INTEGER NOT NULL,
    Currency TEXT NOT NULL,
    ReceivedOn TEXT NOT NULL,
    NotedBy INTEGER REFERENCES Person (Id),
    NotedAt TEXT NOT NULL,
    Note TEXT,
    GivenBackOn TEXT,
    GivenBackBy INTEGER REFERENCES Person (Id),
    GivenBackNote TEXT,
    CONSTRAINT UX_RepaymentReceipt_Key UNIQUE (ReceiptKey),
    CHECK (CountedMinor >= 0 AND SurplusMinor >= 0 AND CountedMinor + SurplusMinor > 0)
) STRICT;

CREATE INDEX IX_RepaymentReceipt_Repayment ON RepaymentReceipt (RepaymentId, Id);

CREATE TABLE RepaymentLink
(
    LinkId TEXT NOT NULL PRIMARY KEY,
    RepaymentId INTEGER NOT NULL REFERENCES Repayment (Id),
    AmountMinor INTEGER NOT NULL,
    Url TEXT NOT NULL,
    Active INTEGER NOT NULL,
    MadeAt TEXT NOT NULL,
    SeenAt TEXT NOT NULL
) STRICT;

CREATE INDEX IX_RepaymentLink_Repayment ON RepaymentLink (RepaymentId, MadeAt);

CREATE INDEX IX_RepaymentLink_Active ON RepaymentLink (Active, SeenAt);
