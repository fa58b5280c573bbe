-- Readiness: roles and their holders at city, police and national level, what could happen, who would speak to whom.

CREATE TABLE ReadinessRole
(
    Id INTEGER NOT NULL PRIMARY KEY,
    Level TEXT NOT NULL,
    Organisation TEXT NOT NULL,
    WhatFor TEXT NOT NULL,
    HolderName TEXT NOT NULL,
    Email TEXT,
    NormalizedEmail TEXT,
    Phone TEXT NOT NULL,
    Hours TEXT NOT NULL,
    Deputy TEXT NOT NULL,
    ConfirmBy TEXT NOT NULL,
    ConfirmedAt TEXT,
    ConfirmedBy INTEGER REFERENCES Person (Id),
    DeniedAt TEXT,
    Told INTEGER NOT NULL,
    LinkKey TEXT,
    KeptBy INTEGER NOT NULL REFERENCES Person (Id),
    CreatedAt TEXT NOT NULL,
    EndedAt TEXT,
    UpdatedAt TEXT NOT NULL,
    UpdatedBy INTEGER REFERENCES Person (Id),
    Version INTEGER NOT NULL
) STRICT;

CREATE INDEX IX_ReadinessRole_Confirm ON ReadinessRole (ConfirmBy, Id) WHERE EndedAt IS NULL;

CREATE INDEX IX_ReadinessRole_Email ON ReadinessRole (NormalizedEmail) WHERE NormalizedEmail IS NOT NULL;

CREATE TABLE ReadinessRisk
(
    Id INTEGER NOT NULL PRIMARY KEY,
    Title TEXT NOT NULL,
    Words TEXT NOT NULL,
    Districts TEXT NOT NULL,
    Themes TEXT NOT NULL,
    Capabilities TEXT NOT NULL,
    Likelihood INTEGER NOT NULL,
    Seriousness INTEGER NOT NULL,
    ReviewBy TEXT NOT NULL,
    OwnerId INTEGER NOT NULL REFERENCES Person (Id),
    State TEXT NOT NULL,
    CreatedAt TEXT NOT NULL,
    UpdatedAt TEXT NOT NULL,
    UpdatedBy INTEGER NOT NULL REFERENCES Person (Id),
    Version INTEGER NOT NULL
) STRICT;

CREATE INDEX IX_ReadinessRisk_State ON ReadinessRisk (State, ReviewBy, Id);

CREATE TABLE ReadinessTalk
(
    RiskId INTEGER NOT NULL REFERENCES ReadinessRisk (Id),
    Place INTEGER NOT NULL,
    FromWhom TEXT NOT NULL,
    ToWhom TEXT NOT NULL,
    About TEXT NOT NULL,
    PRIMARY KEY (RiskId, Place)
) STRICT;

CREATE TABLE ReadinessSummary
(
    PersonId INTEGER NOT NULL REFERENCES Person (Id),
    WeekOf TEXT NOT NULL,
    PRIMARY KEY (PersonId, WeekOf)
) STRICT;
