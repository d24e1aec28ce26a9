# What reads hostile input, given hostile input.  One line adds a target: its
# source is fuzz_<name>.c, its seeds are seeds/<name>/, its words
# dict/<name>.dict.  `make check` runs each over its seeds, tests/fuzz/run with
# libFuzzer.
EXTRA_DIST += %D%/fuzz.h %D%/run %D%/seeds %D%/dict
fuzz_programs = %D%/fuzz_query %D%/fuzz_cookie %D%/fuzz_body %D%/fuzz_cgi \
	%D%/fuzz_tmpl %D%/fuzz_plural %D%/fuzz_mo %D%/fuzz_import \
	%D%/fuzz_rules %D%/fuzz_rights %D%/fuzz_multipart %D%/fuzz_jose %D%/fuzz_passkey \
	%D%/fuzz_pain002 %D%/fuzz_workshop
check_PROGRAMS += $(fuzz_programs)
TESTS += $(fuzz_programs)
tests_fuzz_fuzz_query_SOURCES = %D%/fuzz_query.c %D%/driver.c
tests_fuzz_fuzz_cookie_SOURCES = %D%/fuzz_cookie.c %D%/driver.c
tests_fuzz_fuzz_body_SOURCES = %D%/fuzz_body.c %D%/driver.c
tests_fuzz_fuzz_cgi_SOURCES = %D%/fuzz_cgi.c %D%/driver.c
tests_fuzz_fuzz_tmpl_SOURCES = %D%/fuzz_tmpl.c %D%/driver.c
tests_fuzz_fuzz_plural_SOURCES = %D%/fuzz_plural.c %D%/driver.c
tests_fuzz_fuzz_mo_SOURCES = %D%/fuzz_mo.c %D%/driver.c
tests_fuzz_fuzz_import_SOURCES = %D%/fuzz_import.c %D%/driver.c
tests_fuzz_fuzz_rules_SOURCES = %D%/fuzz_rules.c %D%/driver.c
tests_fuzz_fuzz_rights_SOURCES = %D%/fuzz_rights.c %D%/driver.c
tests_fuzz_fuzz_multipart_SOURCES = %D%/fuzz_multipart.c %D%/driver.c
tests_fuzz_fuzz_jose_SOURCES = %D%/fuzz_jose.c %D%/driver.c
tests_fuzz_fuzz_passkey_SOURCES = %D%/fuzz_passkey.c %D%/driver.c
tests_fuzz_fuzz_passkey_LDADD = libproof.la libcore.la
tests_fuzz_fuzz_pain002_SOURCES = %D%/fuzz_pain002.c %D%/driver.c
tests_fuzz_fuzz_pain002_LDADD = libpain.la libcore.la
tests_fuzz_fuzz_workshop_SOURCES = %D%/fuzz_workshop.c %D%/driver.c
