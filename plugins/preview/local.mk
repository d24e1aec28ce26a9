plugin_LTLIBRARIES += preview.la
preview_la_SOURCES = %D%/preview.c %D%/channels.h %D%/channels.c %D%/own.h \
	%D%/town.c %D%/sets.c %D%/outcome.c \
	%D%/compare.c %D%/document.c %D%/ask.c %D%/pages.h %D%/pages.c \
	%D%/show.c %D%/trial.h %D%/trial.c %D%/slide.h %D%/slide.c %D%/report.c %D%/export.h %D%/export.c
preview_la_LDFLAGS = $(PLUGIN_LINK)
preview_la_LIBADD = $(PLUGIN_LIBS) libnoise.la libbelfortpdf.la
EXTRA_DIST += %D%/templates %D%/locale %D%/static
# What keeps figures from telling of one household; apart, for tests.
noinst_LTLIBRARIES += libnoise.la
libnoise_la_SOURCES = %D%/noise.h %D%/noise.c
