-- Bank: batches of payments, bank statements and what their lines belong to.

CREATE TABLE PaymentBatch
(
    Id INTEGER NOT NULL PRIMARY KEY,
    Reference TEXT NOT NULL,
    State TEXT NOT NULL,
    Currency TEXT NOT NULL,
    Payments INTEGER NOT NULL,
    SumMinor INTEGER NOT NULL,
    ExecuteOn TEXT NOT NULL,
    PreparedBy INTEGER NOT NULL REFERENCES Person (Id),
    PreparedAt TEXT NOT NULL,
    ReleasedBy INTEGER REFERENCES Person (Id),
    ReleasedAt TEXT,
    CancelledBy INTEGER REFERENCES Person (Id),
    CancelledAt TEXT,
    CancelReason TEXT,
    FileId INTEGER REFERENCES StoredFile (Id),
    FileHash TEXT,
    CsvFileId INTEGER REFERENCES StoredFile (Id),
    CsvHash TEXT,
    Version INTEGER NOT NULL,
    CONSTRAINT UX_PaymentBatch_Reference UNIQUE (Reference),
    CHECK (ReleasedBy IS NULL OR ReleasedBy <> PreparedBy),
    CHECK (State <> 'Released' OR (ReleasedBy IS NOT NULL AND FileId IS NOT NULL AND FileHash IS NOT NULL))
) STRICT;

CREATE INDEX IX_PaymentBatch_State ON PaymentBatch (State, Id);

CREATE TABLE PaymentBatchLine
(
    PaymentId INTEGER NOT NULL PRIMARY KEY REFERENCES Payment (Id),
    BatchId INTEGER NOT NULL REFERENCES PaymentBatch (Id),
    Reference TEXT NOT NULL,
    Part TEXT NOT NULL,
    Holder TEXT NOT NULL,
    AmountMinor INTEGER NOT NULL
) STRICT;

CREATE INDEX IX_PaymentBatchLine_Batch ON PaymentBatchLine (BatchId, PaymentId);

CREATE INDEX IX_PaymentBatchLine_Part ON PaymentBatchLine (Part, PaymentId);

CREATE TABLE BankStatement
(
    Id INTEGER NOT NULL PRIMARY KEY,
    FileId INTEGER NOT NULL REFERENCES StoredFile (Id),
    FileHash TEXT NOT NULL,
    Name TEXT NOT NULL,
    Form TEXT NOT NULL,
    CsvColumns TEXT,
    Headings TEXT,
    State TEXT NOT NULL,
    UploadedBy INTEGER NOT NULL REFERENCES Person (Id),
    UploadedAt TEXT NOT NULL,
    BookedBy INTEGER REFERENCES Person (Id),
    BookedAt TEXT,
    FromOn TEXT,
    ToOn TEXT,
    NewLines INTEGER,
    KnownLines INTEGER,
    OffMinor INTEGER,
    Version INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX UX_BankStatement_File ON BankStatement (FileHash) WHERE State <> 'Dropped';

CREATE INDEX IX_BankStatement_State ON BankStatement (State, Id);

CREATE INDEX IX_BankStatement_Columns ON BankStatement (Headings, Id);

CREATE TABLE BankLine
(
    Id INTEGER NOT NULL PRIMARY KEY,
    StatementId INTEGER NOT NULL REFERENCES BankStatement (Id),
    Fingerprint TEXT NOT NULL,
    Number INTEGER NOT NULL,
    BookedOn TEXT NOT NULL,
    AmountMinor INTEGER NOT NULL,
    Currency TEXT NOT NULL,
    IsCredit INTEGER NOT NULL,
    BankReference TEXT,
    EndToEndId TEXT,
    Counterparty TEXT,
    Text TEXT,
    IsReturn INTEGER NOT NULL,
    ReturnCode TEXT,
    State TEXT NOT NULL,
    Effect TEXT NOT NULL,
    Why TEXT,
    PaymentId INTEGER REFERENCES Payment (Id),
    Reference TEXT,
    ClearedBy INTEGER REFERENCES Person (Id),
    ClearedAt TEXT,
    ClearReason TEXT,
    Version INTEGER NOT NULL,
    CONSTRAINT UX_BankLine_Entry UNIQUE (Fingerprint, Number),
    CHECK (AmountMinor > 0),
    CHECK (State IN ('Matched', 'Open') OR (ClearedBy IS NOT NULL AND ClearReason IS NOT NULL))
) STRICT;

-- A payment goes out once and comes back once.
CREATE UNIQUE INDEX UX_BankLine_Payment ON BankLine (PaymentId, IsCredit) WHERE PaymentId IS NOT NULL;

CREATE INDEX IX_BankLine_Statement ON BankLine (StatementId, Id);

CREATE INDEX IX_BankLine_State ON BankLine (State, Id);
