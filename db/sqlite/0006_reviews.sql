-- Reviews: the pool of a call, assignments, scores, conflicts of interest, moderation, recommendations.

CREATE TABLE CallReviewer
(
    CallId INTEGER NOT NULL REFERENCES Call (Id),
    PersonId INTEGER NOT NULL REFERENCES Person (Id),
    AddedAt TEXT NOT NULL,
    AddedBy INTEGER,
    PRIMARY KEY (CallId, PersonId)
) STRICT;

CREATE INDEX IX_CallReviewer_Person ON CallReviewer (PersonId);

CREATE TABLE Conflict
(
    Id INTEGER NOT NULL PRIMARY KEY,
    PersonId INTEGER NOT NULL REFERENCES Person (Id),
    OrganisationId INTEGER REFERENCES Organisation (Id),
    ApplicationId INTEGER REFERENCES Application (Id),
    Reason TEXT NOT NULL,
    DeclaredAt TEXT NOT NULL
) STRICT;

CREATE INDEX IX_Conflict_Person ON Conflict (PersonId);

CREATE INDEX IX_Conflict_Organisation ON Conflict (OrganisationId);

CREATE INDEX IX_Conflict_Application ON Conflict (ApplicationId);

CREATE TABLE Review
(
    Id INTEGER NOT NULL PRIMARY KEY,
    ApplicationId INTEGER NOT NULL REFERENCES Application (Id),
    CallId INTEGER NOT NULL REFERENCES Call (Id),
    ReviewerId INTEGER NOT NULL REFERENCES Person (Id),
    RubricVersion INTEGER NOT NULL,
    State TEXT NOT NULL,
    AssignedBy INTEGER,
    AssignedAt TEXT NOT NULL,
    DueAt TEXT,
    RemindedAt TEXT,
    AnsweredAt TEXT,
    Reason TEXT,
    Comment TEXT,
    WeightedScore INTEGER,
    SubmittedAt TEXT,
    RubricChangedAt TEXT,
    Version INTEGER NOT NULL,
    CONSTRAINT UX_Review_Reviewer UNIQUE (ApplicationId, ReviewerId)
) STRICT;

CREATE INDEX IX_Review_Reviewer ON Review (ReviewerId, State, DueAt);

CREATE INDEX IX_Review_Call ON Review (CallId, State);

CREATE INDEX IX_Review_Due ON Review (State, DueAt);

CREATE TABLE ReviewScore
(
    ReviewId INTEGER NOT NULL REFERENCES Review (Id),
    CriterionKey TEXT NOT NULL,
    Score INTEGER,
    Comment TEXT,
    SavedAt TEXT NOT NULL,
    Version INTEGER NOT NULL,
    PRIMARY KEY (ReviewId, CriterionKey)
) STRICT;

CREATE TABLE ModerationNote
(
    ApplicationId INTEGER NOT NULL REFERENCES Application (Id),
    CallId INTEGER NOT NULL REFERENCES Call (Id),
    Note TEXT NOT NULL,
    WrittenBy INTEGER NOT NULL REFERENCES Person (Id),
    WrittenAt TEXT NOT NULL,
    Version INTEGER NOT NULL,
    PRIMARY KEY (ApplicationId)
) STRICT;

CREATE INDEX IX_ModerationNote_Call ON ModerationNote (CallId);

CREATE TABLE Recommendation
(
    ApplicationId INTEGER NOT NULL REFERENCES Application (Id),
    CallId INTEGER NOT NULL REFERENCES Call (Id),
    Outcome TEXT NOT NULL,
    AmountMinor INTEGER,
    Reason TEXT NOT NULL,
    MadeBy INTEGER NOT NULL REFERENCES Person (Id),
    MadeAt TEXT NOT NULL,
    Version INTEGER NOT NULL,
    PRIMARY KEY (ApplicationId)
) STRICT;

CREATE INDEX IX_Recommendation_Call ON Recommendation (CallId);
