-- Applications: answers, documents, what was submitted, notes.

CREATE TABLE Application
(
    Id bigint NOT NULL PRIMARY KEY,
    Reference nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CallId bigint NOT NULL REFERENCES Call (Id),
    OrganisationId bigint REFERENCES Organisation (Id),
    StartedBy bigint NOT NULL REFERENCES Person (Id),
    State nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    FormVersion int NOT NULL,
    Title nvarchar(200),
    AskedMinor bigint,
    Currency nvarchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Eligibility nvarchar(max),
    OfficerMayLook bit NOT NULL,
    EligibilityReason nvarchar(max),
    ChangesAsked nvarchar(max),
    ChangesDueAt datetime2(7),
    CreatedAt datetime2(7) NOT NULL,
    SavedAt datetime2(7) NOT NULL,
    SubmittedAt datetime2(7),
    SubmittedBy bigint,
    SubmittedHash nvarchar(64) COLLATE Latin1_General_100_BIN2,
    SubmissionNumber int NOT NULL,
    WithdrawnAt datetime2(7),
    ToldAt datetime2(7),
    SearchText nvarchar(1000) NOT NULL,
    Version int NOT NULL,
    CONSTRAINT UX_Application_Reference UNIQUE (Reference)
);
GO

CREATE INDEX IX_Application_Call ON Application (CallId, State, Id);
GO

CREATE INDEX IX_Application_Organisation ON Application (OrganisationId, Id);
GO

CREATE INDEX IX_Application_StartedBy ON Application (StartedBy, Id);
GO

CREATE INDEX IX_Application_State ON Application (State, Id);
GO

CREATE TABLE ApplicationAnswer
(
    ApplicationId bigint NOT NULL REFERENCES Application (Id),
    QuestionKey nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Value nvarchar(max) NOT NULL,
    Version int NOT NULL,
    SavedAt datetime2(7) NOT NULL,
    SavedBy bigint NOT NULL,
    PRIMARY KEY (ApplicationId, QuestionKey)
);
GO

CREATE TABLE ApplicationAnswerEarlier
(
    ApplicationId bigint NOT NULL REFERENCES Application (Id),
    QuestionKey nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Version int NOT NULL,
    Value nvarchar(max) NOT NULL,
    SavedAt datetime2(7) NOT NULL,
    SavedBy bigint NOT NULL,
    PRIMARY KEY (ApplicationId, QuestionKey, Version)
);
GO

CREATE TABLE ApplicationDocument
(
    Id bigint NOT NULL PRIMARY KEY,
    ApplicationId bigint NOT NULL REFERENCES Application (Id),
    QuestionKey nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    FileId bigint NOT NULL REFERENCES StoredFile (Id),
    AddedAt datetime2(7) NOT NULL,
    AddedBy bigint NOT NULL,
    RemovedAt datetime2(7)
);
GO

CREATE INDEX IX_ApplicationDocument_Application ON ApplicationDocument (ApplicationId, QuestionKey);
GO

CREATE INDEX IX_ApplicationDocument_File ON ApplicationDocument (FileId);
GO

CREATE TABLE Submission
(
    ApplicationId bigint NOT NULL REFERENCES Application (Id),
    Number int NOT NULL,
    FormVersion int NOT NULL,
    Content nvarchar(max) NOT NULL,
    Hash nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    ReceivedAt datetime2(7) NOT NULL,
    SubmittedAt datetime2(7) NOT NULL,
    SubmittedBy bigint NOT NULL,
    PRIMARY KEY (ApplicationId, Number)
);
GO

CREATE TABLE ApplicationNote
(
    Id bigint NOT NULL PRIMARY KEY,
    ApplicationId bigint NOT NULL REFERENCES Application (Id),
    AuthorId bigint NOT NULL,
    Audience nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Body nvarchar(max) NOT NULL,
    CreatedAt datetime2(7) NOT NULL
);
GO

CREATE INDEX IX_ApplicationNote_Application ON ApplicationNote (ApplicationId, Id);
GO

CREATE TABLE ApplicationReminder
(
    ApplicationId bigint NOT NULL REFERENCES Application (Id),
    DaysBefore int NOT NULL,
    ClosesAt datetime2(7) NOT NULL,
    SentAt datetime2(7) NOT NULL,
    PRIMARY KEY (ApplicationId, DaysBefore, ClosesAt)
);
GO
