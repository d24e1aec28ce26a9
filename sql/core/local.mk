# What the host keeps in the database, and the functions of `belfort migrate`.
coresqldir = $(pkgdatadir)/core/sql
dist_coresql_DATA = %D%/0001-bookkeeping.sql
coresqlfndir = $(coresqldir)/fn
dist_coresqlfn_DATA = %D%/fn/extension_make.sql %D%/fn/feature_close.sql \
	%D%/fn/feature_prepare.sql %D%/fn/pool_grant.sql \
	%D%/fn/pool_prepare.sql %D%/fn/routines_clear.sql \
	%D%/fn/routines_record.sql %D%/fn/routines_validate.sql
