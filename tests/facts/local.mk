# Tests in C of what the plugin facts does without a database.
check_PROGRAMS += %D%/test_reply
tests_facts_test_reply_SOURCES = %D%/test_reply.c
tests_facts_test_reply_LDADD = libreply.la libcore.la $(JANSSON_LIBS)
TESTS += %D%/test_reply
check_PROGRAMS += %D%/test_connection
tests_facts_test_connection_SOURCES = %D%/test_connection.c
tests_facts_test_connection_LDADD = libreply.la libcore.la $(JANSSON_LIBS)
TESTS += %D%/test_connection
