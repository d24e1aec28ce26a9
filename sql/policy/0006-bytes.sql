-- A file of a draft is as large as one on disk or of an order may be: counted
-- in bytes.  What was saved before stays.
alter table draft_file drop constraint draft_file_text_check,
	add constraint draft_file_text_check
		check (octet_length(text) <= 262144) not valid;
alter table aside drop constraint aside_text_check,
	add constraint aside_text_check
		check (octet_length(text) <= 262144) not valid;
