-- Memoranda and partnership plans: parties, goals and their progress, signatures. What is in force is kept as it was signed.

CREATE TABLE PartnerAgreement
(
    Id INTEGER NOT NULL PRIMARY KEY,
    Reference TEXT NOT NULL,
    Kind TEXT NOT NULL,
    Title TEXT NOT NULL,
    Purpose TEXT NOT NULL,
    CityBrings TEXT NOT NULL,
    StartsOn TEXT NOT NULL,
    EndsOn TEXT NOT NULL,
    State TEXT NOT NULL,
    FollowsId INTEGER REFERENCES PartnerAgreement (Id),
    OfferedAt TEXT,
    OfferedBy INTEGER REFERENCES Person (Id),
    SentBack TEXT,
    Signings INTEGER NOT NULL,
    InForceAt TEXT,
    EndedAt TEXT,
    EndReason TEXT,
    EndTold INTEGER,
    HtmlId INTEGER REFERENCES StoredFile (Id),
    PdfId INTEGER REFERENCES StoredFile (Id),
    Hash TEXT,
    CreatedAt TEXT NOT NULL,
    CreatedBy INTEGER NOT NULL REFERENCES Person (Id),
    Version INTEGER NOT NULL,
    CONSTRAINT UX_PartnerAgreement_Reference UNIQUE (Reference)
) STRICT;

CREATE UNIQUE INDEX UX_PartnerAgreement_Follows ON PartnerAgreement (FollowsId) WHERE FollowsId IS NOT NULL AND State <> 'Ended';

CREATE INDEX IX_PartnerAgreement_Ends ON PartnerAgreement (EndsOn, Id);

CREATE INDEX IX_PartnerAgreement_State ON PartnerAgreement (State, EndsOn, Id);

CREATE TRIGGER PartnerAgreement_KeptDocument BEFORE UPDATE OF HtmlId, PdfId, Hash ON PartnerAgreement WHEN OLD.Hash IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'Agreements in force are kept as they were signed.');
END;

CREATE TRIGGER PartnerAgreement_NoDelete BEFORE DELETE ON PartnerAgreement WHEN OLD.Hash IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'Agreements in force are kept for ever.');
END;

CREATE TABLE PartnerAgreementParty
(
    AgreementId INTEGER NOT NULL REFERENCES PartnerAgreement (Id),
    OrganisationId INTEGER NOT NULL REFERENCES Organisation (Id),
    Place INTEGER NOT NULL,
    Brings TEXT NOT NULL,
    SigningRule TEXT NOT NULL,
    PRIMARY KEY (AgreementId, OrganisationId)
) STRICT;

CREATE INDEX IX_PartnerAgreementParty_Organisation ON PartnerAgreementParty (OrganisationId, AgreementId);

-- Without an organisation it is the city's signature.
CREATE TABLE PartnerAgreementSignature
(
    Id INTEGER NOT NULL PRIMARY KEY,
    AgreementId INTEGER NOT NULL REFERENCES PartnerAgreement (Id),
    OrganisationId INTEGER REFERENCES Organisation (Id),
    PersonId INTEGER NOT NULL REFERENCES Person (Id),
    Name TEXT NOT NULL,
    Account TEXT NOT NULL,
    SignedAt TEXT NOT NULL,
    SetAsideAt TEXT
) STRICT;

CREATE UNIQUE INDEX UX_PartnerAgreementSignature_Person ON PartnerAgreementSignature (AgreementId, PersonId) WHERE SetAsideAt IS NULL;

CREATE UNIQUE INDEX UX_PartnerAgreementSignature_City ON PartnerAgreementSignature (AgreementId) WHERE OrganisationId IS NULL AND SetAsideAt IS NULL;

CREATE INDEX IX_PartnerAgreementSignature_Person ON PartnerAgreementSignature (PersonId, AgreementId);

-- Without an organisation it is the city's goal.
CREATE TABLE PartnerGoal
(
    Id INTEGER NOT NULL PRIMARY KEY,
    AgreementId INTEGER NOT NULL REFERENCES PartnerAgreement (Id),
    Place INTEGER NOT NULL,
    What TEXT NOT NULL,
    OrganisationId INTEGER REFERENCES Organisation (Id),
    DueOn TEXT NOT NULL,
    State TEXT NOT NULL,
    RemindedOn TEXT,
    Version INTEGER NOT NULL
) STRICT;

CREATE INDEX IX_PartnerGoal_Agreement ON PartnerGoal (AgreementId, Place);

CREATE INDEX IX_PartnerGoal_Due ON PartnerGoal (State, DueOn, Id);

CREATE TABLE PartnerGoalProgress
(
    Id INTEGER NOT NULL PRIMARY KEY,
    GoalId INTEGER NOT NULL REFERENCES PartnerGoal (Id),
    NotedOn TEXT NOT NULL,
    Words TEXT NOT NULL,
    State TEXT NOT NULL,
    NotedAt TEXT NOT NULL,
    NotedBy INTEGER NOT NULL REFERENCES Person (Id)
) STRICT;

CREATE INDEX IX_PartnerGoalProgress_Goal ON PartnerGoalProgress (GoalId, NotedOn, Id);

CREATE INDEX IX_PartnerGoalProgress_Person ON PartnerGoalProgress (NotedBy, Id);
