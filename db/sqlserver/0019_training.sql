-- Training courses and their runs.

CREATE TABLE Course
(
    Id bigint NOT NULL PRIMARY KEY,
    Slug nvarchar(120) COLLATE Latin1_General_100_BIN2 NOT NULL,
    State nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    SourceLanguage nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Level nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Languages nvarchar(200) NOT NULL,
    SearchText nvarchar(max) NOT NULL,
    OwnerId bigint NOT NULL REFERENCES Person (Id),
    CreatedAt datetime2(7) NOT NULL,
    PublishedAt datetime2(7),
    Version int NOT NULL
);
GO

CREATE UNIQUE INDEX UX_Course_Slug ON Course (Slug);
GO

CREATE INDEX IX_Course_State ON Course (State, Id);
GO

CREATE TABLE CourseText
(
    CourseId bigint NOT NULL REFERENCES Course (Id),
    Language nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Title nvarchar(200) NOT NULL,
    Summary nvarchar(max) NOT NULL,
    Aims nvarchar(max) NOT NULL,
    Audience nvarchar(max) NOT NULL,
    Access nvarchar(max) NOT NULL,
    PRIMARY KEY (CourseId, Language)
);
GO

CREATE TABLE CoursePrerequisite
(
    CourseId bigint NOT NULL REFERENCES Course (Id),
    RequiredId bigint NOT NULL REFERENCES Course (Id),
    PRIMARY KEY (CourseId, RequiredId)
);
GO

CREATE TABLE CourseRun
(
    OccasionId bigint NOT NULL PRIMARY KEY REFERENCES Occasion (Id),
    CourseId bigint NOT NULL REFERENCES Course (Id),
    Language nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Trainers nvarchar(max) NOT NULL
);
GO

CREATE INDEX IX_CourseRun_Course ON CourseRun (CourseId);
GO
