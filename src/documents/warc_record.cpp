#include "documents/warc_record.h"

#include <algorithm>
#include <charconv>

#include "documents/lines.h"
#include "support/error.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

constexpr std::size_t kLongestLine = std::size_t{64} << 10;

bool is_version(std::string_view line) {
  return line.starts_with("WARC/1.") || line.starts_with("WARC/0.");
}

}  // namespace

std::string WarcRecords::where() const {
  std::string url(utf8::truncate(headers_.get("warc-target-uri"), 200));
  utf8::repair(url);
  return input_.name() + ": record " + std::to_string(number_) +
         (url.empty() ? "" : " (" + utf8::without_controls(url) + ")");
}

void WarcRecords::complain(const std::string& reason) {
  context_.skip(input_.name(), where(), reason);
}

// Records are divided by two blank lines; more or fewer are no harm.
bool WarcRecords::to_version_line() {
  Input::Line line;
  bool named = false;
  while (input_.read_line(line, kLongestLine)) {
    if (is_version(line.text)) return true;
    if (named || (!line.overlong && trimmed(line.text).empty())) continue;
    if (number_ == 0) throw Error("is no web archive", input_.name());
    complain(
        "what follows is no record: its length is wrong, or the archive is damaged. Searching for the next "
        "one");
    named = true;
  }
  return false;
}

bool WarcRecords::read_headers() {
  constexpr std::size_t kMostLines = 1000;
  headers_ = {};
  Input::Line line;
  for (std::size_t lines = 0; input_.read_line(line, kLongestLine) && !line.text.empty(); ++lines) {
    if (lines < kMostLines) headers_.add_line(line.text);
  }
  const std::string_view digits = headers_.get("content-length");
  const char* end = digits.data() + digits.size();
  const auto [rest, failure] = std::from_chars(digits.data(), end, length_);
  if (!digits.empty() && failure == std::errc() && rest == end) return true;
  complain("has no length");
  return false;
}

bool WarcRecords::next() {
  while (to_version_line()) {
    ++number_;
    if (read_headers()) return true;
  }
  return false;
}

std::string WarcRecords::read() {
  std::string content;
  while (content.size() < length_) {
    const std::string_view block = input_.peek(1);
    if (block.empty()) throw Error("ends too early", where());
    const auto taken =
        static_cast<std::size_t>(std::min<std::uint64_t>(block.size(), length_ - content.size()));
    content += block.substr(0, taken);
    input_.skip(taken);
  }
  return content;
}

void WarcRecords::skip() {
  for (std::uint64_t left = length_; left > 0;) {
    const std::string_view block = input_.peek(1);
    if (block.empty()) throw Error("ends too early", where());
    const auto taken = static_cast<std::size_t>(std::min<std::uint64_t>(block.size(), left));
    input_.skip(taken);
    left -= taken;
  }
}

}  // namespace newsgraph
