-- Table-top exercises: who takes part, what is put in and when, what was seen, and what is to be done because of it.

CREATE TABLE Exercise
(
    Id bigint NOT NULL PRIMARY KEY,
    Reference nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Title nvarchar(200) NOT NULL,
    Scenario nvarchar(max) NOT NULL,
    StartsAt datetime2(7) NOT NULL,
    Everybody bit NOT NULL,
    Districts nvarchar(1000) NOT NULL,
    Themes nvarchar(1000) NOT NULL,
    Communities nvarchar(max) NOT NULL,
    Capabilities nvarchar(1000) NOT NULL,
    FacilitatorId bigint NOT NULL REFERENCES Person (Id),
    State nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    IncidentId bigint REFERENCES Incident (Id),
    StartedAt datetime2(7),
    PausedAt datetime2(7),
    PausedTicks bigint NOT NULL,
    EndedAt datetime2(7),
    ReportedAt datetime2(7),
    Helped nvarchar(max),
    ToChange nvarchar(max),
    CalledOffWhy nvarchar(max),
    SavedAt datetime2(7) NOT NULL,
    SavedBy bigint NOT NULL,
    Version int NOT NULL
);
GO

CREATE UNIQUE INDEX UX_Exercise_Reference ON Exercise (Reference);
GO

CREATE INDEX IX_Exercise_State ON Exercise (State, StartsAt);
GO

CREATE INDEX IX_Exercise_Incident ON Exercise (IncidentId, State);
GO

CREATE TABLE ExerciseObjective
(
    ExerciseId bigint NOT NULL REFERENCES Exercise (Id),
    Number int NOT NULL,
    Words nvarchar(max) NOT NULL,
    Standing nvarchar(20) COLLATE Latin1_General_100_BIN2,
    Seen nvarchar(max),
    PRIMARY KEY (ExerciseId, Number)
);
GO

CREATE TABLE ExercisePartner
(
    ExerciseId bigint NOT NULL REFERENCES Exercise (Id),
    OrganisationId bigint NOT NULL REFERENCES Organisation (Id),
    PRIMARY KEY (ExerciseId, OrganisationId)
);
GO

CREATE TABLE ExerciseOfficer
(
    ExerciseId bigint NOT NULL REFERENCES Exercise (Id),
    PersonId bigint NOT NULL REFERENCES Person (Id),
    PRIMARY KEY (ExerciseId, PersonId)
);
GO

CREATE TABLE ExerciseInject
(
    Id bigint NOT NULL PRIMARY KEY,
    ExerciseId bigint NOT NULL REFERENCES Exercise (Id),
    Minute int NOT NULL,
    Words nvarchar(max) NOT NULL,
    ToWhom nvarchar(200) NOT NULL,
    IsMailed bit NOT NULL,
    Expected nvarchar(max) NOT NULL,
    PlannedAt datetime2(7),
    DeliveredAt datetime2(7),
    DeliveredBy bigint,
    Mails int NOT NULL,
    Response nvarchar(max),
    RespondedAt datetime2(7)
);
GO

CREATE INDEX IX_ExerciseInject_Exercise ON ExerciseInject (ExerciseId, Minute, Id);
GO

CREATE TABLE ExerciseAction
(
    Id bigint NOT NULL PRIMARY KEY,
    ExerciseId bigint NOT NULL REFERENCES Exercise (Id),
    What nvarchar(max) NOT NULL,
    Who nvarchar(200) NOT NULL,
    OfficerId bigint REFERENCES Person (Id),
    DueOn date NOT NULL,
    RemindedAt datetime2(7),
    DoneAt datetime2(7),
    DoneBy bigint
);
GO

CREATE INDEX IX_ExerciseAction_Open ON ExerciseAction (DoneAt, DueOn, Id);
GO

CREATE INDEX IX_ExerciseAction_Exercise ON ExerciseAction (ExerciseId, Id);
GO
