-- Roles of pools that are shut in: code that the city did not write.
create table belfort.guest (
	role text primary key,
	feature text not null unique,
	quota bigint not null check (quota > 0),
	stopped timestamptz,
	reason text
);
comment on table belfort.guest is
	'Roles of code that the city did not write, and what they may hold.';
comment on column belfort.guest.quota is 'Bytes of its schema.';
comment on column belfort.guest.reason is 'Why it may not sign in now.';
