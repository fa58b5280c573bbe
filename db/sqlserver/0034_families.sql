-- Support asked for and offered to families after an incident, kept by need and partner; reviews after weeks; what was put together. No column holds the name of a person.

CREATE TABLE FamilySupport
(
    Id bigint NOT NULL PRIMARY KEY,
    Reference nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    OrganisationId bigint NOT NULL REFERENCES Organisation (Id),
    IncidentId bigint REFERENCES Incident (Id),
    Side nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL CHECK (Side IN (N'Asked', N'Offered')),
    Kind nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Band nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Words nvarchar(max) NOT NULL,
    Languages nvarchar(1000) NOT NULL,
    District nvarchar(200) NOT NULL,
    State nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    FollowerId bigint,
    DeputyId bigint,
    ByPartner bit NOT NULL,
    OpenedOn date NOT NULL,
    OpenedAt datetime2(7) NOT NULL,
    OpenedBy bigint NOT NULL,
    EndedAt datetime2(7),
    Outcome nvarchar(max) NOT NULL,
    ForgottenAt datetime2(7),
    Version int NOT NULL
);
GO

CREATE UNIQUE INDEX UX_FamilySupport_Reference ON FamilySupport (Reference);
GO

CREATE INDEX IX_FamilySupport_Organisation ON FamilySupport (OrganisationId, Id);
GO

CREATE INDEX IX_FamilySupport_Incident ON FamilySupport (IncidentId, Id);
GO

CREATE INDEX IX_FamilySupport_Kind ON FamilySupport (Side, Kind, State, Id);
GO

CREATE INDEX IX_FamilySupport_Follower ON FamilySupport (FollowerId, Id);
GO

CREATE INDEX IX_FamilySupport_Ended ON FamilySupport (EndedAt, Id);
GO

CREATE TABLE FamilyReview
(
    Id bigint NOT NULL PRIMARY KEY,
    SupportId bigint NOT NULL REFERENCES FamilySupport (Id),
    Week int NOT NULL CHECK (Week IN (1, 4, 12, 52)),
    DueOn date NOT NULL,
    AskedAt datetime2(7),
    PartnerStanding nvarchar(20) COLLATE Latin1_General_100_BIN2,
    PartnerWords nvarchar(max) NOT NULL,
    PartnerAt datetime2(7),
    PartnerBy bigint,
    RemindedOn date,
    Standing nvarchar(20) COLLATE Latin1_General_100_BIN2,
    Said nvarchar(max) NOT NULL,
    NextStep nvarchar(max) NOT NULL,
    DoneOn date,
    DoneBy bigint,
    DroppedOn date,
    DropReason nvarchar(max) NOT NULL,
    Version int NOT NULL
);
GO

CREATE UNIQUE INDEX UX_FamilyReview_Week ON FamilyReview (SupportId, Week);
GO

CREATE INDEX IX_FamilyReview_Due ON FamilyReview (DoneOn, DroppedOn, DueOn, Id);
GO

CREATE TABLE FamilyMatch
(
    Id bigint NOT NULL PRIMARY KEY,
    AskId bigint NOT NULL REFERENCES FamilySupport (Id),
    OfferId bigint NOT NULL REFERENCES FamilySupport (Id),
    State nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Words nvarchar(max) NOT NULL,
    MatchedAt datetime2(7) NOT NULL,
    MatchedBy bigint NOT NULL,
    AnsweredAt datetime2(7),
    AnsweredBy bigint,
    Version int NOT NULL
);
GO

CREATE UNIQUE INDEX UX_FamilyMatch_Once ON FamilyMatch (AskId, OfferId);
GO

CREATE INDEX IX_FamilyMatch_Offer ON FamilyMatch (OfferId, State, Id);
GO
