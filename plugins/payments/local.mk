plugin_LTLIBRARIES += payments.la
payments_la_SOURCES = %D%/payments.c %D%/channels.h %D%/channels.c %D%/own.h \
	%D%/account.c %D%/file.c %D%/answer.c %D%/cash.c
payments_la_LDFLAGS = $(PLUGIN_LINK)
payments_la_LIBADD = $(PLUGIN_LIBS) libpain.la
EXTRA_DIST += %D%/templates %D%/locale
# What is said to a bank and by it; apart, for tests.
noinst_LTLIBRARIES += libpain.la
libpain_la_SOURCES = %D%/pain001.h %D%/pain001.c %D%/pain002.h %D%/pain002.c
libpain_la_CPPFLAGS = $(AM_CPPFLAGS) $(LIBXML_CFLAGS)
libpain_la_LIBADD = $(LIBXML_LIBS)
