-- Monitoring: reports with spending and receipts, close-out.

CREATE TABLE Report
(
    Id INTEGER NOT NULL PRIMARY KEY,
    AwardId INTEGER NOT NULL REFERENCES Award (Id),
    Number INTEGER NOT NULL,
    Kind TEXT NOT NULL,
    FromOn TEXT NOT NULL,
    ToOn TEXT NOT NULL,
    DueOn TEXT NOT NULL,
    State TEXT NOT NULL,
    Currency TEXT NOT NULL,
    SpentMinor INTEGER NOT NULL,
    DisallowedMinor INTEGER NOT NULL,
    Submissions INTEGER NOT NULL,
    SubmittedAt TEXT,
    SubmittedBy INTEGER,
    ChangesDueOn TEXT,
    ChangesAskedAt TEXT,
    ChangesAskedBy INTEGER,
    AcceptedAt TEXT,
    AcceptedBy INTEGER,
    AcceptedNote TEXT,
    Frozen TEXT,
    FrozenHash TEXT,
    RemindedOn TEXT,
    LateRemindedOn TEXT,
    LateReminders INTEGER NOT NULL,
    CreatedAt TEXT NOT NULL,
    CreatedBy INTEGER,
    SavedAt TEXT NOT NULL,
    Version INTEGER NOT NULL,
    CONSTRAINT UX_Report_Number UNIQUE (AwardId, Number),
    CONSTRAINT CK_Report_Spent CHECK (DisallowedMinor >= 0 AND SpentMinor >= DisallowedMinor)
) STRICT;

CREATE INDEX IX_Report_State ON Report (State, DueOn, Id);

CREATE TABLE ReportAnswer
(
    ReportId INTEGER NOT NULL REFERENCES Report (Id),
    PartKey TEXT NOT NULL,
    Value TEXT NOT NULL,
    Version INTEGER NOT NULL,
    SavedAt TEXT NOT NULL,
    SavedBy INTEGER NOT NULL,
    PRIMARY KEY (ReportId, PartKey)
) STRICT;

CREATE TABLE ReportAnswerEarlier
(
    ReportId INTEGER NOT NULL REFERENCES Report (Id),
    PartKey TEXT NOT NULL,
    Version INTEGER NOT NULL,
    Value TEXT NOT NULL,
    SavedAt TEXT NOT NULL,
    SavedBy INTEGER NOT NULL,
    PRIMARY KEY (ReportId, PartKey, Version)
) STRICT;

CREATE TABLE SpendingItem
(
    Id INTEGER NOT NULL PRIMARY KEY,
    ReportId INTEGER NOT NULL REFERENCES Report (Id),
    LineNumber INTEGER NOT NULL,
    SpentOn TEXT NOT NULL,
    Payee TEXT NOT NULL,
    Description TEXT NOT NULL,
    AmountMinor INTEGER NOT NULL,
    DisallowedReason TEXT,
    DisallowedAt TEXT,
    DisallowedBy INTEGER,
    AddedAt TEXT NOT NULL,
    AddedBy INTEGER NOT NULL,
    SavedAt TEXT NOT NULL,
    SavedBy INTEGER NOT NULL,
    RemovedAt TEXT,
    RemovedBy INTEGER,
    Version INTEGER NOT NULL,
    CONSTRAINT CK_SpendingItem_Amount CHECK (AmountMinor > 0)
) STRICT;

CREATE INDEX IX_SpendingItem_Report ON SpendingItem (ReportId, Id);

CREATE TABLE Receipt
(
    Id INTEGER NOT NULL PRIMARY KEY,
    ItemId INTEGER NOT NULL REFERENCES SpendingItem (Id),
    ReportId INTEGER NOT NULL REFERENCES Report (Id),
    FileId INTEGER NOT NULL REFERENCES StoredFile (Id),
    AddedAt TEXT NOT NULL,
    AddedBy INTEGER NOT NULL,
    RemovedAt TEXT
) STRICT;

CREATE INDEX IX_Receipt_Report ON Receipt (ReportId, ItemId, Id);

CREATE INDEX IX_Receipt_File ON Receipt (FileId);

CREATE TABLE ReportSubmission
(
    ReportId INTEGER NOT NULL REFERENCES Report (Id),
    Number INTEGER NOT NULL,
    Content TEXT NOT NULL,
    Hash TEXT NOT NULL,
    ReceivedAt TEXT NOT NULL,
    SubmittedAt TEXT NOT NULL,
    SubmittedBy INTEGER NOT NULL,
    PRIMARY KEY (ReportId, Number)
) STRICT;

CREATE TABLE ReportRemark
(
    ReportId INTEGER NOT NULL REFERENCES Report (Id),
    Submission INTEGER NOT NULL,
    PartKey TEXT NOT NULL,
    Reason TEXT NOT NULL,
    PRIMARY KEY (ReportId, Submission, PartKey)
) STRICT;

CREATE TABLE CloseOut
(
    AwardId INTEGER NOT NULL PRIMARY KEY REFERENCES Award (Id),
    PreparedAt TEXT,
    PreparedBy INTEGER,
    Message TEXT,
    ClosedAt TEXT,
    ClosedBy INTEGER,
    Figures TEXT,
    FiguresHash TEXT,
    RetainUntil TEXT,
    Version INTEGER NOT NULL,
    CONSTRAINT CK_CloseOut_TwoPeople CHECK (ClosedBy IS NULL OR ClosedBy <> PreparedBy)
) STRICT;

CREATE TABLE CloseOutTick
(
    AwardId INTEGER NOT NULL REFERENCES Award (Id),
    LineKey TEXT NOT NULL,
    Note TEXT NOT NULL,
    TickedAt TEXT NOT NULL,
    TickedBy INTEGER NOT NULL,
    PRIMARY KEY (AwardId, LineKey)
) STRICT;
