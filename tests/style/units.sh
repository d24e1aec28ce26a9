# The units of systemd: good, and those for plugins of others shut in.
# shellcheck shell=bash source=tests/style/lib.bash
. "$(dirname "$0")/lib.bash"

scratch=$(mktemp)
trap 'rm -f "$scratch"' EXIT
units=$BELFORT_PREFIX/lib/systemd/system

# What is only to be known where it is installed: users, programs.
systemd-analyze verify --man=no --recursive-errors=no "$units"/belfortd.service \
	"$units"/belfort-pool@x.service "$units"/belfort-pool@x.socket \
	"$units"/belfort-jobs@x.service 2>&1 |
	grep -F "$units" | none 'they hold'

grep -n '@[a-z_]*@' "$units"/belfort* | none 'nothing in them was left to fill in'

grep -L '^LimitCORE=0$' "$units"/*.service |
	none 'a process that falls leaves nothing of what it knew on the disk'

for unit in pool jobs; do
	systemd-analyze security --offline=yes --no-pager --threshold=10 \
		"$units/belfort-$unit@.service" >"$scratch" 2>&1 ||
		{ echo "belfort-$unit@.service:"; tail -n 3 "$scratch"; }
done | none 'the exposure of a plugin of others is at most 1.0'

done_testing
