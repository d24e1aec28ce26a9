create table import_row (
	code text, plan integer, kind text, day date, amount bigint, line integer);
create table import_wide (
	code text, name text, year integer, amount bigint, line integer);
create table row (
	code text, plan integer, kind text, day date, amount bigint, line integer);
create table wide (
	code text, name text, year integer, amount bigint, line integer);
create table imported (
	shape text, file text, sha256 text, primary key (shape, sha256));
create table kept (name text primary key);
create view open_row as
	select code, replace(to_char(amount / 100.0, 'FM999999990.00'), '.', ',')
		as euro
	from row;
