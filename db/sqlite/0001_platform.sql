-- Platform: audit trail, outbox, references, jobs, settings, files.

CREATE TABLE AuditHead
(
    Id INTEGER NOT NULL PRIMARY KEY,
    Sequence INTEGER NOT NULL,
    Hash TEXT NOT NULL
) STRICT;

INSERT INTO AuditHead (Id, Sequence, Hash) VALUES (1, 0, '');

CREATE TABLE AuditEntry
(
    Sequence INTEGER NOT NULL,
    At TEXT NOT NULL,
    PersonId INTEGER,
    Act TEXT NOT NULL,
    RecordType TEXT NOT NULL,
    RecordId INTEGER NOT NULL,
    Change TEXT,
    PreviousHash TEXT NOT NULL,
    Hash TEXT NOT NULL,
    PRIMARY KEY (Sequence)
) STRICT;

CREATE INDEX IX_AuditEntry_Record ON AuditEntry (RecordType, RecordId, Sequence);

CREATE INDEX IX_AuditEntry_Person ON AuditEntry (PersonId, Sequence);

CREATE INDEX IX_AuditEntry_Act ON AuditEntry (Act, Sequence);

CREATE INDEX IX_AuditEntry_At ON AuditEntry (At);

CREATE TRIGGER AuditEntry_NoUpdate BEFORE UPDATE ON AuditEntry BEGIN SELECT RAISE(ABORT, 'The audit trail is append-only.'); END;

CREATE TRIGGER AuditEntry_NoDelete BEFORE DELETE ON AuditEntry BEGIN SELECT RAISE(ABORT, 'The audit trail is append-only.'); END;

CREATE TABLE ReferenceCounter
(
    Prefix TEXT NOT NULL,
    Year INTEGER NOT NULL,
    LastNumber INTEGER NOT NULL,
    PRIMARY KEY (Prefix, Year)
) STRICT;

CREATE TABLE OutboxMessage
(
    Id INTEGER NOT NULL PRIMARY KEY,
    MessageId TEXT NOT NULL,
    Kind TEXT NOT NULL,
    Template TEXT NOT NULL,
    PersonId INTEGER,
    ToAddress TEXT NOT NULL,
    ToName TEXT NOT NULL,
    Language TEXT NOT NULL,
    Subject TEXT NOT NULL,
    HtmlBody TEXT NOT NULL,
    TextBody TEXT NOT NULL,
    RelatedType TEXT,
    RelatedId INTEGER,
    State TEXT NOT NULL,
    Attempts INTEGER NOT NULL,
    NextAttemptAt TEXT NOT NULL,
    LeaseOwner TEXT,
    LeaseUntil TEXT,
    LastError TEXT,
    CreatedAt TEXT NOT NULL,
    SentAt TEXT,
    DigestId INTEGER,
    Version INTEGER NOT NULL,
    CONSTRAINT UX_OutboxMessage_MessageId UNIQUE (MessageId)
) STRICT;

CREATE INDEX IX_OutboxMessage_Due ON OutboxMessage (State, NextAttemptAt, Id);

CREATE INDEX IX_OutboxMessage_Person ON OutboxMessage (PersonId, Id);

CREATE INDEX IX_OutboxMessage_Related ON OutboxMessage (RelatedType, RelatedId, Id);

CREATE TABLE NoticePreference
(
    PersonId INTEGER NOT NULL,
    Frequency TEXT NOT NULL,
    Version INTEGER NOT NULL,
    PRIMARY KEY (PersonId)
) STRICT;

CREATE TABLE JobRun
(
    Name TEXT NOT NULL,
    LeaseOwner TEXT,
    LeaseUntil TEXT,
    LastStartedAt TEXT,
    LastFinishedAt TEXT,
    LastError TEXT,
    NextDueAt TEXT,
    PRIMARY KEY (Name)
) STRICT;

CREATE TABLE Setting
(
    Name TEXT NOT NULL,
    Value TEXT NOT NULL,
    UpdatedAt TEXT NOT NULL,
    UpdatedBy INTEGER,
    Version INTEGER NOT NULL,
    PRIMARY KEY (Name)
) STRICT;

CREATE TABLE StoredFile
(
    Id INTEGER NOT NULL PRIMARY KEY,
    Hash TEXT NOT NULL,
    Bytes INTEGER NOT NULL,
    ContentType TEXT NOT NULL,
    Name TEXT NOT NULL,
    CreatedAt TEXT NOT NULL,
    CreatedBy INTEGER
) STRICT;

CREATE INDEX IX_StoredFile_Hash ON StoredFile (Hash);
