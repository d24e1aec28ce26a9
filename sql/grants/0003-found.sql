-- What is asked about a decision, and what a household answered, is found without
-- reading all of it; also when a decision that is too old goes.
create index on objection (decision);
create index on objection (result) where result is not null;
create index on review (decision);
create index on review (result) where result is not null;
create index on request (household);
