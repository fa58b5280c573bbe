-- E-mails filed to partners' records by forwarding, and reports of e-mails that did not arrive.

-- An officer's secret address for one partner; the secret itself is sealed.
CREATE TABLE ForwardingToken
(
    Id INTEGER NOT NULL PRIMARY KEY,
    OrganisationId INTEGER NOT NULL REFERENCES Organisation (Id),
    OfficerId INTEGER NOT NULL REFERENCES Person (Id),
    TokenHash TEXT NOT NULL,
    Sealed TEXT NOT NULL,
    CreatedAt TEXT NOT NULL,
    ActsFor INTEGER NOT NULL CHECK (ActsFor IN (0, 1)),
    UsedAt TEXT,
    RevokedAt TEXT,
    CONSTRAINT UX_ForwardingToken_Hash UNIQUE (TokenHash)
) STRICT;

CREATE UNIQUE INDEX UX_ForwardingToken_Holder ON ForwardingToken (OrganisationId, OfficerId) WHERE RevokedAt IS NULL;

CREATE INDEX IX_ForwardingToken_Officer ON ForwardingToken (OfficerId, RevokedAt);

-- EngagementId and ContactId are of tables whose records may go before this does.
CREATE TABLE InboundMail
(
    Id INTEGER NOT NULL PRIMARY KEY,
    UidValidity INTEGER,
    Uid INTEGER,
    MessageKey TEXT NOT NULL,
    State TEXT NOT NULL,
    Reason TEXT,
    ReasonArgs TEXT,
    TakenAt TEXT NOT NULL,
    SentAt TEXT,
    FromName TEXT NOT NULL,
    FromAddress TEXT NOT NULL,
    WriterName TEXT NOT NULL,
    WriterAddress TEXT NOT NULL,
    Subject TEXT NOT NULL,
    Bytes INTEGER NOT NULL,
    OrganisationId INTEGER REFERENCES Organisation (Id),
    OfficerId INTEGER REFERENCES Person (Id),
    EngagementId INTEGER,
    ContactId INTEGER,
    ContactName TEXT,
    ConfirmedAt TEXT,
    ConfirmedBy INTEGER,
    FileId INTEGER REFERENCES StoredFile (Id),
    AnswerId INTEGER,
    OutboxId INTEGER,
    Status TEXT,
    Version INTEGER NOT NULL,
    CONSTRAINT UX_InboundMail_Key UNIQUE (MessageKey)
) STRICT;

CREATE UNIQUE INDEX UX_InboundMail_Uid ON InboundMail (UidValidity, Uid) WHERE Uid IS NOT NULL;

CREATE INDEX IX_InboundMail_State ON InboundMail (State, Id);

CREATE INDEX IX_InboundMail_Officer ON InboundMail (OfficerId, TakenAt);

CREATE INDEX IX_InboundMail_Organisation ON InboundMail (OrganisationId, Id);

CREATE INDEX IX_InboundMail_Engagement ON InboundMail (EngagementId);

CREATE INDEX IX_InboundMail_Taken ON InboundMail (TakenAt);

CREATE INDEX IX_InboundMail_From ON InboundMail (FromAddress);

CREATE TABLE InboundPiece
(
    MailId INTEGER NOT NULL REFERENCES InboundMail (Id),
    Place INTEGER NOT NULL,
    Name TEXT NOT NULL,
    FileId INTEGER REFERENCES StoredFile (Id),
    Reason TEXT,
    ReasonArgs TEXT,
    PRIMARY KEY (MailId, Place)
) STRICT;

-- Where the mailbox was read last.
CREATE TABLE MailboxFolder
(
    Name TEXT NOT NULL PRIMARY KEY,
    UidValidity INTEGER NOT NULL,
    ReadAt TEXT NOT NULL
) STRICT;

-- What mail servers reported of our e-mails; each counts once for good and once for now.
CREATE TABLE MailBounce
(
    OutboxId INTEGER NOT NULL,
    Hard INTEGER NOT NULL CHECK (Hard IN (0, 1)),
    Address TEXT NOT NULL,
    Status TEXT NOT NULL,
    Words TEXT NOT NULL,
    At TEXT NOT NULL,
    PRIMARY KEY (OutboxId, Hard)
) STRICT;

CREATE INDEX IX_MailBounce_Address ON MailBounce (Address, At);

-- Addresses that take no e-mail, in lower case.
CREATE TABLE FailedAddress
(
    Address TEXT NOT NULL PRIMARY KEY,
    FailedAt TEXT NOT NULL,
    Status TEXT NOT NULL,
    Words TEXT NOT NULL
) STRICT;
