-- What the city pays: to whom, on which account, and how it leaves.
create function iban_fault(iban text) returns text
language sql immutable strict
set search_path = payments, pg_temp
as $$
	select case
		when iban !~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$' then 'iban_wrong'
		when signs is null then 'iban_country'
		when length(iban) <> signs then 'iban_length'
		when (select string_agg(case when c ~ '[A-Z]'
				then (ascii(c) - 55)::text else c end, '' order by n)
			from unnest(string_to_array(substr(iban, 5) || left(iban, 4), null))
				with ordinality u(c, n))::numeric % 97 <> 1 then 'iban_wrong'
	end
	from (select substring('AD24 AL28 AT20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GI23 GR27 HR21 HU28 IE22 IS26 IT27 LI21 LT20 LU20 LV21 MC27 MD24 ME22 MK19 MT31 NL18 NO15 PL28 PT25 RO24 RS22 SE24 SI19 SK24 SM27 VA22'
		from left(iban, 2) || '([0-9]{2})')::integer as signs) country;
$$;
comment on function iban_fault(text) is
	'What is wrong with an account number; null: nothing. The check of ISO 13616 (modulo 97), and the length that each country of SEPA gives its numbers.';

create table partner (
	name text primary key check (name ~ '^[a-z][a-z0-9_]*$'),
	called text not null check (called <> ''),
	position integer not null unique
);
comment on table partner is
	'Bodies that deliver what the city orders for residents; an order that names none is for the first.';
insert into partner (name, called, position) values ('ivago', 'IVAGO', 1);

create table claim (
	number text primary key check (number ~ '^[A-Z0-9][A-Z0-9-]{0,34}$'),
	resident uuid not null,
	cents bigint not null check (cents between 1 and 99999999999),
	kind text not null check (kind in ('transfer', 'order')),
	partner text references partner,
	text jsonb not null check (text ?& '{nl,en,fr}'::text[]),
	due date not null,
	made timestamptz not null default now(),
	again timestamptz,
	withdrawn timestamptz,
	ended timestamptz,
	check ((kind = 'order') = (partner is not null)),
	check (withdrawn is null or ended is not null),
	unique (number, cents, kind)
);
create index on claim (resident);
create index on claim (due) where ended is null;
comment on table claim is 'What the city has to pay to a resident, as a feature decided it.';
comment on column claim.number is 'Of the decision: the reference by which the bank tells of it.';
comment on column claim.kind is
	'Money, or goods or credit that a partner delivers.';
comment on column claim.text is 'For what, {"nl", "en", "fr"}.';
comment on column claim.due is 'Not paid before that day.';
comment on column claim.again is
	'When a civil servant said to pay once more what the bank refused for a reason of ours.';
comment on column claim.ended is 'When it left, was paid or was withdrawn; empty again when it is refused.';

create table account (
	id bigint generated always as identity primary key,
	resident uuid not null,
	iban text check (iban_fault(iban) is null),
	source text not null check (source in ('register', 'given', 'none')),
	since timestamptz not null default now(),
	until timestamptz check (until >= since),
	actor uuid not null,
	helped boolean not null default false,
	check ((iban is null) = (source = 'none'))
);
create unique index on account (resident) where until is null;
create index on account (resident, since);
create index on account (until) where until is not null;
create index on account (actor);
comment on table account is
	'On which account somebody wants to be paid, and wanted before; without a number: in cash.';
comment on column account.source is
	'They confirmed that of the register, gave another, or have none at a bank.';
comment on column account.helped is 'A civil servant wrote it down, who helped them.';
comment on column account.actor is
	'Who said it: they, who acts for them, or a civil servant who helped them.';

create table file (
	id bigint generated always as identity primary key,
	message text not null unique check (message ~ '^[A-Z0-9-]{1,35}$'),
	kind text not null check (kind in ('transfer', 'order')),
	partner text references partner,
	until date not null,
	lines integer not null check (lines > 0),
	cents bigint not null check (cents > 0),
	prepared timestamptz not null default now(),
	prepared_by uuid not null,
	released timestamptz,
	released_by uuid,
	execution date,
	bytes bytea,
	sha256 bytea generated always as (sha256(bytes)) stored,
	cancelled timestamptz,
	cancelled_by uuid,
	constraint two_people check (released_by <> prepared_by),
	check ((kind = 'order') = (partner is not null)),
	check ((released is null) = (released_by is null)),
	check ((released is null) = (bytes is null)),
	check ((execution is not null) = (kind = 'transfer' and released is not null)),
	check (released is null or cancelled is null),
	check (cancelled_by is null or cancelled is not null),
	unique (id, kind)
);
comment on table file is
	'What goes to the bank, or to a partner, at once. Who prepares it does not release it.';
