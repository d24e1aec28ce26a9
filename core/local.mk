# The core: libcore.la holds every object once; libbelfort.so is what plugins
# and the two programs link; tests link libcore.la to reach what is private.
noinst_LTLIBRARIES += libcore.la
libcore_la_SOURCES = \
	%D%/arena.h %D%/err.h %D%/settings.h %D%/io.h %D%/log.h \
	%D%/metrics.h %D%/i18n.h %D%/tmpl.h %D%/format.h %D%/db.h \
	%D%/crypt.h %D%/csv.h %D%/host.h %D%/req.h
# memory and text
libcore_la_SOURCES += %D%/tmpl_own.h %D%/plural.h %D%/file.h \
	%D%/arena.c %D%/json.c %D%/buf.c %D%/escape.c %D%/err.c %D%/file.c \
	%D%/tmpl_parse.h %D%/tmpl.c %D%/tmpl_tag.c %D%/tmpl_parse.c \
	%D%/tmpl_text.c %D%/tmpl_run.c %D%/format.c \
	%D%/i18n.c %D%/plural.c

# processes
libcore_la_SOURCES += %D%/programs.h %D%/settings.c %D%/nearest.h \
	%D%/nearest.c %D%/io.c %D%/io_fastcgi.c %D%/log.c %D%/metrics.c \
	%D%/metrics_text.h %D%/metrics_text.c %D%/sandbox.h \
	%D%/sandbox.c %D%/warden.h %D%/warden.c %D%/user.h %D%/user.c \
	%D%/worker.h %D%/worker.c %D%/inspect.h %D%/inspect.c %D%/spawn.h \
	%D%/spawn.c %D%/listener.h %D%/listener.c %D%/generation.h \
	%D%/generation.c %D%/notify.h %D%/notify.c %D%/master.h \
	%D%/master.c %D%/main.c

# mail and background work
libcore_la_SOURCES += %D%/mail_text.h %D%/mail_text.c %D%/mail.c \
	%D%/work.h %D%/work.c %D%/beside.c

# data and the tool
libcore_la_SOURCES += %D%/clock.h %D%/db_conn.h %D%/db.c %D%/db_call.c %D%/db_conn.c %D%/db_check.c \
	%D%/db_copy.c %D%/db_verdict.h %D%/db_verdict.c %D%/db_work.c %D%/db_binary.c %D%/csv.c %D%/csv_rows.c %D%/rows.c %D%/crypt.c \
	%D%/jwk.h %D%/jwk.c %D%/jose.c %D%/http.c %D%/foreign.h %D%/foreign_conn.c %D%/foreign.c \
	%D%/described.h %D%/described.c %D%/tool.h %D%/tool.c %D%/tool_describe.c %D%/tool_db.c \
	%D%/migrate.h %D%/migrate.c %D%/migrate_files.c %D%/import.h \
	%D%/import.c %D%/import_file.c %D%/import_shape.c %D%/import_rows.c \
	%D%/import_numbers.c %D%/numbers.h %D%/numbers.c %D%/seal.h %D%/seal.c \
	%D%/keys.h %D%/keys.c %D%/keys_files.c %D%/tool_keys.c \
	%D%/openapi.h %D%/openapi.c %D%/tool_routes.c %D%/tool_check.c \
	%D%/tool_doctor.c %D%/tool_staff.c %D%/permit.h %D%/permit.c %D%/tool_texts.c %D%/tool_access.c %D%/tool_expire.h %D%/tool_expire.c %D%/tool_plugin.c %D%/tool_mail.c

