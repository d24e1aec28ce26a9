plugin_LTLIBRARIES += kiosk.la
kiosk_la_SOURCES = %D%/kiosk.c %D%/channels.h %D%/channels.c
kiosk_la_LDFLAGS = $(PLUGIN_LINK)
kiosk_la_LIBADD = $(PLUGIN_LIBS)
EXTRA_DIST += %D%/templates %D%/locale
