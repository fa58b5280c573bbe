-- Reviews: the pool of a call, assignments, scores, conflicts of interest, moderation, recommendations.

CREATE TABLE CallReviewer
(
    CallId bigint NOT NULL REFERENCES Call (Id),
    PersonId bigint NOT NULL REFERENCES Person (Id),
    AddedAt datetime2(7) NOT NULL,
    AddedBy bigint,
    PRIMARY KEY (CallId, PersonId)
);
GO

CREATE INDEX IX_CallReviewer_Person ON CallReviewer (PersonId);
GO

CREATE TABLE Conflict
(
    Id bigint NOT NULL PRIMARY KEY,
    PersonId bigint NOT NULL REFERENCES Person (Id),
    OrganisationId bigint REFERENCES Organisation (Id),
    ApplicationId bigint REFERENCES Application (Id),
    Reason nvarchar(max) NOT NULL,
    DeclaredAt datetime2(7) NOT NULL
);
GO

CREATE INDEX IX_Conflict_Person ON Conflict (PersonId);
GO

CREATE INDEX IX_Conflict_Organisation ON Conflict (OrganisationId);
GO

CREATE INDEX IX_Conflict_Application ON Conflict (ApplicationId);
GO

CREATE TABLE Review
(
    Id bigint NOT NULL PRIMARY KEY,
    ApplicationId bigint NOT NULL REFERENCES Application (Id),
    CallId bigint NOT NULL REFERENCES Call (Id),
    ReviewerId bigint NOT NULL REFERENCES Person (Id),
    RubricVersion int NOT NULL,
    State nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    AssignedBy bigint,
    AssignedAt datetime2(7) NOT NULL,
    DueAt datetime2(7),
    RemindedAt datetime2(7),
    AnsweredAt datetime2(7),
    Reason nvarchar(max),
    Comment nvarchar(max),
    WeightedScore int,
    SubmittedAt datetime2(7),
    RubricChangedAt datetime2(7),
    Version int NOT NULL,
    CONSTRAINT UX_Review_Reviewer UNIQUE (ApplicationId, ReviewerId)
);
GO

CREATE INDEX IX_Review_Reviewer ON Review (ReviewerId, State, DueAt);
GO

CREATE INDEX IX_Review_Call ON Review (CallId, State);
GO

CREATE INDEX IX_Review_Due ON Review (State, DueAt);
GO

CREATE TABLE ReviewScore
(
    ReviewId bigint NOT NULL REFERENCES Review (Id),
    CriterionKey nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Score int,
    Comment nvarchar(max),
    SavedAt datetime2(7) NOT NULL,
    Version int NOT NULL,
    PRIMARY KEY (ReviewId, CriterionKey)
);
GO

CREATE TABLE ModerationNote
(
    ApplicationId bigint NOT NULL REFERENCES Application (Id),
    CallId bigint NOT NULL REFERENCES Call (Id),
    Note nvarchar(max) NOT NULL,
    WrittenBy bigint NOT NULL REFERENCES Person (Id),
    WrittenAt datetime2(7) NOT NULL,
    Version int NOT NULL,
    PRIMARY KEY (ApplicationId)
);
GO

CREATE INDEX IX_ModerationNote_Call ON ModerationNote (CallId);
GO

CREATE TABLE Recommendation
(
    ApplicationId bigint NOT NULL REFERENCES Application (Id),
    CallId bigint NOT NULL REFERENCES Call (Id),
    Outcome nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    AmountMinor bigint,
    Reason nvarchar(max) NOT NULL,
    MadeBy bigint NOT NULL REFERENCES Person (Id),
    MadeAt datetime2(7) NOT NULL,
    Version int NOT NULL,
    PRIMARY KEY (ApplicationId)
);
GO

CREATE INDEX IX_Recommendation_Call ON Recommendation (CallId);
GO
