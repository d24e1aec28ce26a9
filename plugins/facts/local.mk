plugin_LTLIBRARIES += facts.la
facts_la_SOURCES = %D%/facts.c %D%/facts.h %D%/channels.h %D%/channels.c \
	%D%/ini.c %D%/declare.c %D%/deliver.c %D%/drop.c
facts_la_LDFLAGS = $(PLUGIN_LINK)
facts_la_LIBADD = $(PLUGIN_LIBS) $(INIH_LIBS)
EXTRA_DIST += %D%/templates %D%/locale
