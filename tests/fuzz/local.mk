# What reads hostile input, given hostile input.  One line adds a target, its
# source is fuzz_<name>.c; `make check` runs each for a moment from its own
# seeds, `./check slow` longer.  They are targets of libFuzzer too, in a build
# with CC=clang CFLAGS=-fsanitize=fuzzer-no-link,address: link the target without
# driver.c, with -fsanitize=fuzzer,address.
EXTRA_DIST += %D%/fuzz.h
check_PROGRAMS += %D%/fuzz_rules
tests_fuzz_fuzz_rules_SOURCES = %D%/fuzz_rules.c %D%/driver.c
TESTS += %D%/fuzz_rules
