#include <cstdio>
#include <exception>
#include <new>

#include "cli/exit_code.h"
#include "cli/program.h"
#include "cli/text_table.h"
#include "support/error.h"
#include "support/interrupt.h"
#include "support/output.h"

namespace {

using newsgraph::cli::ExitCode;

int fail(ExitCode code, const char* message) {
  std::fprintf(stderr, "newsgraph: error: %s\n", message);
  return static_cast<int>(code);
}

}  // namespace

// The one place where errors are caught.
int main(int argc, char** argv) {
  try {
    newsgraph::handle_interrupts();
    newsgraph::cli::Program program;
    return static_cast<int>(program.run(argc, argv));
  } catch (const newsgraph::ClosedPipe&) {
    return static_cast<int>(ExitCode::done);
  } catch (const newsgraph::UsageError& error) {
    return fail(ExitCode::usage, newsgraph::cli::printable(error.message()).c_str());
  } catch (const newsgraph::Error& error) {
    return fail(ExitCode::failed, newsgraph::cli::printable(error.message()).c_str());
  } catch (const std::bad_alloc&) {
    return fail(ExitCode::failed, "out of memory. Read fewer inputs at a time, or use fewer --jobs.");
  } catch (const std::exception& error) {
    return fail(ExitCode::failed, newsgraph::cli::printable(error.what()).c_str());
  }
}
