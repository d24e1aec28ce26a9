create function committed(transaction xid8) returns timestamptz
language plpgsql volatile
set search_path = access, ext, pg_temp
as $$
begin
	return case when current_setting('track_commit_timestamp')::boolean
		then pg_xact_commit_timestamp(committed.transaction::xid) end;
end;
$$;
comment on function committed(xid8) is
	'When a transaction ended; null where the database does not keep that.';
