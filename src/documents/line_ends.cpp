#include "documents/line_ends.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace newsgraph {
namespace {

class LineFeeds final : public Source {
 public:
  explicit LineFeeds(std::unique_ptr<Source> source) : source_(std::move(source)) {}

  std::size_t read(char* bytes, std::size_t size) override {
    const std::size_t taken = source_->read(bytes, size);
    std::replace(bytes, bytes + taken, '\r', '\n');
    return taken;
  }

 private:
  std::unique_ptr<Source> source_;
};

}  // namespace

bool ends_lines_with_cr(std::string_view start) {
  const auto count = [&](bool outside_quotes, std::size_t& lone_cr) {
    std::size_t feeds = 0;
    bool quoted = false;
    lone_cr = 0;
    for (std::size_t at = 0; at < start.size(); ++at) {
      if (start[at] == '"') quoted = !quoted;
      if (outside_quotes && quoted) continue;
      const bool pair = start[at] == '\r' && at + 1 < start.size() && start[at + 1] == '\n';
      if (start[at] == '\n' || pair) ++feeds;
      if (start[at] == '\r' && !pair && at + 1 < start.size()) ++lone_cr;
    }
    return feeds;
  };
  if (start.find('\r') == std::string_view::npos) return false;
  std::size_t lone_cr = 0;
  if (count(false, lone_cr) == 0) return lone_cr > 0;
  return count(true, lone_cr) == 0 && lone_cr > 0;
}

std::unique_ptr<Source> end_lines_with_lf(std::unique_ptr<Source> source) {
  return std::make_unique<LineFeeds>(std::move(source));
}

}  // namespace newsgraph
