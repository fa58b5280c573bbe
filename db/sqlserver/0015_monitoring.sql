-- Monitoring: reports with spending and receipts, close-out.

CREATE TABLE Report
(
    Id bigint NOT NULL PRIMARY KEY,
    AwardId bigint NOT NULL REFERENCES Award (Id),
    Number int NOT NULL,
    Kind nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    FromOn date NOT NULL,
    ToOn date NOT NULL,
    DueOn date NOT NULL,
    State nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Currency nvarchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
    SpentMinor bigint NOT NULL,
    DisallowedMinor bigint NOT NULL,
    Submissions int NOT NULL,
    SubmittedAt datetime2(7),
    SubmittedBy bigint,
    ChangesDueOn date,
    ChangesAskedAt datetime2(7),
    ChangesAskedBy bigint,
    AcceptedAt datetime2(7),
    AcceptedBy bigint,
    AcceptedNote nvarchar(max),
    Frozen nvarchar(max),
    FrozenHash nvarchar(64) COLLATE Latin1_General_100_BIN2,
    RemindedOn date,
    LateRemindedOn date,
    LateReminders int NOT NULL,
    CreatedAt datetime2(7) NOT NULL,
    CreatedBy bigint,
    SavedAt datetime2(7) NOT NULL,
    Version int NOT NULL,
    CONSTRAINT UX_Report_Number UNIQUE (AwardId, Number),
    CONSTRAINT CK_Report_Spent CHECK (DisallowedMinor >= 0 AND SpentMinor >= DisallowedMinor)
);
GO

CREATE INDEX IX_Report_State ON Report (State, DueOn, Id);
GO

CREATE TABLE ReportAnswer
(
    ReportId bigint NOT NULL REFERENCES Report (Id),
    PartKey nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Value nvarchar(max) NOT NULL,
    Version int NOT NULL,
    SavedAt datetime2(7) NOT NULL,
    SavedBy bigint NOT NULL,
    PRIMARY KEY (ReportId, PartKey)
);
GO

CREATE TABLE ReportAnswerEarlier
(
    ReportId bigint NOT NULL REFERENCES Report (Id),
    PartKey nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Version int NOT NULL,
    Value nvarchar(max) NOT NULL,
    SavedAt datetime2(7) NOT NULL,
    SavedBy bigint NOT NULL,
    PRIMARY KEY (ReportId, PartKey, Version)
);
GO

CREATE TABLE SpendingItem
(
    Id bigint NOT NULL PRIMARY KEY,
    ReportId bigint NOT NULL REFERENCES Report (Id),
    LineNumber int NOT NULL,
    SpentOn date NOT NULL,
    Payee nvarchar(200) NOT NULL,
    Description nvarchar(500) NOT NULL,
    AmountMinor bigint NOT NULL,
    DisallowedReason nvarchar(max),
    DisallowedAt datetime2(7),
    DisallowedBy bigint,
    AddedAt datetime2(7) NOT NULL,
    AddedBy bigint NOT NULL,
    SavedAt datetime2(7) NOT NULL,
    SavedBy bigint NOT NULL,
    RemovedAt datetime2(7),
    RemovedBy bigint,
    Version int NOT NULL,
    CONSTRAINT CK_SpendingItem_Amount CHECK (AmountMinor > 0)
);
GO

CREATE INDEX IX_SpendingItem_Report ON SpendingItem (ReportId, Id);
GO

CREATE TABLE Receipt
(
    Id bigint NOT NULL PRIMARY KEY,
    ItemId bigint NOT NULL REFERENCES SpendingItem (Id),
    ReportId bigint NOT NULL REFERENCES Report (Id),
    FileId bigint NOT NULL REFERENCES StoredFile (Id),
    AddedAt datetime2(7) NOT NULL,
    AddedBy bigint NOT NULL,
    RemovedAt datetime2(7)
);
GO

CREATE INDEX IX_Receipt_Report ON Receipt (ReportId, ItemId, Id);
GO

CREATE INDEX IX_Receipt_File ON Receipt (FileId);
GO

CREATE TABLE ReportSubmission
(
    ReportId bigint NOT NULL REFERENCES Report (Id),
    Number int NOT NULL,
    Content nvarchar(max) NOT NULL,
    Hash nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    ReceivedAt datetime2(7) NOT NULL,
    SubmittedAt datetime2(7) NOT NULL,
    SubmittedBy bigint NOT NULL,
    PRIMARY KEY (ReportId, Number)
);
GO

CREATE TABLE ReportRemark
(
    ReportId bigint NOT NULL REFERENCES Report (Id),
    Submission int NOT NULL,
    PartKey nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Reason nvarchar(max) NOT NULL,
    PRIMARY KEY (ReportId, Submission, PartKey)
);
GO

CREATE TABLE CloseOut
(
    AwardId bigint NOT NULL PRIMARY KEY REFERENCES Award (Id),
    PreparedAt datetime2(7),
    PreparedBy bigint,
    Message nvarchar(max),
    ClosedAt datetime2(7),
    ClosedBy bigint,
    Figures nvarchar(max),
    FiguresHash nvarchar(64) COLLATE Latin1_General_100_BIN2,
    RetainUntil date,
    Version int NOT NULL,
    CONSTRAINT CK_CloseOut_TwoPeople CHECK (ClosedBy IS NULL OR ClosedBy <> PreparedBy)
);
GO

CREATE TABLE CloseOutTick
(
    AwardId bigint NOT NULL REFERENCES Award (Id),
    LineKey nvarchar(30) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Note nvarchar(max) NOT NULL,
    TickedAt datetime2(7) NOT NULL,
    TickedBy bigint NOT NULL,
    PRIMARY KEY (AwardId, LineKey)
);
GO
