// Text that is put together from many small pieces, fast.
#pragma once

#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>

#include "support/sink.h"

namespace newsgraph {

// Grows as needed; drain() hands on what has come together.
class TextBuffer {
 public:
  TextBuffer() { grow(kFirst); }

  TextBuffer& operator<<(std::string_view text) {
    append(text);
    return *this;
  }
  // Several pieces with one look at the room that is left.
  template <typename... Pieces>
  void append(const Pieces&... pieces) {
    reserve((std::string_view(pieces).size() + ...));
    (put(pieces), ...);
  }
  TextBuffer& operator<<(char byte) {
    reserve(1);
    *end_++ = byte;
    return *this;
  }
  TextBuffer& operator<<(std::int64_t number) { return append_number(number); }
  TextBuffer& operator<<(std::uint64_t number) { return append_number(number); }
  TextBuffer& operator<<(std::uint32_t number) { return append_number(number); }
  // The shortest form that reads back as the same number; always with a point or an exponent, so that
  // 1 stays a real number. `number` is finite.
  TextBuffer& operator<<(double number) { return append_real(number); }
  TextBuffer& operator<<(float number) { return append_real(number); }

  std::string_view view() const { return {begin_.get(), size()}; }
  std::size_t size() const { return static_cast<std::size_t>(end_ - begin_.get()); }
  // Takes back the last bytes, of which there are as many.
  void remove_last(std::size_t bytes) { end_ -= bytes; }
  void clear() { end_ = begin_.get(); }
  void drain(Sink& sink) {
    sink.write(view());
    clear();
  }
  // Drains where enough has come together to be worth it.
  void drain_when_full(Sink& sink) {
    if (size() >= kFull) drain(sink);
  }

 private:
  static constexpr std::size_t kFirst = std::size_t{1} << 12;
  static constexpr std::size_t kFull = std::size_t{1} << 17;
  static constexpr std::size_t kLongestNumber = 40;

  // Where there is room.
  void put(std::string_view text) {
    if (!text.empty()) std::memcpy(end_, text.data(), text.size());
    end_ += text.size();
  }

  void reserve(std::size_t bytes) {
    if (static_cast<std::size_t>(limit_ - end_) < bytes) grow(bytes);
  }
  void grow(std::size_t bytes);

  template <typename Number>
  TextBuffer& append_number(Number number) {
    reserve(kLongestNumber);
    end_ = std::to_chars(end_, limit_, number).ptr;
    return *this;
  }
  template <typename Real>
  TextBuffer& append_real(Real number) {
    reserve(kLongestNumber);
    // Weights are whole numbers nearly always, and those are quicker to write. -0 is not one of them.
    constexpr Real kWhole = 100'000;
    if (number > 0 && number < kWhole && number == std::trunc(number)) {
      end_ = std::to_chars(end_, limit_, static_cast<std::uint32_t>(number)).ptr;
      put(".0");
      return *this;
    }
    char* const start = end_;
    end_ = std::to_chars(end_, limit_, number).ptr;
    for (const char* c = start; c != end_; ++c)
      if (*c == '.' || *c == 'e') return *this;
    *end_++ = '.';
    *end_++ = '0';
    return *this;
  }

  std::unique_ptr<char[]> begin_;
  char* end_ = nullptr;
  char* limit_ = nullptr;
};

}  // namespace newsgraph
