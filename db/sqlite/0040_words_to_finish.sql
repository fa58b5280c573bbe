-- A contact that was logged on the way, and whose words its officer finishes later: since when it waits for them.

ALTER TABLE Engagement ADD COLUMN UnfinishedSince TEXT;

CREATE INDEX IX_Engagement_Unfinished ON Engagement (OfficerId, UnfinishedSince) WHERE UnfinishedSince IS NOT NULL;
