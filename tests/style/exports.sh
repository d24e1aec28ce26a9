# What the built libraries show to others.
# shellcheck shell=bash source=tests/style/lib.bash
. "$(dirname "$0")/lib.bash"

shown() { nm -D --defined-only "$1" | awk '$2 != "A" {print $3}'; }

library=$BELFORT_PREFIX/lib/belfort/libbelfort.so
for each in "$library" "${library/belfort.so/belfortpdf.so}"; do
	shown "$each" | grep -vi '^bf_' | sed "s|^|$each: |"
done | none 'what is shown begins with bf_'

for plugin in "$BELFORT_PREFIX"/lib/belfort/plugins/*.so; do
	shown "$plugin" | grep -vx bf_plugin | sed "s|^|$plugin: |"
done | none 'a plugin shows bf_plugin only'

# Beside these, the two programs find what they start with there.
comm -13 <(grep -hoiE '\bbf_[a-z0-9_]+' "$BELFORT_PREFIX"/include/belfort/*.h | sort -u) \
	<(shown "$library" | sort -u) | grep -vE '^bf_(daemon|tool)_main$' |
	none 'what is shown is documented in an installed header'

done_testing
