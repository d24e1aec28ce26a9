plugin_LTLIBRARIES += site.la
site_la_SOURCES = %D%/site.c %D%/channels.h %D%/channels.c
site_la_LDFLAGS = $(PLUGIN_LINK)
site_la_LIBADD = $(PLUGIN_LIBS)
EXTRA_DIST += %D%/templates %D%/locale
