plugin_LTLIBRARIES += paper.la
paper_la_SOURCES = %D%/paper.c %D%/channels.h %D%/channels.c %D%/sheet.h %D%/sheet.c
paper_la_LDFLAGS = $(PLUGIN_LINK)
paper_la_LIBADD = $(PLUGIN_LIBS) libbelfortpdf.la
EXTRA_DIST += %D%/templates %D%/locale
