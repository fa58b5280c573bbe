-- Support asked for and offered to families after an incident, kept by need and partner; reviews after weeks; what was put together. No column holds the name of a person.

CREATE TABLE FamilySupport
(
    Id INTEGER NOT NULL PRIMARY KEY,
    Reference TEXT NOT NULL,
    OrganisationId INTEGER NOT NULL REFERENCES Organisation (Id),
    IncidentId INTEGER REFERENCES Incident (Id),
    Side TEXT NOT NULL CHECK (Side IN ('Asked', 'Offered')),
    Kind TEXT NOT NULL,
    Band TEXT NOT NULL,
    Words TEXT NOT NULL,
    Languages TEXT NOT NULL,
    District TEXT NOT NULL,
    State TEXT NOT NULL,
    FollowerId INTEGER,
    DeputyId INTEGER,
    ByPartner INTEGER NOT NULL CHECK (ByPartner IN (0, 1)),
    OpenedOn TEXT NOT NULL,
    OpenedAt TEXT NOT NULL,
    OpenedBy INTEGER NOT NULL,
    EndedAt TEXT,
    Outcome TEXT NOT NULL,
    ForgottenAt TEXT,
    Version INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX UX_FamilySupport_Reference ON FamilySupport (Reference);

CREATE INDEX IX_FamilySupport_Organisation ON FamilySupport (OrganisationId, Id);

CREATE INDEX IX_FamilySupport_Incident ON FamilySupport (IncidentId, Id);

CREATE INDEX IX_FamilySupport_Kind ON FamilySupport (Side, Kind, State, Id);

CREATE INDEX IX_FamilySupport_Follower ON FamilySupport (FollowerId, Id);

CREATE INDEX IX_FamilySupport_Ended ON FamilySupport (EndedAt, Id);

CREATE TABLE FamilyReview
(
    Id INTEGER NOT NULL PRIMARY KEY,
    SupportId INTEGER NOT NULL REFERENCES FamilySupport (Id),
    Week INTEGER NOT NULL CHECK (Week IN (1, 4, 12, 52)),
    DueOn TEXT NOT NULL,
    AskedAt TEXT,
    PartnerStanding TEXT,
    PartnerWords TEXT NOT NULL,
    PartnerAt TEXT,
    PartnerBy INTEGER,
    RemindedOn TEXT,
    Standing TEXT,
    Said TEXT NOT NULL,
    NextStep TEXT NOT NULL,
    DoneOn TEXT,
    DoneBy INTEGER,
    DroppedOn TEXT,
    DropReason TEXT NOT NULL,
    Version INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX UX_FamilyReview_Week ON FamilyReview (SupportId, Week);

CREATE INDEX IX_FamilyReview_Due ON FamilyReview (DoneOn, DroppedOn, DueOn, Id);

CREATE TABLE FamilyMatch
(
    Id INTEGER NOT NULL PRIMARY KEY,
    AskId INTEGER NOT NULL REFERENCES FamilySupport (Id),
    OfferId INTEGER NOT NULL REFERENCES FamilySupport (Id),
    State TEXT NOT NULL,
    Words TEXT NOT NULL,
    MatchedAt TEXT NOT NULL,
    MatchedBy INTEGER NOT NULL,
    AnsweredAt TEXT,
    AnsweredBy INTEGER,
    Version INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX UX_FamilyMatch_Once ON FamilyMatch (AskId, OfferId);

CREATE INDEX IX_FamilyMatch_Offer ON FamilyMatch (OfferId, State, Id);
