-- What partners offer and seek, introductions between them, whom to meet before an occasion, and who sits at which table.

CREATE TABLE PartnerProfile
(
    OrganisationId INTEGER NOT NULL PRIMARY KEY REFERENCES Organisation (Id),
    Visible INTEGER NOT NULL CHECK (Visible IN (0, 1)),
    VisibleAt TEXT,
    LetInAt TEXT,
    LetInBy INTEGER,
    AskedAt TEXT,
    Version INTEGER NOT NULL
) STRICT;

CREATE INDEX IX_PartnerProfile_LetIn ON PartnerProfile (LetInAt, OrganisationId);

CREATE TABLE PartnerEntry
(
    Id INTEGER NOT NULL PRIMARY KEY,
    OrganisationId INTEGER NOT NULL REFERENCES Organisation (Id),
    Side TEXT NOT NULL,
    Kind TEXT NOT NULL,
    Term TEXT NOT NULL,
    Words TEXT NOT NULL,
    Note TEXT NOT NULL,
    Until TEXT NOT NULL,
    ByOfficer INTEGER NOT NULL CHECK (ByOfficer IN (0, 1)),
    CreatedAt TEXT NOT NULL,
    CreatedBy INTEGER
) STRICT;

CREATE UNIQUE INDEX UX_PartnerEntry_OnceEach ON PartnerEntry (OrganisationId, Side, Kind, Term);

CREATE INDEX IX_PartnerEntry_Term ON PartnerEntry (Kind, Term, Until, OrganisationId);

CREATE INDEX IX_PartnerEntry_Until ON PartnerEntry (Until, OrganisationId);

CREATE TABLE Introduction
(
    Id INTEGER NOT NULL PRIMARY KEY,
    Reference TEXT NOT NULL,
    LowId INTEGER NOT NULL REFERENCES Organisation (Id),
    HighId INTEGER NOT NULL REFERENCES Organisation (Id),
    State TEXT NOT NULL,
    AskedFor INTEGER REFERENCES Organisation (Id),
    AskedBy INTEGER NOT NULL REFERENCES Person (Id),
    Words TEXT NOT NULL,
    Reasons TEXT NOT NULL,
    CreatedAt TEXT NOT NULL,
    LapsesAt TEXT,
    RemindedAt TEXT,
    MadeAt TEXT,
    OutcomeAskedAt TEXT,
    EndedAt TEXT,
    EndReason TEXT,
    Version INTEGER NOT NULL,
    CONSTRAINT CK_Introduction_Pair CHECK (LowId < HighId)
) STRICT;

CREATE UNIQUE INDEX UX_Introduction_Reference ON Introduction (Reference);

CREATE UNIQUE INDEX UX_Introduction_Going ON Introduction (LowId, HighId) WHERE State IN ('Proposed', 'Asked', 'AgreedByOne');

CREATE INDEX IX_Introduction_Low ON Introduction (LowId, State, Id);

CREATE INDEX IX_Introduction_High ON Introduction (HighId, State, Id);

CREATE INDEX IX_Introduction_State ON Introduction (State, Id);

CREATE INDEX IX_Introduction_Lapses ON Introduction (LapsesAt);

CREATE INDEX IX_Introduction_AskedFor ON Introduction (AskedFor, CreatedAt);

CREATE TABLE IntroductionSide
(
    IntroductionId INTEGER NOT NULL REFERENCES Introduction (Id),
    OrganisationId INTEGER NOT NULL REFERENCES Organisation (Id),
    AskedAt TEXT,
    Answer TEXT,
    AnsweredAt TEXT,
    AnsweredBy INTEGER,
    ContactId INTEGER REFERENCES Person (Id),
    ContactPhone TEXT,
    ForOfficer TEXT,
    Outcome TEXT,
    OutcomeWords TEXT,
    OutcomeAt TEXT,
    PRIMARY KEY (IntroductionId, OrganisationId)
) STRICT;

CREATE INDEX IX_IntroductionSide_Organisation ON IntroductionSide (OrganisationId, IntroductionId);

CREATE INDEX IX_IntroductionSide_Contact ON IntroductionSide (ContactId);

CREATE TABLE MeetingWish
(
    BookingId INTEGER NOT NULL PRIMARY KEY REFERENCES Booking (Id),
    OccasionId INTEGER NOT NULL REFERENCES Occasion (Id),
    Interests TEXT NOT NULL,
    AgreedAt TEXT NOT NULL,
    MailedAt TEXT
) STRICT;

CREATE INDEX IX_MeetingWish_Occasion ON MeetingWish (OccasionId, BookingId);

CREATE TABLE TablePlan
(
    OccasionId INTEGER NOT NULL PRIMARY KEY REFERENCES Occasion (Id),
    Tables INTEGER NOT NULL,
    Seats INTEGER NOT NULL,
    Rounds INTEGER NOT NULL,
    Method TEXT,
    SolvedAt TEXT,
    ShownAt TEXT,
    Version INTEGER NOT NULL
) STRICT;

CREATE TABLE TablePlace
(
    OccasionId INTEGER NOT NULL REFERENCES Occasion (Id),
    Round INTEGER NOT NULL,
    BookingId INTEGER NOT NULL REFERENCES Booking (Id),
    TableNumber INTEGER NOT NULL,
    Fixed INTEGER NOT NULL CHECK (Fixed IN (0, 1)),
    PRIMARY KEY (OccasionId, Round, BookingId)
) STRICT;

CREATE INDEX IX_TablePlace_Booking ON TablePlace (BookingId, Round);

CREATE TABLE TableWish
(
    OccasionId INTEGER NOT NULL REFERENCES Occasion (Id),
    LowId INTEGER NOT NULL REFERENCES Booking (Id),
    HighId INTEGER NOT NULL REFERENCES Booking (Id),
    Together INTEGER NOT NULL CHECK (Together IN (0, 1)),
    PRIMARY KEY (OccasionId, LowId, HighId),
    CONSTRAINT CK_TableWish_Pair CHECK (LowId < HighId)
) STRICT;

CREATE INDEX IX_Booking_Attended ON Booking (NormalizedEmail, State, OccasionId);
