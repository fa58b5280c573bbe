-- Occasions that have seats, who has a place at them, and who waits for one.

CREATE TABLE Occasion
(
    Id bigint NOT NULL PRIMARY KEY,
    Kind nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    SubjectId bigint NOT NULL,
    Title nvarchar(300) NOT NULL,
    Path nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    State nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CancelReason nvarchar(max),
    TimeZone nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    StartsAt datetime2(7),
    EndsAt datetime2(7),
    Capacity int NOT NULL,
    Minimum int NOT NULL,
    PriorityPlaces int NOT NULL,
    PriorityUntil datetime2(7),
    PriorityKinds nvarchar(400) NOT NULL,
    PriorityDistricts nvarchar(max) NOT NULL,
    ByApproval bit NOT NULL,
    OpensAt datetime2(7),
    ClosesAt datetime2(7),
    ChangeUntil datetime2(7),
    OfferHours int NOT NULL,
    MostTogether int NOT NULL,
    SeatsTaken int NOT NULL,
    PriorityTaken int NOT NULL,
    LastPlace bigint NOT NULL,
    AnnouncedAt datetime2(7),
    PublishedAt datetime2(7),
    OwnerId bigint NOT NULL REFERENCES Person (Id),
    CreatedAt datetime2(7) NOT NULL,
    Version int NOT NULL,
    CONSTRAINT CK_Occasion_Seats CHECK (SeatsTaken >= 0 AND PriorityTaken >= 0 AND PriorityTaken <= SeatsTaken AND Capacity >= 0)
);
GO

CREATE INDEX IX_Occasion_Subject ON Occasion (Kind, SubjectId, StartsAt);
GO

CREATE INDEX IX_Occasion_State ON Occasion (State, StartsAt);
GO

CREATE TABLE OccasionSession
(
    Id bigint NOT NULL PRIMARY KEY,
    OccasionId bigint NOT NULL REFERENCES Occasion (Id),
    StartsAt datetime2(7) NOT NULL,
    EndsAt datetime2(7) NOT NULL,
    TimeZone nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Mode nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Title nvarchar(200) NOT NULL,
    VenueName nvarchar(200) NOT NULL,
    VenueAddress nvarchar(max) NOT NULL,
    VenueFacts nvarchar(400) NOT NULL,
    VenueNote nvarchar(max) NOT NULL,
    JoinLink nvarchar(max),
    Uid nvarchar(80) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Sequence int NOT NULL,
    CancelledAt datetime2(7),
    Version int NOT NULL,
    CONSTRAINT CK_OccasionSession_Ends CHECK (EndsAt > StartsAt)
);
GO

CREATE INDEX IX_OccasionSession_Occasion ON OccasionSession (OccasionId, StartsAt);
GO

CREATE TABLE BookingParty
(
    Id bigint NOT NULL PRIMARY KEY,
    OccasionId bigint NOT NULL REFERENCES Occasion (Id),
    OrganisationId bigint REFERENCES Organisation (Id),
    BookedBy bigint NOT NULL REFERENCES Person (Id),
    Together bit NOT NULL,
    Priority bit NOT NULL,
    Place bigint NOT NULL,
    Note nvarchar(max),
    Secret nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CreatedAt datetime2(7) NOT NULL
);
GO

CREATE UNIQUE INDEX UX_BookingParty_Place ON BookingParty (OccasionId, Place);
GO

CREATE UNIQUE INDEX UX_BookingParty_Secret ON BookingParty (Secret);
GO

CREATE INDEX IX_BookingParty_BookedBy ON BookingParty (BookedBy, Id);
GO

CREATE INDEX IX_BookingParty_Organisation ON BookingParty (OrganisationId);
GO

CREATE TABLE Booking
(
    Id bigint NOT NULL PRIMARY KEY,
    Reference nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    OccasionId bigint NOT NULL REFERENCES Occasion (Id),
    PartyId bigint NOT NULL REFERENCES BookingParty (Id),
    PersonId bigint REFERENCES Person (Id),
    Name nvarchar(200) NOT NULL,
    Email nvarchar(254) NOT NULL,
    NormalizedEmail nvarchar(254) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Language nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    State nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    HeldUntil datetime2(7),
    Secret nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    TicketCode nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CreatedAt datetime2(7) NOT NULL,
    ConfirmedAt datetime2(7),
    EndedAt datetime2(7),
    EndReason nvarchar(30) COLLATE Latin1_General_100_BIN2,
    WeekRemindedAt datetime2(7),
    DayRemindedAt datetime2(7),
    Version int NOT NULL
);
GO

CREATE UNIQUE INDEX UX_Booking_OnceEach ON Booking (OccasionId, NormalizedEmail) WHERE State <> 'Cancelled';
GO

CREATE UNIQUE INDEX UX_Booking_Reference ON Booking (Reference);
GO

CREATE UNIQUE INDEX UX_Booking_Secret ON Booking (Secret);
GO

CREATE UNIQUE INDEX UX_Booking_Ticket ON Booking (TicketCode);
GO

CREATE INDEX IX_Booking_Party ON Booking (PartyId, Id);
GO

CREATE INDEX IX_Booking_Occasion ON Booking (OccasionId, State, Id);
GO

CREATE INDEX IX_Booking_Person ON Booking (PersonId, Id);
GO

CREATE INDEX IX_Booking_Held ON Booking (HeldUntil);
GO

CREATE TABLE Attendance
(
    BookingId bigint NOT NULL REFERENCES Booking (Id),
    SessionId bigint NOT NULL REFERENCES OccasionSession (Id),
    Present bit NOT NULL,
    NotedAt datetime2(7) NOT NULL,
    NotedBy bigint,
    PRIMARY KEY (BookingId, SessionId)
);
GO

CREATE INDEX IX_Attendance_Session ON Attendance (SessionId);
GO

CREATE TABLE NextInterest
(
    Id bigint NOT NULL PRIMARY KEY,
    Kind nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    SubjectId bigint NOT NULL,
    PersonId bigint NOT NULL REFERENCES Person (Id),
    CreatedAt datetime2(7) NOT NULL,
    AnsweredAt datetime2(7),
    OccasionId bigint REFERENCES Occasion (Id)
);
GO

CREATE UNIQUE INDEX UX_NextInterest_OnceEach ON NextInterest (Kind, SubjectId, PersonId) WHERE AnsweredAt IS NULL;
GO

CREATE INDEX IX_NextInterest_Person ON NextInterest (PersonId);
GO
