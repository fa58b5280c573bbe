-- How much a report asks: awards of rapid-response funds give a light one.

ALTER TABLE Report ADD Form nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT DF_Report_Form DEFAULT N'Usual';
GO
