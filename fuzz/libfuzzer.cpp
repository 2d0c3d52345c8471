// The entry points of libFuzzer. NEWSGRAPH_FUZZ_TARGET names the target.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "targets.h"

namespace {

const newsgraph::fuzz::Target* chosen = nullptr;

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
  const char* name = std::getenv("NEWSGRAPH_FUZZ_TARGET");
  chosen = name ? newsgraph::fuzz::find_target(name) : nullptr;
  if (chosen) return 0;
  std::fprintf(stderr, "Set NEWSGRAPH_FUZZ_TARGET to one of:\n");
  for (const auto& target : newsgraph::fuzz::targets()) {
    std::fprintf(stderr, "  %.*s\n", static_cast<int>(target.name.size()), target.name.data());
  }
  std::exit(2);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  newsgraph::fuzz::run(*chosen, {reinterpret_cast<const char*>(data), size});
  return 0;
}
