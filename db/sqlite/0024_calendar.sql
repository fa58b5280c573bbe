-- What goes out with an e-mail, the invitations people were sent, their calendar addresses, and who was checked in at a door.

CREATE TABLE OutboxEnclosure
(
    MessageId INTEGER NOT NULL REFERENCES OutboxMessage (Id),
    Number INTEGER NOT NULL,
    Place TEXT NOT NULL,
    FileName TEXT NOT NULL,
    ContentType TEXT NOT NULL,
    Content BLOB NOT NULL,
    PRIMARY KEY (MessageId, Number)
) STRICT;

CREATE TABLE BookingInvitation
(
    BookingId INTEGER NOT NULL REFERENCES Booking (Id),
    SessionId INTEGER NOT NULL REFERENCES OccasionSession (Id),
    Sequence INTEGER NOT NULL CHECK (Sequence >= 0),
    SessionVersion INTEGER NOT NULL,
    Cancelled INTEGER NOT NULL CHECK (Cancelled IN (0, 1)),
    SentAt TEXT NOT NULL,
    PRIMARY KEY (BookingId, SessionId)
) STRICT;

CREATE INDEX IX_BookingInvitation_Session ON BookingInvitation (SessionId);

CREATE TABLE CalendarFeed
(
    PersonId INTEGER NOT NULL PRIMARY KEY REFERENCES Person (Id),
    Secret TEXT NOT NULL,
    CreatedAt TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX UX_CalendarFeed_Secret ON CalendarFeed (Secret);

CREATE TABLE CheckIn
(
    Id INTEGER NOT NULL PRIMARY KEY,
    ScanId TEXT NOT NULL,
    OccasionId INTEGER NOT NULL REFERENCES Occasion (Id),
    SessionId INTEGER NOT NULL REFERENCES OccasionSession (Id),
    BookingId INTEGER REFERENCES Booking (Id),
    ScannedAt TEXT NOT NULL,
    ReceivedAt TEXT NOT NULL,
    ScannedBy INTEGER NOT NULL REFERENCES Person (Id),
    Offline INTEGER NOT NULL CHECK (Offline IN (0, 1)),
    LetIn INTEGER NOT NULL CHECK (LetIn IN (0, 1)),
    Answer TEXT NOT NULL,
    UndoneAt TEXT
) STRICT;

CREATE UNIQUE INDEX UX_CheckIn_Scan ON CheckIn (OccasionId, ScanId);

CREATE INDEX IX_CheckIn_Session ON CheckIn (SessionId, BookingId, ScannedAt);
