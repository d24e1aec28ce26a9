plugin_LTLIBRARIES += budget.la
budget_la_SOURCES = %D%/budget.c %D%/channels.h %D%/channels.c
budget_la_LDFLAGS = $(PLUGIN_LINK)
budget_la_LIBADD = $(PLUGIN_LIBS)
EXTRA_DIST += %D%/templates %D%/locale
