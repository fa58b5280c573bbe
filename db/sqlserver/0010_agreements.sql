-- Agreements: clauses, templates, conditions before the first payment, signatures, and the documents kept for ever.

ALTER TABLE Organisation ADD SigningRule nvarchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT DF_Organisation_SigningRule DEFAULT N'OneOwner';
GO

ALTER TABLE Organisation ADD LooseningAskedBy bigint;
GO

ALTER TABLE Organisation ADD LooseningAskedAt datetime2(7);
GO

ALTER TABLE Award ADD SigningRule nvarchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT DF_Award_SigningRule DEFAULT N'OneOwner';
GO

ALTER TABLE Award ADD Signings int NOT NULL CONSTRAINT DF_Award_Signings DEFAULT 0;
GO

CREATE TABLE AwardDocument
(
    Id bigint NOT NULL PRIMARY KEY,
    AwardId bigint NOT NULL REFERENCES Award (Id),
    Kind nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Number int NOT NULL,
    Title nvarchar(200) NOT NULL,
    HtmlId bigint NOT NULL REFERENCES StoredFile (Id),
    PdfId bigint REFERENCES StoredFile (Id),
    Hash nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Language nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CreatedAt datetime2(7) NOT NULL,
    CreatedBy bigint,
    CONSTRAINT UX_AwardDocument_Number UNIQUE (AwardId, Number)
);
GO

CREATE UNIQUE INDEX UX_AwardDocument_Once ON AwardDocument (AwardId, Kind) WHERE Kind IN ('Agreement', 'CounterSigned');
GO

CREATE INDEX IX_AwardDocument_Hash ON AwardDocument (Hash);
GO

CREATE INDEX IX_AwardDocument_Pdf ON AwardDocument (PdfId);
GO

INSERT INTO AwardDocument (Id, AwardId, Kind, Number, Title, HtmlId, PdfId, Hash, Language, CreatedAt, CreatedBy)
SELECT Id, Id, 'Agreement', 1, N'Grant agreement ' + Reference, AgreementHtmlId, AgreementPdfId, AgreementHash, COALESCE(TermsLanguage, 'en'), AnsweredAt, AnsweredBy
FROM Award
WHERE AgreementHtmlId IS NOT NULL AND AgreementHash IS NOT NULL AND AnsweredAt IS NOT NULL;
GO

CREATE TRIGGER AwardDocument_KeptForEver ON AwardDocument AFTER UPDATE, DELETE AS
BEGIN
    THROW 50001, N'Documents of awards are kept for ever, as they are.', 1;
END;
GO

CREATE TABLE AwardSignature
(
    Id bigint NOT NULL PRIMARY KEY,
    AwardId bigint NOT NULL REFERENCES Award (Id),
    Side nvarchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    PersonId bigint NOT NULL REFERENCES Person (Id),
    Name nvarchar(200) NOT NULL,
    Account nvarchar(200) NOT NULL,
    SignedAt datetime2(7) NOT NULL,
    SetAsideAt datetime2(7)
);
GO

CREATE UNIQUE INDEX UX_AwardSignature_Person ON AwardSignature (AwardId, Side, PersonId) WHERE SetAsideAt IS NULL;
GO

CREATE UNIQUE INDEX UX_AwardSignature_City ON AwardSignature (AwardId) WHERE Side = 'City';
GO

INSERT INTO AwardSignature (Id, AwardId, Side, PersonId, Name, Account, SignedAt)
SELECT a.Id, a.Id, 'Organisation', a.AnsweredBy, a.AcceptedName, p.Name, a.AnsweredAt
FROM Award a
JOIN Person p ON p.Id = a.AnsweredBy
WHERE a.AgreementHtmlId IS NOT NULL AND a.AcceptedName IS NOT NULL AND a.AnsweredAt IS NOT NULL;
GO

UPDATE Award SET Signings = 1 WHERE AgreementHtmlId IS NOT NULL;
GO

CREATE TABLE AwardCondition
(
    Id bigint NOT NULL PRIMARY KEY,
    AwardId bigint NOT NULL REFERENCES Award (Id),
    Place int NOT NULL,
    Kind nvarchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Title nvarchar(200) NOT NULL,
    Detail nvarchar(max),
    DueDays int,
    DueOn date,
    State nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    FileId bigint REFERENCES StoredFile (Id),
    HandedInAt datetime2(7),
    HandedInBy bigint,
    DecidedAt datetime2(7),
    DecidedBy bigint,
    Note nvarchar(max),
    Version int NOT NULL
);
GO

CREATE INDEX IX_AwardCondition_Award ON AwardCondition (AwardId, Place, Id);
GO

CREATE INDEX IX_AwardCondition_State ON AwardCondition (State, HandedInAt, Id);
GO

CREATE TABLE AwardConditionStep
(
    Id bigint NOT NULL PRIMARY KEY,
    ConditionId bigint NOT NULL REFERENCES AwardCondition (Id),
    Act nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    At datetime2(7) NOT NULL,
    PersonId bigint,
    FileId bigint REFERENCES StoredFile (Id),
    Note nvarchar(max)
);
GO

CREATE INDEX IX_AwardConditionStep_Condition ON AwardConditionStep (ConditionId, Id);
GO

CREATE TABLE Clause
(
    Id bigint NOT NULL PRIMARY KEY,
    Name nvarchar(200) NOT NULL,
    RetiredAt datetime2(7),
    CreatedAt datetime2(7) NOT NULL,
    CreatedBy bigint,
    Version int NOT NULL,
    CONSTRAINT UX_Clause_Name UNIQUE (Name)
);
GO

CREATE TABLE ClauseText
(
    ClauseId bigint NOT NULL REFERENCES Clause (Id),
    Language nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Number int NOT NULL,
    Heading nvarchar(200) NOT NULL,
    Body nvarchar(max) NOT NULL,
    CreatedAt datetime2(7) NOT NULL,
    CreatedBy bigint,
    PRIMARY KEY (ClauseId, Language, Number)
);
GO

CREATE TABLE AgreementTemplate
(
    CallId bigint NOT NULL REFERENCES Call (Id),
    Language nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Opening nvarchar(max) NOT NULL,
    Special nvarchar(max) NOT NULL,
    ChangedAt datetime2(7) NOT NULL,
    ChangedBy bigint,
    Version int NOT NULL,
    PRIMARY KEY (CallId, Language)
);
GO

CREATE TABLE AgreementTemplateClause
(
    CallId bigint NOT NULL,
    Language nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Place int NOT NULL,
    ClauseId bigint NOT NULL,
    Number int NOT NULL,
    PRIMARY KEY (CallId, Language, Place),
    FOREIGN KEY (CallId, Language) REFERENCES AgreementTemplate (CallId, Language),
    FOREIGN KEY (ClauseId, Language, Number) REFERENCES ClauseText (ClauseId, Language, Number)
);
GO

CREATE UNIQUE INDEX UX_AgreementTemplateClause_Clause ON AgreementTemplateClause (ClauseId, CallId, Language);
GO

CREATE TABLE CallCondition
(
    Id bigint NOT NULL PRIMARY KEY,
    CallId bigint NOT NULL REFERENCES Call (Id),
    Place int NOT NULL,
    Kind nvarchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Title nvarchar(max) NOT NULL,
    Detail nvarchar(max) NOT NULL,
    DueDays int,
    Version int NOT NULL
);
GO

CREATE INDEX IX_CallCondition_Call ON CallCondition (CallId, Place, Id);
GO
