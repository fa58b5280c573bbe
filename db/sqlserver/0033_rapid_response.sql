-- Rapid-response funds: templates approved beforehand, funds opened from an incident, and who decides on each application by when.

ALTER TABLE Call ADD DecisionHours int;
GO

CREATE TABLE RapidTemplate
(
    Id bigint NOT NULL PRIMARY KEY,
    State nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Title nvarchar(200) NOT NULL,
    Summary nvarchar(600) NOT NULL,
    Description nvarchar(max) NOT NULL,
    Who nvarchar(max) NOT NULL,
    Questions nvarchar(max) NOT NULL,
    ProgrammeId bigint NOT NULL REFERENCES Programme (Id),
    Currency nvarchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CeilingMinor bigint NOT NULL,
    LargestMinor bigint NOT NULL,
    Hours int NOT NULL,
    ReportDays int NOT NULL,
    FirstDeciderId bigint NOT NULL REFERENCES Person (Id),
    FirstDeputyId bigint REFERENCES Person (Id),
    SecondDeciderId bigint NOT NULL REFERENCES Person (Id),
    SecondDeputyId bigint REFERENCES Person (Id),
    CreatedAt datetime2(7) NOT NULL,
    SavedAt datetime2(7) NOT NULL,
    ApprovedBy bigint REFERENCES Person (Id),
    ApprovedAt datetime2(7),
    SentBack nvarchar(max),
    Version int NOT NULL
);
GO

CREATE INDEX IX_RapidTemplate_State ON RapidTemplate (State, Id);
GO

CREATE TABLE RapidTemplateEditor
(
    TemplateId bigint NOT NULL REFERENCES RapidTemplate (Id),
    PersonId bigint NOT NULL REFERENCES Person (Id),
    PRIMARY KEY (TemplateId, PersonId)
);
GO

CREATE TABLE RapidFund
(
    CallId bigint NOT NULL PRIMARY KEY REFERENCES Call (Id),
    IncidentId bigint NOT NULL REFERENCES Incident (Id),
    TemplateId bigint NOT NULL REFERENCES RapidTemplate (Id),
    ReportDays int NOT NULL,
    FirstDeciderId bigint NOT NULL REFERENCES Person (Id),
    FirstDeputyId bigint REFERENCES Person (Id),
    SecondDeciderId bigint NOT NULL REFERENCES Person (Id),
    SecondDeputyId bigint REFERENCES Person (Id),
    OpenedAt datetime2(7) NOT NULL,
    OpenedBy bigint NOT NULL REFERENCES Person (Id),
    Told int NOT NULL
);
GO

CREATE INDEX IX_RapidFund_Incident ON RapidFund (IncidentId, CallId);
GO

CREATE INDEX IX_RapidFund_Template ON RapidFund (TemplateId, OpenedAt);
GO

CREATE TABLE RapidCase
(
    ApplicationId bigint NOT NULL PRIMARY KEY REFERENCES Application (Id),
    CallId bigint NOT NULL REFERENCES RapidFund (CallId),
    Submission int NOT NULL,
    PromisedAt datetime2(7) NOT NULL,
    RemindedAt datetime2(7),
    LateToldAt datetime2(7),
    DecidedAt datetime2(7),
    Version int NOT NULL
);
GO

CREATE INDEX IX_RapidCase_Call ON RapidCase (CallId, ApplicationId);
GO

CREATE INDEX IX_RapidCase_Waiting ON RapidCase (PromisedAt) WHERE DecidedAt IS NULL;
GO

CREATE TABLE RapidSeat
(
    ApplicationId bigint NOT NULL REFERENCES RapidCase (ApplicationId),
    Number int NOT NULL CHECK (Number IN (1, 2)),
    PersonId bigint REFERENCES Person (Id),
    Answer nvarchar(20) COLLATE Latin1_General_100_BIN2,
    AmountMinor bigint,
    Reason nvarchar(max),
    AnsweredAt datetime2(7),
    PRIMARY KEY (ApplicationId, Number)
);
GO

CREATE INDEX IX_RapidSeat_Person ON RapidSeat (PersonId, ApplicationId);
GO
