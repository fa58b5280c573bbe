-- What was said with partners, the needs and concerns they raised, and briefs drawn from these without names.

CREATE TABLE Engagement
(
    Id bigint NOT NULL PRIMARY KEY,
    OrganisationId bigint NOT NULL REFERENCES Organisation (Id),
    Kind nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    HappenedAt datetime2(7) NOT NULL,
    OfficerId bigint NOT NULL REFERENCES Person (Id),
    Words nvarchar(max) NOT NULL,
    Restricted bit NOT NULL,
    Source nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    NextContactOn date,
    CreatedAt datetime2(7) NOT NULL,
    CreatedBy bigint REFERENCES Person (Id),
    ChangedAt datetime2(7),
    Version int NOT NULL
);
GO

CREATE INDEX IX_Engagement_Organisation ON Engagement (OrganisationId, HappenedAt, Id);
GO

CREATE INDEX IX_Engagement_Happened ON Engagement (HappenedAt, Id);
GO

CREATE INDEX IX_Engagement_Officer ON Engagement (OfficerId, HappenedAt, Id);
GO

-- ContactId is of the partner's contacts; a name stays when the contact goes.
CREATE TABLE EngagementPerson
(
    EngagementId bigint NOT NULL REFERENCES Engagement (Id),
    Place int NOT NULL,
    ContactId bigint,
    Name nvarchar(200) NOT NULL,
    PRIMARY KEY (EngagementId, Place)
);
GO

CREATE INDEX IX_EngagementPerson_Contact ON EngagementPerson (ContactId);
GO

CREATE TABLE EngagementPast
(
    EngagementId bigint NOT NULL REFERENCES Engagement (Id),
    Version int NOT NULL,
    Kind nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    HappenedAt datetime2(7) NOT NULL,
    People nvarchar(2000) NOT NULL,
    Words nvarchar(max) NOT NULL,
    Restricted bit NOT NULL,
    UntilAt datetime2(7) NOT NULL,
    ChangedBy bigint NOT NULL REFERENCES Person (Id),
    PRIMARY KEY (EngagementId, Version)
);
GO

CREATE TABLE Need
(
    Id bigint NOT NULL PRIMARY KEY,
    OrganisationId bigint NOT NULL REFERENCES Organisation (Id),
    EngagementId bigint REFERENCES Engagement (Id),
    Kind nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Words nvarchar(max) NOT NULL,
    Theme nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    District nvarchar(100) NOT NULL,
    Seriousness nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Status nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    RaisedOn date NOT NULL,
    EndedAt datetime2(7),
    ToldAt datetime2(7),
    CreatedAt datetime2(7) NOT NULL,
    CreatedBy bigint NOT NULL REFERENCES Person (Id),
    Version int NOT NULL
);
GO

CREATE INDEX IX_Need_Organisation ON Need (OrganisationId, RaisedOn, Id);
GO

CREATE INDEX IX_Need_Engagement ON Need (EngagementId);
GO

CREATE INDEX IX_Need_Raised ON Need (RaisedOn, Id);
GO

CREATE INDEX IX_Need_Status ON Need (Status, RaisedOn, Id);
GO

CREATE TABLE NeedReply
(
    Id bigint NOT NULL PRIMARY KEY,
    NeedId bigint NOT NULL REFERENCES Need (Id),
    Status nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Words nvarchar(max) NOT NULL,
    Told bit NOT NULL,
    SaidAt datetime2(7) NOT NULL,
    SaidBy bigint NOT NULL REFERENCES Person (Id)
);
GO

CREATE INDEX IX_NeedReply_Need ON NeedReply (NeedId, Id);
GO

CREATE TABLE Brief
(
    Id bigint NOT NULL PRIMARY KEY,
    Title nvarchar(200) NOT NULL,
    Audience nvarchar(200) NOT NULL,
    Opening nvarchar(max) NOT NULL,
    FromDay date NOT NULL,
    ToDay date NOT NULL,
    Themes nvarchar(1000) NOT NULL,
    Least int NOT NULL,
    State nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    HtmlId bigint REFERENCES StoredFile (Id),
    PdfId bigint REFERENCES StoredFile (Id),
    KeptAt datetime2(7),
    KeptBy bigint REFERENCES Person (Id),
    CreatedAt datetime2(7) NOT NULL,
    CreatedBy bigint NOT NULL REFERENCES Person (Id),
    Version int NOT NULL
);
GO

CREATE INDEX IX_Brief_Created ON Brief (CreatedAt, Id);
GO

CREATE TABLE BriefPoint
(
    Id bigint NOT NULL PRIMARY KEY,
    BriefId bigint NOT NULL REFERENCES Brief (Id),
    Place int NOT NULL,
    Heading nvarchar(200) NOT NULL,
    Words nvarchar(max) NOT NULL,
    Partners int,
    Districts int
);
GO

CREATE INDEX IX_BriefPoint_Brief ON BriefPoint (BriefId, Place);
GO

CREATE TABLE BriefPointNeed
(
    PointId bigint NOT NULL REFERENCES BriefPoint (Id),
    NeedId bigint NOT NULL REFERENCES Need (Id),
    PRIMARY KEY (PointId, NeedId)
);
GO

CREATE INDEX IX_BriefPointNeed_Need ON BriefPointNeed (NeedId);
GO
