#include "documents/xml_mending.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "support/utf8.h"

namespace newsgraph {
namespace {

constexpr std::string_view kOpen = "<![CDATA[";
constexpr std::string_view kClose = "]]>";
constexpr std::size_t kLookAhead = 16;  // for the longest of what is looked for

// "lt;", "#8217;", "#x2019;": what may stand behind "&".
bool is_reference(std::string_view rest) {
  for (const std::string_view name : {"amp;", "lt;", "gt;", "quot;", "apos;"}) {
    if (rest.starts_with(name)) return true;
  }
  const auto end = rest.find(';');
  if (!rest.starts_with('#') || end == std::string_view::npos || end < 2) return false;
  const bool hex = rest[1] == 'x';
  const std::string_view digits = rest.substr(hex ? 2 : 1, end - (hex ? 2 : 1));
  return !digits.empty() && std::all_of(digits.begin(), digits.end(), [hex](char c) {
    return (c >= '0' && c <= '9') || (hex && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')));
  });
}

class Mender final : public Source {
 public:
  explicit Mender(Source& source) : source_(source), block_(std::size_t{64} << 10) {}

  std::size_t read(char* bytes, std::size_t size) override {
    while (at_ == ready_.size() && !at_end_) fill();
    const std::size_t taken = std::min(size, ready_.size() - at_);
    if (taken > 0) ready_.copy(bytes, taken, at_);
    at_ += taken;
    return taken;
  }

 private:
  void fill() {
    ready_.clear();
    at_ = 0;
    const std::size_t taken = source_.read(block_.data(), block_.size());
    at_end_ = taken == 0;
    held_.append(block_.data(), taken);
    const std::string_view text = held_;
    std::size_t at = 0;
    for (; at < text.size() && (at_end_ || at + kLookAhead <= text.size()); ++at) mend(text, at);
    held_.erase(0, at);
  }

  void mend(std::string_view text, std::size_t at) {
    const char c = text[at];
    if (in_cdata_ && c == ']') {
      in_cdata_ = text.substr(at, kClose.size()) != kClose;
    } else if (!in_cdata_ && c == '<') {
      in_cdata_ = text.substr(at, kOpen.size()) == kOpen;
    }
    if (utf8::is_forbidden_control(c)) return;
    ready_ += c;
    if (c == '&' && !in_cdata_ && !is_reference(text.substr(at + 1, kLookAhead))) ready_ += "amp;";
  }

  Source& source_;
  std::vector<char> block_;
  std::string held_;  // read, but too near to the end to be told
  std::string ready_;
  std::size_t at_ = 0;
  bool in_cdata_ = false;
  bool at_end_ = false;
};

}  // namespace

std::unique_ptr<Source> mend_xml(Source& source) {
  return std::make_unique<Mender>(source);
}

}  // namespace newsgraph
