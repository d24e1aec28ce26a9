/* The two programs, in the library: what is private exists once a process. */
#ifndef CORE_PROGRAMS_H
#define CORE_PROGRAMS_H

#include <belfort/base.h>

BF_API int bf_daemon_main(int argc, char **argv);
BF_API int bf_tool_main(int argc, char **argv);

#endif
