plugin_LTLIBRARIES += benefits.la
benefits_la_SOURCES = %D%/benefits.c %D%/benefits.h %D%/channels.h %D%/channels.c \
	%D%/set.c %D%/answers.c %D%/given.c %D%/said.c %D%/pages.c %D%/desk.c
benefits_la_LDFLAGS = $(PLUGIN_LINK)
benefits_la_LIBADD = $(PLUGIN_LIBS)
EXTRA_DIST += %D%/templates %D%/locale
