-- Bank: batches of payments, bank statements and what their lines belong to.

CREATE TABLE PaymentBatch
(
    Id bigint NOT NULL PRIMARY KEY,
    Reference nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    State nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Currency nvarchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Payments int NOT NULL,
    SumMinor bigint NOT NULL,
    ExecuteOn date NOT NULL,
    PreparedBy bigint NOT NULL REFERENCES Person (Id),
    PreparedAt datetime2(7) NOT NULL,
    ReleasedBy bigint REFERENCES Person (Id),
    ReleasedAt datetime2(7),
    CancelledBy bigint REFERENCES Person (Id),
    CancelledAt datetime2(7),
    CancelReason nvarchar(1000),
    FileId bigint REFERENCES StoredFile (Id),
    FileHash nvarchar(64) COLLATE Latin1_General_100_BIN2,
    CsvFileId bigint REFERENCES StoredFile (Id),
    CsvHash nvarchar(64) COLLATE Latin1_General_100_BIN2,
    Version int NOT NULL,
    CONSTRAINT UX_PaymentBatch_Reference UNIQUE (Reference),
    CHECK (ReleasedBy IS NULL OR ReleasedBy <> PreparedBy),
    CHECK (State <> 'Released' OR (ReleasedBy IS NOT NULL AND FileId IS NOT NULL AND FileHash IS NOT NULL))
);
GO

CREATE INDEX IX_PaymentBatch_State ON PaymentBatch (State, Id);
GO

CREATE TABLE PaymentBatchLine
(
    PaymentId bigint NOT NULL PRIMARY KEY REFERENCES Payment (Id),
    BatchId bigint NOT NULL REFERENCES PaymentBatch (Id),
    Reference nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Part nvarchar(35) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Holder nvarchar(140) NOT NULL,
    AmountMinor bigint NOT NULL
);
GO

CREATE INDEX IX_PaymentBatchLine_Batch ON PaymentBatchLine (BatchId, PaymentId);
GO

CREATE INDEX IX_PaymentBatchLine_Part ON PaymentBatchLine (Part, PaymentId);
GO

CREATE TABLE BankStatement
(
    Id bigint NOT NULL PRIMARY KEY,
    FileId bigint NOT NULL REFERENCES StoredFile (Id),
    FileHash nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Name nvarchar(200) NOT NULL,
    Form nvarchar(4) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CsvColumns nvarchar(max),
    Headings nvarchar(64) COLLATE Latin1_General_100_BIN2,
    State nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    UploadedBy bigint NOT NULL REFERENCES Person (Id),
    UploadedAt datetime2(7) NOT NULL,
    BookedBy bigint REFERENCES Person (Id),
    BookedAt datetime2(7),
    FromOn date,
    ToOn date,
    NewLines int,
    KnownLines int,
    OffMinor bigint,
    Version int NOT NULL
);
GO

CREATE UNIQUE INDEX UX_BankStatement_File ON BankStatement (FileHash) WHERE State <> 'Dropped';
GO

CREATE INDEX IX_BankStatement_State ON BankStatement (State, Id);
GO

CREATE INDEX IX_BankStatement_Columns ON BankStatement (Headings, Id);
GO

CREATE TABLE BankLine
(
    Id bigint NOT NULL PRIMARY KEY,
    StatementId bigint NOT NULL REFERENCES BankStatement (Id),
    Fingerprint nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Number int NOT NULL,
    BookedOn date NOT NULL,
    AmountMinor bigint NOT NULL,
    Currency nvarchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
    IsCredit bit NOT NULL,
    BankReference nvarchar(140) COLLATE Latin1_General_100_BIN2,
    EndToEndId nvarchar(140) COLLATE Latin1_General_100_BIN2,
    Counterparty nvarchar(140),
    Text nvarchar(500),
    IsReturn bit NOT NULL,
    ReturnCode nvarchar(35) COLLATE Latin1_General_100_BIN2,
    State nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Effect nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Why nvarchar(40) COLLATE Latin1_General_100_BIN2,
    PaymentId bigint REFERENCES Payment (Id),
    Reference nvarchar(60) COLLATE Latin1_General_100_BIN2,
    ClearedBy bigint REFERENCES Person (Id),
    ClearedAt datetime2(7),
    ClearReason nvarchar(1000),
    Version int NOT NULL,
    CONSTRAINT UX_BankLine_Entry UNIQUE (Fingerprint, Number),
    CHECK (AmountMinor > 0),
    CHECK (State IN ('Matched', 'Open') OR (ClearedBy IS NOT NULL AND ClearReason IS NOT NULL))
);
GO

-- A payment goes out once and comes back once.
CREATE UNIQUE INDEX UX_BankLine_Payment ON BankLine (PaymentId, IsCredit) WHERE PaymentId IS NOT NULL;
GO

CREATE INDEX IX_BankLine_Statement ON BankLine (StatementId, Id);
GO

CREATE INDEX IX_BankLine_State ON BankLine (State, Id);
GO
