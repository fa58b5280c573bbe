-- Awards: what is proposed and decided, decision letters, offers and agreements.

CREATE TABLE Decision
(
    Id INTEGER NOT NULL PRIMARY KEY,
    CallId INTEGER NOT NULL REFERENCES Call (Id),
    Kind TEXT NOT NULL,
    State TEXT NOT NULL,
    ProposedBy INTEGER NOT NULL REFERENCES Person (Id),
    ProposedAt TEXT NOT NULL,
    Note TEXT,
    TotalMinor INTEGER NOT NULL,
    AvailableMinor INTEGER NOT NULL,
    Currency TEXT NOT NULL,
    DecidedBy INTEGER,
    DecidedAt TEXT,
    DecisionNote TEXT,
    LettersSentAt TEXT,
    Version INTEGER NOT NULL
) STRICT;

CREATE INDEX IX_Decision_Call ON Decision (CallId, State);

CREATE INDEX IX_Decision_State ON Decision (State, Id);

CREATE UNIQUE INDEX UX_Decision_Pending ON Decision (CallId) WHERE State = 'Proposed';

CREATE TABLE DecisionLine
(
    DecisionId INTEGER NOT NULL REFERENCES Decision (Id),
    ApplicationId INTEGER NOT NULL REFERENCES Application (Id),
    Outcome TEXT NOT NULL,
    AmountMinor INTEGER,
    Reason TEXT NOT NULL,
    RecommendedBy INTEGER NOT NULL,
    Place INTEGER NOT NULL,
    Score INTEGER,
    Reviews INTEGER NOT NULL,
    PRIMARY KEY (DecisionId, ApplicationId)
) STRICT;

CREATE INDEX IX_DecisionLine_Application ON DecisionLine (ApplicationId);

CREATE TABLE DecisionLetter
(
    Id INTEGER NOT NULL PRIMARY KEY,
    DecisionId INTEGER NOT NULL REFERENCES Decision (Id),
    ApplicationId INTEGER NOT NULL REFERENCES Application (Id),
    Outcome TEXT NOT NULL,
    Language TEXT NOT NULL,
    Subject TEXT NOT NULL,
    Body TEXT NOT NULL,
    DeliverBy TEXT NOT NULL,
    SentAt TEXT,
    Version INTEGER NOT NULL,
    CONSTRAINT UX_DecisionLetter_Application UNIQUE (DecisionId, ApplicationId)
) STRICT;

CREATE INDEX IX_DecisionLetter_Application ON DecisionLetter (ApplicationId);

CREATE TABLE DecisionLetterRecipient
(
    LetterId INTEGER NOT NULL REFERENCES DecisionLetter (Id),
    PersonId INTEGER NOT NULL REFERENCES Person (Id),
    Address TEXT NOT NULL,
    DeliverBy TEXT NOT NULL,
    PRIMARY KEY (LetterId, PersonId)
) STRICT;

CREATE TABLE Award
(
    Id INTEGER NOT NULL PRIMARY KEY,
    Reference TEXT NOT NULL,
    ApplicationId INTEGER REFERENCES Application (Id),
    DecisionId INTEGER REFERENCES Decision (Id),
    CallId INTEGER REFERENCES Call (Id),
    OrganisationId INTEGER NOT NULL REFERENCES Organisation (Id),
    ProgrammeId INTEGER REFERENCES Programme (Id),
    State TEXT NOT NULL,
    Title TEXT NOT NULL,
    Summary TEXT,
    AmountMinor INTEGER NOT NULL,
    Currency TEXT NOT NULL,
    AwardedOn TEXT NOT NULL,
    StartsOn TEXT,
    EndsOn TEXT,
    OfferedAt TEXT,
    OfferExpiresAt TEXT,
    RemindedAt TEXT,
    Terms TEXT,
    TermsLanguage TEXT,
    AnsweredAt TEXT,
    AnsweredBy INTEGER,
    AcceptedName TEXT,
    RefusalReason TEXT,
    AgreementHtmlId INTEGER REFERENCES StoredFile (Id),
    AgreementPdfId INTEGER REFERENCES StoredFile (Id),
    AgreementHash TEXT,
    Publication TEXT NOT NULL,
    PublicationAsked TEXT,
    PublicationReason TEXT,
    PublicationAskedReason TEXT,
    FunderName TEXT,
    FunderId TEXT,
    Source TEXT NOT NULL,
    ImportId TEXT,
    ImportHash TEXT,
    SearchText TEXT NOT NULL,
    CreatedAt TEXT NOT NULL,
    Version INTEGER NOT NULL,
    CONSTRAINT UX_Award_Reference UNIQUE (Reference)
) STRICT;

CREATE UNIQUE INDEX UX_Award_Application ON Award (ApplicationId) WHERE ApplicationId IS NOT NULL;

CREATE UNIQUE INDEX UX_Award_ImportId ON Award (ImportId) WHERE ImportId IS NOT NULL;

CREATE INDEX IX_Award_Organisation ON Award (OrganisationId, Id);

CREATE INDEX IX_Award_Register ON Award (Publication, AwardedOn, Id);

CREATE INDEX IX_Award_State ON Award (State, Id);

CREATE INDEX IX_Award_Call ON Award (CallId, Id);

CREATE INDEX IX_Award_Decision ON Award (DecisionId);

CREATE INDEX IX_Award_Programme ON Award (ProgrammeId, AwardedOn);
