-- E-mails filed to partners' records by forwarding, and reports of e-mails that did not arrive.

-- An officer's secret address for one partner; the secret itself is sealed.
CREATE TABLE ForwardingToken
(
    Id bigint NOT NULL PRIMARY KEY,
    OrganisationId bigint NOT NULL REFERENCES Organisation (Id),
    OfficerId bigint NOT NULL REFERENCES Person (Id),
    TokenHash nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Sealed nvarchar(1000) NOT NULL,
    CreatedAt datetime2(7) NOT NULL,
    ActsFor bit NOT NULL,
    UsedAt datetime2(7),
    RevokedAt datetime2(7),
    CONSTRAINT UX_ForwardingToken_Hash UNIQUE (TokenHash)
);
GO

CREATE UNIQUE INDEX UX_ForwardingToken_Holder ON ForwardingToken (OrganisationId, OfficerId) WHERE RevokedAt IS NULL;
GO

CREATE INDEX IX_ForwardingToken_Officer ON ForwardingToken (OfficerId, RevokedAt);
GO

-- EngagementId and ContactId are of tables whose records may go before this does.
CREATE TABLE InboundMail
(
    Id bigint NOT NULL PRIMARY KEY,
    UidValidity bigint,
    Uid bigint,
    MessageKey nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    State nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Reason nvarchar(100),
    ReasonArgs nvarchar(500),
    TakenAt datetime2(7) NOT NULL,
    SentAt datetime2(7),
    FromName nvarchar(200) NOT NULL,
    FromAddress nvarchar(320) NOT NULL,
    WriterName nvarchar(200) NOT NULL,
    WriterAddress nvarchar(320) NOT NULL,
    Subject nvarchar(300) NOT NULL,
    Bytes bigint NOT NULL,
    OrganisationId bigint REFERENCES Organisation (Id),
    OfficerId bigint REFERENCES Person (Id),
    EngagementId bigint,
    ContactId bigint,
    ContactName nvarchar(200),
    ConfirmedAt datetime2(7),
    ConfirmedBy bigint,
    FileId bigint REFERENCES StoredFile (Id),
    AnswerId bigint,
    OutboxId bigint,
    Status nvarchar(20),
    Version int NOT NULL,
    CONSTRAINT UX_InboundMail_Key UNIQUE (MessageKey)
);
GO

CREATE UNIQUE INDEX UX_InboundMail_Uid ON InboundMail (UidValidity, Uid) WHERE Uid IS NOT NULL;
GO

CREATE INDEX IX_InboundMail_State ON InboundMail (State, Id);
GO

CREATE INDEX IX_InboundMail_Officer ON InboundMail (OfficerId, TakenAt);
GO

CREATE INDEX IX_InboundMail_Organisation ON InboundMail (OrganisationId, Id);
GO

CREATE INDEX IX_InboundMail_Engagement ON InboundMail (EngagementId);
GO

CREATE INDEX IX_InboundMail_Taken ON InboundMail (TakenAt);
GO

CREATE INDEX IX_InboundMail_From ON InboundMail (FromAddress);
GO

CREATE TABLE InboundPiece
(
    MailId bigint NOT NULL REFERENCES InboundMail (Id),
    Place int NOT NULL,
    Name nvarchar(300) NOT NULL,
    FileId bigint REFERENCES StoredFile (Id),
    Reason nvarchar(100),
    ReasonArgs nvarchar(500),
    PRIMARY KEY (MailId, Place)
);
GO

-- Where the mailbox was read last.
CREATE TABLE MailboxFolder
(
    Name nvarchar(300) NOT NULL PRIMARY KEY,
    UidValidity bigint NOT NULL,
    ReadAt datetime2(7) NOT NULL
);
GO

-- What mail servers reported of our e-mails; each counts once for good and once for now.
CREATE TABLE MailBounce
(
    OutboxId bigint NOT NULL,
    Hard bit NOT NULL,
    Address nvarchar(320) NOT NULL,
    Status nvarchar(20) NOT NULL,
    Words nvarchar(300) NOT NULL,
    At datetime2(7) NOT NULL,
    PRIMARY KEY (OutboxId, Hard)
);
GO

CREATE INDEX IX_MailBounce_Address ON MailBounce (Address, At);
GO

-- Addresses that take no e-mail, in lower case.
CREATE TABLE FailedAddress
(
    Address nvarchar(320) NOT NULL PRIMARY KEY,
    FailedAt datetime2(7) NOT NULL,
    Status nvarchar(20) NOT NULL,
    Words nvarchar(300) NOT NULL
);
GO
