# Tests in C of what nobody can find out about one household.
check_PROGRAMS += %D%/test_noise
tests_preview_test_noise_SOURCES = %D%/test_noise.c
tests_preview_test_noise_LDADD = libnoise.la libcore.la
TESTS += %D%/test_noise
