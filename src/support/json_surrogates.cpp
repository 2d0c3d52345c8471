#include "support/json_surrogates.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

namespace newsgraph {
namespace {

constexpr std::size_t kEscape = 6;  // bytes of "\uD83D"

enum class Half { none, high, low, cut_off };

// What stands at the beginning of `text`.
Half half_at(std::string_view text) {
  if (!std::string_view("\\u").starts_with(text.substr(0, 2))) return Half::none;
  if (text.size() < kEscape) return Half::cut_off;
  std::uint32_t unit = 0;
  const auto read = std::from_chars(text.data() + 2, text.data() + kEscape, unit, 16);
  if (read.ptr != text.data() + kEscape || unit < 0xD800 || unit > 0xDFFF) return Half::none;
  return unit < 0xDC00 ? Half::high : Half::low;
}

class MendedSource final : public Source {
 public:
  MendedSource(std::unique_ptr<Source> json, std::uint64_t& mended)
      : json_(std::move(json)), mended_(mended), window_(std::size_t{64} << 10) {}

  std::size_t read(char* bytes, std::size_t size) override {
    while (begin_ == settled_ && !at_end_) fill();
    const std::size_t taken = std::min(size, settled_ - begin_);
    if (taken > 0) std::memcpy(bytes, window_.data() + begin_, taken);
    begin_ += taken;
    return taken;
  }

 private:
  // All that is settled has been handed out; what is not, two escapes at most, comes first.
  void fill() {
    const auto held = std::copy(window_.data() + settled_, window_.data() + end_, window_.data());
    end_ = static_cast<std::size_t>(held - window_.data());
    const std::size_t taken = json_->read(window_.data() + end_, window_.size() - end_);
    at_end_ = taken == 0;
    end_ += taken;
    begin_ = 0;
    settled_ = mend_surrogates({window_.data(), end_}, at_end_, mended_);
  }

  std::unique_ptr<Source> json_;
  std::uint64_t& mended_;
  std::vector<char> window_;
  std::size_t begin_ = 0;  // of what is to be handed out
  std::size_t settled_ = 0;
  std::size_t end_ = 0;
  bool at_end_ = false;
};

}  // namespace

std::size_t mend_surrogates(std::span<char> json, bool ends_here, std::uint64_t& mended) {
  const std::string_view text(json.data(), json.size());
  for (std::size_t at = 0; (at = text.find('\\', at)) != std::string_view::npos;) {
    const Half first = half_at(text.substr(at));
    const Half second = first == Half::high ? half_at(text.substr(at + kEscape)) : Half::none;
    if (!ends_here && (first == Half::cut_off || second == Half::cut_off)) return at;
    if (first == Half::none || first == Half::cut_off) {
      at += 2;  // the backslash of "\\u" begins nothing
    } else if (second == Half::low) {
      at += 2 * kEscape;
    } else {
      std::memcpy(json.data() + at + 2, "FFFD", 4);
      ++mended;
      at += kEscape;
    }
  }
  return text.size();
}

std::unique_ptr<Source> mend_surrogates(std::unique_ptr<Source> json, std::uint64_t& mended) {
  return std::make_unique<MendedSource>(std::move(json), mended);
}

}  // namespace newsgraph
