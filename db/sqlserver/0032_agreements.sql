-- Memoranda and partnership plans: parties, goals and their progress, signatures. What is in force is kept as it was signed.

CREATE TABLE PartnerAgreement
(
    Id bigint NOT NULL PRIMARY KEY,
    Reference nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Kind nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Title nvarchar(200) NOT NULL,
    Purpose nvarchar(max) NOT NULL,
    CityBrings nvarchar(max) NOT NULL,
    StartsOn date NOT NULL,
    EndsOn date NOT NULL,
    State nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    FollowsId bigint REFERENCES PartnerAgreement (Id),
    OfferedAt datetime2(7),
    OfferedBy bigint REFERENCES Person (Id),
    SentBack nvarchar(max),
    Signings int NOT NULL,
    InForceAt datetime2(7),
    EndedAt datetime2(7),
    EndReason nvarchar(max),
    EndTold int,
    HtmlId bigint REFERENCES StoredFile (Id),
    PdfId bigint REFERENCES StoredFile (Id),
    Hash nvarchar(64) COLLATE Latin1_General_100_BIN2,
    CreatedAt datetime2(7) NOT NULL,
    CreatedBy bigint NOT NULL REFERENCES Person (Id),
    Version int NOT NULL,
    CONSTRAINT UX_PartnerAgreement_Reference UNIQUE (Reference)
);
GO

CREATE UNIQUE INDEX UX_PartnerAgreement_Follows ON PartnerAgreement (FollowsId) WHERE FollowsId IS NOT NULL AND State <> 'Ended';
GO

CREATE INDEX IX_PartnerAgreement_Ends ON PartnerAgreement (EndsOn, Id);
GO

CREATE INDEX IX_PartnerAgreement_State ON PartnerAgreement (State, EndsOn, Id);
GO

CREATE TRIGGER PartnerAgreement_KeptForEver ON PartnerAgreement AFTER UPDATE, DELETE AS
BEGIN
    IF EXISTS (SELECT 1 FROM deleted d LEFT JOIN inserted i ON i.Id = d.Id WHERE d.Hash IS NOT NULL AND (i.Id IS NULL OR i.Hash IS NULL OR i.Hash <> d.Hash OR i.HtmlId <> d.HtmlId))
        THROW 50001, N'Agreements in force are kept for ever, as they were signed.', 1;
END;
GO

CREATE TABLE PartnerAgreementParty
(
    AgreementId bigint NOT NULL REFERENCES PartnerAgreement (Id),
    OrganisationId bigint NOT NULL REFERENCES Organisation (Id),
    Place int NOT NULL,
    Brings nvarchar(max) NOT NULL,
    SigningRule nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    PRIMARY KEY (AgreementId, OrganisationId)
);
GO

CREATE INDEX IX_PartnerAgreementParty_Organisation ON PartnerAgreementParty (OrganisationId, AgreementId);
GO

-- Without an organisation it is the city's signature.
CREATE TABLE PartnerAgreementSignature
(
    Id bigint NOT NULL PRIMARY KEY,
    AgreementId bigint NOT NULL REFERENCES PartnerAgreement (Id),
    OrganisationId bigint REFERENCES Organisation (Id),
    PersonId bigint NOT NULL REFERENCES Person (Id),
    Name nvarchar(200) NOT NULL,
    Account nvarchar(200) NOT NULL,
    SignedAt datetime2(7) NOT NULL,
    SetAsideAt datetime2(7)
);
GO

CREATE UNIQUE INDEX UX_PartnerAgreementSignature_Person ON PartnerAgreementSignature (AgreementId, PersonId) WHERE SetAsideAt IS NULL;
GO

CREATE UNIQUE INDEX UX_PartnerAgreementSignature_City ON PartnerAgreementSignature (AgreementId) WHERE OrganisationId IS NULL AND SetAsideAt IS NULL;
GO

CREATE INDEX IX_PartnerAgreementSignature_Person ON PartnerAgreementSignature (PersonId, AgreementId);
GO

-- Without an organisation it is the city's goal.
CREATE TABLE PartnerGoal
(
    Id bigint NOT NULL PRIMARY KEY,
    AgreementId bigint NOT NULL REFERENCES PartnerAgreement (Id),
    Place int NOT NULL,
    What nvarchar(max) NOT NULL,
    OrganisationId bigint REFERENCES Organisation (Id),
    DueOn date NOT NULL,
    State nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    RemindedOn date,
    Version int NOT NULL
);
GO

CREATE INDEX IX_PartnerGoal_Agreement ON PartnerGoal (AgreementId, Place);
GO

CREATE INDEX IX_PartnerGoal_Due ON PartnerGoal (State, DueOn, Id);
GO

CREATE TABLE PartnerGoalProgress
(
    Id bigint NOT NULL PRIMARY KEY,
    GoalId bigint NOT NULL REFERENCES PartnerGoal (Id),
    NotedOn date NOT NULL,
    Words nvarchar(max) NOT NULL,
    State nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    NotedAt datetime2(7) NOT NULL,
    NotedBy bigint NOT NULL REFERENCES Person (Id)
);
GO

CREATE INDEX IX_PartnerGoalProgress_Goal ON PartnerGoalProgress (GoalId, NotedOn, Id);
GO

CREATE INDEX IX_PartnerGoalProgress_Person ON PartnerGoalProgress (NotedBy, Id);
GO
