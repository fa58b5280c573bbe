-- Messages from officers to many: written once, the recipients frozen before sending.

CREATE TABLE BulkMessage
(
    Id INTEGER NOT NULL PRIMARY KEY,
    Audience TEXT NOT NULL,
    AudienceAnswers TEXT NOT NULL,
    AudienceWords TEXT NOT NULL,
    Subject TEXT NOT NULL,
    Body TEXT NOT NULL,
    State TEXT NOT NULL,
    Recipients INTEGER NOT NULL,
    CreatedAt TEXT NOT NULL,
    CreatedBy INTEGER NOT NULL,
    SentAt TEXT,
    SentBy INTEGER,
    Version INTEGER NOT NULL
) STRICT;

CREATE INDEX IX_BulkMessage_State ON BulkMessage (State, Id);

CREATE TABLE BulkRecipient
(
    MessageId INTEGER NOT NULL REFERENCES BulkMessage (Id),
    Place INTEGER NOT NULL,
    PersonId INTEGER,
    Name TEXT NOT NULL,
    Address TEXT NOT NULL,
    Language TEXT NOT NULL,
    OutboxId INTEGER,
    PRIMARY KEY (MessageId, Place)
) STRICT;
