-- What goes out with an e-mail, the invitations people were sent, their calendar addresses, and who was checked in at a door.

CREATE TABLE OutboxEnclosure
(
    MessageId bigint NOT NULL REFERENCES OutboxMessage (Id),
    Number int NOT NULL,
    Place nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    FileName nvarchar(100) NOT NULL,
    ContentType nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Content varbinary(max) NOT NULL,
    PRIMARY KEY (MessageId, Number)
);
GO

CREATE TABLE BookingInvitation
(
    BookingId bigint NOT NULL REFERENCES Booking (Id),
    SessionId bigint NOT NULL REFERENCES OccasionSession (Id),
    Sequence int NOT NULL,
    SessionVersion int NOT NULL,
    Cancelled bit NOT NULL,
    SentAt datetime2(7) NOT NULL,
    PRIMARY KEY (BookingId, SessionId),
    CONSTRAINT CK_BookingInvitation_Sequence CHECK (Sequence >= 0)
);
GO

CREATE INDEX IX_BookingInvitation_Session ON BookingInvitation (SessionId);
GO

CREATE TABLE CalendarFeed
(
    PersonId bigint NOT NULL PRIMARY KEY REFERENCES Person (Id),
    Secret nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CreatedAt datetime2(7) NOT NULL
);
GO

CREATE UNIQUE INDEX UX_CalendarFeed_Secret ON CalendarFeed (Secret);
GO

CREATE TABLE CheckIn
(
    Id bigint NOT NULL PRIMARY KEY,
    ScanId nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    OccasionId bigint NOT NULL REFERENCES Occasion (Id),
    SessionId bigint NOT NULL REFERENCES OccasionSession (Id),
    BookingId bigint REFERENCES Booking (Id),
    ScannedAt datetime2(7) NOT NULL,
    ReceivedAt datetime2(7) NOT NULL,
    ScannedBy bigint NOT NULL REFERENCES Person (Id),
    Offline bit NOT NULL,
    LetIn bit NOT NULL,
    Answer nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    UndoneAt datetime2(7)
);
GO

CREATE UNIQUE INDEX UX_CheckIn_Scan ON CheckIn (OccasionId, ScanId);
GO

CREATE INDEX IX_CheckIn_Session ON CheckIn (SessionId, BookingId, ScannedAt);
GO
