create function bytes_add_up(f file, bytes text) returns void
language plpgsql stable
set search_path = payments, pg_temp
as $$
declare
	space text[] := array[array['p', 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09']];
	document xml;
	head text[];
	amounts numeric[];
begin
	if f.kind <> 'transfer' then
		return;
	end if;
	document := bytes::xml;
	head := xpath('//p:GrpHdr/p:MsgId/text() | //p:NbOfTxs/text() | //p:CtrlSum/text()',
		document, space)::text[];
	amounts := xpath('//p:InstdAmt[@Ccy="EUR"]/text()', document, space)::text[]::numeric[];
	if head is distinct from array[f.message, f.lines::text, euros(f.cents),
			f.lines::text, euros(f.cents)]
		or cardinality(amounts) <> f.lines
		or (select sum(a) from unnest(amounts) a) <> f.cents / 100.0 then
		raise exception 'the bytes of file % are not the sum of its lines', f.message;
	end if;
end;
$$;
comment on function bytes_add_up(file, text) is
	'Refuses bytes for the bank whose name, number or sum is not that of the lines.';
