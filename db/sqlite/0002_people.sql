-- People: accounts, roles, sign-in tickets, passkeys.

CREATE TABLE Person
(
    Id INTEGER NOT NULL PRIMARY KEY,
    Name TEXT NOT NULL,
    Email TEXT NOT NULL,
    NormalizedEmail TEXT NOT NULL,
    EmailConfirmed INTEGER NOT NULL CHECK (EmailConfirmed IN (0, 1)),
    PasswordHash TEXT,
    SecurityStamp TEXT NOT NULL,
    Language TEXT NOT NULL,
    AuthenticatorKey TEXT,
    TwoFactorEnabled INTEGER NOT NULL CHECK (TwoFactorEnabled IN (0, 1)),
    LockoutEnabled INTEGER NOT NULL CHECK (LockoutEnabled IN (0, 1)),
    LockoutEnd TEXT,
    AccessFailedCount INTEGER NOT NULL,
    DisabledAt TEXT,
    ErasedAt TEXT,
    CreatedAt TEXT NOT NULL,
    LastSignInAt TEXT,
    SearchText TEXT NOT NULL,
    Version INTEGER NOT NULL,
    CONSTRAINT UX_Person_Email UNIQUE (NormalizedEmail)
) STRICT;

CREATE INDEX IX_Person_Search ON Person (SearchText, Id);

CREATE TABLE PersonRole
(
    PersonId INTEGER NOT NULL REFERENCES Person (Id),
    Role TEXT NOT NULL,
    PRIMARY KEY (PersonId, Role)
) STRICT;

CREATE INDEX IX_PersonRole_Role ON PersonRole (Role, PersonId);

CREATE TABLE PersonClaim
(
    Id INTEGER NOT NULL PRIMARY KEY,
    PersonId INTEGER NOT NULL REFERENCES Person (Id),
    Type TEXT NOT NULL,
    Value TEXT
) STRICT;

CREATE INDEX IX_PersonClaim_Person ON PersonClaim (PersonId);

CREATE TABLE PersonLogin
(
    Provider TEXT NOT NULL,
    ProviderKey TEXT NOT NULL,
    DisplayName TEXT,
    PersonId INTEGER NOT NULL REFERENCES Person (Id),
    PRIMARY KEY (Provider, ProviderKey)
) STRICT;

CREATE INDEX IX_PersonLogin_Person ON PersonLogin (PersonId);

CREATE TABLE PersonToken
(
    PersonId INTEGER NOT NULL REFERENCES Person (Id),
    Provider TEXT NOT NULL,
    Name TEXT NOT NULL,
    Value TEXT,
    PRIMARY KEY (PersonId, Provider, Name)
) STRICT;

CREATE TABLE RecoveryCode
(
    PersonId INTEGER NOT NULL REFERENCES Person (Id),
    CodeHash TEXT NOT NULL,
    PRIMARY KEY (PersonId, CodeHash)
) STRICT;

CREATE TABLE Passkey
(
    CredentialHash TEXT NOT NULL,
    PersonId INTEGER NOT NULL REFERENCES Person (Id),
    Name TEXT,
    Document TEXT NOT NULL,
    CreatedAt TEXT NOT NULL,
    LastUsedAt TEXT,
    PRIMARY KEY (CredentialHash)
) STRICT;

CREATE INDEX IX_Passkey_Person ON Passkey (PersonId);

CREATE TABLE SignInTicket
(
    KeyHash TEXT NOT NULL,
    PersonId INTEGER NOT NULL REFERENCES Person (Id),
    Stamp TEXT NOT NULL,
    Ticket TEXT NOT NULL,
    CreatedAt TEXT NOT NULL,
    SeenAt TEXT NOT NULL,
    ExpiresAt TEXT NOT NULL,
    Address TEXT,
    Device TEXT,
    PRIMARY KEY (KeyHash)
) STRICT;

CREATE INDEX IX_SignInTicket_Person ON SignInTicket (PersonId);

CREATE INDEX IX_SignInTicket_Expiry ON SignInTicket (ExpiresAt);

CREATE TABLE AccountLink
(
    TokenHash TEXT NOT NULL,
    Purpose TEXT NOT NULL,
    PersonId INTEGER REFERENCES Person (Id),
    Stamp TEXT,
    NormalizedEmail TEXT NOT NULL,
    Content TEXT,
    CreatedAt TEXT NOT NULL,
    ExpiresAt TEXT NOT NULL,
    UsedAt TEXT,
    PRIMARY KEY (TokenHash)
) STRICT;

CREATE INDEX IX_AccountLink_Email ON AccountLink (NormalizedEmail, Purpose, CreatedAt);

CREATE INDEX IX_AccountLink_Person ON AccountLink (PersonId);

CREATE INDEX IX_AccountLink_Expiry ON AccountLink (ExpiresAt);
