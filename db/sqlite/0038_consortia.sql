-- The organisations that an application names as its partners.

CREATE TABLE ConsortiumPartner
(
    Id INTEGER NOT NULL PRIMARY KEY,
    ApplicationId INTEGER NOT NULL REFERENCES Application (Id),
    OrganisationId INTEGER REFERENCES Organisation (Id),
    Name TEXT NOT NULL,
    FoldedName TEXT NOT NULL,
    Part TEXT NOT NULL,
    ShareMinor INTEGER CHECK (ShareMinor > 0),
    State TEXT NOT NULL CHECK (State IN ('Asked', 'Joined', 'Declined', 'Left')),
    NamedAt TEXT NOT NULL,
    NamedBy INTEGER NOT NULL,
    MovedAt TEXT,
    MovedBy INTEGER,
    Version INTEGER NOT NULL,
    CONSTRAINT CK_ConsortiumPartner_Known CHECK (OrganisationId IS NOT NULL OR State = 'Asked')
) STRICT;

CREATE UNIQUE INDEX UX_ConsortiumPartner_Name ON ConsortiumPartner (ApplicationId, FoldedName);

CREATE INDEX IX_ConsortiumPartner_Organisation ON ConsortiumPartner (OrganisationId, State, ApplicationId);
