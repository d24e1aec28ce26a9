create function hash_of(text text) returns text
language sql immutable
set search_path = policy, pg_temp
return encode(sha256(convert_to(text, 'UTF8')), 'hex');
comment on function hash_of(text) is 'SHA-256 of a text, in hexadecimal digits.';
