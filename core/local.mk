# The core: libcore.la holds every object once; libbelfort.so is what plugins
# and the two programs link; tests link libcore.la to reach what is private.
noinst_LTLIBRARIES += libcore.la
libcore_la_SOURCES = \
	%D%/arena.h %D%/err.h %D%/settings.h %D%/io.h %D%/log.h \
	%D%/metrics.h %D%/i18n.h %D%/tmpl.h %D%/format.h %D%/db.h \
	%D%/crypt.h %D%/csv.h %D%/host.h %D%/req.h
# memory and text

# processes

# data and the tool
libcore_la_SOURCES += %D%/db_conn.h %D%/db.c %D%/db_conn.c %D%/db_check.c \
	%D%/db_copy.c %D%/csv.c %D%/csv_rows.c %D%/crypt.c \
	%D%/tool.h %D%/tool.c %D%/tool_describe.c %D%/tool_db.c \
	%D%/migrate.h %D%/migrate.c %D%/migrate_files.c %D%/import.h \
	%D%/import.c %D%/import_file.c %D%/import_shape.c %D%/import_rows.c

# the walk of a request
libcore_la_SOURCES += %D%/walk.h %D%/plugin.h %D%/route.h \
	%D%/plugin.c %D%/host.c %D%/serve.c %D%/request.c %D%/pairs.c \
	%D%/body.c %D%/route.c %D%/negotiate.c %D%/guard.c %D%/form.c \
	%D%/page.c %D%/fault.c %D%/response.c %D%/own.c %D%/describe.c

libcore_la_CPPFLAGS = $(AM_CPPFLAGS) -DBF_SYSCONFDIR='"$(sysconfdir)"' \
	-DBF_SBINDIR='"$(sbindir)"' -DBF_PKGDATADIR='"$(pkgdatadir)"'
libcore_la_LIBADD = $(LIBPQ_LIBS) $(JANSSON_LIBS) $(INIH_LIBS) $(ZLIB_LIBS) \
	$(GCRYPT_LIBS) $(FCGI_LIBS)

pkglib_LTLIBRARIES += libbelfort.la
libbelfort_la_SOURCES =
libbelfort_la_LIBADD = libcore.la
libbelfort_la_LDFLAGS = -avoid-version -Wl,-z,defs

belfortincludedir = $(includedir)/belfort
belfortinclude_HEADERS = %D%/belfort/base.h %D%/belfort/arena.h \
	%D%/belfort/buf.h %D%/belfort/error.h %D%/belfort/form.h \
	%D%/belfort/db.h %D%/belfort/request.h %D%/belfort/plugin.h
pkgconfig_DATA = %D%/belfort.pc
