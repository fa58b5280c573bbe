-- How much a report asks: awards of rapid-response funds give a light one.

ALTER TABLE Report ADD COLUMN Form TEXT NOT NULL DEFAULT 'Usual';
