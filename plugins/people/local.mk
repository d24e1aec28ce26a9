plugin_LTLIBRARIES += people.la
people_la_SOURCES = %D%/people.c
people_la_LDFLAGS = $(PLUGIN_LINK)
people_la_LIBADD = $(PLUGIN_LIBS)
EXTRA_DIST += %D%/templates %D%/locale
