/* The two programs.  They live in the library, so that what is private exists
 * once in a process, for the host as for the plugins it loads.
 */
#ifndef CORE_PROGRAMS_H
#define CORE_PROGRAMS_H

#include <belfort/base.h>

BF_API int bf_daemon_main(int argc, char **argv);
BF_API int bf_tool_main(int argc, char **argv);

#endif
