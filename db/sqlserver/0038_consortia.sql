-- The organisations that an application names as its partners.

CREATE TABLE ConsortiumPartner
(
    Id bigint NOT NULL PRIMARY KEY,
    ApplicationId bigint NOT NULL REFERENCES Application (Id),
    OrganisationId bigint REFERENCES Organisation (Id),
    Name nvarchar(200) NOT NULL,
    FoldedName nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Part nvarchar(1000) NOT NULL,
    ShareMinor bigint CHECK (ShareMinor > 0),
    State nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL CHECK (State IN ('Asked', 'Joined', 'Declined', 'Left')),
    NamedAt datetime2(7) NOT NULL,
    NamedBy bigint NOT NULL,
    MovedAt datetime2(7),
    MovedBy bigint,
    Version int NOT NULL,
    CONSTRAINT CK_ConsortiumPartner_Known CHECK (OrganisationId IS NOT NULL OR State = 'Asked')
);
GO

CREATE UNIQUE INDEX UX_ConsortiumPartner_Name ON ConsortiumPartner (ApplicationId, FoldedName);
GO

CREATE INDEX IX_ConsortiumPartner_Organisation ON ConsortiumPartner (OrganisationId, State, ApplicationId);
GO
