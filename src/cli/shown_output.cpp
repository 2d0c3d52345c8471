#include "cli/shown_output.h"

#include <algorithm>

#include "cli/text_table.h"

namespace newsgraph::cli {
namespace {

// Where a character begins whose last bytes are missing; the end of the text where there is none.
std::size_t whole_characters(std::string_view text) {
  const auto byte = [&](std::size_t back) {
    return static_cast<unsigned char>(text[text.size() - 1 - back]);
  };
  std::size_t back = 0;
  while (back < std::min<std::size_t>(3, text.size()) && byte(back) >= 0x80 && byte(back) < 0xC0) ++back;
  if (back >= text.size() || byte(back) < 0xC0) return text.size();
  const std::size_t length = byte(back) >= 0xF0 ? 4 : byte(back) >= 0xE0 ? 3 : 2;
  return back + 1 < length ? text.size() - 1 - back : text.size();
}

}  // namespace

void ShownOutput::put(std::string_view block) {
  const std::string text = rest_ + std::string(block);
  const std::size_t whole = whole_characters(text);
  rest_ = text.substr(whole);
  output_->write(written_out(std::string_view(text).substr(0, whole)));
  output_->flush();
}

void ShownOutput::prepare() {
  flush();
  output_->write(written_out(rest_));
  output_->prepare();
}

}  // namespace newsgraph::cli
