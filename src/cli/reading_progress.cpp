#include "cli/reading_progress.h"

#include "cli/context.h"
#include "documents/input_list.h"
#include "support/input_file.h"

namespace newsgraph::cli {
namespace {

// Bytes on the disk, 0 where one of the inputs does not tell.
std::uint64_t total_size(const std::vector<std::string>& inputs, const ReadOptions& options) {
  ReadReport unused;
  std::uint64_t total = 0;
  for (const InputPath& input : list_inputs(inputs, options, unused)) {
    const std::uint64_t size = input.path == "-" ? 0 : file_size(input.path);
    if (size == 0) return 0;
    total += size;
  }
  return total;
}

}  // namespace

ReadingProgress::ReadingProgress(Context& context, const std::vector<std::string>& inputs,
                                 ReadOptions& options)
    : context_(context) {
  if (!context.shows_progress()) return;
  bar_ = std::make_unique<Progress>(ProgressMode::kAlways, total_size(inputs, options));
  options.raw_bytes = &bar_->bytes();
  context.log().before_message([this] { bar_->clear(); });
}

ReadingProgress::~ReadingProgress() {
  stop();
}

void ReadingProgress::add_document() {
  if (bar_) bar_->add_document();
}

void ReadingProgress::stop() {
  if (!bar_) return;
  context_.log().before_message({});
  bar_.reset();
}

}  // namespace newsgraph::cli
