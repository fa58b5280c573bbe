-- What subjects are about, resources that can be read and taken away, and people who follow what is new without an account.

CREATE TABLE Topic
(
    SubjectKind nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    SubjectId bigint NOT NULL,
    Themes nvarchar(1000) NOT NULL,
    Districts nvarchar(1000) NOT NULL,
    PRIMARY KEY (SubjectKind, SubjectId)
);
GO

CREATE TABLE Resource
(
    Id bigint NOT NULL PRIMARY KEY,
    Slug nvarchar(120) COLLATE Latin1_General_100_BIN2 NOT NULL,
    State nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Kind nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Language nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Title nvarchar(200) NOT NULL,
    Summary nvarchar(max) NOT NULL,
    Body nvarchar(max) NOT NULL,
    Source nvarchar(500) NOT NULL,
    Licence nvarchar(200) NOT NULL,
    Link nvarchar(500),
    FileId bigint REFERENCES StoredFile (Id),
    Themes nvarchar(1000) NOT NULL,
    SearchText nvarchar(max) NOT NULL,
    OwnerId bigint NOT NULL REFERENCES Person (Id),
    CreatedAt datetime2(7) NOT NULL,
    PublishedAt datetime2(7),
    CheckedAt datetime2(7) NOT NULL,
    Version int NOT NULL
);
GO

CREATE UNIQUE INDEX UX_Resource_Slug ON Resource (Slug);
GO

CREATE INDEX IX_Resource_State ON Resource (State, Title, Id);
GO

CREATE TABLE ResourceCourse
(
    ResourceId bigint NOT NULL REFERENCES Resource (Id),
    CourseId bigint NOT NULL REFERENCES Course (Id),
    PRIMARY KEY (ResourceId, CourseId)
);
GO

CREATE INDEX IX_ResourceCourse_Course ON ResourceCourse (CourseId);
GO

CREATE TABLE Follower
(
    Id bigint NOT NULL PRIMARY KEY,
    Email nvarchar(254) NOT NULL,
    NormalizedEmail nvarchar(254) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Language nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Calls bit NOT NULL,
    Courses bit NOT NULL,
    Events bit NOT NULL,
    Themes nvarchar(1000) NOT NULL,
    Districts nvarchar(1000) NOT NULL,
    HeldIn nvarchar(200) NOT NULL,
    Rhythm nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Secret nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    AskedAt datetime2(7) NOT NULL,
    ConfirmedAt datetime2(7),
    LookedAt datetime2(7) NOT NULL,
    DueAt datetime2(7) NOT NULL,
    Version int NOT NULL
);
GO

CREATE UNIQUE INDEX UX_Follower_Email ON Follower (NormalizedEmail);
GO

CREATE UNIQUE INDEX UX_Follower_Secret ON Follower (Secret);
GO

CREATE INDEX IX_Follower_Due ON Follower (DueAt, Id);
GO

CREATE INDEX IX_Organisation_District ON Organisation (District);
GO

CREATE INDEX IX_Occasion_Published ON Occasion (Kind, PublishedAt);
GO

ALTER TABLE OutboxMessage ADD LeavePath nvarchar(200);
GO
