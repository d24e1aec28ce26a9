# Tests of what is written, not of what runs.
TEST_EXTENSIONS = .sh
SH_LOG_DRIVER = $(LOG_DRIVER)
TESTS += %D%/test_i18n.sh
EXTRA_DIST += %D%/test_i18n.sh
