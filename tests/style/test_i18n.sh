#!/bin/bash
# Every text is in Dutch and in French: none missing, doubtful or left over,
# and each with the variables of its original.
#   BELFORT: the tool that finds the texts of templates, ./belfort by default
. "$(dirname "$0")/../tool/tap.bash"
top=$(cd "$(dirname "$0")/../.." && pwd)
belfort=$(realpath "${BELFORT:-./belfort}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$top" || exit 1

# The words of FEATURE in FOLDER: of its templates, and of its C.
texts() # FEATURE FOLDER
{
	local pot=$work/$1.pot
	"$belfort" texts "$2"/templates/*.mustache >"$work/each.pot" \
		&& msguniq -o "$work/views.pot" "$work/each.pot" \
		&& xgettext --keyword --keyword=BF_N --from-code=UTF-8 \
			-o "$work/code.pot" "$2"/*.c \
		&& sed -i 's/charset=CHARSET/charset=UTF-8/' "$work/code.pot" \
		&& msgcat --use-first --no-wrap -o "$pot" "$work/views.pot" "$work/code.pot"
}

# One line for each text whose translation has other variables or elements.
# A form of a plural may leave one out, but none may be new.
strangers() # FILE
{
	msgcat --no-wrap "$1" | perl -ne '
		sub marks { join " ", sort $_[0] =~ /\{\{[^}]*\}\}+|<\/?\w+/g }
		sub check {
			my ($id, $many, @str) = @_;
			for (@str) {
				if ($many eq "") {
					print "$id\n" if marks($id) ne marks($_);
				} else {
					my %known = map { $_ => 1 }
						split / /, marks("$id $many");
					print "$id\n" if grep { !$known{$_} }
						split / /, marks($_);
				}
			}
		}
		if (/^msgid "(.*)"/) { check(@r) if @r && $r[0]; @r = ($1, "") }
		elsif (/^msgid_plural "(.*)"/) { $r[1] = $1 }
		elsif (/^msgstr(?:\[\d\])? "(.*)"/) { push @r, $1 }
		END { check(@r) if $r[0] }'
}

# What msgcmp says of each text, with the text.  A warning is about one that
# is not used, all others are about one that is missing or doubtful.
compare() # FILE POT
{
	local file line rest
	LC_ALL=C msgcmp "$1" "$2" 2>&1 | while IFS=: read -r file line rest; do
		[ -f "$file" ] || continue
		echo "$rest:" "$(sed -n "$((line - 1)),${line}p" "$file" \
			| grep -m 1 '^msgid')"
	done
}

# Nothing on standard input is a pass; what is there explains the failure.
none() # NAME
{
	local found
	found=$(cat)
	[ -z "$found" ]
	ok "$1" || sed 's/^/#   /' <<<"$found"
}

feature() # FEATURE FOLDER
{
	local lang po all=$work/all.po
	texts "$1" "$2"
	ok "$1: texts are found" || return
	for lang in nl fr; do
		po=$2/locale/$lang.po
		none "$1, $lang: a good file" \
			< <(msgfmt -c -o /dev/null "$po" 2>&1)
		# The core has the words that plugins share.
		msgcat --use-first --no-wrap -o "$all" "$po" "core/locale/$lang.po"
		none "$1, $lang: each text has a sure translation" \
			< <(compare "$all" "$work/$1.pot" | grep -v warning)
		none "$1, $lang: each translation has its text" \
			< <(compare "$po" "$work/$1.pot" | grep warning)
		none "$1, $lang: the variables are the same" < <(strangers "$po")
	done
}

feature core core
for folder in plugins/*/ demo/scaffold/ demo/toolshed/; do
	feature "$(basename "$folder")" "${folder%/}"
done
none "core, fr: what dates are compared with brings its own article" \
	< <(grep -E '(après|avant) l[ea] \{' core/locale/fr.po)
done_testing
