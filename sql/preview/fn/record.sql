create function record(hash text) returns json
language sql stable
security definer set search_path = preview, pg_temp
return json_build_object('document', (select q.document from question q
	where q.hash = record.hash and q.document is not null limit 1));
comment on function record(text) is
	'What came out of a question, also of days whose data are gone; null: it was not asked.';
