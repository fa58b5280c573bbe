-- People: accounts, roles, sign-in tickets, passkeys.

CREATE TABLE Person
(
    Id bigint NOT NULL PRIMARY KEY,
    Name nvarchar(200) NOT NULL,
    Email nvarchar(254) NOT NULL,
    NormalizedEmail nvarchar(254) COLLATE Latin1_General_100_BIN2 NOT NULL,
    EmailConfirmed bit NOT NULL,
    PasswordHash nvarchar(max),
    SecurityStamp nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Language nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    AuthenticatorKey nvarchar(400) COLLATE Latin1_General_100_BIN2,
    TwoFactorEnabled bit NOT NULL,
    LockoutEnabled bit NOT NULL,
    LockoutEnd datetime2(7),
    AccessFailedCount int NOT NULL,
    DisabledAt datetime2(7),
    ErasedAt datetime2(7),
    CreatedAt datetime2(7) NOT NULL,
    LastSignInAt datetime2(7),
    SearchText nvarchar(460) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Version int NOT NULL,
    CONSTRAINT UX_Person_Email UNIQUE (NormalizedEmail)
);
GO

CREATE INDEX IX_Person_Search ON Person (SearchText, Id);
GO

CREATE TABLE PersonRole
(
    PersonId bigint NOT NULL REFERENCES Person (Id),
    Role nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    PRIMARY KEY (PersonId, Role)
);
GO

CREATE INDEX IX_PersonRole_Role ON PersonRole (Role, PersonId);
GO

CREATE TABLE PersonClaim
(
    Id bigint NOT NULL PRIMARY KEY,
    PersonId bigint NOT NULL REFERENCES Person (Id),
    Type nvarchar(200) NOT NULL,
    Value nvarchar(max)
);
GO

CREATE INDEX IX_PersonClaim_Person ON PersonClaim (PersonId);
GO

CREATE TABLE PersonLogin
(
    Provider nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    ProviderKey nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    DisplayName nvarchar(200),
    PersonId bigint NOT NULL REFERENCES Person (Id),
    PRIMARY KEY (Provider, ProviderKey)
);
GO

CREATE INDEX IX_PersonLogin_Person ON PersonLogin (PersonId);
GO

CREATE TABLE PersonToken
(
    PersonId bigint NOT NULL REFERENCES Person (Id),
    Provider nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Name nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Value nvarchar(max),
    PRIMARY KEY (PersonId, Provider, Name)
);
GO

CREATE TABLE RecoveryCode
(
    PersonId bigint NOT NULL REFERENCES Person (Id),
    CodeHash nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    PRIMARY KEY (PersonId, CodeHash)
);
GO

CREATE TABLE Passkey
(
    CredentialHash nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    PersonId bigint NOT NULL REFERENCES Person (Id),
    Name nvarchar(100),
    Document nvarchar(max) NOT NULL,
    CreatedAt datetime2(7) NOT NULL,
    LastUsedAt datetime2(7),
    PRIMARY KEY (CredentialHash)
);
GO

CREATE INDEX IX_Passkey_Person ON Passkey (PersonId);
GO

CREATE TABLE SignInTicket
(
    KeyHash nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    PersonId bigint NOT NULL REFERENCES Person (Id),
    Stamp nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Ticket nvarchar(max) NOT NULL,
    CreatedAt datetime2(7) NOT NULL,
    SeenAt datetime2(7) NOT NULL,
    ExpiresAt datetime2(7) NOT NULL,
    Address nvarchar(64),
    Device nvarchar(300),
    PRIMARY KEY (KeyHash)
);
GO

CREATE INDEX IX_SignInTicket_Person ON SignInTicket (PersonId);
GO

CREATE INDEX IX_SignInTicket_Expiry ON SignInTicket (ExpiresAt);
GO

CREATE TABLE AccountLink
(
    TokenHash nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Purpose nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    PersonId bigint REFERENCES Person (Id),
    Stamp nvarchar(64) COLLATE Latin1_General_100_BIN2,
    NormalizedEmail nvarchar(254) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Content nvarchar(max),
    CreatedAt datetime2(7) NOT NULL,
    ExpiresAt datetime2(7) NOT NULL,
    UsedAt datetime2(7),
    PRIMARY KEY (TokenHash)
);
GO

CREATE INDEX IX_AccountLink_Email ON AccountLink (NormalizedEmail, Purpose, CreatedAt);
GO

CREATE INDEX IX_AccountLink_Person ON AccountLink (PersonId);
GO

CREATE INDEX IX_AccountLink_Expiry ON AccountLink (ExpiresAt);
GO
