# Tests of what is written, not of what runs.
TEST_EXTENSIONS = .sh
SH_LOG_DRIVER = $(LOG_DRIVER)
TESTS += %D%/test_i18n.sh
EXTRA_DIST += %D%/test_i18n.sh %D%/lib.bash %D%/grants.sql %D%/c.sh \
	%D%/exports.sh %D%/layout.sh %D%/opening.sh %D%/shell.sh %D%/units.sh \
	%D%/words.sh %D%/mail.sh
