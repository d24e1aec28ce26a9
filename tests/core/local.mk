# Tests of the core in C.  One line adds a test, its source is test_<name>.c:
#	check_PROGRAMS += %D%/test_<name>
# They link what is private to the core.
AM_DEFAULT_SOURCE_EXT = .c
LDADD = libcore.la
EXTRA_DIST += tests/tap.h %D%/mo.h %D%/req.h %D%/scratch.h %D%/refuse.h %D%/rights.h %D%/site.h %D%/scarce %D%/scarce.c
EXTRA_DIST += tests/mustache/comments.json tests/mustache/delimiters.json \
	tests/mustache/interpolation.json tests/mustache/sections.json \
	tests/mustache/inverted.json tests/mustache/partials.json \
	tests/mustache/inheritance.json tests/mustache/belfort.json
check_PROGRAMS += %D%/test_arena
check_PROGRAMS += %D%/test_buf
check_PROGRAMS += %D%/test_escape
check_PROGRAMS += %D%/test_i18n
check_PROGRAMS += %D%/test_plural
check_PROGRAMS += %D%/test_tmpl
check_PROGRAMS += %D%/test_format
check_PROGRAMS += %D%/test_csv
check_PROGRAMS += %D%/test_import
check_PROGRAMS += %D%/test_crypt
check_PROGRAMS += %D%/test_sandbox
check_PROGRAMS += %D%/test_user
check_PROGRAMS += %D%/test_listener
check_PROGRAMS += %D%/test_seal
check_PROGRAMS += %D%/test_keys
check_PROGRAMS += %D%/test_settings
check_PROGRAMS += %D%/test_described
check_PROGRAMS += %D%/test_io
check_PROGRAMS += %D%/test_log
check_PROGRAMS += %D%/test_metrics
check_PROGRAMS += %D%/test_file
check_PROGRAMS += %D%/test_pairs
check_PROGRAMS += %D%/test_request
check_PROGRAMS += %D%/test_body
check_PROGRAMS += %D%/test_route
check_PROGRAMS += %D%/test_negotiate
check_PROGRAMS += %D%/test_form
check_PROGRAMS += %D%/test_multipart
check_PROGRAMS += %D%/test_plugin
check_PROGRAMS += %D%/test_channels
check_PROGRAMS += %D%/test_response
check_PROGRAMS += %D%/test_notify
check_PROGRAMS += %D%/test_serve
check_PROGRAMS += %D%/test_doors
check_PROGRAMS += %D%/test_password
check_PROGRAMS += %D%/test_rules
check_PROGRAMS += %D%/test_rules_files
check_PROGRAMS += %D%/test_rules_text
check_PROGRAMS += %D%/test_rights
check_PROGRAMS += %D%/test_jose
check_PROGRAMS += %D%/test_http
EXTRA_DIST += %D%/tokens.mjs %D%/tokens.json
check_PROGRAMS += %D%/test_mail
check_PROGRAMS += %D%/test_paper
check_PROGRAMS += %D%/test_pdf
tests_core_test_pdf_LDADD = libpdf.la libcore.la
TESTS += $(check_PROGRAMS)
