/* belfortd: serves. */
#include "programs.h"

int
main(int argc, char **argv)
{
	return bf_daemon_main(argc, argv);
}
