plugin_LTLIBRARIES += counter.la
counter_la_SOURCES = %D%/counter.c %D%/channels.h %D%/channels.c %D%/code.h %D%/code.c
counter_la_LDFLAGS = $(PLUGIN_LINK)
counter_la_LIBADD = $(PLUGIN_LIBS)
EXTRA_DIST += %D%/templates %D%/locale
