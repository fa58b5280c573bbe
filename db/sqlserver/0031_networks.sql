-- The public directory with the consents behind it, referrals between partners, the city's own figures and boundaries.

CREATE TABLE DirectoryEntry
(
    OrganisationId bigint NOT NULL PRIMARY KEY REFERENCES Organisation (Id),
    Draft nvarchar(max),
    DraftAt datetime2(7),
    ShownAt datetime2(7),
    ConsentId bigint,
    Name nvarchar(200),
    FoldedName nvarchar(200) COLLATE Latin1_General_100_BIN2,
    About nvarchar(max),
    Districts nvarchar(1000) COLLATE Latin1_General_100_BIN2,
    Languages nvarchar(1000) COLLATE Latin1_General_100_BIN2,
    Themes nvarchar(1000) COLLATE Latin1_General_100_BIN2,
    Website nvarchar(300),
    Email nvarchar(320),
    Phone nvarchar(60),
    SearchText nvarchar(max) COLLATE Latin1_General_100_BIN2,
    Version int NOT NULL,
    CONSTRAINT CK_DirectoryEntry_Shown CHECK ((ShownAt IS NULL AND ConsentId IS NULL AND Name IS NULL) OR (ShownAt IS NOT NULL AND ConsentId IS NOT NULL AND Name IS NOT NULL))
);
GO

CREATE INDEX IX_DirectoryEntry_Name ON DirectoryEntry (FoldedName, OrganisationId) WHERE ShownAt IS NOT NULL;
GO

CREATE TABLE DirectoryConsent
(
    Id bigint NOT NULL PRIMARY KEY,
    OrganisationId bigint NOT NULL REFERENCES Organisation (Id),
    GivenAt datetime2(7) NOT NULL,
    GivenBy bigint NOT NULL,
    Wording nvarchar(max) NOT NULL,
    Language nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    AtRisk bit NOT NULL,
    Fields nvarchar(max) NOT NULL,
    EndedAt datetime2(7),
    EndedBy bigint,
    EndedHow nvarchar(20) COLLATE Latin1_General_100_BIN2,
    Reason nvarchar(max)
);
GO

CREATE INDEX IX_DirectoryConsent_Organisation ON DirectoryConsent (OrganisationId, GivenAt);
GO

CREATE UNIQUE INDEX UX_DirectoryConsent_Open ON DirectoryConsent (OrganisationId) WHERE EndedAt IS NULL;
GO

CREATE TABLE PartnerReferral
(
    Id bigint NOT NULL PRIMARY KEY,
    FromId bigint NOT NULL REFERENCES Organisation (Id),
    ToId bigint NOT NULL REFERENCES Organisation (Id),
    HappenedOn date NOT NULL,
    Themes nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Note nvarchar(1000) NOT NULL,
    NotedAt datetime2(7) NOT NULL,
    NotedBy bigint NOT NULL,
    RemovedAt datetime2(7),
    CONSTRAINT CK_PartnerReferral_Two CHECK (FromId <> ToId)
);
GO

CREATE INDEX IX_PartnerReferral_From ON PartnerReferral (FromId, HappenedOn);
GO

CREATE INDEX IX_PartnerReferral_To ON PartnerReferral (ToId, HappenedOn);
GO

CREATE INDEX IX_PartnerReferral_Day ON PartnerReferral (HappenedOn, Id);
GO

CREATE TABLE PopulationSheet
(
    Id bigint NOT NULL PRIMARY KEY,
    Source nvarchar(300) NOT NULL,
    AsOf date NOT NULL,
    FileName nvarchar(200) NOT NULL,
    ImportedAt datetime2(7) NOT NULL,
    ImportedBy bigint NOT NULL,
    ReplacedAt datetime2(7)
);
GO

CREATE INDEX IX_PopulationSheet_Imported ON PopulationSheet (ReplacedAt, ImportedAt);
GO

CREATE TABLE PopulationFigure
(
    SheetId bigint NOT NULL REFERENCES PopulationSheet (Id),
    District nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Community nvarchar(120) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Theme nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    People int NOT NULL CHECK (People >= 0),
    PRIMARY KEY (SheetId, District, Community, Theme)
);
GO

CREATE TABLE Boundary
(
    District nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    FileName nvarchar(200) NOT NULL,
    NameInFile nvarchar(200) NOT NULL,
    Rings nvarchar(max) NOT NULL,
    Points int NOT NULL,
    Source nvarchar(300) NOT NULL,
    AsOf date NOT NULL,
    ImportedAt datetime2(7) NOT NULL,
    ImportedBy bigint NOT NULL
);
GO

CREATE TABLE BoundaryDraft
(
    Id bigint NOT NULL PRIMARY KEY,
    FileName nvarchar(200) NOT NULL,
    Source nvarchar(300) NOT NULL,
    AsOf date NOT NULL,
    Areas nvarchar(max) NOT NULL,
    UploadedAt datetime2(7) NOT NULL,
    UploadedBy bigint NOT NULL
);
GO

CREATE INDEX IX_BoundaryDraft_Uploaded ON BoundaryDraft (UploadedBy, UploadedAt);
GO
