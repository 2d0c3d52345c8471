#include "support/source.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "support/error.h"
#include "support/limits.h"

namespace newsgraph {
namespace {

constexpr std::size_t kBlock = std::size_t{256} << 10;

// First what had been looked at already, then the rest.
class Prefixed final : public Source {
 public:
  Prefixed(std::string prefix, std::unique_ptr<Source> rest)
      : prefix_(std::move(prefix)), front_(prefix_), rest_(std::move(rest)) {}

  std::size_t read(char* bytes, std::size_t size) override {
    const std::size_t taken = front_.read(bytes, size);
    return taken > 0 ? taken : rest_->read(bytes, size);
  }

 private:
  std::string prefix_;
  MemorySource front_;
  std::unique_ptr<Source> rest_;
};

}  // namespace

std::size_t FilterSource::read(char* bytes, std::size_t size) {
  while (at_ == ready_.size() && !at_end_) {
    ready_.clear();
    at_ = 0;
    at_end_ = !make(ready_);
  }
  const std::size_t taken = ready_.copy(bytes, size, at_);
  at_ += taken;
  return taken;
}

std::size_t MemorySource::read(char* bytes, std::size_t size) {
  const std::size_t taken = std::min(size, bytes_.size());
  if (taken > 0) std::memcpy(bytes, bytes_.data(), taken);
  bytes_.remove_prefix(taken);
  return taken;
}

Input::Input(std::string name, std::unique_ptr<Source> source)
    : name_(std::move(name)), source_(std::move(source)), window_(kBlock) {}

// Adds a block to the window; false at the end.
bool Input::refill() {
  if (at_end_) return false;
  if (begin_ > 0) {
    std::memmove(window_.data(), window_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (window_.size() - end_ < kBlock / 2) window_.resize(window_.size() * 2);
  const std::size_t taken = source_->read(window_.data() + end_, window_.size() - end_);
  end_ += taken;
  at_end_ = taken == 0;
  return !at_end_;
}

std::size_t Input::read(char* bytes, std::size_t size) {
  if (begin_ == end_ && size >= kBlock) return at_end_ ? 0 : source_->read(bytes, size);
  if (begin_ == end_ && !refill()) return 0;
  const std::size_t taken = std::min(size, end_ - begin_);
  std::memcpy(bytes, window_.data() + begin_, taken);
  begin_ += taken;
  return taken;
}

std::string_view Input::peek(std::size_t size) {
  while (end_ - begin_ < size && refill()) {
  }
  return {window_.data() + begin_, end_ - begin_};
}

std::string Input::read_all(std::size_t limit, std::string_view option) {
  std::string all;
  for (std::string_view block = peek(1); !block.empty(); block = peek(1)) {
    if (all.size() + block.size() > limit) {
      throw Error("more than " + format_size(limit), name_,
                  "Raise the limit with " + std::string(option) + ".");
    }
    all += block;
    skip(block.size());
  }
  return all;
}

// Bytes up to the next line end or the end of the input; some number above `limit` where neither comes
// before.
std::size_t Input::line_length(std::size_t limit) {
  for (std::size_t searched = 0;;) {
    const std::string_view window(window_.data() + begin_, end_ - begin_);
    const auto newline = window.find('\n', searched);
    if (newline != std::string_view::npos) return newline;
    searched = window.size();
    if (searched > limit || !refill()) return searched;
  }
}

bool Input::read_line(Line& line, std::size_t limit) {
  const std::size_t length = line_length(limit);
  if (length == 0 && begin_ == end_) return false;
  line.overlong = length > limit;
  line.text = {};
  if (line.overlong) {
    skip_line();
    return true;
  }
  line.text = std::string_view(window_.data() + begin_, length);
  if (line.text.ends_with('\r')) line.text.remove_suffix(1);
  begin_ = std::min(end_, begin_ + length + 1);
  return true;
}

void Input::skip_line() {
  for (std::string_view window = peek(1); !window.empty(); window = peek(1)) {
    const auto newline = window.find('\n');
    if (newline != std::string_view::npos) return skip(newline + 1);
    skip(window.size());
  }
}

void Input::filter(const Wrap& wrap) {
  std::string looked_at(window_.data() + begin_, end_ - begin_);
  source_ = wrap(std::make_unique<Prefixed>(std::move(looked_at), std::move(source_)));
  begin_ = end_ = 0;
  at_end_ = false;
}

}  // namespace newsgraph
