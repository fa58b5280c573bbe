-- Applications: answers, documents, what was submitted, notes.

CREATE TABLE Application
(
    Id INTEGER NOT NULL PRIMARY KEY,
    Reference TEXT NOT NULL,
    CallId INTEGER NOT NULL REFERENCES Call (Id),
    OrganisationId INTEGER REFERENCES Organisation (Id),
    StartedBy INTEGER NOT NULL REFERENCES Person (Id),
    State TEXT NOT NULL,
    FormVersion INTEGER NOT NULL,
    Title TEXT,
    AskedMinor INTEGER,
    Currency TEXT NOT NULL,
    Eligibility TEXT,
    OfficerMayLook INTEGER NOT NULL CHECK (OfficerMayLook IN (0, 1)),
    EligibilityReason TEXT,
    ChangesAsked TEXT,
    ChangesDueAt TEXT,
    CreatedAt TEXT NOT NULL,
    SavedAt TEXT NOT NULL,
    SubmittedAt TEXT,
    SubmittedBy INTEGER,
    SubmittedHash TEXT,
    SubmissionNumber INTEGER NOT NULL,
    WithdrawnAt TEXT,
    ToldAt TEXT,
    SearchText TEXT NOT NULL,
    Version INTEGER NOT NULL,
    CONSTRAINT UX_Application_Reference UNIQUE (Reference)
) STRICT;

CREATE INDEX IX_Application_Call ON Application (CallId, State, Id);

CREATE INDEX IX_Application_Organisation ON Application (OrganisationId, Id);

CREATE INDEX IX_Application_StartedBy ON Application (StartedBy, Id);

CREATE INDEX IX_Application_State ON Application (State, Id);

CREATE TABLE ApplicationAnswer
(
    ApplicationId INTEGER NOT NULL REFERENCES Application (Id),
    QuestionKey TEXT NOT NULL,
    Value TEXT NOT NULL,
    Version INTEGER NOT NULL,
    SavedAt TEXT NOT NULL,
    SavedBy INTEGER NOT NULL,
    PRIMARY KEY (ApplicationId, QuestionKey)
) STRICT;

CREATE TABLE ApplicationAnswerEarlier
(
    ApplicationId INTEGER NOT NULL REFERENCES Application (Id),
    QuestionKey TEXT NOT NULL,
    Version INTEGER NOT NULL,
    Value TEXT NOT NULL,
    SavedAt TEXT NOT NULL,
    SavedBy INTEGER NOT NULL,
    PRIMARY KEY (ApplicationId, QuestionKey, Version)
) STRICT;

CREATE TABLE ApplicationDocument
(
    Id INTEGER NOT NULL PRIMARY KEY,
    ApplicationId INTEGER NOT NULL REFERENCES Application (Id),
    QuestionKey TEXT NOT NULL,
    FileId INTEGER NOT NULL REFERENCES StoredFile (Id),
    AddedAt TEXT NOT NULL,
    AddedBy INTEGER NOT NULL,
    RemovedAt TEXT
) STRICT;

CREATE INDEX IX_ApplicationDocument_Application ON ApplicationDocument (ApplicationId, QuestionKey);

CREATE INDEX IX_ApplicationDocument_File ON ApplicationDocument (FileId);

CREATE TABLE Submission
(
    ApplicationId INTEGER NOT NULL REFERENCES Application (Id),
    Number INTEGER NOT NULL,
    FormVersion INTEGER NOT NULL,
    Content TEXT NOT NULL,
    Hash TEXT NOT NULL,
    ReceivedAt TEXT NOT NULL,
    SubmittedAt TEXT NOT NULL,
    SubmittedBy INTEGER NOT NULL,
    PRIMARY KEY (ApplicationId, Number)
) STRICT;

CREATE TABLE ApplicationNote
(
    Id INTEGER NOT NULL PRIMARY KEY,
    ApplicationId INTEGER NOT NULL REFERENCES Application (Id),
    AuthorId INTEGER NOT NULL,
    Audience TEXT NOT NULL,
    Body TEXT NOT NULL,
    CreatedAt TEXT NOT NULL
) STRICT;

CREATE INDEX IX_ApplicationNote_Application ON ApplicationNote (ApplicationId, Id);

CREATE TABLE ApplicationReminder
(
    ApplicationId INTEGER NOT NULL REFERENCES Application (Id),
    DaysBefore INTEGER NOT NULL,
    ClosesAt TEXT NOT NULL,
    SentAt TEXT NOT NULL,
    PRIMARY KEY (ApplicationId, DaysBefore, ClosesAt)
) STRICT;
