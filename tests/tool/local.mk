# Tests of the database rooms and of the tool; each starts its own PostgreSQL.
# The programs that run them set BELFORT_PREFIX and BELFORT_BUILD.
check_PROGRAMS += %D%/db
tests_tool_db_SOURCES = %D%/db.c
tests_tool_db_LDADD = libcore.la
EXTRA_DIST += %D%/tap.bash %D%/cluster.bash %D%/test_db.sh \
	%D%/test_migrate.sh %D%/test_import.sh %D%/probe
