-- What a draft is made from moves on.
comment on column draft.base is
	'The version that was in force when it was begun, when a writer last said that they looked at what came since, or when it was ordered.';
