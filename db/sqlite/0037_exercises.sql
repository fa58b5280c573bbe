-- Table-top exercises: who takes part, what is put in and when, what was seen, and what is to be done because of it.

CREATE TABLE Exercise
(
    Id INTEGER NOT NULL PRIMARY KEY,
    Reference TEXT NOT NULL,
    Title TEXT NOT NULL,
    Scenario TEXT NOT NULL,
    StartsAt TEXT NOT NULL,
    Everybody INTEGER NOT NULL CHECK (Everybody IN (0, 1)),
    Districts TEXT NOT NULL,
    Themes TEXT NOT NULL,
    Communities TEXT NOT NULL,
    Capabilities TEXT NOT NULL,
    FacilitatorId INTEGER NOT NULL REFERENCES Person (Id),
    State TEXT NOT NULL,
    IncidentId INTEGER REFERENCES Incident (Id),
    StartedAt TEXT,
    PausedAt TEXT,
    PausedTicks INTEGER NOT NULL,
    EndedAt TEXT,
    ReportedAt TEXT,
    Helped TEXT,
    ToChange TEXT,
    CalledOffWhy TEXT,
    SavedAt TEXT NOT NULL,
    SavedBy INTEGER NOT NULL,
    Version INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX UX_Exercise_Reference ON Exercise (Reference);

CREATE INDEX IX_Exercise_State ON Exercise (State, StartsAt);

CREATE INDEX IX_Exercise_Incident ON Exercise (IncidentId, State);

CREATE TABLE ExerciseObjective
(
    ExerciseId INTEGER NOT NULL REFERENCES Exercise (Id),
    Number INTEGER NOT NULL,
    Words TEXT NOT NULL,
    Standing TEXT,
    Seen TEXT,
    PRIMARY KEY (ExerciseId, Number)
) STRICT;

CREATE TABLE ExercisePartner
(
    ExerciseId INTEGER NOT NULL REFERENCES Exercise (Id),
    OrganisationId INTEGER NOT NULL REFERENCES Organisation (Id),
    PRIMARY KEY (ExerciseId, OrganisationId)
) STRICT;

CREATE TABLE ExerciseOfficer
(
    ExerciseId INTEGER NOT NULL REFERENCES Exercise (Id),
    PersonId INTEGER NOT NULL REFERENCES Person (Id),
    PRIMARY KEY (ExerciseId, PersonId)
) STRICT;

CREATE TABLE ExerciseInject
(
    Id INTEGER NOT NULL PRIMARY KEY,
    ExerciseId INTEGER NOT NULL REFERENCES Exercise (Id),
    Minute INTEGER NOT NULL,
    Words TEXT NOT NULL,
    ToWhom TEXT NOT NULL,
    IsMailed INTEGER NOT NULL CHECK (IsMailed IN (0, 1)),
    Expected TEXT NOT NULL,
    PlannedAt TEXT,
    DeliveredAt TEXT,
    DeliveredBy INTEGER,
    Mails INTEGER NOT NULL,
    Response TEXT,
    RespondedAt TEXT
) STRICT;

CREATE INDEX IX_ExerciseInject_Exercise ON ExerciseInject (ExerciseId, Minute, Id);

CREATE TABLE ExerciseAction
(
    Id INTEGER NOT NULL PRIMARY KEY,
    ExerciseId INTEGER NOT NULL REFERENCES Exercise (Id),
    What TEXT NOT NULL,
    Who TEXT NOT NULL,
    OfficerId INTEGER REFERENCES Person (Id),
    DueOn TEXT NOT NULL,
    RemindedAt TEXT,
    DoneAt TEXT,
    DoneBy INTEGER
) STRICT;

CREATE INDEX IX_ExerciseAction_Open ON ExerciseAction (DoneAt, DueOn, Id);

CREATE INDEX IX_ExerciseAction_Exercise ON ExerciseAction (ExerciseId, Id);
