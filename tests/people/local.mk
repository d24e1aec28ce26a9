# Tests in C of what the plugin people does without a database.
check_PROGRAMS += %D%/test_passkey
tests_people_test_passkey_SOURCES = %D%/test_passkey.c %D%/hex.h
tests_people_test_passkey_LDADD = libproof.la libcore.la
TESTS += %D%/test_passkey
check_PROGRAMS += %D%/test_totp
tests_people_test_totp_SOURCES = %D%/test_totp.c
tests_people_test_totp_LDADD = libproof.la libcore.la
TESTS += %D%/test_totp
