-- Readiness: roles and their holders at city, police and national level, what could happen, who would speak to whom.

CREATE TABLE ReadinessRole
(
    Id bigint NOT NULL PRIMARY KEY,
    Level nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Organisation nvarchar(200) NOT NULL,
    WhatFor nvarchar(400) NOT NULL,
    HolderName nvarchar(200) NOT NULL,
    Email nvarchar(320),
    NormalizedEmail nvarchar(320) COLLATE Latin1_General_100_BIN2,
    Phone nvarchar(100) NOT NULL,
    Hours nvarchar(200) NOT NULL,
    Deputy nvarchar(400) NOT NULL,
    ConfirmBy date NOT NULL,
    ConfirmedAt datetime2(7),
    ConfirmedBy bigint REFERENCES Person (Id),
    DeniedAt datetime2(7),
    Told int NOT NULL,
    LinkKey nvarchar(max),
    KeptBy bigint NOT NULL REFERENCES Person (Id),
    CreatedAt datetime2(7) NOT NULL,
    EndedAt datetime2(7),
    UpdatedAt datetime2(7) NOT NULL,
    UpdatedBy bigint REFERENCES Person (Id),
    Version int NOT NULL
);
GO

CREATE INDEX IX_ReadinessRole_Confirm ON ReadinessRole (ConfirmBy, Id) WHERE EndedAt IS NULL;
GO

CREATE INDEX IX_ReadinessRole_Email ON ReadinessRole (NormalizedEmail) WHERE NormalizedEmail IS NOT NULL;
GO

CREATE TABLE ReadinessRisk
(
    Id bigint NOT NULL PRIMARY KEY,
    Title nvarchar(200) NOT NULL,
    Words nvarchar(max) NOT NULL,
    Districts nvarchar(max) NOT NULL,
    Themes nvarchar(1000) NOT NULL,
    Capabilities nvarchar(1000) NOT NULL,
    Likelihood int NOT NULL,
    Seriousness int NOT NULL,
    ReviewBy date NOT NULL,
    OwnerId bigint NOT NULL REFERENCES Person (Id),
    State nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CreatedAt datetime2(7) NOT NULL,
    UpdatedAt datetime2(7) NOT NULL,
    UpdatedBy bigint NOT NULL REFERENCES Person (Id),
    Version int NOT NULL
);
GO

CREATE INDEX IX_ReadinessRisk_State ON ReadinessRisk (State, ReviewBy, Id);
GO

CREATE TABLE ReadinessTalk
(
    RiskId bigint NOT NULL REFERENCES ReadinessRisk (Id),
    Place int NOT NULL,
    FromWhom nvarchar(200) NOT NULL,
    ToWhom nvarchar(200) NOT NULL,
    About nvarchar(400) NOT NULL,
    PRIMARY KEY (RiskId, Place)
);
GO

CREATE TABLE ReadinessSummary
(
    PersonId bigint NOT NULL REFERENCES Person (Id),
    WeekOf date NOT NULL,
    PRIMARY KEY (PersonId, WeekOf)
);
GO
