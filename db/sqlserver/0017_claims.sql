-- Claims of panel members: fees and expenses, decided by an officer and paid by the rules of every payment.

CREATE TABLE Claim
(
    Id bigint NOT NULL PRIMARY KEY,
    Reference nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    PersonId bigint NOT NULL REFERENCES Person (Id),
    CallId bigint NOT NULL REFERENCES Call (Id),
    Kind nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    State nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    OnDay date NOT NULL,
    ForWhat nvarchar(1000) NOT NULL,
    AmountMinor bigint NOT NULL,
    Currency nvarchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
    ReceiptId bigint REFERENCES StoredFile (Id),
    ProgrammeId bigint NOT NULL REFERENCES Programme (Id),
    Year int,
    SubmittedAt datetime2(7) NOT NULL,
    DecidedBy bigint,
    DecidedAt datetime2(7),
    Reason nvarchar(max),
    Version int NOT NULL,
    CONSTRAINT UX_Claim_Reference UNIQUE (Reference)
);
GO

CREATE INDEX IX_Claim_Person ON Claim (PersonId, Id);
GO

CREATE INDEX IX_Claim_State ON Claim (State, Id);
GO

CREATE INDEX IX_Claim_Call ON Claim (CallId);
GO
