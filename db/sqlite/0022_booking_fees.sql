-- What places cost, what was asked, paid and given back for them, and the documents that say so.

ALTER TABLE Organisation ADD COLUMN YearlyIncomeMinor INTEGER;

ALTER TABLE Organisation ADD COLUMN IncomeCurrency TEXT;

CREATE TABLE OccasionFee
(
    OccasionId INTEGER NOT NULL PRIMARY KEY REFERENCES Occasion (Id),
    PriceMinor INTEGER NOT NULL,
    Currency TEXT NOT NULL,
    TaxName TEXT NOT NULL,
    TaxBasisPoints INTEGER NOT NULL,
    PartnerPercent INTEGER NOT NULL,
    PartnerByAward INTEGER NOT NULL CHECK (PartnerByAward IN (0, 1)),
    PartnerKinds TEXT NOT NULL,
    SmallPercent INTEGER NOT NULL,
    SmallBelowMinor INTEGER,
    FullRefundDays INTEGER NOT NULL,
    LaterRefundPercent INTEGER NOT NULL,
    LaterRefundDays INTEGER NOT NULL,
    Version INTEGER NOT NULL,
    CONSTRAINT CK_OccasionFee_Price CHECK (PriceMinor >= 0)
) STRICT;

CREATE TABLE FeeCode
(
    Id INTEGER NOT NULL PRIMARY KEY,
    OccasionId INTEGER NOT NULL REFERENCES Occasion (Id),
    Code TEXT NOT NULL,
    PercentOff INTEGER NOT NULL,
    MostUses INTEGER NOT NULL,
    Uses INTEGER NOT NULL,
    ValidUntil TEXT,
    ClosedAt TEXT,
    CreatedAt TEXT NOT NULL,
    CreatedBy INTEGER NOT NULL,
    CONSTRAINT CK_FeeCode_Uses CHECK (Uses >= 0 AND Uses <= MostUses)
) STRICT;

CREATE UNIQUE INDEX UX_FeeCode_Code ON FeeCode (OccasionId, Code);

CREATE TABLE PartyFee
(
    PartyId INTEGER NOT NULL PRIMARY KEY REFERENCES BookingParty (Id),
    ListMinor INTEGER NOT NULL,
    PriceMinor INTEGER NOT NULL,
    Currency TEXT NOT NULL,
    TaxName TEXT NOT NULL,
    TaxBasisPoints INTEGER NOT NULL,
    Reason TEXT NOT NULL,
    PercentOff INTEGER NOT NULL,
    CodeId INTEGER REFERENCES FeeCode (Id),
    FullRefundDays INTEGER NOT NULL,
    LaterRefundPercent INTEGER NOT NULL,
    LaterRefundDays INTEGER NOT NULL
) STRICT;

CREATE INDEX IX_PartyFee_Code ON PartyFee (CodeId) WHERE CodeId IS NOT NULL;

CREATE TABLE BookingCharge
(
    Id INTEGER NOT NULL PRIMARY KEY,
    PartyId INTEGER NOT NULL REFERENCES BookingParty (Id),
    OccasionId INTEGER NOT NULL REFERENCES Occasion (Id),
    State TEXT NOT NULL,
    AmountMinor INTEGER NOT NULL,
    Currency TEXT NOT NULL,
    CreatedAt TEXT NOT NULL,
    PaidAt TEXT,
    EndedAt TEXT
) STRICT;

CREATE INDEX IX_BookingCharge_Party ON BookingCharge (PartyId, Id);

CREATE INDEX IX_BookingCharge_Occasion ON BookingCharge (OccasionId, Id);

CREATE TABLE FeeCheckout
(
    Id INTEGER NOT NULL PRIMARY KEY,
    ChargeId INTEGER NOT NULL REFERENCES BookingCharge (Id),
    Number INTEGER NOT NULL,
    State TEXT NOT NULL,
    AmountMinor INTEGER NOT NULL,
    Currency TEXT NOT NULL,
    RequestKey TEXT NOT NULL,
    SessionId TEXT,
    Url TEXT,
    PaymentId TEXT,
    PaidMinor INTEGER NOT NULL,
    CreatedAt TEXT NOT NULL,
    ExpiresAt TEXT NOT NULL,
    LookedAt TEXT,
    PaidAt TEXT
) STRICT;

CREATE UNIQUE INDEX UX_FeeCheckout_Number ON FeeCheckout (ChargeId, Number);

CREATE UNIQUE INDEX UX_FeeCheckout_Key ON FeeCheckout (RequestKey);

CREATE UNIQUE INDEX UX_FeeCheckout_Session ON FeeCheckout (SessionId) WHERE SessionId IS NOT NULL;

