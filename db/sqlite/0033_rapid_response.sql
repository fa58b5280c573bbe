-- Rapid-response funds: templates approved beforehand, funds opened from an incident, and who decides on each application by when.

ALTER TABLE Call ADD COLUMN DecisionHours INTEGER;

CREATE TABLE RapidTemplate
(
    Id INTEGER NOT NULL PRIMARY KEY,
    State TEXT NOT NULL,
    Title TEXT NOT NULL,
    Summary TEXT NOT NULL,
    Description TEXT NOT NULL,
    Who TEXT NOT NULL,
    Questions TEXT NOT NULL,
    ProgrammeId INTEGER NOT NULL REFERENCES Programme (Id),
    Currency TEXT NOT NULL,
    CeilingMinor INTEGER NOT NULL,
    LargestMinor INTEGER NOT NULL,
    Hours INTEGER NOT NULL,
    ReportDays INTEGER NOT NULL,
    FirstDeciderId INTEGER NOT NULL REFERENCES Person (Id),
    FirstDeputyId INTEGER REFERENCES Person (Id),
    SecondDeciderId INTEGER NOT NULL REFERENCES Person (Id),
    SecondDeputyId INTEGER REFERENCES Person (Id),
    CreatedAt TEXT NOT NULL,
    SavedAt TEXT NOT NULL,
    ApprovedBy INTEGER REFERENCES Person (Id),
    ApprovedAt TEXT,
    SentBack TEXT,
    Version INTEGER NOT NULL
) STRICT;

CREATE INDEX IX_RapidTemplate_State ON RapidTemplate (State, Id);

CREATE TABLE RapidTemplateEditor
(
    TemplateId INTEGER NOT NULL REFERENCES RapidTemplate (Id),
    PersonId INTEGER NOT NULL REFERENCES Person (Id),
    PRIMARY KEY (TemplateId, PersonId)
) STRICT;

CREATE TABLE RapidFund
(
    CallId INTEGER NOT NULL PRIMARY KEY REFERENCES Call (Id),
    IncidentId INTEGER NOT NULL REFERENCES Incident (Id),
    TemplateId INTEGER NOT NULL REFERENCES RapidTemplate (Id),
    ReportDays INTEGER NOT NULL,
    FirstDeciderId INTEGER NOT NULL REFERENCES Person (Id),
    FirstDeputyId INTEGER REFERENCES Person (Id),
    SecondDeciderId INTEGER NOT NULL REFERENCES Person (Id),
    SecondDeputyId INTEGER REFERENCES Person (Id),
    OpenedAt TEXT NOT NULL,
    OpenedBy INTEGER NOT NULL REFERENCES Person (Id),
    Told INTEGER NOT NULL
) STRICT;

CREATE INDEX IX_RapidFund_Incident ON RapidFund (IncidentId, CallId);

CREATE INDEX IX_RapidFund_Template ON RapidFund (TemplateId, OpenedAt);

CREATE TABLE RapidCase
(
    ApplicationId INTEGER NOT NULL PRIMARY KEY REFERENCES Application (Id),
    CallId INTEGER NOT NULL REFERENCES RapidFund (CallId),
    Submission INTEGER NOT NULL,
    PromisedAt TEXT NOT NULL,
    RemindedAt TEXT,
    LateToldAt TEXT,
    DecidedAt TEXT,
    Version INTEGER NOT NULL
) STRICT;

CREATE INDEX IX_RapidCase_Call ON RapidCase (CallId, ApplicationId);

CREATE INDEX IX_RapidCase_Waiting ON RapidCase (PromisedAt) WHERE DecidedAt IS NULL;

CREATE TABLE RapidSeat
(
    ApplicationId INTEGER NOT NULL REFERENCES RapidCase (ApplicationId),
    Number INTEGER NOT NULL CHECK (Number IN (1, 2)),
    PersonId INTEGER REFERENCES Person (Id),
    Answer TEXT,
    AmountMinor INTEGER,
    Reason TEXT,
    AnsweredAt TEXT,
    PRIMARY KEY (ApplicationId, Number)
) STRICT;

CREATE INDEX IX_RapidSeat_Person ON RapidSeat (PersonId, ApplicationId);
