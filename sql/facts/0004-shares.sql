-- The packed facts of the whole city are renewed in shares, and who changed is
-- decided on before who is only looked at again.
alter table refreshed drop column day,
	add column mark text,
	add column upto text,
	add column back date;
comment on table refreshed is
	'How far the packed facts are those of now. Who renews any of them holds it: one transaction at a time.';
comment on column refreshed.mark is
	'By which day, sources and facts they are, or are being, renewed: see mark(). Null: all of them are to be.';
comment on column refreshed.upto is
	'Households up to this one are renewed, the next share begins after it; null: all are.';
comment on column refreshed.back is
	'A source that had said nothing since this day says something again: everybody is to be decided on from that day; null: those of whom more is known, from today.';

alter table pending add column later boolean not null default false;
comment on column pending.later is
	'Nothing happened to it: it is one of many that are looked at again, and comes after those that changed.';
create index on pending (later, since);
drop index pending_since_idx;
