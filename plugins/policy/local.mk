plugin_LTLIBRARIES += policy.la
policy_la_SOURCES = %D%/policy.c %D%/channels.h %D%/channels.c %D%/own.h \
	%D%/desk.c
policy_la_LDFLAGS = $(PLUGIN_LINK)
policy_la_LIBADD = $(PLUGIN_LIBS)
EXTRA_DIST += %D%/templates %D%/locale
