plugin_LTLIBRARIES += counter.la
counter_la_SOURCES = %D%/counter.c %D%/channels.h %D%/channels.c \
	%D%/own.h %D%/code.h %D%/code.c %D%/queue.c %D%/desk.c \
	%D%/reminder.c
counter_la_LDFLAGS = $(PLUGIN_LINK)
counter_la_LIBADD = $(PLUGIN_LIBS)
EXTRA_DIST += %D%/templates %D%/locale %D%/static
