-- Agreements: clauses, templates, conditions before the first payment, signatures, and the documents kept for ever.

ALTER TABLE Organisation ADD COLUMN SigningRule TEXT NOT NULL DEFAULT 'OneOwner';

ALTER TABLE Organisation ADD COLUMN LooseningAskedBy INTEGER;

ALTER TABLE Organisation ADD COLUMN LooseningAskedAt TEXT;

ALTER TABLE Award ADD COLUMN SigningRule TEXT NOT NULL DEFAULT 'OneOwner';

ALTER TABLE Award ADD COLUMN Signings INTEGER NOT NULL DEFAULT 0;

CREATE TABLE AwardDocument
(
    Id INTEGER NOT NULL PRIMARY KEY,
    AwardId INTEGER NOT NULL REFERENCES Award (Id),
    Kind TEXT NOT NULL,
    Number INTEGER NOT NULL,
    Title TEXT NOT NULL,
    HtmlId INTEGER NOT NULL REFERENCES StoredFile (Id),
    PdfId INTEGER REFERENCES StoredFile (Id),
    Hash TEXT NOT NULL,
    Language TEXT NOT NULL,
    CreatedAt TEXT NOT NULL,
    CreatedBy INTEGER,
    CONSTRAINT UX_AwardDocument_Number UNIQUE (AwardId, Number)
) STRICT;

CREATE UNIQUE INDEX UX_AwardDocument_Once ON AwardDocument (AwardId, Kind) WHERE Kind IN ('Agreement', 'CounterSigned');

CREATE INDEX IX_AwardDocument_Hash ON AwardDocument (Hash);

CREATE INDEX IX_AwardDocument_Pdf ON AwardDocument (PdfId);

INSERT INTO AwardDocument (Id, AwardId, Kind, Number, Title, HtmlId, PdfId, Hash, Language, CreatedAt, CreatedBy)
SELECT Id, Id, 'Agreement', 1, 'Grant agreement ' || Reference, AgreementHtmlId, AgreementPdfId, AgreementHash, COALESCE(TermsLanguage, 'en'), AnsweredAt, AnsweredBy
FROM Award
WHERE AgreementHtmlId IS NOT NULL AND AgreementHash IS NOT NULL AND AnsweredAt IS NOT NULL;

CREATE TRIGGER AwardDocument_NoUpdate BEFORE UPDATE ON AwardDocument BEGIN SELECT RAISE(ABORT, 'Documents of awards are kept as they are.'); END;

CREATE TRIGGER AwardDocument_NoDelete BEFORE DELETE ON AwardDocument BEGIN SELECT RAISE(ABORT, 'Documents of awards are kept for ever.'); END;

CREATE TABLE AwardSignature
(
    Id INTEGER NOT NULL PRIMARY KEY,
    AwardId INTEGER NOT NULL REFERENCES Award (Id),
    Side TEXT NOT NULL,
    PersonId INTEGER NOT NULL REFERENCES Person (Id),
    Name TEXT NOT NULL,
    Account TEXT NOT NULL,
    SignedAt TEXT NOT NULL,
    SetAsideAt TEXT
) STRICT;

CREATE UNIQUE INDEX UX_AwardSignature_Person ON AwardSignature (AwardId, Side, PersonId) WHERE SetAsideAt IS NULL;

CREATE UNIQUE INDEX UX_AwardSignature_City ON AwardSignature (AwardId) WHERE Side = 'City';

INSERT INTO AwardSignature (Id, AwardId, Side, PersonId, Name, Account, SignedAt)
SELECT a.Id, a.Id, 'Organisation', a.AnsweredBy, a.AcceptedName, p.Name, a.AnsweredAt
FROM Award a
JOIN Person p ON p.Id = a.AnsweredBy
WHERE a.AgreementHtmlId IS NOT NULL AND a.AcceptedName IS NOT NULL AND a.AnsweredAt IS NOT NULL;

