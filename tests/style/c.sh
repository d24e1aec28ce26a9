# How C reads here: short functions, one format, no call that invites trouble.
# shellcheck shell=bash source=tests/style/lib.bash
. "$(dirname "$0")/lib.bash"

mapfile -t sources < <(files '*.c')
mapfile -t all < <(files '*.c' '*.h')
mapfile -t own < <(files '*.c' '*.h' | grep -v ^tests/)

functions() {
	ctags -x --kinds-C=f --_xformat='%N %F %n %{end}' "${sources[@]}"
}

functions | awk '$4 - $3 >= 50 {print $2 ":" $3 ": " $1 " has " $4 - $3 + 1 " lines"}' |
	none 'no function is longer than fifty lines'

functions | awk '{print $4 - $3 + 1}' | sort -n |
	awk '{n[NR] = $1} END {m = n[int((NR + 1) / 2)]; if (m > 16) print "median " m}' |
	none 'half of them have at most sixteen'

printf '%s\n' "${all[@]}" | xargs -P "$(nproc)" -n 16 clang-format --dry-run -Werror 2>&1 |
	grep 'error:' | none 'clang-format has nothing to change'

# What is too long, writes past an end, reads the locale, or starts a shell.
forbidden='strcpy|strcat|sprintf|vsprintf|gets|strtok|atoi|atol|atof|setlocale|system|popen|tmpnam|mktemp|rand|srand|alloca|localtime|gmtime|strncpy'
grep -nE "(^|[^_[:alnum:].>])($forbidden) ?\(" "${own[@]}" |
	grep -v '^[^:]*:[0-9]*:[[:space:]]*\*' |
	none 'no call of a function that invites mistakes'

grep -nE '^[[:space:]]*typedef struct' "${all[@]}" |
	none 'structs are called structs'

grep -nE '(^|[^:"])//' "${all[@]}" | grep -vE '"[^"]*//|\* .*//' |
	none 'comments are /* like this */'

grep -nE '\b(TODO|FIXME|XXX|HACK)\b' "${all[@]}" |
	none 'nothing is left to do'

grep -ln '<fcgiapp.h>\|<fcgi_stdio.h>' "${all[@]}" | grep -vx 'core/io_fastcgi.c' |
	none 'one file alone knows of libfcgi'

done_testing
