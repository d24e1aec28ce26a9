#!/bin/bash
# The test program db.c with a PostgreSQL of its own.  BELFORT_BUILD is where
# Belfort was built.
. "$(dirname "$0")/cluster.bash"
cluster_make || exit 1
"${BELFORT_BUILD:?where Belfort was built}/tests/tool/db"
