-- What partners offer in a crisis; incidents and drills; who was alerted and what they answered; needs, offers and matches; the log; text messages.

CREATE TABLE CrisisSheet
(
    OrganisationId bigint NOT NULL PRIMARY KEY REFERENCES Organisation (Id),
    ByOfficer bit NOT NULL,
    SavedAt datetime2(7) NOT NULL,
    SavedBy bigint,
    Version int NOT NULL
);
GO

CREATE TABLE CrisisOffer
(
    OrganisationId bigint NOT NULL REFERENCES CrisisSheet (OrganisationId),
    Capability nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Words nvarchar(max) NOT NULL,
    Languages nvarchar(1000) NOT NULL,
    PRIMARY KEY (OrganisationId, Capability)
);
GO

CREATE INDEX IX_CrisisOffer_Capability ON CrisisOffer (Capability, OrganisationId);
GO

CREATE TABLE Incident
(
    Id bigint NOT NULL PRIMARY KEY,
    Reference nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    IsDrill bit NOT NULL,
    Title nvarchar(200) NOT NULL,
    Situation nvarchar(max) NOT NULL,
    Ask nvarchar(max) NOT NULL,
    Everybody bit NOT NULL,
    Districts nvarchar(1000) NOT NULL,
    Themes nvarchar(1000) NOT NULL,
    Communities nvarchar(max) NOT NULL,
    Capabilities nvarchar(1000) NOT NULL,
    State nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    DeputyMinutes int NOT NULL,
    LinkKey nvarchar(max),
    LinesKept int NOT NULL,
    OpenedAt datetime2(7) NOT NULL,
    OpenedBy bigint NOT NULL REFERENCES Person (Id),
    AlertedAt datetime2(7),
    ClosedAt datetime2(7),
    ClosedBy bigint,
    Lessons nvarchar(max),
    Version int NOT NULL
);
GO

CREATE UNIQUE INDEX UX_Incident_Reference ON Incident (Reference);
GO

CREATE INDEX IX_Incident_State ON Incident (State, OpenedAt);
GO

CREATE TRIGGER Incident_StaysWhatItIs ON Incident AFTER UPDATE AS
BEGIN
    IF EXISTS (SELECT 1 FROM inserted i JOIN deleted d ON d.Id = i.Id WHERE i.IsDrill <> d.IsDrill)
        THROW 50002, N'An exercise stays an exercise, and what is real stays real.', 1;
END;
GO

CREATE TABLE IncidentPartner
(
    IncidentId bigint NOT NULL REFERENCES Incident (Id),
    OrganisationId bigint NOT NULL REFERENCES Organisation (Id),
    Reasons nvarchar(2000) NOT NULL,
    ListedAt datetime2(7) NOT NULL,
    AskedAt datetime2(7),
    Standing nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    AnsweredAt datetime2(7),
    LastAnswerAt datetime2(7),
    NextAt datetime2(7),
    Version int NOT NULL,
    PRIMARY KEY (IncidentId, OrganisationId)
);
GO

CREATE INDEX IX_IncidentPartner_Next ON IncidentPartner (NextAt, IncidentId);
GO

CREATE INDEX IX_IncidentPartner_Organisation ON IncidentPartner (OrganisationId, IncidentId);
GO

CREATE TABLE IncidentLink
(
    Id bigint NOT NULL PRIMARY KEY,
    IncidentId bigint NOT NULL REFERENCES Incident (Id),
    OrganisationId bigint NOT NULL REFERENCES Organisation (Id),
    ContactId bigint NOT NULL,
    MadeAt datetime2(7) NOT NULL
);
GO

CREATE UNIQUE INDEX UX_IncidentLink_Contact ON IncidentLink (IncidentId, ContactId);
GO

CREATE TABLE IncidentAlert
(
    Id bigint NOT NULL PRIMARY KEY,
    IncidentId bigint NOT NULL REFERENCES Incident (Id),
    OrganisationId bigint NOT NULL REFERENCES Organisation (Id),
    ContactId bigint NOT NULL,
    Way nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    MessageId bigint NOT NULL,
    AlertedAt datetime2(7) NOT NULL,
    FailedAt datetime2(7)
);
GO

CREATE INDEX IX_IncidentAlert_Incident ON IncidentAlert (IncidentId, OrganisationId, Id);
GO

