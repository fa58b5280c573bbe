-- What places cost, what was asked, paid and given back for them, and the documents that say so.

ALTER TABLE Organisation ADD YearlyIncomeMinor bigint;
GO

ALTER TABLE Organisation ADD IncomeCurrency nvarchar(3) COLLATE Latin1_General_100_BIN2;
GO

CREATE TABLE OccasionFee
(
    OccasionId bigint NOT NULL PRIMARY KEY REFERENCES Occasion (Id),
    PriceMinor bigint NOT NULL,
    Currency nvarchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
    TaxName nvarchar(60) NOT NULL,
    TaxBasisPoints int NOT NULL,
    PartnerPercent int NOT NULL,
    PartnerByAward bit NOT NULL,
    PartnerKinds nvarchar(400) NOT NULL,
    SmallPercent int NOT NULL,
    SmallBelowMinor bigint,
    FullRefundDays int NOT NULL,
    LaterRefundPercent int NOT NULL,
    LaterRefundDays int NOT NULL,
    Version int NOT NULL,
    CONSTRAINT CK_OccasionFee_Price CHECK (PriceMinor >= 0)
);
GO

CREATE TABLE FeeCode
(
    Id bigint NOT NULL PRIMARY KEY,
    OccasionId bigint NOT NULL REFERENCES Occasion (Id),
    Code nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    PercentOff int NOT NULL,
    MostUses int NOT NULL,
    Uses int NOT NULL,
    ValidUntil datetime2(7),
    ClosedAt datetime2(7),
    CreatedAt datetime2(7) NOT NULL,
    CreatedBy bigint NOT NULL,
    CONSTRAINT CK_FeeCode_Uses CHECK (Uses >= 0 AND Uses <= MostUses)
);
GO

CREATE UNIQUE INDEX UX_FeeCode_Code ON FeeCode (OccasionId, Code);
GO

CREATE TABLE PartyFee
(
    PartyId bigint NOT NULL PRIMARY KEY REFERENCES BookingParty (Id),
    ListMinor bigint NOT NULL,
    PriceMinor bigint NOT NULL,
    Currency nvarchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
    TaxName nvarchar(60) NOT NULL,
    TaxBasisPoints int NOT NULL,
    Reason nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    PercentOff int NOT NULL,
    CodeId bigint REFERENCES FeeCode (Id),
    FullRefundDays int NOT NULL,
    LaterRefundPercent int NOT NULL,
    LaterRefundDays int NOT NULL
);
GO

CREATE INDEX IX_PartyFee_Code ON PartyFee (CodeId) WHERE CodeId IS NOT NULL;
GO

CREATE TABLE BookingCharge
(
    Id bigint NOT NULL PRIMARY KEY,
    PartyId bigint NOT NULL REFERENCES BookingParty (Id),
    OccasionId bigint NOT NULL REFERENCES Occasion (Id),
    State nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    AmountMinor bigint NOT NULL,
    Currency nvarchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CreatedAt datetime2(7) NOT NULL,
    PaidAt datetime2(7),
    EndedAt datetime2(7)
);
GO

CREATE INDEX IX_BookingCharge_Party ON BookingCharge (PartyId, Id);
GO

CREATE INDEX IX_BookingCharge_Occasion ON BookingCharge (OccasionId, Id);
GO

CREATE TABLE FeeCheckout
(
    Id bigint NOT NULL PRIMARY KEY,
    ChargeId bigint NOT NULL REFERENCES BookingCharge (Id),
    Number int NOT NULL,
    State nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    AmountMinor bigint NOT NULL,
    Currency nvarchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
    RequestKey nvarchar(80) COLLATE Latin1_General_100_BIN2 NOT NULL,
    SessionId nvarchar(120) COLLATE Latin1_General_100_BIN2,
    Url nvarchar(max),
    PaymentId nvarchar(120) COLLATE Latin1_General_100_BIN2,
    PaidMinor bigint NOT NULL,
    CreatedAt datetime2(7) NOT NULL,
    ExpiresAt datetime2(7) NOT NULL,
    LookedAt datetime2(7),
    PaidAt datetime2(7)
);
GO

CREATE UNIQUE INDEX UX_FeeCheckout_Number ON FeeCheckout (ChargeId, Number);
GO

CREATE UNIQUE INDEX UX_FeeCheckout_Key ON FeeCheckout (RequestKey);
GO

CREATE UNIQUE INDEX UX_FeeCheckout_Session ON FeeCheckout (SessionId) WHERE SessionId IS NOT NULL;
GO

CREATE INDEX IX_FeeCheckout_Payment ON FeeCheckout (PaymentId) WHERE PaymentId IS NOT NULL;
GO

