# Tests of the database rooms and of the tool; each starts its own PostgreSQL.
# `make check` needs no database: ./check runs these, with BELFORT_PREFIX and BELFORT_BUILD.
EXTRA_PROGRAMS += %D%/db
tests_tool_db_SOURCES = %D%/db.c
tests_tool_db_LDADD = libcore.la
CLEANFILES += $(EXTRA_PROGRAMS)
EXTRA_DIST += %D%/tap.bash %D%/clock.bash %D%/cluster.bash %D%/test_db.sh \
	%D%/test_migrate.sh %D%/test_import.sh %D%/test_lists.sh %D%/test_rights.sh %D%/test_described.sh %D%/test_plugins.sh %D%/probe %D%/asker \
	%D%/test_register.sh %D%/test_clock.sh %D%/stolen %D%/stolen.txt %D%/unseal.mjs
