-- Platform: audit trail, outbox, references, jobs, settings, files.

CREATE TABLE AuditHead
(
    Id bigint NOT NULL PRIMARY KEY,
    Sequence bigint NOT NULL,
    Hash nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL
);
GO

INSERT INTO AuditHead (Id, Sequence, Hash) VALUES (1, 0, N'');
GO

CREATE TABLE AuditEntry
(
    Sequence bigint NOT NULL,
    At datetime2(7) NOT NULL,
    PersonId bigint,
    Act nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    RecordType nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    RecordId bigint NOT NULL,
    Change nvarchar(max),
    PreviousHash nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Hash nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    PRIMARY KEY (Sequence)
);
GO

CREATE INDEX IX_AuditEntry_Record ON AuditEntry (RecordType, RecordId, Sequence);
GO

CREATE INDEX IX_AuditEntry_Person ON AuditEntry (PersonId, Sequence);
GO

CREATE INDEX IX_AuditEntry_Act ON AuditEntry (Act, Sequence);
GO

CREATE INDEX IX_AuditEntry_At ON AuditEntry (At);
GO

CREATE TRIGGER AuditEntry_AppendOnly ON AuditEntry AFTER UPDATE, DELETE AS
BEGIN
    THROW 50001, N'The audit trail is append-only.', 1;
END;
GO

CREATE TABLE ReferenceCounter
(
    Prefix nvarchar(8) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Year int NOT NULL,
    LastNumber bigint NOT NULL,
    PRIMARY KEY (Prefix, Year)
);
GO

CREATE TABLE OutboxMessage
(
    Id bigint NOT NULL PRIMARY KEY,
    MessageId nvarchar(80) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Kind nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Template nvarchar(80) COLLATE Latin1_General_100_BIN2 NOT NULL,
    PersonId bigint,
    ToAddress nvarchar(254) NOT NULL,
    ToName nvarchar(200) NOT NULL,
    Language nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Subject nvarchar(400) NOT NULL,
    HtmlBody nvarchar(max) NOT NULL,
    TextBody nvarchar(max) NOT NULL,
    RelatedType nvarchar(40) COLLATE Latin1_General_100_BIN2,
    RelatedId bigint,
    State nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Attempts int NOT NULL,
    NextAttemptAt datetime2(7) NOT NULL,
    LeaseOwner nvarchar(80) COLLATE Latin1_General_100_BIN2,
    LeaseUntil datetime2(7),
    LastError nvarchar(max),
    CreatedAt datetime2(7) NOT NULL,
    SentAt datetime2(7),
    DigestId bigint,
    Version int NOT NULL,
    CONSTRAINT UX_OutboxMessage_MessageId UNIQUE (MessageId)
);
GO

CREATE INDEX IX_OutboxMessage_Due ON OutboxMessage (State, NextAttemptAt, Id);
GO

CREATE INDEX IX_OutboxMessage_Person ON OutboxMessage (PersonId, Id);
GO

CREATE INDEX IX_OutboxMessage_Related ON OutboxMessage (RelatedType, RelatedId, Id);
GO

CREATE TABLE NoticePreference
(
    PersonId bigint NOT NULL,
    Frequency nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Version int NOT NULL,
    PRIMARY KEY (PersonId)
);
GO

CREATE TABLE JobRun
(
    Name nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    LeaseOwner nvarchar(80) COLLATE Latin1_General_100_BIN2,
    LeaseUntil datetime2(7),
    LastStartedAt datetime2(7),
    LastFinishedAt datetime2(7),
    LastError nvarchar(max),
    NextDueAt datetime2(7),
    PRIMARY KEY (Name)
);
GO

CREATE TABLE Setting
(
    Name nvarchar(80) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Value nvarchar(max) NOT NULL,
    UpdatedAt datetime2(7) NOT NULL,
    UpdatedBy bigint,
    Version int NOT NULL,
    PRIMARY KEY (Name)
);
GO

CREATE TABLE StoredFile
(
    Id bigint NOT NULL PRIMARY KEY,
    Hash nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Bytes bigint NOT NULL,
    ContentType nvarchar(120) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Name nvarchar(255) NOT NULL,
    CreatedAt datetime2(7) NOT NULL,
    CreatedBy bigint
);
GO

CREATE INDEX IX_StoredFile_Hash ON StoredFile (Hash);
GO
