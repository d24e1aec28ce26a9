create function texts(version integer) returns json
language sql stable
security definer set search_path = benefits, ext, pg_temp
return belfort.benefits_rules_kept(texts.version);
comment on function texts(integer) is 'The files of a version.';