CREATE INDEX IX_IncidentAlert_Message ON IncidentAlert (MessageId);
GO

CREATE TABLE IncidentAnswer
(
    Id bigint NOT NULL PRIMARY KEY,
    IncidentId bigint NOT NULL REFERENCES Incident (Id),
    OrganisationId bigint NOT NULL REFERENCES Organisation (Id),
    ContactId bigint,
    NotedBy bigint,
    Standing nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Words nvarchar(max) NOT NULL,
    AnsweredAt datetime2(7) NOT NULL
);
GO

CREATE INDEX IX_IncidentAnswer_Incident ON IncidentAnswer (IncidentId, OrganisationId, Id);
GO

CREATE TABLE IncidentMatter
(
    Id bigint NOT NULL PRIMARY KEY,
    IncidentId bigint NOT NULL REFERENCES Incident (Id),
    OrganisationId bigint NOT NULL REFERENCES Organisation (Id),
    Side nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Capability nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Words nvarchar(max) NOT NULL,
    Languages nvarchar(1000) NOT NULL,
    District nvarchar(200),
    State nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    ByAnswer bit NOT NULL,
    NotedAt datetime2(7) NOT NULL,
    NotedBy bigint,
    Version int NOT NULL
);
GO

CREATE INDEX IX_IncidentMatter_Incident ON IncidentMatter (IncidentId, Side, State, Id);
GO

CREATE TABLE IncidentMatch
(
    Id bigint NOT NULL PRIMARY KEY,
    IncidentId bigint NOT NULL REFERENCES Incident (Id),
    NeedId bigint NOT NULL REFERENCES IncidentMatter (Id),
    OfferId bigint NOT NULL REFERENCES IncidentMatter (Id),
    ConfirmedAt datetime2(7) NOT NULL,
    ConfirmedBy bigint NOT NULL
);
GO

CREATE UNIQUE INDEX UX_IncidentMatch_Once ON IncidentMatch (NeedId, OfferId);
GO

CREATE INDEX IX_IncidentMatch_Incident ON IncidentMatch (IncidentId, Id);
GO

CREATE TABLE IncidentLine
(
    IncidentId bigint NOT NULL REFERENCES Incident (Id),
    Number int NOT NULL,
    At datetime2(7) NOT NULL,
    Kind nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    OrganisationId bigint,
    ContactId bigint,
    PersonId bigint,
    Way nvarchar(20) COLLATE Latin1_General_100_BIN2,
    Words nvarchar(max) NOT NULL,
    PRIMARY KEY (IncidentId, Number)
);
GO

CREATE TRIGGER IncidentLine_AppendOnly ON IncidentLine AFTER UPDATE, DELETE AS
BEGIN
    THROW 50003, N'The log of an incident is append-only.', 1;
END;
GO

CREATE TABLE IncidentReader
(
    Id bigint NOT NULL PRIMARY KEY,
    IncidentId bigint NOT NULL REFERENCES Incident (Id),
    PersonId bigint,
    Name nvarchar(200) NOT NULL,
    Email nvarchar(320),
    AddedAt datetime2(7) NOT NULL,
    AddedBy bigint NOT NULL,
    ExpiresAt datetime2(7),
    RemovedAt datetime2(7)
);
GO

CREATE INDEX IX_IncidentReader_Incident ON IncidentReader (IncidentId, Id);
GO

CREATE INDEX IX_IncidentReader_Person ON IncidentReader (PersonId, IncidentId);
GO

CREATE TABLE TextMessage
(
    Id bigint NOT NULL PRIMARY KEY,
    ToNumber nvarchar(60) NOT NULL,
    Body nvarchar(max) NOT NULL,
    RelatedType nvarchar(60) COLLATE Latin1_General_100_BIN2,
    RelatedId bigint,
    State nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Attempts int NOT NULL,
    NextAttemptAt datetime2(7) NOT NULL,
    CreatedAt datetime2(7) NOT NULL,
    SentAt datetime2(7),
    LeaseOwner nvarchar(80) COLLATE Latin1_General_100_BIN2,
    LeaseUntil datetime2(7),
    LastError nvarchar(max),
    Version int NOT NULL
);
GO

CREATE INDEX IX_TextMessage_Due ON TextMessage (State, NextAttemptAt, Id);
GO
