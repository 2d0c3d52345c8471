#include "cli/entry.h"

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <new>

#include "cli/exit_code.h"
#include "cli/program.h"
#include "cli/text_table.h"
#include "support/error.h"
#include "support/interrupt.h"
#include "support/output.h"

namespace newsgraph::cli {
namespace {

// Memory for the way out. Unwinding allocates, too (a JSON value is taken apart by means of a list), and
// would end in std::terminate() where nothing is left.
std::atomic<void*> reserve = nullptr;

void out_of_memory() {
  std::free(reserve.exchange(nullptr));
  throw std::bad_alloc();
}

void keep_reserve() {
  constexpr std::size_t kReserve = std::size_t{8} << 20;  // not touched, hence address space only
  reserve = std::malloc(kReserve);
  std::set_new_handler(out_of_memory);
}

int fail(ExitCode code, const char* message) {
  std::fprintf(stderr, "newsgraph: error: %s\n", message);
  return static_cast<int>(code);
}

}  // namespace

// The one place where errors are caught.
int run_program(int argc, const char* const* argv) {
  try {
    keep_reserve();
    handle_interrupts();
    Program program;
    return static_cast<int>(program.run(argc, argv));
  } catch (const ClosedPipe&) {
    return static_cast<int>(ExitCode::done);
  } catch (const UsageError& error) {
    return fail(ExitCode::usage, printable(error.message()).c_str());
  } catch (const Error& error) {
    return fail(ExitCode::failed, printable(error.message()).c_str());
  } catch (const std::bad_alloc&) {
    return fail(ExitCode::failed, "out of memory. Read fewer inputs at a time, or use fewer --jobs.");
  } catch (const std::exception& error) {
    return fail(ExitCode::failed, printable(error.what()).c_str());
  }
}

}  // namespace newsgraph::cli