UPDATE Award SET Signings = 1 WHERE AgreementHtmlId IS NOT NULL;

CREATE TABLE AwardCondition
(
    Id INTEGER NOT NULL PRIMARY KEY,
    AwardId INTEGER NOT NULL REFERENCES Award (Id),
    Place INTEGER NOT NULL,
    Kind TEXT NOT NULL,
    Title TEXT NOT NULL,
    Detail TEXT,
    DueDays INTEGER,
    DueOn TEXT,
    State TEXT NOT NULL,
    FileId INTEGER REFERENCES StoredFile (Id),
    HandedInAt TEXT,
    HandedInBy INTEGER,
    DecidedAt TEXT,
    DecidedBy INTEGER,
    Note TEXT,
    Version INTEGER NOT NULL
) STRICT;

CREATE INDEX IX_AwardCondition_Award ON AwardCondition (AwardId, Place, Id);

CREATE INDEX IX_AwardCondition_State ON AwardCondition (State, HandedInAt, Id);

CREATE TABLE AwardConditionStep
(
    Id INTEGER NOT NULL PRIMARY KEY,
    ConditionId INTEGER NOT NULL REFERENCES AwardCondition (Id),
    Act TEXT NOT NULL,
    At TEXT NOT NULL,
    PersonId INTEGER,
    FileId INTEGER REFERENCES StoredFile (Id),
    Note TEXT
) STRICT;

CREATE INDEX IX_AwardConditionStep_Condition ON AwardConditionStep (ConditionId, Id);

CREATE TABLE Clause
(
    Id INTEGER NOT NULL PRIMARY KEY,
    Name TEXT NOT NULL,
    RetiredAt TEXT,
    CreatedAt TEXT NOT NULL,
    CreatedBy INTEGER,
    Version INTEGER NOT NULL,
    CONSTRAINT UX_Clause_Name UNIQUE (Name)
) STRICT;

CREATE TABLE ClauseText
(
    ClauseId INTEGER NOT NULL REFERENCES Clause (Id),
    Language TEXT NOT NULL,
    Number INTEGER NOT NULL,
    Heading TEXT NOT NULL,
    Body TEXT NOT NULL,
    CreatedAt TEXT NOT NULL,
    CreatedBy INTEGER,
    PRIMARY KEY (ClauseId, Language, Number)
) STRICT;

CREATE TABLE AgreementTemplate
(
    CallId INTEGER NOT NULL REFERENCES Call (Id),
    Language TEXT NOT NULL,
    Opening TEXT NOT NULL,
    Special TEXT NOT NULL,
    ChangedAt TEXT NOT NULL,
    ChangedBy INTEGER,
    Version INTEGER NOT NULL,
    PRIMARY KEY (CallId, Language)
) STRICT;

CREATE TABLE AgreementTemplateClause
(
    CallId INTEGER NOT NULL,
    Language TEXT NOT NULL,
    Place INTEGER NOT NULL,
    ClauseId INTEGER NOT NULL,
    Number INTEGER NOT NULL,
    PRIMARY KEY (CallId, Language, Place),
    FOREIGN KEY (CallId, Language) REFERENCES AgreementTemplate (CallId, Language),
    FOREIGN KEY (ClauseId, Language, Number) REFERENCES ClauseText (ClauseId, Language, Number)
) STRICT;

CREATE UNIQUE INDEX UX_AgreementTemplateClause_Clause ON AgreementTemplateClause (ClauseId, CallId, Language);

CREATE TABLE CallCondition
(
    Id INTEGER NOT NULL PRIMARY KEY,
    CallId INTEGER NOT NULL REFERENCES Call (Id),
    Place INTEGER NOT NULL,
    Kind TEXT NOT NULL,
    Title TEXT NOT NULL,
    Detail TEXT NOT NULL,
    DueDays INTEGER,
    Version INTEGER NOT NULL
) STRICT;

CREATE INDEX IX_CallCondition_Call ON CallCondition (CallId, Place, Id);
