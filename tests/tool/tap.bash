# TAP for shell tests: ok, is, like; done_testing at the end.
tap_count=0 tap_failed=0

ok() # NAME, after a command: takes its status
{
	# shellcheck disable=SC2319 # a condition has a status too
	local status=$?
	tap_count=$((tap_count + 1))
	if [ $status = 0 ]; then
		echo "ok $tap_count - $1"
	else
		tap_failed=$((tap_failed + 1))
		echo "not ok $tap_count - $1"
	fi
	return $status
}

is() # GOT WANT NAME
{
	[ "$1" = "$2" ]
	ok "$3" || printf '#      got: %s\n# expected: %s\n' "${1//$'\n'/\\n}" "${2//$'\n'/\\n}"
}

like() # TEXT PART NAME
{
	[[ "$1" == *"$2"* ]]
	ok "$3" || printf '#       got: %s\n# should hold: %s\n' "${1//$'\n'/\\n}" "$2"
}

# Wait until the command succeeds; after a minute the test has failed.
wait_for()
{
	local i
	for ((i = 0; i < 600; i++)); do
		"$@" >/dev/null 2>&1 && return 0
		read -r -t 0.1 <> <(:) || :
	done
	echo "# waited in vain: $*"
	return 1
}

done_testing()
{
	echo "1..$tap_count"
	[ $tap_failed = 0 ] && [ $tap_count -gt 0 ]
}
