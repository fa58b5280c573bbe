-- What was said with partners, the needs and concerns they raised, and briefs drawn from these without names.

CREATE TABLE Engagement
(
    Id INTEGER NOT NULL PRIMARY KEY,
    OrganisationId INTEGER NOT NULL REFERENCES Organisation (Id),
    Kind TEXT NOT NULL,
    HappenedAt TEXT NOT NULL,
    OfficerId INTEGER NOT NULL REFERENCES Person (Id),
    Words TEXT NOT NULL,
    Restricted INTEGER NOT NULL CHECK (Restricted IN (0, 1)),
    Source TEXT NOT NULL,
    NextContactOn TEXT,
    CreatedAt TEXT NOT NULL,
    CreatedBy INTEGER REFERENCES Person (Id),
    ChangedAt TEXT,
    Version INTEGER NOT NULL
) STRICT;

CREATE INDEX IX_Engagement_Organisation ON Engagement (OrganisationId, HappenedAt, Id);

CREATE INDEX IX_Engagement_Happened ON Engagement (HappenedAt, Id);

CREATE INDEX IX_Engagement_Officer ON Engagement (OfficerId, HappenedAt, Id);

-- ContactId is of the partner's contacts; a name stays when the contact goes.
CREATE TABLE EngagementPerson
(
    EngagementId INTEGER NOT NULL REFERENCES Engagement (Id),
    Place INTEGER NOT NULL,
    ContactId INTEGER,
    Name TEXT NOT NULL,
    PRIMARY KEY (EngagementId, Place)
) STRICT;

CREATE INDEX IX_EngagementPerson_Contact ON EngagementPerson (ContactId);

CREATE TABLE EngagementPast
(
    EngagementId INTEGER NOT NULL REFERENCES Engagement (Id),
    Version INTEGER NOT NULL,
    Kind TEXT NOT NULL,
    HappenedAt TEXT NOT NULL,
    People TEXT NOT NULL,
    Words TEXT NOT NULL,
    Restricted INTEGER NOT NULL CHECK (Restricted IN (0, 1)),
    UntilAt TEXT NOT NULL,
    ChangedBy INTEGER NOT NULL REFERENCES Person (Id),
    PRIMARY KEY (EngagementId, Version)
) STRICT;

CREATE TABLE Need
(
    Id INTEGER NOT NULL PRIMARY KEY,
    OrganisationId INTEGER NOT NULL REFERENCES Organisation (Id),
    EngagementId INTEGER REFERENCES Engagement (Id),
    Kind TEXT NOT NULL,
    Words TEXT NOT NULL,
    Theme TEXT NOT NULL,
    District TEXT NOT NULL,
    Seriousness TEXT NOT NULL,
    Status TEXT NOT NULL,
    RaisedOn TEXT NOT NULL,
    EndedAt TEXT,
    ToldAt TEXT,
    CreatedAt TEXT NOT NULL,
    CreatedBy INTEGER NOT NULL REFERENCES Person (Id),
    Version INTEGER NOT NULL
) STRICT;

CREATE INDEX IX_Need_Organisation ON Need (OrganisationId, RaisedOn, Id);

CREATE INDEX IX_Need_Engagement ON Need (EngagementId);

CREATE INDEX IX_Need_Raised ON Need (RaisedOn, Id);

CREATE INDEX IX_Need_Status ON Need (Status, RaisedOn, Id);

CREATE TABLE NeedReply
(
    Id INTEGER NOT NULL PRIMARY KEY,
    NeedId INTEGER NOT NULL REFERENCES Need (Id),
    Status TEXT NOT NULL,
    Words TEXT NOT NULL,
    Told INTEGER NOT NULL CHECK (Told IN (0, 1)),
    SaidAt TEXT NOT NULL,
    SaidBy INTEGER NOT NULL REFERENCES Person (Id)
) STRICT;

CREATE INDEX IX_NeedReply_Need ON NeedReply (NeedId, Id);

CREATE TABLE Brief
(
    Id INTEGER NOT NULL PRIMARY KEY,
    Title TEXT NOT NULL,
    Audience TEXT NOT NULL,
    Opening TEXT NOT NULL,
    FromDay TEXT NOT NULL,
    ToDay TEXT NOT NULL,
    Themes TEXT NOT NULL,
    Least INTEGER NOT NULL,
    State TEXT NOT NULL,
    HtmlId INTEGER REFERENCES StoredFile (Id),
    PdfId INTEGER REFERENCES StoredFile (Id),
    KeptAt TEXT,
    KeptBy INTEGER REFERENCES Person (Id),
    CreatedAt TEXT NOT NULL,
    CreatedBy INTEGER NOT NULL REFERENCES Person (Id),
    Version INTEGER NOT NULL
) STRICT;

CREATE INDEX IX_Brief_Created ON Brief (CreatedAt, Id);

CREATE TABLE BriefPoint
(
    Id INTEGER NOT NULL PRIMARY KEY,
    BriefId INTEGER NOT NULL REFERENCES Brief (Id),
    Place INTEGER NOT NULL,
    Heading TEXT NOT NULL,
    Words TEXT NOT NULL,
    Partners INTEGER,
    Districts INTEGER
) STRICT;

CREATE INDEX IX_BriefPoint_Brief ON BriefPoint (BriefId, Place);

CREATE TABLE BriefPointNeed
(
    PointId INTEGER NOT NULL REFERENCES BriefPoint (Id),
    NeedId INTEGER NOT NULL REFERENCES Need (Id),
    PRIMARY KEY (PointId, NeedId)
) STRICT;

CREATE INDEX IX_BriefPointNeed_Need ON BriefPointNeed (NeedId);
