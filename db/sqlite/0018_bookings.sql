-- Occasions that have seats, who has a place at them, and who waits for one.

CREATE TABLE Occasion
(
    Id INTEGER NOT NULL PRIMARY KEY,
    Kind TEXT NOT NULL,
    SubjectId INTEGER NOT NULL,
    Title TEXT NOT NULL,
    Path TEXT NOT NULL,
    State TEXT NOT NULL,
    CancelReason TEXT,
    TimeZone TEXT NOT NULL,
    StartsAt TEXT,
    EndsAt TEXT,
    Capacity INTEGER NOT NULL,
    Minimum INTEGER NOT NULL,
    PriorityPlaces INTEGER NOT NULL,
    PriorityUntil TEXT,
    PriorityKinds TEXT NOT NULL,
    PriorityDistricts TEXT NOT NULL,
    ByApproval INTEGER NOT NULL CHECK (ByApproval IN (0, 1)),
    OpensAt TEXT,
    ClosesAt TEXT,
    ChangeUntil TEXT,
    OfferHours INTEGER NOT NULL,
    MostTogether INTEGER NOT NULL,
    SeatsTaken INTEGER NOT NULL,
    PriorityTaken INTEGER NOT NULL,
    LastPlace INTEGER NOT NULL,
    AnnouncedAt TEXT,
    PublishedAt TEXT,
    OwnerId INTEGER NOT NULL REFERENCES Person (Id),
    CreatedAt TEXT NOT NULL,
    Version INTEGER NOT NULL,
    CONSTRAINT CK_Occasion_Seats CHECK (SeatsTaken >= 0 AND PriorityTaken >= 0 AND PriorityTaken <= SeatsTaken AND Capacity >= 0)
) STRICT;

CREATE INDEX IX_Occasion_Subject ON Occasion (Kind, SubjectId, StartsAt);

CREATE INDEX IX_Occasion_State ON Occasion (State, StartsAt);

CREATE TABLE OccasionSession
(
    Id INTEGER NOT NULL PRIMARY KEY,
    OccasionId INTEGER NOT NULL REFERENCES Occasion (Id),
    StartsAt TEXT NOT NULL,
    EndsAt TEXT NOT NULL,
    TimeZone TEXT NOT NULL,
    Mode TEXT NOT NULL,
    Title TEXT NOT NULL,
    VenueName TEXT NOT NULL,
    VenueAddress TEXT NOT NULL,
    VenueFacts TEXT NOT NULL,
    VenueNote TEXT NOT NULL,
    JoinLink TEXT,
    Uid TEXT NOT NULL,
    Sequence INTEGER NOT NULL,
    CancelledAt TEXT,
    Version INTEGER NOT NULL,
    CONSTRAINT CK_OccasionSession_Ends CHECK (EndsAt > StartsAt)
) STRICT;

CREATE INDEX IX_OccasionSession_Occasion ON OccasionSession (OccasionId, StartsAt);

CREATE TABLE BookingParty
(
    Id INTEGER NOT NULL PRIMARY KEY,
    OccasionId INTEGER NOT NULL REFERENCES Occasion (Id),
    OrganisationId INTEGER REFERENCES Organisation (Id),
    BookedBy INTEGER NOT NULL REFERENCES Person (Id),
    Together INTEGER NOT NULL CHECK (Together IN (0, 1)),
    Priority INTEGER NOT NULL CHECK (Priority IN (0, 1)),
    Place INTEGER NOT NULL,
    Note TEXT,
    Secret TEXT NOT NULL,
    CreatedAt TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX UX_BookingParty_Place ON BookingParty (OccasionId, Place);

CREATE UNIQUE INDEX UX_BookingParty_Secret ON BookingParty (Secret);

CREATE INDEX IX_BookingParty_BookedBy ON BookingParty (BookedBy, Id);

CREATE INDEX IX_BookingParty_Organisation ON BookingParty (OrganisationId);

CREATE TABLE Booking
(
    Id INTEGER NOT NULL PRIMARY KEY,
    Reference TEXT NOT NULL,
    OccasionId INTEGER NOT NULL REFERENCES Occasion (Id),
    PartyId INTEGER NOT NULL REFERENCES BookingParty (Id),
    PersonId INTEGER REFERENCES Person (Id),
    Name TEXT NOT NULL,
    Email TEXT NOT NULL,
    NormalizedEmail TEXT NOT NULL,
    Language TEXT NOT NULL,
    State TEXT NOT NULL,
    HeldUntil TEXT,
    Secret TEXT NOT NULL,
    TicketCode TEXT NOT NULL,
    CreatedAt TEXT NOT NULL,
    ConfirmedAt TEXT,
    EndedAt TEXT,
    EndReason TEXT,
    WeekRemindedAt TEXT,
    DayRemindedAt TEXT,
    Version INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX UX_Booking_OnceEach ON Booking (OccasionId, NormalizedEmail) WHERE State <> 'Cancelled';

CREATE UNIQUE INDEX UX_Booking_Reference ON Booking (Reference);

CREATE UNIQUE INDEX UX_Booking_Secret ON Booking (Secret);

CREATE UNIQUE INDEX UX_Booking_Ticket ON Booking (TicketCode);

CREATE INDEX IX_Booking_Party ON Booking (PartyId, Id);

CREATE INDEX IX_Booking_Occasion ON Booking (OccasionId, State, Id);

CREATE INDEX IX_Booking_Person ON Booking (PersonId, Id);

CREATE INDEX IX_Booking_Held ON Booking (HeldUntil);

CREATE TABLE Attendance
(
    BookingId INTEGER NOT NULL REFERENCES Booking (Id),
    SessionId INTEGER NOT NULL REFERENCES OccasionSession (Id),
    Present INTEGER NOT NULL CHECK (Present IN (0, 1)),
    NotedAt TEXT NOT NULL,
    NotedBy INTEGER,
    PRIMARY KEY (BookingId, SessionId)
) STRICT;

CREATE INDEX IX_Attendance_Session ON Attendance (SessionId);

CREATE TABLE NextInterest
(
    Id INTEGER NOT NULL PRIMARY KEY,
    Kind TEXT NOT NULL,
    SubjectId INTEGER NOT NULL,
    PersonId INTEGER NOT NULL REFERENCES Person (Id),
    CreatedAt TEXT NOT NULL,
    AnsweredAt TEXT,
    OccasionId INTEGER REFERENCES Occasion (Id)
) STRICT;

CREATE UNIQUE INDEX UX_NextInterest_OnceEach ON NextInterest (Kind, SubjectId, PersonId) WHERE AnsweredAt IS NULL;

CREATE INDEX IX_NextInterest_Person ON NextInterest (PersonId);
