plugin_LTLIBRARIES += policy.la
policy_la_SOURCES = %D%/policy.c %D%/channels.h %D%/channels.c %D%/own.h \
	%D%/routes.c %D%/texts.c %D%/check.c %D%/desk.c %D%/draft.c \
	%D%/steps.c %D%/editor.c %D%/amounts.c %D%/story.c %D%/invent.c \
	%D%/aside.c %D%/edition.c %D%/comment.c %D%/moves.c %D%/reader.c \
	%D%/through_time.c %D%/effects.c %D%/announce.c %D%/stop.c
policy_la_LDFLAGS = $(PLUGIN_LINK)
policy_la_LIBADD = $(PLUGIN_LIBS)
EXTRA_DIST += %D%/templates %D%/locale
