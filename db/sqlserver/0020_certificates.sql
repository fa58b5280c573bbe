-- Certificates for courses, which anybody can verify by their code.

ALTER TABLE Course ADD CertificatePercent int;
GO

ALTER TABLE Course ADD CertificateFeedback bit NOT NULL CONSTRAINT DF_Course_CertificateFeedback DEFAULT 0;
GO

CREATE TABLE Certificate
(
    Id bigint NOT NULL PRIMARY KEY,
    Code nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    BookingId bigint NOT NULL REFERENCES Booking (Id),
    CourseId bigint NOT NULL REFERENCES Course (Id),
    OccasionId bigint NOT NULL REFERENCES Occasion (Id),
    PersonId bigint,
    Name nvarchar(200) NOT NULL,
    CourseTitle nvarchar(200) NOT NULL,
    Sessions int NOT NULL,
    Attended int NOT NULL,
    Minutes int NOT NULL,
    StartsOn date NOT NULL,
    EndsOn date NOT NULL,
    IssuedAt datetime2(7) NOT NULL,
    IssuedBy bigint,
    WithdrawnAt datetime2(7),
    WithdrawnReason nvarchar(500),
    Version int NOT NULL
);
GO

CREATE UNIQUE INDEX UX_Certificate_Code ON Certificate (Code);
GO

CREATE UNIQUE INDEX UX_Certificate_Booking ON Certificate (BookingId);
GO

CREATE INDEX IX_Certificate_Person ON Certificate (PersonId);
GO

CREATE INDEX IX_Certificate_Occasion ON Certificate (OccasionId);
GO
