#!/bin/bash
# The test program db.c with a PostgreSQL of its own.  BELFORT_BUILD is where
# Belfort was built.
. "$(dirname "$0")/cluster.bash"
cd "${BELFORT_BUILD:?where Belfort was built}" || exit 1
make -s tests/tool/db >&2 || bail_out "it cannot be built"
cluster_make || bail_out "no PostgreSQL"
tests/tool/db
