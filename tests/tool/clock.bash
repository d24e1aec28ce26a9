# A clock that stands further than the real one (tests/simulate/clock.c), in $work.
clock_make() # SECONDS
{
	local at hex
	printf -v hex '%016x' "$1"
	# The low byte first.
	for at in 14 12 10 8 6 4 2 0; do
		# shellcheck disable=SC2059 # a byte is a format
		printf "\\x${hex:at:2}"
	done >"${work:?a folder of the test}/clock"
	cc -std=gnu11 -D_GNU_SOURCE -fPIC -shared -o "$work/clock.so" \
		"$(dirname "${BASH_SOURCE[0]}")/../simulate/clock.c"
}

later() # CMD...: as it is then
{
	LD_PRELOAD=$work/clock.so BELFORT_CLOCK=$work/clock "$@"
}
