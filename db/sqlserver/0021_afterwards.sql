-- What comes before and after an occasion: whether it takes place, materials, self-assessment and feedback, commitments.

ALTER TABLE Occasion ADD MinimumDays int NOT NULL CONSTRAINT DF_Occasion_MinimumDays DEFAULT 3;
GO

ALTER TABLE Occasion ADD MinimumAskedAt datetime2(7);
GO

ALTER TABLE Occasion ADD TakesPlaceAt datetime2(7);
GO

ALTER TABLE Occasion ADD TakesPlaceReason nvarchar(500);
GO

CREATE TABLE FeedbackForm
(
    Kind nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    SubjectId bigint NOT NULL,
    ChangedAt datetime2(7) NOT NULL,
    ChangedBy bigint,
    Version int NOT NULL,
    PRIMARY KEY (Kind, SubjectId)
);
GO

CREATE TABLE FeedbackQuestion
(
    Id bigint NOT NULL PRIMARY KEY,
    Kind nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    SubjectId bigint NOT NULL,
    Position int NOT NULL,
    Type nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Words nvarchar(300) NOT NULL,
    Choices nvarchar(1000) NOT NULL,
    RetiredAt datetime2(7)
);
GO

CREATE INDEX IX_FeedbackQuestion_Subject ON FeedbackQuestion (Kind, SubjectId, Position);
GO

CREATE TABLE FeedbackSheet
(
    BookingId bigint NOT NULL REFERENCES Booking (Id),
    Moment nvarchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL,
    OccasionId bigint NOT NULL REFERENCES Occasion (Id),
    AskedAt datetime2(7) NOT NULL,
    RemindedAt datetime2(7),
    FirstAt datetime2(7),
    ChangedAt datetime2(7),
    PRIMARY KEY (BookingId, Moment)
);
GO

CREATE INDEX IX_FeedbackSheet_Occasion ON FeedbackSheet (OccasionId, Moment, FirstAt);
GO

CREATE INDEX IX_FeedbackSheet_Waiting ON FeedbackSheet (AskedAt) WHERE FirstAt IS NULL AND RemindedAt IS NULL;
GO

CREATE TABLE FeedbackAnswer
(
    BookingId bigint NOT NULL REFERENCES Booking (Id),
    Moment nvarchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL,
    QuestionId bigint NOT NULL REFERENCES FeedbackQuestion (Id),
    Rating int,
    Words nvarchar(max),
    PRIMARY KEY (BookingId, Moment, QuestionId),
    CONSTRAINT CK_FeedbackAnswer_Rating CHECK (Rating BETWEEN 1 AND 5)
);
GO

CREATE INDEX IX_FeedbackAnswer_Question ON FeedbackAnswer (QuestionId);
GO

CREATE TABLE Material
(
    Id bigint NOT NULL PRIMARY KEY,
    OccasionId bigint NOT NULL REFERENCES Occasion (Id),
    Moment nvarchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Title nvarchar(200) NOT NULL,
    Language nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Url nvarchar(1000),
    FileId bigint REFERENCES StoredFile (Id),
    AddedAt datetime2(7) NOT NULL,
    AddedBy bigint NOT NULL,
    RemovedAt datetime2(7),
    CONSTRAINT CK_Material_What CHECK ((Url IS NULL AND FileId IS NOT NULL) OR (Url IS NOT NULL AND FileId IS NULL))
);
GO

CREATE INDEX IX_Material_Occasion ON Material (OccasionId, Id);
GO

CREATE INDEX IX_Material_Added ON Material (AddedAt);
GO

CREATE TABLE MaterialTold
(
    BookingId bigint NOT NULL REFERENCES Booking (Id),
    MaterialId bigint NOT NULL REFERENCES Material (Id),
    ToldAt datetime2(7) NOT NULL,
    PRIMARY KEY (BookingId, MaterialId)
);
GO

CREATE TABLE Commitment
(
    Id bigint NOT NULL PRIMARY KEY,
    OrganisationId bigint NOT NULL REFERENCES Organisation (Id),
    MadeBy nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    What nvarchar(500) NOT NULL,
    DueOn date NOT NULL,
    OwnerId bigint NOT NULL REFERENCES Person (Id),
    State nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Reason nvarchar(500),
    Origin nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    OriginId bigint,
    OriginTitle nvarchar(300),
    CreatedAt datetime2(7) NOT NULL,
    CreatedBy bigint NOT NULL,
    EndedAt datetime2(7),
    RemindedOn date,
    Version int NOT NULL
);
GO

CREATE INDEX IX_Commitment_Organisation ON Commitment (OrganisationId, State, DueOn);
GO

CREATE INDEX IX_Commitment_Owner ON Commitment (OwnerId, State, DueOn);
GO

CREATE INDEX IX_Commitment_Due ON Commitment (State, DueOn);
GO

CREATE INDEX IX_Commitment_Origin ON Commitment (Origin, OriginId);
GO
