#!/bin/bash
# The clock of the tests in which days pass: it stands further, and can be read
# at any moment.
. "$(dirname "$0")/tap.bash"
. "$(dirname "$0")/clock.bash"
work=$(mktemp -d /tmp/bf-clock.XXXXXX)
trap 'rm -rf "$work"' EXIT

clock_make $((100 * 86400)) && cc -std=gnu11 -D_GNU_SOURCE -o "$work/alarm" \
	"$(dirname "$0")/../simulate/alarm.c"
ok "the clock is made"
is "$(later date -u +%F)" "$(date -u -d '+100 days' +%F)" "it is a hundred days later"
later "$work/alarm"
ok "a signal handler reads the same clock, whatever it interrupts"
done_testing
