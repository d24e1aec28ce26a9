/* belfort: operates. */
#include "programs.h"

int
main(int argc, char **argv)
{
	return bf_tool_main(argc, argv);
}
