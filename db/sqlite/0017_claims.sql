-- Claims of panel members: fees and expenses, decided by an officer and paid by the rules of every payment.

CREATE TABLE Claim
(
    Id INTEGER NOT NULL PRIMARY KEY,
    Reference TEXT NOT NULL,
    PersonId INTEGER NOT NULL REFERENCES Person (Id),
    CallId INTEGER NOT NULL REFERENCES Call (Id),
    Kind TEXT NOT NULL,
    State TEXT NOT NULL,
    OnDay TEXT NOT NULL,
    ForWhat TEXT NOT NULL,
    AmountMinor INTEGER NOT NULL,
    Currency TEXT NOT NULL,
    ReceiptId INTEGER REFERENCES StoredFile (Id),
    ProgrammeId INTEGER NOT NULL REFERENCES Programme (Id),
    Year INTEGER,
    SubmittedAt TEXT NOT NULL,
    DecidedBy INTEGER,
    DecidedAt TEXT,
    Reason TEXT,
    Version INTEGER NOT NULL,
    CONSTRAINT UX_Claim_Reference UNIQUE (Reference)
) STRICT;

CREATE INDEX IX_Claim_Person ON Claim (PersonId, Id);

CREATE INDEX IX_Claim_State ON Claim (State, Id);

CREATE INDEX IX_Claim_Call ON Claim (CallId);