CREATE INDEX IX_FeeCheckout_Payment ON FeeCheckout (PaymentId) WHERE PaymentId IS NOT NULL;

CREATE INDEX IX_FeeCheckout_State ON FeeCheckout (State, ExpiresAt);

CREATE TABLE ChargeLine
(
    Id INTEGER NOT NULL PRIMARY KEY,
    ChargeId INTEGER NOT NULL REFERENCES BookingCharge (Id),
    BookingId INTEGER NOT NULL REFERENCES Booking (Id),
    State TEXT NOT NULL,
    AmountMinor INTEGER NOT NULL,
    NetMinor INTEGER NOT NULL,
    TaxMinor INTEGER NOT NULL,
    CheckoutId INTEGER REFERENCES FeeCheckout (Id),
    DroppedAt TEXT,
    CONSTRAINT CK_ChargeLine_Adds CHECK (AmountMinor = NetMinor + TaxMinor)
) STRICT;

CREATE UNIQUE INDEX UX_ChargeLine_Living ON ChargeLine (BookingId) WHERE State IN ('Owed', 'Paid');

CREATE INDEX IX_ChargeLine_Charge ON ChargeLine (ChargeId, Id);

CREATE INDEX IX_ChargeLine_Booking ON ChargeLine (BookingId, Id);

CREATE INDEX IX_ChargeLine_Checkout ON ChargeLine (CheckoutId) WHERE CheckoutId IS NOT NULL;

CREATE TABLE FeeRefund
(
    Id INTEGER NOT NULL PRIMARY KEY,
    CheckoutId INTEGER NOT NULL REFERENCES FeeCheckout (Id),
    LineId INTEGER REFERENCES ChargeLine (Id),
    AmountMinor INTEGER NOT NULL,
    Currency TEXT NOT NULL,
    Reason TEXT NOT NULL,
    State TEXT NOT NULL,
    Attempt INTEGER NOT NULL,
    ProviderId TEXT,
    AskedAt TEXT NOT NULL,
    TriedAt TEXT,
    DoneAt TEXT,
    FailureCode TEXT,
    FailureText TEXT,
    Note TEXT,
    CONSTRAINT CK_FeeRefund_Amount CHECK (AmountMinor > 0)
) STRICT;

CREATE INDEX IX_FeeRefund_Checkout ON FeeRefund (CheckoutId, Id);

CREATE INDEX IX_FeeRefund_State ON FeeRefund (State, Id);

CREATE UNIQUE INDEX UX_FeeRefund_Provider ON FeeRefund (ProviderId) WHERE ProviderId IS NOT NULL;

CREATE TABLE FeeDocument
(
    Id INTEGER NOT NULL PRIMARY KEY,
    Number TEXT NOT NULL,
    Kind TEXT NOT NULL,
    ChargeId INTEGER NOT NULL REFERENCES BookingCharge (Id),
    PartyId INTEGER NOT NULL REFERENCES BookingParty (Id),
    RefundId INTEGER REFERENCES FeeRefund (Id),
    AmountMinor INTEGER NOT NULL,
    TaxMinor INTEGER NOT NULL,
    Currency TEXT NOT NULL,
    Month INTEGER NOT NULL,
    Html TEXT NOT NULL,
    Hash TEXT NOT NULL,
    PdfId INTEGER REFERENCES StoredFile (Id),
    CreatedAt TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX UX_FeeDocument_Number ON FeeDocument (Number);

CREATE INDEX IX_FeeDocument_Party ON FeeDocument (PartyId, Id);

CREATE INDEX IX_FeeDocument_Charge ON FeeDocument (ChargeId, Id);

CREATE INDEX IX_FeeDocument_Month ON FeeDocument (Month, Currency, Id);

CREATE TABLE FeeDispute
(
    Id INTEGER NOT NULL PRIMARY KEY,
    CheckoutId INTEGER NOT NULL REFERENCES FeeCheckout (Id),
    ProviderId TEXT NOT NULL,
    AmountMinor INTEGER NOT NULL,
    Currency TEXT NOT NULL,
    Reason TEXT NOT NULL,
    State TEXT NOT NULL,
    AnswerBy TEXT,
    OpenedAt TEXT NOT NULL,
    ClosedAt TEXT,
    NotedAt TEXT,
    NotedBy INTEGER,
    Note TEXT
) STRICT;

CREATE UNIQUE INDEX UX_FeeDispute_Provider ON FeeDispute (ProviderId);

CREATE INDEX IX_FeeDispute_Checkout ON FeeDispute (CheckoutId, Id);

CREATE INDEX IX_FeeDispute_State ON FeeDispute (State, Id);

CREATE INDEX IX_FeeCheckout_Paid ON FeeCheckout (PaidAt, Id) WHERE PaidAt IS NOT NULL;
