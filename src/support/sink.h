// Where writers write to. They take a Sink, never a path: opening, compression and atomic replacement
// are support/output.h's.
#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

namespace newsgraph {

// Buffered, so that writing many small pieces is cheap. What is not flushed when it is destroyed is lost.
class Sink {
 public:
  Sink();
  virtual ~Sink();
  Sink(const Sink&) = delete;
  Sink& operator=(const Sink&) = delete;

  // Throws Error where the bytes cannot be written.
  void write(std::string_view bytes) {
    if (bytes.size() > kBuffer - used_) return write_slowly(bytes);
    if (!bytes.empty()) std::memcpy(buffer_.get() + used_, bytes.data(), bytes.size());
    used_ += bytes.size();
  }
  void write(char byte) { write(std::string_view(&byte, 1)); }
  // Hands on what is buffered.
  void flush();

 protected:
  virtual void put(std::string_view block) = 0;

 private:
  static constexpr std::size_t kBuffer = std::size_t{64} << 10;
  void write_slowly(std::string_view bytes);

  std::unique_ptr<char[]> buffer_;
  std::size_t used_ = 0;
};

// Collects in memory.
class StringSink final : public Sink {
 public:
  // Flushes; the text so far.
  const std::string& text();

 private:
  void put(std::string_view block) override { text_ += block; }
  std::string text_;
};

}  // namespace newsgraph
