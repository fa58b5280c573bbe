-- Messages from officers to many: written once, the recipients frozen before sending.

CREATE TABLE BulkMessage
(
    Id bigint NOT NULL PRIMARY KEY,
    Audience nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    AudienceAnswers nvarchar(max) NOT NULL,
    AudienceWords nvarchar(400) NOT NULL,
    Subject nvarchar(200) NOT NULL,
    Body nvarchar(max) NOT NULL,
    State nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Recipients int NOT NULL,
    CreatedAt datetime2(7) NOT NULL,
    CreatedBy bigint NOT NULL,
    SentAt datetime2(7),
    SentBy bigint,
    Version int NOT NULL
);
GO

CREATE INDEX IX_BulkMessage_State ON BulkMessage (State, Id);
GO

CREATE TABLE BulkRecipient
(
    MessageId bigint NOT NULL REFERENCES BulkMessage (Id),
    Place int NOT NULL,
    PersonId bigint,
    Name nvarchar(200) NOT NULL,
    Address nvarchar(254) NOT NULL,
    Language nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    OutboxId bigint,
    PRIMARY KEY (MessageId, Place)
);
GO
