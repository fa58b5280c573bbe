-- Events: their texts, agenda and speakers, small groups, who agreed to be shown, invitations; and what people at any occasion need.

CREATE TABLE Event
(
    Id bigint NOT NULL PRIMARY KEY,
    OccasionId bigint NOT NULL REFERENCES Occasion (Id),
    Slug nvarchar(120) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Kind nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    State nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    SourceLanguage nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Languages nvarchar(1000) NOT NULL,
    Themes nvarchar(1000) NOT NULL,
    Districts nvarchar(1000) NOT NULL,
    GroupsUntil datetime2(7),
    GuestsUntil datetime2(7),
    SearchText nvarchar(max) NOT NULL,
    OwnerId bigint NOT NULL REFERENCES Person (Id),
    CreatedAt datetime2(7) NOT NULL,
    PublishedAt datetime2(7),
    Version int NOT NULL
);
GO

CREATE UNIQUE INDEX UX_Event_Slug ON Event (Slug);
GO

CREATE UNIQUE INDEX UX_Event_Occasion ON Event (OccasionId);
GO

CREATE INDEX IX_Event_State ON Event (State, Id);
GO

CREATE TABLE EventText
(
    EventId bigint NOT NULL REFERENCES Event (Id),
    Language nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Title nvarchar(300) NOT NULL,
    Summary nvarchar(max) NOT NULL,
    Description nvarchar(max) NOT NULL,
    Audience nvarchar(max) NOT NULL,
    Access nvarchar(max) NOT NULL,
    PRIMARY KEY (EventId, Language)
);
GO

CREATE TABLE EventSpeaker
(
    Id bigint NOT NULL PRIMARY KEY,
    EventId bigint NOT NULL REFERENCES Event (Id),
    Name nvarchar(200) NOT NULL,
    Work nvarchar(200) NOT NULL,
    Organisation nvarchar(300) NOT NULL,
    About nvarchar(max) NOT NULL,
    ConsentOn date,
    Version int NOT NULL
);
GO

CREATE INDEX IX_EventSpeaker_Event ON EventSpeaker (EventId, Id);
GO

CREATE TABLE AgendaItem
(
    Id bigint NOT NULL PRIMARY KEY,
    EventId bigint NOT NULL REFERENCES Event (Id),
    StartsAt datetime2(7) NOT NULL,
    EndsAt datetime2(7) NOT NULL,
    Title nvarchar(300) NOT NULL,
    Description nvarchar(max) NOT NULL,
    Track nvarchar(100) NOT NULL,
    Room nvarchar(200) NOT NULL,
    JoinLink nvarchar(max),
    Version int NOT NULL,
    CONSTRAINT CK_AgendaItem_Ends CHECK (EndsAt > StartsAt)
);
GO

CREATE INDEX IX_AgendaItem_Event ON AgendaItem (EventId, StartsAt);
GO

CREATE TABLE AgendaSpeaker
(
    ItemId bigint NOT NULL REFERENCES AgendaItem (Id),
    SpeakerId bigint NOT NULL REFERENCES EventSpeaker (Id),
    PRIMARY KEY (ItemId, SpeakerId)
);
GO

CREATE INDEX IX_AgendaSpeaker_Speaker ON AgendaSpeaker (SpeakerId);
GO

CREATE TABLE GroupSlot
(
    Id bigint NOT NULL PRIMARY KEY,
    OccasionId bigint NOT NULL REFERENCES Occasion (Id),
    StartsAt datetime2(7) NOT NULL,
    EndsAt datetime2(7) NOT NULL,
    CONSTRAINT CK_GroupSlot_Ends CHECK (EndsAt > StartsAt)
);
GO

CREATE UNIQUE INDEX UX_GroupSlot_Start ON GroupSlot (OccasionId, StartsAt);
GO

CREATE TABLE SmallGroup
(
    Id bigint NOT NULL PRIMARY KEY,
    SlotId bigint NOT NULL REFERENCES GroupSlot (Id),
    Title nvarchar(300) NOT NULL,
    About nvarchar(max) NOT NULL,
    Room nvarchar(200) NOT NULL,
    Seats int NOT NULL,
    Taken int NOT NULL,
    Version int NOT NULL,
    CONSTRAINT CK_SmallGroup_Seats CHECK (Taken >= 0 AND Seats >= 0)
);
GO

CREATE INDEX IX_SmallGroup_Slot ON SmallGroup (SlotId, Id);
GO

CREATE TABLE GroupChoice
(
    BookingId bigint NOT NULL REFERENCES Booking (Id),
    SlotId bigint NOT NULL REFERENCES GroupSlot (Id),
    GroupId bigint NOT NULL REFERENCES SmallGroup (Id),
    ChosenAt datetime2(7) NOT NULL,
    PRIMARY KEY (BookingId, SlotId)
);
GO

CREATE INDEX IX_GroupChoice_Group ON GroupChoice (GroupId, BookingId);
GO

CREATE TABLE ShownGuest
(
    BookingId bigint NOT NULL PRIMARY KEY REFERENCES Booking (Id),
    OccasionId bigint NOT NULL REFERENCES Occasion (Id),
    AgreedAt datetime2(7) NOT NULL,
    ShownUntil datetime2(7) NOT NULL
);
GO

CREATE INDEX IX_ShownGuest_Occasion ON ShownGuest (OccasionId, BookingId);
GO

CREATE TABLE EventInvitation
(
    Id bigint NOT NULL PRIMARY KEY,
    EventId bigint NOT NULL REFERENCES Event (Id),
    PersonId bigint NOT NULL REFERENCES Person (Id),
    OrganisationId bigint REFERENCES Organisation (Id),
    Secret nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    SentAt datetime2(7) NOT NULL,
    SentBy bigint NOT NULL,
    DeclinedAt datetime2(7)
);
GO

CREATE UNIQUE INDEX UX_EventInvitation_OnceEach ON EventInvitation (EventId, PersonId);
GO

CREATE UNIQUE INDEX UX_EventInvitation_Secret ON EventInvitation (Secret);
GO

CREATE INDEX IX_EventInvitation_Person ON EventInvitation (PersonId);
GO

CREATE TABLE NoInvitations
(
    PersonId bigint NOT NULL PRIMARY KEY REFERENCES Person (Id),
    Since datetime2(7) NOT NULL
);
GO

CREATE TABLE BookingNeed
(
    BookingId bigint NOT NULL PRIMARY KEY REFERENCES Booking (Id),
    OccasionId bigint NOT NULL REFERENCES Occasion (Id),
    Sealed nvarchar(max) NOT NULL,
    WrittenAt datetime2(7) NOT NULL
);
GO

CREATE INDEX IX_BookingNeed_Occasion ON BookingNeed (OccasionId, BookingId);
GO

CREATE TABLE OccasionOfficer
(
    OccasionId bigint NOT NULL REFERENCES Occasion (Id),
    PersonId bigint NOT NULL REFERENCES Person (Id),
    AddedAt datetime2(7) NOT NULL,
    AddedBy bigint NOT NULL,
    PRIMARY KEY (OccasionId, PersonId)
);
GO

CREATE INDEX IX_OccasionOfficer_Person ON OccasionOfficer (PersonId);
GO
