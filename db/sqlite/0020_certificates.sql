-- Certificates for courses, which anybody can verify by their code.

ALTER TABLE Course ADD COLUMN CertificatePercent INTEGER;

ALTER TABLE Course ADD COLUMN CertificateFeedback INTEGER NOT NULL DEFAULT 0 CHECK (CertificateFeedback IN (0, 1));

CREATE TABLE Certificate
(
    Id INTEGER NOT NULL PRIMARY KEY,
    Code TEXT NOT NULL,
    BookingId INTEGER NOT NULL REFERENCES Booking (Id),
    CourseId INTEGER NOT NULL REFERENCES Course (Id),
    OccasionId INTEGER NOT NULL REFERENCES Occasion (Id),
    PersonId INTEGER,
    Name TEXT NOT NULL,
    CourseTitle TEXT NOT NULL,
    Sessions INTEGER NOT NULL,
    Attended INTEGER NOT NULL,
    Minutes INTEGER NOT NULL,
    StartsOn TEXT NOT NULL,
    EndsOn TEXT NOT NULL,
    IssuedAt TEXT NOT NULL,
    IssuedBy INTEGER,
    WithdrawnAt TEXT,
    WithdrawnReason TEXT,
    Version INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX UX_Certificate_Code ON Certificate (Code);

CREATE UNIQUE INDEX UX_Certificate_Booking ON Certificate (BookingId);

CREATE INDEX IX_Certificate_Person ON Certificate (PersonId);

CREATE INDEX IX_Certificate_Occasion ON Certificate (OccasionId);
