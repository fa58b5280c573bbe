-- Training courses and their runs.

CREATE TABLE Course
(
    Id INTEGER NOT NULL PRIMARY KEY,
    Slug TEXT NOT NULL,
    State TEXT NOT NULL,
    SourceLanguage TEXT NOT NULL,
    Level TEXT NOT NULL,
    Languages TEXT NOT NULL,
    SearchText TEXT NOT NULL,
    OwnerId INTEGER NOT NULL REFERENCES Person (Id),
    CreatedAt TEXT NOT NULL,
    PublishedAt TEXT,
    Version INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX UX_Course_Slug ON Course (Slug);

CREATE INDEX IX_Course_State ON Course (State, Id);

CREATE TABLE CourseText
(
    CourseId INTEGER NOT NULL REFERENCES Course (Id),
    Language TEXT NOT NULL,
    Title TEXT NOT NULL,
    Summary TEXT NOT NULL,
    Aims TEXT NOT NULL,
    Audience TEXT NOT NULL,
    Access TEXT NOT NULL,
    PRIMARY KEY (CourseId, Language)
) STRICT;

CREATE TABLE CoursePrerequisite
(
    CourseId INTEGER NOT NULL REFERENCES Course (Id),
    RequiredId INTEGER NOT NULL REFERENCES Course (Id),
    PRIMARY KEY (CourseId, RequiredId)
) STRICT;

CREATE TABLE CourseRun
(
    OccasionId INTEGER NOT NULL PRIMARY KEY REFERENCES Occasion (Id),
    CourseId INTEGER NOT NULL REFERENCES Course (Id),
    Language TEXT NOT NULL,
    Trainers TEXT NOT NULL
) STRICT;

CREATE INDEX IX_CourseRun_Course ON CourseRun (CourseId);
