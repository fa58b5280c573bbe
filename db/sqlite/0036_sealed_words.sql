-- What was said in confidence and did not pass on at a handover is sealed: since when.

ALTER TABLE Engagement ADD COLUMN SealedAt TEXT;

CREATE INDEX IX_Engagement_Sealed ON Engagement (SealedAt);
