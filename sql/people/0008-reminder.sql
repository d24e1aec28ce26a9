-- A reminder of an appointment, also for who gave an address for that alone.
alter table message_kind add column forget boolean not null default false;
comment on column message_kind.forget is
	'A mail of it to who has no account is forgotten as soon as its end is known.';
insert into message_kind (name, mail, letter, box, forget) values
	('appointment', 'whole', 'instead', true, true);
