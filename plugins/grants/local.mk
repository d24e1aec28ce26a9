plugin_LTLIBRARIES += grants.la
grants_la_SOURCES = %D%/grants.c %D%/grants.h %D%/channels.h %D%/channels.c \
	%D%/home.c %D%/decide.c %D%/city.c
grants_la_SOURCES += %D%/pages.h %D%/pages.c %D%/pages_facts.c \
	%D%/pages_mine.c %D%/pages_one.c %D%/pages_ask.c %D%/pages_desk.c \
	%D%/pages_impact.c
grants_la_LDFLAGS = $(PLUGIN_LINK)
grants_la_LIBADD = $(PLUGIN_LIBS)
EXTRA_DIST += %D%/templates %D%/locale
