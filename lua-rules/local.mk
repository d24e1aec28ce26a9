# Rule files: what the city starts with.  One that policy staff changed stays
# as it is; what is new then stands beside it as FILE.new.
EXTRA_DIST += lua-rules/files.sh lua-rules/benefits lua-rules/budget
rules_files = $(srcdir)/lua-rules/files.sh
rules_folder = $(DESTDIR)$(sysconfdir)/belfort/rules
install-data-hook:
	$(rules_files) install $(srcdir)/lua-rules $(rules_folder)
uninstall-hook:
	$(rules_files) remove $(srcdir)/lua-rules $(rules_folder)
