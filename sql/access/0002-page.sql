-- Who helps a resident sees and changes their own pages: which, for which service.
alter table entry add column page integer;
alter table entry add column service text check (service <> '');
comment on column entry.page is
	'belfort.page: on which page of the resident a civil servant was, who acted for them.';
comment on column entry.service is 'For which service of the city they did so; null: for all.';
alter table question add column actor uuid;
comment on column question.asker is 'On whose behalf: the resident.';
comment on column question.actor is
	'The account of who asked: theirs, or of a civil servant who helped them.';
