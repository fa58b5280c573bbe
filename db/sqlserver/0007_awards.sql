-- Awards: what is proposed and decided, decision letters, offers and agreements.

CREATE TABLE Decision
(
    Id bigint NOT NULL PRIMARY KEY,
    CallId bigint NOT NULL REFERENCES Call (Id),
    Kind nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    State nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    ProposedBy bigint NOT NULL REFERENCES Person (Id),
    ProposedAt datetime2(7) NOT NULL,
    Note nvarchar(max),
    TotalMinor bigint NOT NULL,
    AvailableMinor bigint NOT NULL,
    Currency nvarchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
    DecidedBy bigint,
    DecidedAt datetime2(7),
    DecisionNote nvarchar(max),
    LettersSentAt datetime2(7),
    Version int NOT NULL
);
GO

CREATE INDEX IX_Decision_Call ON Decision (CallId, State);
GO

CREATE INDEX IX_Decision_State ON Decision (State, Id);
GO

CREATE UNIQUE INDEX UX_Decision_Pending ON Decision (CallId) WHERE State = 'Proposed';
GO

CREATE TABLE DecisionLine
(
    DecisionId bigint NOT NULL REFERENCES Decision (Id),
    ApplicationId bigint NOT NULL REFERENCES Application (Id),
    Outcome nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    AmountMinor bigint,
    Reason nvarchar(max) NOT NULL,
    RecommendedBy bigint NOT NULL,
    Place int NOT NULL,
    Score int,
    Reviews int NOT NULL,
    PRIMARY KEY (DecisionId, ApplicationId)
);
GO

CREATE INDEX IX_DecisionLine_Application ON DecisionLine (ApplicationId);
GO

CREATE TABLE DecisionLetter
(
    Id bigint NOT NULL PRIMARY KEY,
    DecisionId bigint NOT NULL REFERENCES Decision (Id),
    ApplicationId bigint NOT NULL REFERENCES Application (Id),
    Outcome nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Language nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Subject nvarchar(200) NOT NULL,
    Body nvarchar(max) NOT NULL,
    DeliverBy nvarchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL,
    SentAt datetime2(7),
    Version int NOT NULL,
    CONSTRAINT UX_DecisionLetter_Application UNIQUE (DecisionId, ApplicationId)
);
GO

CREATE INDEX IX_DecisionLetter_Application ON DecisionLetter (ApplicationId);
GO

CREATE TABLE DecisionLetterRecipient
(
    LetterId bigint NOT NULL REFERENCES DecisionLetter (Id),
    PersonId bigint NOT NULL REFERENCES Person (Id),
    Address nvarchar(254) NOT NULL,
    DeliverBy nvarchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL,
    PRIMARY KEY (LetterId, PersonId)
);
GO

CREATE TABLE Award
(
    Id bigint NOT NULL PRIMARY KEY,
    Reference nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    ApplicationId bigint REFERENCES Application (Id),
    DecisionId bigint REFERENCES Decision (Id),
    CallId bigint REFERENCES Call (Id),
    OrganisationId bigint NOT NULL REFERENCES Organisation (Id),
    ProgrammeId bigint REFERENCES Programme (Id),
    State nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Title nvarchar(300) NOT NULL,
    Summary nvarchar(max),
    AmountMinor bigint NOT NULL,
    Currency nvarchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
    AwardedOn date NOT NULL,
    StartsOn date,
    EndsOn date,
    OfferedAt datetime2(7),
    OfferExpiresAt datetime2(7),
    RemindedAt datetime2(7),
    Terms nvarchar(max),
    TermsLanguage nvarchar(12) COLLATE Latin1_General_100_BIN2,
    AnsweredAt datetime2(7),
    AnsweredBy bigint,
    AcceptedName nvarchar(200),
    RefusalReason nvarchar(max),
    AgreementHtmlId bigint REFERENCES StoredFile (Id),
    AgreementPdfId bigint REFERENCES StoredFile (Id),
    AgreementHash nvarchar(64) COLLATE Latin1_General_100_BIN2,
    Publication nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    PublicationAsked nvarchar(12) COLLATE Latin1_General_100_BIN2,
    PublicationReason nvarchar(max),
    PublicationAskedReason nvarchar(max),
    FunderName nvarchar(200),
    FunderId nvarchar(100) COLLATE Latin1_General_100_BIN2,
    Source nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    ImportId nvarchar(120) COLLATE Latin1_General_100_BIN2,
    ImportHash nvarchar(64) COLLATE Latin1_General_100_BIN2,
    SearchText nvarchar(max) NOT NULL,
    CreatedAt datetime2(7) NOT NULL,
    Version int NOT NULL,
    CONSTRAINT UX_Award_Reference UNIQUE (Reference)
);
GO

CREATE UNIQUE INDEX UX_Award_Application ON Award (ApplicationId) WHERE ApplicationId IS NOT NULL;
GO

CREATE UNIQUE INDEX UX_Award_ImportId ON Award (ImportId) WHERE ImportId IS NOT NULL;
GO

CREATE INDEX IX_Award_Organisation ON Award (OrganisationId, Id);
GO

CREATE INDEX IX_Award_Register ON Award (Publication, AwardedOn, Id);
GO

CREATE INDEX IX_Award_State ON Award (State, Id);
GO

CREATE INDEX IX_Award_Call ON Award (CallId, Id);
GO

CREATE INDEX IX_Award_Decision ON Award (DecisionId);
GO

CREATE INDEX IX_Award_Programme ON Award (ProgrammeId, AwardedOn);
GO
