-- What comes before and after an occasion: whether it takes place, materials, self-assessment and feedback, commitments.

ALTER TABLE Occasion ADD COLUMN MinimumDays INTEGER NOT NULL DEFAULT 3;

ALTER TABLE Occasion ADD COLUMN MinimumAskedAt TEXT;

ALTER TABLE Occasion ADD COLUMN TakesPlaceAt TEXT;

ALTER TABLE Occasion ADD COLUMN TakesPlaceReason TEXT;

CREATE TABLE FeedbackForm
(
    Kind TEXT NOT NULL,
    SubjectId INTEGER NOT NULL,
    ChangedAt TEXT NOT NULL,
    ChangedBy INTEGER,
    Version INTEGER NOT NULL,
    PRIMARY KEY (Kind, SubjectId)
) STRICT;

CREATE TABLE FeedbackQuestion
(
    Id INTEGER NOT NULL PRIMARY KEY,
    Kind TEXT NOT NULL,
    SubjectId INTEGER NOT NULL,
    Position INTEGER NOT NULL,
    Type TEXT NOT NULL,
    Words TEXT NOT NULL,
    Choices TEXT NOT NULL,
    RetiredAt TEXT
) STRICT;

CREATE INDEX IX_FeedbackQuestion_Subject ON FeedbackQuestion (Kind, SubjectId, Position);

CREATE TABLE FeedbackSheet
(
    BookingId INTEGER NOT NULL REFERENCES Booking (Id),
    Moment TEXT NOT NULL,
    OccasionId INTEGER NOT NULL REFERENCES Occasion (Id),
    AskedAt TEXT NOT NULL,
    RemindedAt TEXT,
    FirstAt TEXT,
    ChangedAt TEXT,
    PRIMARY KEY (BookingId, Moment)
) STRICT;

CREATE INDEX IX_FeedbackSheet_Occasion ON FeedbackSheet (OccasionId, Moment, FirstAt);

CREATE INDEX IX_FeedbackSheet_Waiting ON FeedbackSheet (AskedAt) WHERE FirstAt IS NULL AND RemindedAt IS NULL;

CREATE TABLE FeedbackAnswer
(
    BookingId INTEGER NOT NULL REFERENCES Booking (Id),
    Moment TEXT NOT NULL,
    QuestionId INTEGER NOT NULL REFERENCES FeedbackQuestion (Id),
    Rating INTEGER,
    Words TEXT,
    PRIMARY KEY (BookingId, Moment, QuestionId),
    CONSTRAINT CK_FeedbackAnswer_Rating CHECK (Rating BETWEEN 1 AND 5)
) STRICT;

CREATE INDEX IX_FeedbackAnswer_Question ON FeedbackAnswer (QuestionId);

CREATE TABLE Material
(
    Id INTEGER NOT NULL PRIMARY KEY,
    OccasionId INTEGER NOT NULL REFERENCES Occasion (Id),
    Moment TEXT NOT NULL,
    Title TEXT NOT NULL,
    Language TEXT NOT NULL,
    Url TEXT,
    FileId INTEGER REFERENCES StoredFile (Id),
    AddedAt TEXT NOT NULL,
    AddedBy INTEGER NOT NULL,
    RemovedAt TEXT,
    CONSTRAINT CK_Material_What CHECK ((Url IS NULL AND FileId IS NOT NULL) OR (Url IS NOT NULL AND FileId IS NULL))
) STRICT;

CREATE INDEX IX_Material_Occasion ON Material (OccasionId, Id);

CREATE INDEX IX_Material_Added ON Material (AddedAt);

CREATE TABLE MaterialTold
(
    BookingId INTEGER NOT NULL REFERENCES Booking (Id),
    MaterialId INTEGER NOT NULL REFERENCES Material (Id),
    ToldAt TEXT NOT NULL,
    PRIMARY KEY (BookingId, MaterialId)
) STRICT;

CREATE TABLE Commitment
(
    Id INTEGER NOT NULL PRIMARY KEY,
    OrganisationId INTEGER NOT NULL REFERENCES Organisation (Id),
    MadeBy TEXT NOT NULL,
    What TEXT NOT NULL,
    DueOn TEXT NOT NULL,
    OwnerId INTEGER NOT NULL REFERENCES Person (Id),
    State TEXT NOT NULL,
    Reason TEXT,
    Origin TEXT NOT NULL,
    OriginId INTEGER,
    OriginTitle TEXT,
    CreatedAt TEXT NOT NULL,
    CreatedBy INTEGER NOT NULL,
    EndedAt TEXT,
    RemindedOn TEXT,
    Version INTEGER NOT NULL
) STRICT;

CREATE INDEX IX_Commitment_Organisation ON Commitment (OrganisationId, State, DueOn);

CREATE INDEX IX_Commitment_Owner ON Commitment (OwnerId, State, DueOn);

CREATE INDEX IX_Commitment_Due ON Commitment (State, DueOn);

CREATE INDEX IX_Commitment_Origin ON Commitment (Origin, OriginId);