# policy
libcore_la_SOURCES += %D%/diff.h %D%/diff.c %D%/jobs.h %D%/jobs_own.h %D%/chores.h %D%/jobs.c \
	%D%/jobs_rules.c %D%/jobs_files.c %D%/rules_disk.c %D%/chores.c \
	%D%/rules.h %D%/rules_own.h %D%/rules.c %D%/rules_db.h \
	%D%/rules_db.c %D%/rules_order.h %D%/rules_order.c %D%/rules_trial.c %D%/rules_describe.c %D%/rules_desk.h %D%/rules_desk.c %D%/tool_rules.c \
	%D%/tool_rights.c %D%/tool_rules_check.c %D%/tool_rules_diff.c %D%/tool_rules_bench.c %D%/tool_rules_remake.c %D%/tool_rules_two.c %D%/tool_rules_preview.c \
	%D%/rules_fault.c %D%/rules_files.c %D%/rules_fold.c \
	%D%/rules_match.c %D%/rules_node.c %D%/rules_program.c \
	%D%/rules_read.c %D%/rules_sandbox.c %D%/rules_table.c %D%/rules_text.c %D%/rules_sentence.c \
	%D%/rules_words.c \
	%D%/rights.h %D%/rights_own.h %D%/rights_amounts.c \
	%D%/rights_day.c %D%/rights_era.c %D%/rights_eval.c \
	%D%/rights_facts.c %D%/rights_form.c %D%/rights_graph.c \
	%D%/rights_load.c %D%/rights_pick.c %D%/rights_rule.c \
	%D%/rights_ask.c %D%/rights_check.c %D%/rights_decide.c \
	%D%/rights_city.c %D%/rights_packed.c %D%/rights_kernel.h %D%/rights_kernel.c \
	%D%/rights_program.h %D%/rights_program.c %D%/rights_room.c \
	%D%/rights_lacks.c %D%/rights_reach.c %D%/rights_held.c %D%/rights_plugin.c %D%/rights_read.c \
	%D%/rights_say.c \
	%D%/rights_step.c %D%/rights_tests.c %D%/rights_typed.c %D%/rights_words.c \
	%D%/lua_parts.h %D%/lua_parts.c %D%/lua_fields.h %D%/lua_fields.c \
	%D%/lua_marks.c %D%/rights_put.c \
	%D%/rights_shop.c %D%/rights_story.c

# the walk of a request
libcore_la_SOURCES += %D%/walk.h %D%/plugin.h %D%/route.h \
	%D%/channels.h %D%/channels.c %D%/ways.c %D%/plugin.c %D%/host.c %D%/serve.c %D%/request.c %D%/pairs.c \
	%D%/body.c %D%/multipart.c %D%/route.c %D%/negotiate.c %D%/guard.c %D%/form.c \
	%D%/page.c %D%/fault.c %D%/problem.c %D%/response.c %D%/session.h %D%/session.c %D%/doors.h %D%/doors.c \
	%D%/argon.h %D%/argon.c %D%/password.h %D%/password.c \
	%D%/password_run.c %D%/secret.c %D%/network.c %D%/email.c %D%/drawing.c %D%/kiosk.h %D%/kiosk.c %D%/own.c %D%/describe.c
# what comes on paper
libcore_la_SOURCES += %D%/paper.h %D%/paper.c %D%/paper_enter.c

libcore_la_CPPFLAGS = $(AM_CPPFLAGS) -DBF_SYSCONFDIR='"$(sysconfdir)"' \
	-DBF_SBINDIR='"$(sbindir)"' -DBF_LOCALSTATEDIR='"$(localstatedir)"' \
	 -DBF_VERSION='"$(PACKAGE_VERSION)"' \
	-DBF_PKGDATADIR='"$(pkgdatadir)"' -DBF_PKGLIBDIR='"$(pkglibdir)"'
libcore_la_LIBADD = $(LIBPQ_LIBS) $(JANSSON_LIBS) $(INIH_LIBS) $(ZLIB_LIBS) \
	$(GCRYPT_LIBS) $(FCGI_LIBS) $(LUA_LIBS) $(QRENCODE_LIBS) $(SECCOMP_LIBS) $(CURL_LIBS) -lm

