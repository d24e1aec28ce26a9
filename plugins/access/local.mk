plugin_LTLIBRARIES += access.la
access_la_SOURCES = %D%/access.c %D%/channels.h %D%/channels.c
access_la_LDFLAGS = $(PLUGIN_LINK)
access_la_LIBADD = $(PLUGIN_LIBS)
EXTRA_DIST += %D%/templates %D%/locale
