plugin_LTLIBRARIES += people.la
people_la_SOURCES = %D%/own.h %D%/people.c
people_la_SOURCES += %D%/signed.c
people_la_SOURCES += %D%/text.c %D%/mail.c %D%/messages.c \
	%D%/paper.c %D%/paper_pdf.h %D%/paper_pdf.c %D%/mydata.c %D%/words.c
people_la_CPPFLAGS = $(AM_CPPFLAGS) $(PANGO_CFLAGS)
people_la_SOURCES += %D%/register.c
people_la_LDFLAGS = $(PLUGIN_LINK)
people_la_LIBADD = $(PLUGIN_LIBS) $(PANGO_LIBS)
EXTRA_DIST += %D%/templates %D%/locale
