plugin_LTLIBRARIES += people.la
people_la_SOURCES = %D%/own.h %D%/people.c
people_la_SOURCES += %D%/signed.c
people_la_SOURCES += %D%/text.c %D%/mail.c
people_la_SOURCES += %D%/register.c
people_la_LDFLAGS = $(PLUGIN_LINK)
people_la_LIBADD = $(PLUGIN_LIBS)
EXTRA_DIST += %D%/templates %D%/locale
