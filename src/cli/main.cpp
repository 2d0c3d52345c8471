#include "cli/entry.h"

int main(int argc, char** argv) {
  return newsgraph::cli::run_program(argc, argv);
}
