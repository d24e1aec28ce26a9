plugin_LTLIBRARIES += grants.la
grants_la_SOURCES = %D%/grants.c %D%/grants.h %D%/channels.h %D%/channels.c \
	%D%/home.c %D%/decide.c %D%/city.c
grants_la_LDFLAGS = $(PLUGIN_LINK)
grants_la_LIBADD = $(PLUGIN_LIBS)
EXTRA_DIST += %D%/templates %D%/locale
