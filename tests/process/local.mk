# Tests of the processes: a real master with a plugin that does as it is asked.
check_LTLIBRARIES = %D%/probe.la %D%/other.la
%C%_probe_la_SOURCES = %D%/probe.c
%C%_probe_la_LDFLAGS = $(PLUGIN_LINK) -rpath /nowhere
%C%_probe_la_LIBADD = $(PLUGIN_LIBS)
%C%_other_la_SOURCES = %D%/probe.c
%C%_other_la_CPPFLAGS = $(AM_CPPFLAGS) -DNAME='"other"'
%C%_other_la_LDFLAGS = $(PLUGIN_LINK) -rpath /nowhere
%C%_other_la_LIBADD = $(PLUGIN_LIBS)
TESTS += %D%/run
EXTRA_DIST += %D%/run %D%/process.mjs %D%/daemon.mjs %D%/fcgi.mjs
