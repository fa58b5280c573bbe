-- What partners offer and seek, introductions between them, whom to meet before an occasion, and who sits at which table.

CREATE TABLE PartnerProfile
(
    OrganisationId bigint NOT NULL PRIMARY KEY REFERENCES Organisation (Id),
    Visible bit NOT NULL,
    VisibleAt datetime2(7),
    LetInAt datetime2(7),
    LetInBy bigint,
    AskedAt datetime2(7),
    Version int NOT NULL
);
GO

CREATE INDEX IX_PartnerProfile_LetIn ON PartnerProfile (LetInAt, OrganisationId);
GO

CREATE TABLE PartnerEntry
(
    Id bigint NOT NULL PRIMARY KEY,
    OrganisationId bigint NOT NULL REFERENCES Organisation (Id),
    Side nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Kind nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Term nvarchar(120) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Words nvarchar(120) NOT NULL,
    Note nvarchar(600) NOT NULL,
    Until date NOT NULL,
    ByOfficer bit NOT NULL,
    CreatedAt datetime2(7) NOT NULL,
    CreatedBy bigint
);
GO

CREATE UNIQUE INDEX UX_PartnerEntry_OnceEach ON PartnerEntry (OrganisationId, Side, Kind, Term);
GO

CREATE INDEX IX_PartnerEntry_Term ON PartnerEntry (Kind, Term, Until, OrganisationId);
GO

CREATE INDEX IX_PartnerEntry_Until ON PartnerEntry (Until, OrganisationId);
GO

CREATE TABLE Introduction
(
    Id bigint NOT NULL PRIMARY KEY,
    Reference nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    LowId bigint NOT NULL REFERENCES Organisation (Id),
    HighId bigint NOT NULL REFERENCES Organisation (Id),
    State nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    AskedFor bigint REFERENCES Organisation (Id),
    AskedBy bigint NOT NULL REFERENCES Person (Id),
    Words nvarchar(max) NOT NULL,
    Reasons nvarchar(max) NOT NULL,
    CreatedAt datetime2(7) NOT NULL,
    LapsesAt datetime2(7),
    RemindedAt datetime2(7),
    MadeAt datetime2(7),
    OutcomeAskedAt datetime2(7),
    EndedAt datetime2(7),
    EndReason nvarchar(20) COLLATE Latin1_General_100_BIN2,
    Version int NOT NULL,
    CONSTRAINT CK_Introduction_Pair CHECK (LowId < HighId)
);
GO

CREATE UNIQUE INDEX UX_Introduction_Reference ON Introduction (Reference);
GO

CREATE UNIQUE INDEX UX_Introduction_Going ON Introduction (LowId, HighId) WHERE State IN ('Proposed', 'Asked', 'AgreedByOne');
GO

CREATE INDEX IX_Introduction_Low ON Introduction (LowId, State, Id);
GO

CREATE INDEX IX_Introduction_High ON Introduction (HighId, State, Id);
GO

CREATE INDEX IX_Introduction_State ON Introduction (State, Id);
GO

CREATE INDEX IX_Introduction_Lapses ON Introduction (LapsesAt);
GO

CREATE INDEX IX_Introduction_AskedFor ON Introduction (AskedFor, CreatedAt);
GO

CREATE TABLE IntroductionSide
(
    IntroductionId bigint NOT NULL REFERENCES Introduction (Id),
    OrganisationId bigint NOT NULL REFERENCES Organisation (Id),
    AskedAt datetime2(7),
    Answer nvarchar(20) COLLATE Latin1_General_100_BIN2,
    AnsweredAt datetime2(7),
    AnsweredBy bigint,
    ContactId bigint REFERENCES Person (Id),
    ContactPhone nvarchar(60),
    ForOfficer nvarchar(max),
    Outcome nvarchar(20) COLLATE Latin1_General_100_BIN2,
    OutcomeWords nvarchar(max),
    OutcomeAt datetime2(7),
    PRIMARY KEY (IntroductionId, OrganisationId)
);
GO

CREATE INDEX IX_IntroductionSide_Organisation ON IntroductionSide (OrganisationId, IntroductionId);
GO

CREATE INDEX IX_IntroductionSide_Contact ON IntroductionSide (ContactId);
GO

CREATE TABLE MeetingWish
(
    BookingId bigint NOT NULL PRIMARY KEY REFERENCES Booking (Id),
    OccasionId bigint NOT NULL REFERENCES Occasion (Id),
    Interests nvarchar(max) NOT NULL,
    AgreedAt datetime2(7) NOT NULL,
    MailedAt datetime2(7)
);
GO

CREATE INDEX IX_MeetingWish_Occasion ON MeetingWish (OccasionId, BookingId);
GO

CREATE TABLE TablePlan
(
    OccasionId bigint NOT NULL PRIMARY KEY REFERENCES Occasion (Id),
    Tables int NOT NULL,
    Seats int NOT NULL,
    Rounds int NOT NULL,
    Method nvarchar(20) COLLATE Latin1_General_100_BIN2,
    SolvedAt datetime2(7),
    ShownAt datetime2(7),
    Version int NOT NULL
);
GO

CREATE TABLE TablePlace
(
    OccasionId bigint NOT NULL REFERENCES Occasion (Id),
    Round int NOT NULL,
    BookingId bigint NOT NULL REFERENCES Booking (Id),
    TableNumber int NOT NULL,
    Fixed bit NOT NULL,
    PRIMARY KEY (OccasionId, Round, BookingId)
);
GO

CREATE INDEX IX_TablePlace_Booking ON TablePlace (BookingId, Round);
GO

CREATE TABLE TableWish
(
    OccasionId bigint NOT NULL REFERENCES Occasion (Id),
    LowId bigint NOT NULL REFERENCES Booking (Id),
    HighId bigint NOT NULL REFERENCES Booking (Id),
    Together bit NOT NULL,
    PRIMARY KEY (OccasionId, LowId, HighId),
    CONSTRAINT CK_TableWish_Pair CHECK (LowId < HighId)
);
GO

CREATE INDEX IX_Booking_Attended ON Booking (NormalizedEmail, State, OccasionId);
GO
