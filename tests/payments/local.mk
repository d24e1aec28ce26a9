# Tests in C of what the plugin payments says to a bank, and hears from it.
check_PROGRAMS += %D%/test_pain
tests_payments_test_pain_SOURCES = %D%/test_pain.c
tests_payments_test_pain_LDADD = libpain.la libcore.la
TESTS += %D%/test_pain