comment on column file.message is 'By what the other side knows it: read twice, it counts once.';
comment on column file.until is 'It holds what was due until that day.';
comment on column file.cents is 'The sum of its lines.';
comment on column file.bytes is 'What is handed over, sign by sign; made when it is released.';
comment on column file.cancelled_by is 'Null: because a decision in it was withdrawn.';

create table payment (
	id bigint generated always as identity primary key,
	claim text not null,
	cents bigint not null,
	kind text not null check (kind in ('transfer', 'order', 'cash')),
	claim_kind text not null generated always as
		(case kind when 'cash' then 'transfer' else kind end) stored,
	file bigint,
	nr integer check (nr > 0),
	reference text not null check (reference ~ '^[A-Z0-9-]{1,35}$'),
	name text not null check (name <> ''),
	iban text check (iban_fault(iban) is null),
	address text,
	text text not null,
	code text unique check (code ~ '^[0-9A-Z]{10}$'),
	made timestamptz not null default now(),
	outcome text check (outcome in ('paid', 'refused', 'cancelled')),
	reason text,
	told timestamptz,
	told_by uuid,
	foreign key (claim, cents, claim_kind)
		references claim (number, cents, kind),
	foreign key (file, kind) references file (id, kind) on delete cascade,
	unique (file, nr),
	check ((kind = 'cash') = (file is null)),
	check ((file is null) = (nr is null)),
	check ((kind = 'transfer') = (iban is not null)),
	check (code is null or kind = 'cash'),
	check ((outcome is null) = (told is null)),
	check ((outcome = 'refused') is true = (reason is not null))
);
create unique index once on payment (claim)
	where outcome is null or outcome = 'paid';
create unique index reference_once on payment (reference)
	where outcome is distinct from 'cancelled' and kind <> 'cash';
create index on payment (claim);
comment on table payment is
	'One way out for a claim: a line of a file, or cash at the counter. Never two at a time, and none after it was paid.';
comment on column payment.reference is
	'The number of the claim; after a refusal with -2, -3 behind it, because a bank takes each only once.';
comment on column payment.name is 'In the signs that a bank takes.';
comment on column payment.code is 'With which it is fetched at the counter; gone once it was.';
comment on column payment.reason is 'Why the bank refused, as its code.';

create table answer (
	id bigint generated always as identity primary key,
	file bigint not null references file on delete cascade,
	message text not null,
	sha256 bytea not null unique,
	status text,
	paid integer not null,
	refused integer not null,
	read timestamptz not null default now(),
	read_by uuid not null,
	unique (file, message)
);
comment on table answer is 'What the bank said of a file; each answer counts once.';
comment on column answer.message is 'What the bank calls its answer.';

create table reason (
	code text primary key check (code ~ '^[A-Z0-9]{4}$'),
	theirs boolean not null,
	text jsonb not null
);
comment on table reason is
	'Why a bank refuses (codes of ISO 20022), in plain words.';
comment on column reason.theirs is
	'Another account helps; else the city mends it and pays again.';
