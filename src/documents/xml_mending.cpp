#include "documents/xml_mending.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "support/ascii.h"
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
    return hex ? is_ascii_hex_digit(c) : is_ascii_digit(c);
  });
}

class Mender final : public FilterSource {
 public:
  explicit Mender(Source& source) : source_(source), block_(std::size_t{64} << 10) {}

 private:
  bool make(std::string& out) override {
    const std::size_t taken = source_.read(block_.data(), block_.size());
    held_.append(block_.data(), taken);
    const std::string_view text = held_;
    std::size_t at = 0;
    for (; at < text.size() && (taken == 0 || at + kLookAhead <= text.size()); ++at) mend(text, at, out);
    held_.erase(0, at);
    return taken > 0;
  }

  void mend(std::string_view text, std::size_t at, std::string& out) {
    const char c = text[at];
    if (skip_ > 0) {
      --skip_;
      return;
    }
    // Systems send blank lines before the declaration, which has to be first.
    if (!started_ && (c == ' ' || c == '\n' || c == '\r' || c == '\t')) return;
    started_ = true;
    if (in_cdata_ && c == ']') {
      in_cdata_ = text.substr(at, kClose.size()) != kClose;
    } else if (!in_cdata_ && c == '<') {
      in_cdata_ = text.substr(at, kOpen.size()) == kOpen;
    } else if (!in_cdata_ && text.substr(at, kClose.size()) == kClose) {
      // A text that was put into CDATA held it: no parser goes on behind it.
      out += "]]&gt;";
      skip_ = kClose.size() - 1;
      return;
    }
    if (utf8::is_forbidden_control(c)) return;
    out += c;
    if (c == '&' && !in_cdata_ && !is_reference(text.substr(at + 1, kLookAhead))) out += "amp;";
  }

  Source& source_;
  std::vector<char> block_;
  std::string held_;      // read, but too near to the end to be told
  bool started_ = false;  // something else than blanks was read
  bool in_cdata_ = false;
  std::size_t skip_ = 0;  // bytes that have been written otherwise
};

}  // namespace

std::unique_ptr<Source> mend_xml(Source& source) {
  return std::make_unique<Mender>(source);
}

}  // namespace newsgraph
