// The program from the first word of the command line to its exit code.
#pragma once

namespace newsgraph::cli {

// Takes signals and the handler of memory that runs out for itself, hence for a process that does nothing
// else afterwards. Every error ends here, as a message on standard error.
int run_program(int argc, const char* const* argv);

}  // namespace newsgraph::cli