CREATE INDEX IX_FeeCheckout_State ON FeeCheckout (State, ExpiresAt);
GO

CREATE TABLE ChargeLine
(
    Id bigint NOT NULL PRIMARY KEY,
    ChargeId bigint NOT NULL REFERENCES BookingCharge (Id),
    BookingId bigint NOT NULL REFERENCES Booking (Id),
    State nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    AmountMinor bigint NOT NULL,
    NetMinor bigint NOT NULL,
    TaxMinor bigint NOT NULL,
    CheckoutId bigint REFERENCES FeeCheckout (Id),
    DroppedAt datetime2(7),
    CONSTRAINT CK_ChargeLine_Adds CHECK (AmountMinor = NetMinor + TaxMinor)
);
GO

CREATE UNIQUE INDEX UX_ChargeLine_Living ON ChargeLine (BookingId) WHERE State IN ('Owed', 'Paid');
GO

CREATE INDEX IX_ChargeLine_Charge ON ChargeLine (ChargeId, Id);
GO

CREATE INDEX IX_ChargeLine_Booking ON ChargeLine (BookingId, Id);
GO

CREATE INDEX IX_ChargeLine_Checkout ON ChargeLine (CheckoutId) WHERE CheckoutId IS NOT NULL;
GO

CREATE TABLE FeeRefund
(
    Id bigint NOT NULL PRIMARY KEY,
    CheckoutId bigint NOT NULL REFERENCES FeeCheckout (Id),
    LineId bigint REFERENCES ChargeLine (Id),
    AmountMinor bigint NOT NULL,
    Currency nvarchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Reason nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    State nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Attempt int NOT NULL,
    ProviderId nvarchar(120) COLLATE Latin1_General_100_BIN2,
    AskedAt datetime2(7) NOT NULL,
    TriedAt datetime2(7),
    DoneAt datetime2(7),
    FailureCode nvarchar(80) COLLATE Latin1_General_100_BIN2,
    FailureText nvarchar(max),
    Note nvarchar(max),
    CONSTRAINT CK_FeeRefund_Amount CHECK (AmountMinor > 0)
);
GO

CREATE INDEX IX_FeeRefund_Checkout ON FeeRefund (CheckoutId, Id);
GO

CREATE INDEX IX_FeeRefund_State ON FeeRefund (State, Id);
GO

CREATE UNIQUE INDEX UX_FeeRefund_Provider ON FeeRefund (ProviderId) WHERE ProviderId IS NOT NULL;
GO

CREATE TABLE FeeDocument
(
    Id bigint NOT NULL PRIMARY KEY,
    Number nvarchar(30) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Kind nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    ChargeId bigint NOT NULL REFERENCES BookingCharge (Id),
    PartyId bigint NOT NULL REFERENCES BookingParty (Id),
    RefundId bigint REFERENCES FeeRefund (Id),
    AmountMinor bigint NOT NULL,
    TaxMinor bigint NOT NULL,
    Currency nvarchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Month int NOT NULL,
    Html nvarchar(max) NOT NULL,
    Hash nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    PdfId bigint REFERENCES StoredFile (Id),
    CreatedAt datetime2(7) NOT NULL
);
GO

CREATE UNIQUE INDEX UX_FeeDocument_Number ON FeeDocument (Number);
GO

CREATE INDEX IX_FeeDocument_Party ON FeeDocument (PartyId, Id);
GO

CREATE INDEX IX_FeeDocument_Charge ON FeeDocument (ChargeId, Id);
GO

CREATE INDEX IX_FeeDocument_Month ON FeeDocument (Month, Currency, Id);
GO

CREATE TABLE FeeDispute
(
    Id bigint NOT NULL PRIMARY KEY,
    CheckoutId bigint NOT NULL REFERENCES FeeCheckout (Id),
    ProviderId nvarchar(120) COLLATE Latin1_General_100_BIN2 NOT NULL,
    AmountMinor bigint NOT NULL,
    Currency nvarchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Reason nvarchar(80) COLLATE Latin1_General_100_BIN2 NOT NULL,
    State nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    AnswerBy datetime2(7),
    OpenedAt datetime2(7) NOT NULL,
    ClosedAt datetime2(7),
    NotedAt datetime2(7),
    NotedBy bigint,
    Note nvarchar(max)
);
GO

CREATE UNIQUE INDEX UX_FeeDispute_Provider ON FeeDispute (ProviderId);
GO

CREATE INDEX IX_FeeDispute_Checkout ON FeeDispute (CheckoutId, Id);
GO

CREATE INDEX IX_FeeDispute_State ON FeeDispute (State, Id);
GO

CREATE INDEX IX_FeeCheckout_Paid ON FeeCheckout (PaidAt, Id) WHERE PaidAt IS NOT NULL;
GO
