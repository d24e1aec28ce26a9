plugin_LTLIBRARIES += payments.la
payments_la_SOURCES = %D%/payments.c %D%/channels.h %D%/channels.c %D%/own.h \
	%D%/account.c
payments_la_LDFLAGS = $(PLUGIN_LINK)
payments_la_LIBADD = $(PLUGIN_LIBS)
EXTRA_DIST += %D%/templates %D%/locale
