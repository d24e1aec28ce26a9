# The texts of mails and letters: plain, and one for each kind of message.
# shellcheck shell=bash source=tests/style/lib.bash
. "$(dirname "$0")/lib.bash"

views=plugins/people/templates

grep -nE '(^|[^{])\{\{[a-z][a-z_.]*\}\}' $views/mail_*.mustache $views/paper_top.mustache |
	none 'they hold no value that is written for HTML'

kinds=$(sed -n "s/^	('\([a-z_]*\)', .*/\1/p" sql/people/*.sql | sort)
comm -3 <(printf '%s\n' "$kinds" foot notice | sort) \
	<(for file in "$views"/mail_*.mustache; do basename "${file#*/mail_}" .mustache; done | sort) |
	none 'each kind of message has its text, and no text is left over'

done_testing
