// Bytes that are read block by block, so that an input of any size costs little memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph {

class Source {
 public:
  virtual ~Source() = default;
  // Fills up to `size` bytes and returns how many; 0 only at the end. Throws Error where reading
  // fails, compressed data is damaged or ends early, or a limit is passed.
  virtual std::size_t read(char* bytes, std::size_t size) = 0;
};

// Bytes in memory, which must outlive it.
class MemorySource final : public Source {
 public:
  explicit MemorySource(std::string_view bytes) : bytes_(bytes) {}
  std::size_t read(char* bytes, std::size_t size) override;

 private:
  std::string_view bytes_;
};

// Bytes made of those of another source, block by block.
class FilterSource : public Source {
 public:
  std::size_t read(char* bytes, std::size_t size) final;

 protected:
  // Appends what comes next to `out`, which is empty: maybe nothing yet. False at the end, behind what it
  // appended last.
  virtual bool make(std::string& out) = 0;

 private:
  std::string ready_;
  std::size_t at_ = 0;
  bool at_end_ = false;
};

// An open input with a window over it: look ahead without consuming, then read.
class Input final : public Source {
 public:
  Input(std::string name, std::unique_ptr<Source> source);

  const std::string& name() const { return name_; }  // as messages show it: a path, or "<stdin>"
  std::size_t read(char* bytes, std::size_t size) override;

  // The next bytes without consuming them: at least `size`, fewer only where the input ends.
  // Valid until the next call.
  std::string_view peek(std::size_t size);
  // Drops `size` bytes that peek() has shown.
  void skip(std::size_t size) { begin_ += size; }

  // All that is left. Throws Error where it is more than `limit` bytes, which `option` raises.
  std::string read_all(std::size_t limit, std::string_view option = "--max-document-size");

  struct Line {
    std::string_view text;  // without "\n" or "\r\n"; valid until the next call
    bool overlong = false;  // longer than the limit: dropped, `text` is empty
  };
  // The next line; false at the end.
  bool read_line(Line& line, std::size_t limit);

  // Drops bytes up to the end of the line.
  void skip_line();

  // Reads on through a filter, for example a decoder; bytes that peek() has shown are not lost.
  using Wrap = std::function<std::unique_ptr<Source>(std::unique_ptr<Source>)>;
  void filter(const Wrap& wrap);

 private:
  bool refill();
  std::size_t line_length(std::size_t limit);

  std::string name_;
  std::unique_ptr<Source> source_;
  std::vector<char> window_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  bool at_end_ = false;
};

}  // namespace newsgraph