insert into reason (code, theirs, text)
select code, theirs, jsonb_build_object('nl', nl, 'en', en, 'fr', fr)
from (values
	('AC01', true, 'De rekening bestaat niet', 'The account does not exist', 'Le compte n''existe pas'),
	('AC03', true, 'De rekening bestaat niet', 'The account does not exist', 'Le compte n''existe pas'),
	('AC04', true, 'De rekening is gesloten', 'The account is closed', 'Le compte est clôturé'),
	('AC06', true, 'De rekening is geblokkeerd', 'The account is blocked', 'Le compte est bloqué'),
	('AC14', true, 'Op deze soort rekening kan niet gestort worden', 'This kind of account cannot be paid to', 'On ne peut pas verser sur ce type de compte'),
	('AG01', true, 'Op deze rekening kan niet gestort worden', 'This account cannot be paid to', 'On ne peut pas verser sur ce compte'),
	('BE04', false, 'Het adres van wie betaald wordt ontbreekt', 'The address of who is paid is missing', 'L''adresse du bénéficiaire manque'),
	('MD07', true, 'De houder van de rekening is overleden', 'The holder of the account has died', 'Le titulaire du compte est décédé'),
	('MS02', true, 'De ontvanger weigert het geld', 'Who is paid refuses the money', 'Le bénéficiaire refuse l''argent'),
	('MS03', false, 'De bank zegt niet waarom', 'The bank does not say why', 'La banque ne dit pas pourquoi'),
	('RR04', false, 'De bank moet dit melden aan de overheid', 'The bank must report this to the authorities', 'La banque doit le signaler aux autorités'),
	('AM04', false, 'Er staat te weinig op de rekening van de stad', 'The account of the city holds too little', 'Le compte de la ville est insuffisant'),
	('AM05', false, 'De bank kreeg deze betaling al', 'The bank has had this payment already', 'La banque a déjà reçu ce paiement'),
	('DU01', false, 'De bank kreeg dit bestand al', 'The bank has had this file already', 'La banque a déjà reçu ce fichier'),
	('DT01', false, 'De dag van uitvoering is niet goed', 'The day of execution is not right', 'Le jour d''exécution n''est pas bon'),
	('FF01', false, 'Het bestand is niet zoals de bank het wil', 'The file is not as the bank wants it', 'Le fichier n''est pas conforme'),
	('RC01', true, 'De bank van de rekening is niet bekend', 'The bank of the account is not known', 'La banque du compte n''est pas connue'),
	('DS02', false, 'De stad heeft de opdracht ingetrokken', 'The city has withdrawn the order', 'La ville a retiré l''ordre'))
	t (code, theirs, nl, en, fr);

-- Sums and what left: nothing changes them.
create function file_stays() returns trigger
language plpgsql
set search_path = payments, pg_temp
as $$
begin
	if old.released is not null or old.cancelled is not null
		or (new.id, new.message, new.kind, new.partner, new.until, new.lines,
			new.cents, new.prepared, new.prepared_by)
		is distinct from (old.id, old.message, old.kind, old.partner, old.until,
			old.lines, old.cents, old.prepared, old.prepared_by) then
		raise exception 'file % stays as it is', old.message;
	end if;
	return new;
end;
$$;
comment on function file_stays() is
	'Keeps everybody from changing a file: it is released or cancelled, once.';
create trigger stays before update on file
	for each row execute function file_stays();

create function payment_stays() returns trigger
language plpgsql
set search_path = payments, pg_temp
as $$
declare
	f file;
begin
	select * into f from file t where t.id = new.file;
	if (old.outcome is not null and not (old.outcome = 'paid'
			and new.outcome = 'refused' and old.kind = 'transfer'))
		or to_jsonb(new) - '{outcome,reason,told,told_by,code,claim_kind}'::text[]
			<> to_jsonb(old) - '{outcome,reason,told,told_by,code,claim_kind}'::text[]
		or (new.outcome = 'cancelled' and new.kind <> 'cash' and f.cancelled is null)
		or (new.outcome in ('paid', 'refused') and new.kind <> 'cash'
			and f.released is null) then
		raise exception 'payment % stays as it is', old.reference;
	end if;
	return new;
end;
$$;
comment on function payment_stays() is
	'Lets a payment end once, as far as its file got; a bank may send back what it paid. The kind of the claim is not computed yet.';
create trigger stays before update on payment
	for each row execute function payment_stays();

create function adds_up(which bigint) returns void
language plpgsql stable
set search_path = payments, pg_temp
as $$
begin
	if exists (select from file f where f.id = which
		and (f.lines, f.cents) <> (select count(*), coalesce(sum(p.cents), 0)
			from payment p where p.file = f.id)) then
		raise exception 'file % is not the sum of its lines', which
			using errcode = 'check_violation';
	end if;
end;
$$;
comment on function adds_up(bigint) is 'Refuses a file whose sum is not that of its lines.';

create function file_adds_up() returns trigger
language plpgsql
security definer set search_path = payments, pg_temp
as $$
begin
	perform adds_up(new.id);
	return null;
end;
$$;
comment on function file_adds_up() is
	'At the end of a transaction, when nobody is the owner any more.';
create constraint trigger adds_up after insert or update on file
	deferrable initially deferred
	for each row execute function file_adds_up();

create function lines_add_up() returns trigger
language plpgsql
set search_path = payments, pg_temp
as $$
begin
	perform adds_up(file) from changed where file is not null group by file;
	return null;
end;
$$;
comment on function lines_add_up() is 'For all lines that one statement puts or takes.';
create trigger add_up_put after insert on payment
	referencing new table as changed
	for each statement execute function lines_add_up();
create trigger add_up_take after delete on payment
	referencing old table as changed
	for each statement execute function lines_add_up();
