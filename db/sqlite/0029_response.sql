-- What partners offer in a crisis; incidents and drills; who was alerted and what they answered; needs, offers and matches; the log; text messages.

CREATE TABLE CrisisSheet
(
    OrganisationId INTEGER NOT NULL PRIMARY KEY REFERENCES Organisation (Id),
    ByOfficer INTEGER NOT NULL CHECK (ByOfficer IN (0, 1)),
    SavedAt TEXT NOT NULL,
    SavedBy INTEGER,
    Version INTEGER NOT NULL
) STRICT;

CREATE TABLE CrisisOffer
(
    OrganisationId INTEGER NOT NULL REFERENCES CrisisSheet (OrganisationId),
    Capability TEXT NOT NULL,
    Words TEXT NOT NULL,
    Languages TEXT NOT NULL,
    PRIMARY KEY (OrganisationId, Capability)
) STRICT;

CREATE INDEX IX_CrisisOffer_Capability ON CrisisOffer (Capability, OrganisationId);

CREATE TABLE Incident
(
    Id INTEGER NOT NULL PRIMARY KEY,
    Reference TEXT NOT NULL,
    IsDrill INTEGER NOT NULL CHECK (IsDrill IN (0, 1)),
    Title TEXT NOT NULL,
    Situation TEXT NOT NULL,
    Ask TEXT NOT NULL,
    Everybody INTEGER NOT NULL CHECK (Everybody IN (0, 1)),
    Districts TEXT NOT NULL,
    Themes TEXT NOT NULL,
    Communities TEXT NOT NULL,
    Capabilities TEXT NOT NULL,
    State TEXT NOT NULL,
    DeputyMinutes INTEGER NOT NULL,
    LinkKey TEXT,
    LinesKept INTEGER NOT NULL,
    OpenedAt TEXT NOT NULL,
    OpenedBy INTEGER NOT NULL REFERENCES Person (Id),
    AlertedAt TEXT,
    ClosedAt TEXT,
    ClosedBy INTEGER,
    Lessons TEXT,
    Version INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX UX_Incident_Reference ON Incident (Reference);

CREATE INDEX IX_Incident_State ON Incident (State, OpenedAt);

CREATE TRIGGER Incident_StaysWhatItIs BEFORE UPDATE OF IsDrill ON Incident WHEN NEW.IsDrill <> OLD.IsDrill BEGIN SELECT RAISE(ABORT, 'An exercise stays an exercise, and what is real stays real.'); END;

CREATE TABLE IncidentPartner
(
    IncidentId INTEGER NOT NULL REFERENCES Incident (Id),
    OrganisationId INTEGER NOT NULL REFERENCES Organisation (Id),
    Reasons TEXT NOT NULL,
    ListedAt TEXT NOT NULL,
    AskedAt TEXT,
    Standing TEXT NOT NULL,
    AnsweredAt TEXT,
    LastAnswerAt TEXT,
    NextAt TEXT,
    Version INTEGER NOT NULL,
    PRIMARY KEY (IncidentId, OrganisationId)
) STRICT;

CREATE INDEX IX_IncidentPartner_Next ON IncidentPartner (NextAt, IncidentId);

CREATE INDEX IX_IncidentPartner_Organisation ON IncidentPartner (OrganisationId, IncidentId);

CREATE TABLE IncidentLink
(
    Id INTEGER NOT NULL PRIMARY KEY,
    IncidentId INTEGER NOT NULL REFERENCES Incident (Id),
    OrganisationId INTEGER NOT NULL REFERENCES Organisation (Id),
    ContactId INTEGER NOT NULL,
    MadeAt TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX UX_IncidentLink_Contact ON IncidentLink (IncidentId, ContactId);

CREATE TABLE IncidentAlert
(
    Id INTEGER NOT NULL PRIMARY KEY,
    IncidentId INTEGER NOT NULL REFERENCES Incident (Id),
    OrganisationId INTEGER NOT NULL REFERENCES Organisation (Id),
    ContactId INTEGER NOT NULL,
    Way TEXT NOT NULL,
    MessageId INTEGER NOT NULL,
    AlertedAt TEXT NOT NULL,
    FailedAt TEXT
) STRICT;

CREATE INDEX IX_IncidentAlert_Incident ON IncidentAlert (IncidentId, OrganisationId, Id);

CREATE INDEX IX_IncidentAlert_Message ON IncidentAlert (MessageId);

CREATE TABLE IncidentAnswer
(
    Id INTEGER NOT NULL PRIMARY KEY,
    IncidentId INTEGER NOT NULL REFERENCES Incident (Id),
    OrganisationId INTEGER NOT NULL REFERENCES Organisation (Id),
    ContactId INTEGER,
    NotedBy INTEGER,
    Standing TEXT NOT NULL,
    Words TEXT NOT NULL,
    AnsweredAt TEXT NOT NULL
) STRICT;

CREATE INDEX IX_IncidentAnswer_Incident ON IncidentAnswer (IncidentId, OrganisationId, Id);

CREATE TABLE IncidentMatter
(
    Id INTEGER NOT NULL PRIMARY KEY,
    IncidentId INTEGER NOT NULL REFERENCES Incident (Id),
    OrganisationId INTEGER NOT NULL REFERENCES Organisation (Id),
    Side TEXT NOT NULL,
    Capability TEXT NOT NULL,
    Words TEXT NOT NULL,
    Languages TEXT NOT NULL,
    District TEXT,
    State TEXT NOT NULL,
    ByAnswer INTEGER NOT NULL CHECK (ByAnswer IN (0, 1)),
    NotedAt TEXT NOT NULL,
    NotedBy INTEGER,
    Version INTEGER NOT NULL
) STRICT;

CREATE INDEX IX_IncidentMatter_Incident ON IncidentMatter (IncidentId, Side, State, Id);

CREATE TABLE IncidentMatch
(
    Id INTEGER NOT NULL PRIMARY KEY,
    IncidentId INTEGER NOT NULL REFERENCES Incident (Id),
    NeedId INTEGER NOT NULL REFERENCES IncidentMatter (Id),
    OfferId INTEGER NOT NULL REFERENCES IncidentMatter (Id),
    ConfirmedAt TEXT NOT NULL,
    ConfirmedBy INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX UX_IncidentMatch_Once ON IncidentMatch (NeedId, OfferId);

CREATE INDEX IX_IncidentMatch_Incident ON IncidentMatch (IncidentId, Id);

CREATE TABLE IncidentLine
(
    IncidentId INTEGER NOT NULL REFERENCES Incident (Id),
    Number INTEGER NOT NULL,
    At TEXT NOT NULL,
    Kind TEXT NOT NULL,
    OrganisationId INTEGER,
    ContactId INTEGER,
    PersonId INTEGER,
    Way TEXT,
    Words TEXT NOT NULL,
    PRIMARY KEY (IncidentId, Number)
) STRICT;

CREATE TRIGGER IncidentLine_NoUpdate BEFORE UPDATE ON IncidentLine BEGIN SELECT RAISE(ABORT, 'The log of an incident is append-only.'); END;

CREATE TRIGGER IncidentLine_NoDelete BEFORE DELETE ON IncidentLine BEGIN SELECT RAISE(ABORT, 'The log of an incident is append-only.'); END;

CREATE TABLE IncidentReader
(
    Id INTEGER NOT NULL PRIMARY KEY,
    IncidentId INTEGER NOT NULL REFERENCES Incident (Id),
    PersonId INTEGER,
    Name TEXT NOT NULL,
    Email TEXT,
    AddedAt TEXT NOT NULL,
    AddedBy INTEGER NOT NULL,
    ExpiresAt TEXT,
    RemovedAt TEXT
) STRICT;

CREATE INDEX IX_IncidentReader_Incident ON IncidentReader (IncidentId, Id);

CREATE INDEX IX_IncidentReader_Person ON IncidentReader (PersonId, IncidentId);

CREATE TABLE TextMessage
(
    Id INTEGER NOT NULL PRIMARY KEY,
    ToNumber TEXT NOT NULL,
    Body TEXT NOT NULL,
    RelatedType TEXT,
    RelatedId INTEGER,
    State TEXT NOT NULL,
    Attempts INTEGER NOT NULL,
    NextAttemptAt TEXT NOT NULL,
    CreatedAt TEXT NOT NULL,
    SentAt TEXT,
    LeaseOwner TEXT,
    LeaseUntil TEXT,
    LastError TEXT,
    Version INTEGER NOT NULL
) STRICT;

CREATE INDEX IX_TextMessage_Due ON TextMessage (State, NextAttemptAt, Id);