toolscriptdir = $(pkglibdir)
dist_toolscript_SCRIPTS = %D%/plugin.sh
pkglib_LTLIBRARIES += libbelfort.la
libbelfort_la_SOURCES =
libbelfort_la_LIBADD = libcore.la
libbelfort_la_LDFLAGS = -avoid-version -Wl,-z,defs

# Drawing takes many libraries, so that only what draws loads them.
noinst_LTLIBRARIES += libpdf.la
libpdf_la_SOURCES = %D%/pdf.c %D%/pdf_lang.h %D%/pdf_lang.c
libpdf_la_CPPFLAGS = $(AM_CPPFLAGS) $(PANGO_CFLAGS)
libpdf_la_LIBADD = libbelfort.la $(PANGO_LIBS) $(QRENCODE_LIBS)
pkglib_LTLIBRARIES += libbelfortpdf.la
libbelfortpdf_la_SOURCES =
libbelfortpdf_la_LIBADD = libpdf.la
libbelfortpdf_la_LDFLAGS = -avoid-version -Wl,-z,defs

sbin_PROGRAMS += belfortd
belfortd_SOURCES = %D%/belfortd_main.c
belfortd_LDADD = libbelfort.la
bin_PROGRAMS += belfort
belfort_SOURCES = %D%/belfort_main.c
belfort_LDADD = libbelfort.la

belfortincludedir = $(includedir)/belfort
belfortinclude_HEADERS = %D%/belfort/base.h %D%/belfort/arena.h \
	%D%/belfort/buf.h %D%/belfort/error.h %D%/belfort/form.h \
	%D%/belfort/db.h %D%/belfort/request.h %D%/belfort/rules.h \
	%D%/belfort/plugin.h %D%/belfort/session.h \
	%D%/belfort/mail.h %D%/belfort/password.h %D%/belfort/secret.h \
	%D%/belfort/crypt.h %D%/belfort/http.h %D%/belfort/foreign.h %D%/belfort/jose.h %D%/belfort/json.h \
	%D%/belfort/keys.h %D%/belfort/channels.h %D%/belfort/paper.h %D%/belfort/pdf.h \
	%D%/belfort/drawing.h %D%/belfort/rights.h %D%/belfort/rows.h \
	%D%/belfort/workshop.h
pkgconfig_DATA = %D%/belfort.pc

EXTRA_DIST += core/share.sh core/templates core/static core/locale \
	sql nginx demo docs LICENSE README.md CHANGELOG.md CONTRIBUTING.md \
	GOVERNANCE.md SECURITY.md publiccode.yml
install-data-local:
	$(srcdir)/core/share.sh $(srcdir) $(DESTDIR)$(pkgdatadir) $(MSGFMT)
uninstall-local:
	rm -rf $(DESTDIR)$(pkgdatadir)

# Where systemd looks for units of what was built here; a unit needs no path
# that the configuration may change.
systemdunitdir = $(prefix)/lib/systemd/system
systemd_units = systemd/belfortd.service systemd/belfort-pool@.service \
	systemd/belfort-jobs@.service systemd/belfort-pool@.socket
systemdunit_DATA = $(systemd_units)
CLEANFILES += $(systemd_units)
EXTRA_DIST += systemd/belfortd.service.in systemd/belfort-pool@.service.in \
	systemd/belfort-jobs@.service.in systemd/belfort-pool@.socket.in \
	systemd/shut-in.conf
$(systemd_units): %: $(srcdir)/%.in $(srcdir)/systemd/shut-in.conf Makefile
	$(AM_V_GEN)$(MKDIR_P) systemd && sed -e 's|[@]sbindir[@]|$(sbindir)|g' \
		-e '/^[@]shut_in[@]/{r $(srcdir)/systemd/shut-in.conf' -e 'd}' \
		-e 's|[@]datarootdir[@]|$(datarootdir)|g' $< > $@
