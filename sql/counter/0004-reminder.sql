-- Whose an appointment is, and where to remind them of it.
alter table appointment
	add column account uuid,
	add column actor uuid,
	add column resident uuid,
	add column email text check (email <> ''),
	add column page_lang text not null default 'nl'
		check (page_lang in ('nl', 'en', 'fr')),
	add column reminded timestamptz,
	add column link text unique check (link ~ '^[0-9a-f]{64}$'),
	add constraint forgotten_in_time
		check (email is null or (reminded is null and cancelled is null));
create index on appointment (lower(during))
	where reminded is null and cancelled is null;
create index on appointment (account);
create index on appointment (resident);
comment on column appointment.account is 'Who made it while signed in as a resident.';
comment on column appointment.actor is 'The account that made it: the same, or that of a civil servant.';
comment on column appointment.resident is 'For whom, if the register knows them.';
comment on column appointment.email is 'Where to remind of it, until that is done; of who did not sign in.';
comment on column appointment.page_lang is 'The language of the page where it was made.';
comment on column appointment.link is 'SHA-256 of the secret in the link of the reminder.';
