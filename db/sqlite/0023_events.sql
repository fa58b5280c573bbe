-- Events: their texts, agenda and speakers, small groups, who agreed to be shown, invitations; and what people at any occasion need.

CREATE TABLE Event
(
    Id INTEGER NOT NULL PRIMARY KEY,
    OccasionId INTEGER NOT NULL REFERENCES Occasion (Id),
    Slug TEXT NOT NULL,
    Kind TEXT NOT NULL,
    State TEXT NOT NULL,
    SourceLanguage TEXT NOT NULL,
    Languages TEXT NOT NULL,
    Themes TEXT NOT NULL,
    Districts TEXT NOT NULL,
    GroupsUntil TEXT,
    GuestsUntil TEXT,
    SearchText TEXT NOT NULL,
    OwnerId INTEGER NOT NULL REFERENCES Person (Id),
    CreatedAt TEXT NOT NULL,
    PublishedAt TEXT,
    Version INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX UX_Event_Slug ON Event (Slug);

CREATE UNIQUE INDEX UX_Event_Occasion ON Event (OccasionId);

CREATE INDEX IX_Event_State ON Event (State, Id);

CREATE TABLE EventText
(
    EventId INTEGER NOT NULL REFERENCES Event (Id),
    Language TEXT NOT NULL,
    Title TEXT NOT NULL,
    Summary TEXT NOT NULL,
    Description TEXT NOT NULL,
    Audience TEXT NOT NULL,
    Access TEXT NOT NULL,
    PRIMARY KEY (EventId, Language)
) STRICT;

CREATE TABLE EventSpeaker
(
    Id INTEGER NOT NULL PRIMARY KEY,
    EventId INTEGER NOT NULL REFERENCES Event (Id),
    Name TEXT NOT NULL,
    Work TEXT NOT NULL,
    Organisation TEXT NOT NULL,
    About TEXT NOT NULL,
    ConsentOn TEXT,
    Version INTEGER NOT NULL
) STRICT;

CREATE INDEX IX_EventSpeaker_Event ON EventSpeaker (EventId, Id);

CREATE TABLE AgendaItem
(
    Id INTEGER NOT NULL PRIMARY KEY,
    EventId INTEGER NOT NULL REFERENCES Event (Id),
    StartsAt TEXT NOT NULL,
    EndsAt TEXT NOT NULL,
    Title TEXT NOT NULL,
    Description TEXT NOT NULL,
    Track TEXT NOT NULL,
    Room TEXT NOT NULL,
    JoinLink TEXT,
    Version INTEGER NOT NULL,
    CONSTRAINT CK_AgendaItem_Ends CHECK (EndsAt > StartsAt)
) STRICT;

CREATE INDEX IX_AgendaItem_Event ON AgendaItem (EventId, StartsAt);

CREATE TABLE AgendaSpeaker
(
    ItemId INTEGER NOT NULL REFERENCES AgendaItem (Id),
    SpeakerId INTEGER NOT NULL REFERENCES EventSpeaker (Id),
    PRIMARY KEY (ItemId, SpeakerId)
) STRICT;

CREATE INDEX IX_AgendaSpeaker_Speaker ON AgendaSpeaker (SpeakerId);

CREATE TABLE GroupSlot
(
    Id INTEGER NOT NULL PRIMARY KEY,
    OccasionId INTEGER NOT NULL REFERENCES Occasion (Id),
    StartsAt TEXT NOT NULL,
    EndsAt TEXT NOT NULL,
    CONSTRAINT CK_GroupSlot_Ends CHECK (EndsAt > StartsAt)
) STRICT;

CREATE UNIQUE INDEX UX_GroupSlot_Start ON GroupSlot (OccasionId, StartsAt);

CREATE TABLE SmallGroup
(
    Id INTEGER NOT NULL PRIMARY KEY,
    SlotId INTEGER NOT NULL REFERENCES GroupSlot (Id),
    Title TEXT NOT NULL,
    About TEXT NOT NULL,
    Room TEXT NOT NULL,
    Seats INTEGER NOT NULL,
    Taken INTEGER NOT NULL,
    Version INTEGER NOT NULL,
    CONSTRAINT CK_SmallGroup_Seats CHECK (Taken >= 0 AND Seats >= 0)
) STRICT;

CREATE INDEX IX_SmallGroup_Slot ON SmallGroup (SlotId, Id);

CREATE TABLE GroupChoice
(
    BookingId INTEGER NOT NULL REFERENCES Booking (Id),
    SlotId INTEGER NOT NULL REFERENCES GroupSlot (Id),
    GroupId INTEGER NOT NULL REFERENCES SmallGroup (Id),
    ChosenAt TEXT NOT NULL,
    PRIMARY KEY (BookingId, SlotId)
) STRICT;

CREATE INDEX IX_GroupChoice_Group ON GroupChoice (GroupId, BookingId);

CREATE TABLE ShownGuest
(
    BookingId INTEGER NOT NULL PRIMARY KEY REFERENCES Booking (Id),
    OccasionId INTEGER NOT NULL REFERENCES Occasion (Id),
    AgreedAt TEXT NOT NULL,
    ShownUntil TEXT NOT NULL
) STRICT;

CREATE INDEX IX_ShownGuest_Occasion ON ShownGuest (OccasionId, BookingId);

CREATE TABLE EventInvitation
(
    Id INTEGER NOT NULL PRIMARY KEY,
    EventId INTEGER NOT NULL REFERENCES Event (Id),
    PersonId INTEGER NOT NULL REFERENCES Person (Id),
    OrganisationId INTEGER REFERENCES Organisation (Id),
    Secret TEXT NOT NULL,
    SentAt TEXT NOT NULL,
    SentBy INTEGER NOT NULL,
    DeclinedAt TEXT
) STRICT;

CREATE UNIQUE INDEX UX_EventInvitation_OnceEach ON EventInvitation (EventId, PersonId);

CREATE UNIQUE INDEX UX_EventInvitation_Secret ON EventInvitation (Secret);

CREATE INDEX IX_EventInvitation_Person ON EventInvitation (PersonId);

CREATE TABLE NoInvitations
(
    PersonId INTEGER NOT NULL PRIMARY KEY REFERENCES Person (Id),
    Since TEXT NOT NULL
) STRICT;

CREATE TABLE BookingNeed
(
    BookingId INTEGER NOT NULL PRIMARY KEY REFERENCES Booking (Id),
    OccasionId INTEGER NOT NULL REFERENCES Occasion (Id),
    Sealed TEXT NOT NULL,
    WrittenAt TEXT NOT NULL
) STRICT;

CREATE INDEX IX_BookingNeed_Occasion ON BookingNeed (OccasionId, BookingId);

CREATE TABLE OccasionOfficer
(
    OccasionId INTEGER NOT NULL REFERENCES Occasion (Id),
    PersonId INTEGER NOT NULL REFERENCES Person (Id),
    AddedAt TEXT NOT NULL,
    AddedBy INTEGER NOT NULL,
    PRIMARY KEY (OccasionId, PersonId)
) STRICT;

CREATE INDEX IX_OccasionOfficer_Person ON OccasionOfficer (PersonId);
