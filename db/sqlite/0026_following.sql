-- What subjects are about, resources that can be read and taken away, and people who follow what is new without an account.

CREATE TABLE Topic
(
    SubjectKind TEXT NOT NULL,
    SubjectId INTEGER NOT NULL,
    Themes TEXT NOT NULL,
    Districts TEXT NOT NULL,
    PRIMARY KEY (SubjectKind, SubjectId)
) STRICT;

CREATE TABLE Resource
(
    Id INTEGER NOT NULL PRIMARY KEY,
    Slug TEXT NOT NULL,
    State TEXT NOT NULL,
    Kind TEXT NOT NULL,
    Language TEXT NOT NULL,
    Title TEXT NOT NULL,
    Summary TEXT NOT NULL,
    Body TEXT NOT NULL,
    Source TEXT NOT NULL,
    Licence TEXT NOT NULL,
    Link TEXT,
    FileId INTEGER REFERENCES StoredFile (Id),
    Themes TEXT NOT NULL,
    SearchText TEXT NOT NULL,
    OwnerId INTEGER NOT NULL REFERENCES Person (Id),
    CreatedAt TEXT NOT NULL,
    PublishedAt TEXT,
    CheckedAt TEXT NOT NULL,
    Version INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX UX_Resource_Slug ON Resource (Slug);

CREATE INDEX IX_Resource_State ON Resource (State, Title, Id);

CREATE TABLE ResourceCourse
(
    ResourceId INTEGER NOT NULL REFERENCES Resource (Id),
    CourseId INTEGER NOT NULL REFERENCES Course (Id),
    PRIMARY KEY (ResourceId, CourseId)
) STRICT;

CREATE INDEX IX_ResourceCourse_Course ON ResourceCourse (CourseId);

CREATE TABLE Follower
(
    Id INTEGER NOT NULL PRIMARY KEY,
    Email TEXT NOT NULL,
    NormalizedEmail TEXT NOT NULL,
    Language TEXT NOT NULL,
    Calls INTEGER NOT NULL CHECK (Calls IN (0, 1)),
    Courses INTEGER NOT NULL CHECK (Courses IN (0, 1)),
    Events INTEGER NOT NULL CHECK (Events IN (0, 1)),
    Themes TEXT NOT NULL,
    Districts TEXT NOT NULL,
    HeldIn TEXT NOT NULL,
    Rhythm TEXT NOT NULL,
    Secret TEXT NOT NULL,
    AskedAt TEXT NOT NULL,
    ConfirmedAt TEXT,
    LookedAt TEXT NOT NULL,
    DueAt TEXT NOT NULL,
    Version INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX UX_Follower_Email ON Follower (NormalizedEmail);

CREATE UNIQUE INDEX UX_Follower_Secret ON Follower (Secret);

CREATE INDEX IX_Follower_Due ON Follower (DueAt, Id);

CREATE INDEX IX_Organisation_District ON Organisation (District);

CREATE INDEX IX_Occasion_Published ON Occasion (Kind, PublishedAt);

ALTER TABLE OutboxMessage ADD COLUMN LeavePath TEXT;
