create function attempt_begin(who text, network text) returns json
language plpgsql
security definer set search_path = people, ext, pg_temp
as $$
begin
	perform attempt_take(attempt_begin.who, 5, interval '15 minutes');
	perform attempt_take(attempt_begin.network, 30, interval '30 seconds');
	return '{}';
end;
$$;
comment on function attempt_begin(text, text) is
	'Somebody tries to sign in: called for every way to do so, alone in its transaction, before anything is looked up. WHO is the mark of what they say they are, whether that exists or not, and NETWORK that of where they are. It raises too_often, with the seconds to wait as hint, for a right secret as for a wrong one; a session that is open goes on. When the try was right, attempt_end() takes it back. The account is counted before the network, always, so that nobody waits for each other.';
