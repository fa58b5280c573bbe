-- What was said in confidence and did not pass on at a handover is sealed: since when.

ALTER TABLE Engagement ADD SealedAt datetime2(7);
GO

CREATE INDEX IX_Engagement_Sealed ON Engagement (SealedAt);
