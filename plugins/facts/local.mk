plugin_LTLIBRARIES += facts.la
facts_la_SOURCES = %D%/facts.c %D%/facts.h %D%/channels.h %D%/channels.c \
	%D%/ini.c %D%/declare.c %D%/deliver.c %D%/drop.c
facts_la_SOURCES += %D%/others.h %D%/others.c %D%/view.c %D%/service.c
facts_la_LDFLAGS = $(PLUGIN_LINK)
facts_la_LIBADD = $(PLUGIN_LIBS) libreply.la $(INIH_LIBS)
EXTRA_DIST += %D%/templates %D%/locale
# What comes from others; apart, for tests.
noinst_LTLIBRARIES += libreply.la
libreply_la_SOURCES = %D%/reply.h %D%/reply.c %D%/connection.h %D%/connection.c
