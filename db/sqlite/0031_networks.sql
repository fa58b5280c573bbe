-- The public directory with the consents behind it, referrals between partners, the city's own figures and boundaries.

CREATE TABLE DirectoryEntry
(
    OrganisationId INTEGER NOT NULL PRIMARY KEY REFERENCES Organisation (Id),
    Draft TEXT,
    DraftAt TEXT,
    ShownAt TEXT,
    ConsentId INTEGER,
    Name TEXT,
    FoldedName TEXT,
    About TEXT,
    Districts TEXT,
    Languages TEXT,
    Themes TEXT,
    Website TEXT,
    Email TEXT,
    Phone TEXT,
    SearchText TEXT,
    Version INTEGER NOT NULL,
    CONSTRAINT CK_DirectoryEntry_Shown CHECK ((ShownAt IS NULL AND ConsentId IS NULL AND Name IS NULL) OR (ShownAt IS NOT NULL AND ConsentId IS NOT NULL AND Name IS NOT NULL))
) STRICT;

CREATE INDEX IX_DirectoryEntry_Name ON DirectoryEntry (FoldedName, OrganisationId) WHERE ShownAt IS NOT NULL;

CREATE TABLE DirectoryConsent
(
    Id INTEGER NOT NULL PRIMARY KEY,
    OrganisationId INTEGER NOT NULL REFERENCES Organisation (Id),
    GivenAt TEXT NOT NULL,
    GivenBy INTEGER NOT NULL,
    Wording TEXT NOT NULL,
    Language TEXT NOT NULL,
    AtRisk INTEGER NOT NULL CHECK (AtRisk IN (0, 1)),
    Fields TEXT NOT NULL,
    EndedAt TEXT,
    EndedBy INTEGER,
    EndedHow TEXT,
    Reason TEXT
) STRICT;

CREATE INDEX IX_DirectoryConsent_Organisation ON DirectoryConsent (OrganisationId, GivenAt);

CREATE UNIQUE INDEX UX_DirectoryConsent_Open ON DirectoryConsent (OrganisationId) WHERE EndedAt IS NULL;

CREATE TABLE PartnerReferral
(
    Id INTEGER NOT NULL PRIMARY KEY,
    FromId INTEGER NOT NULL REFERENCES Organisation (Id),
    ToId INTEGER NOT NULL REFERENCES Organisation (Id),
    HappenedOn TEXT NOT NULL,
    Themes TEXT NOT NULL,
    Note TEXT NOT NULL,
    NotedAt TEXT NOT NULL,
    NotedBy INTEGER NOT NULL,
    RemovedAt TEXT,
    CONSTRAINT CK_PartnerReferral_Two CHECK (FromId <> ToId)
) STRICT;

CREATE INDEX IX_PartnerReferral_From ON PartnerReferral (FromId, HappenedOn);

CREATE INDEX IX_PartnerReferral_To ON PartnerReferral (ToId, HappenedOn);

CREATE INDEX IX_PartnerReferral_Day ON PartnerReferral (HappenedOn, Id);

CREATE TABLE PopulationSheet
(
    Id INTEGER NOT NULL PRIMARY KEY,
    Source TEXT NOT NULL,
    AsOf TEXT NOT NULL,
    FileName TEXT NOT NULL,
    ImportedAt TEXT NOT NULL,
    ImportedBy INTEGER NOT NULL,
    ReplacedAt TEXT
) STRICT;

CREATE INDEX IX_PopulationSheet_Imported ON PopulationSheet (ReplacedAt, ImportedAt);

CREATE TABLE PopulationFigure
(
    SheetId INTEGER NOT NULL REFERENCES PopulationSheet (Id),
    District TEXT NOT NULL,
    Community TEXT NOT NULL,
    Theme TEXT NOT NULL,
    People INTEGER NOT NULL CHECK (People >= 0),
    PRIMARY KEY (SheetId, District, Community, Theme)
) STRICT;

CREATE TABLE Boundary
(
    District TEXT NOT NULL PRIMARY KEY,
    FileName TEXT NOT NULL,
    NameInFile TEXT NOT NULL,
    Rings TEXT NOT NULL,
    Points INTEGER NOT NULL,
    Source TEXT NOT NULL,
    AsOf TEXT NOT NULL,
    ImportedAt TEXT NOT NULL,
    ImportedBy INTEGER NOT NULL
) STRICT;

CREATE TABLE BoundaryDraft
(
    Id INTEGER NOT NULL PRIMARY KEY,
    FileName TEXT NOT NULL,
    Source TEXT NOT NULL,
    AsOf TEXT NOT NULL,
    Areas TEXT NOT NULL,
    UploadedAt TEXT NOT NULL,
    UploadedBy INTEGER NOT NULL
) STRICT;

CREATE INDEX IX_BoundaryDraft_Uploaded ON BoundaryDraft (UploadedBy, UploadedAt);
