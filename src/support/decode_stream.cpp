#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/ascii.h"
#include "support/encoding.h"
#include "support/error.h"
#include "support/iconv_text.h"
#include "support/utf16.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

constexpr std::size_t kBlock = std::size_t{256} << 10;

// Whole blocks whatever the pieces in which a pipe brings them, so that the result does not depend on them.
std::size_t read_fully(Source& source, char* bytes, std::size_t size) {
  std::size_t total = 0;
  while (total < size) {
    const std::size_t taken = source.read(bytes + total, size - total);
    if (taken == 0) break;
    total += taken;
  }
  return total;
}

// Hands out what decode_block() makes, block by block.
class Decoder : public FilterSource {
 public:
  Decoder(std::unique_ptr<Source> source, std::uint64_t& repaired)
      : repaired_(repaired), source_(std::move(source)), block_(kBlock) {}

 protected:
  // Appends what `bytes` mean to `text`; returns how many bytes were used: all of them at the end, else the
  // rest comes again with the next block.
  virtual std::size_t decode_block(std::string_view bytes, bool at_end, std::string& text) = 0;
  std::uint64_t& repaired_;

 private:
  bool make(std::string& out) final {
    if (block_.size() - held_ < kBlock / 2) block_.resize(block_.size() * 2);
    const std::size_t room = block_.size() - held_;
    const std::size_t taken = read_fully(*source_, block_.data() + held_, room);
    const bool at_end = taken < room;
    const std::string_view bytes(block_.data(), held_ + taken);
    const std::size_t used = decode_block(bytes, at_end, out);
    held_ = bytes.size() - used;
    std::copy(bytes.begin() + static_cast<std::ptrdiff_t>(used), bytes.end(), block_.begin());
    return !at_end;
  }

  std::unique_ptr<Source> source_;
  std::vector<char> block_;
  std::size_t held_ = 0;
};

class Utf16Source final : public Decoder {
 public:
  Utf16Source(std::unique_ptr<Source> source, std::uint64_t& repaired, bool big_endian)
      : Decoder(std::move(source), repaired), decoder_{big_endian} {}

 private:
  std::size_t decode_block(std::string_view bytes, bool at_end, std::string& text) override {
    const std::size_t even = bytes.size() / 2 * 2;
    for (std::size_t at = 0; at < even; at += 2) {
      const char32_t unit = decoder_.unit(bytes, at);
      if (!(first_ && unit == 0xFEFF)) decoder_.add(unit, text);
      first_ = false;
    }
    if (!at_end) return even;
    decoder_.flush(text);
    if (even < bytes.size()) decoder_.broken(text);
    repaired_ += decoder_.repaired;
    return bytes.size();
  }

  Utf16Decoder decoder_;
  bool first_ = true;
};

class Windows1252Source final : public Decoder {
 public:
  using Decoder::Decoder;

 private:
  std::size_t decode_block(std::string_view bytes, bool, std::string& text) override {
    DecodedText decoded = decode_text(bytes, Encoding::kWindows1252);
    repaired_ += decoded.repaired;
    text = std::move(decoded.text);
    return bytes.size();
  }
};

class Utf8Source final : public Decoder {
 public:
  using Decoder::Decoder;

 private:
  std::size_t decode_block(std::string_view bytes, bool at_end, std::string& text) override {
    if (first_ && bytes.starts_with("\xEF\xBB\xBF")) {
      first_ = false;
      return 3 + decode_block(bytes.substr(3), at_end, text);
    }
    first_ = false;
    const std::string_view block = at_end ? bytes : whole_lines(bytes);
    if (utf8::valid(block)) {
      note_multibyte(block);
      text += block;
    } else {
      for (std::size_t at = 0; at < block.size();) at += decode_line(block.substr(at), text);
    }
    return block.size();
  }

  // Ends behind the last line end, or where a very long line has none, between two characters.
  static std::string_view whole_lines(std::string_view bytes) {
    constexpr std::size_t kLongLine = std::size_t{1} << 20;
    const auto newline = bytes.rfind('\n');
    if (newline != std::string_view::npos) return bytes.substr(0, newline + 1);
    return bytes.size() < kLongLine ? bytes.substr(0, 0) : utf8::truncate(bytes, bytes.size() - 4);
  }

  std::size_t decode_line(std::string_view block, std::string& text) {
    const std::string_view line = block.substr(0, std::min(block.size(), block.find('\n')) + 1);
    const bool valid = utf8::valid(line);
    if (valid) note_multibyte(line);
    if (valid) {
      text += line;
    } else {
      DecodedText decoded = multibyte_ ? decode_text(line, Encoding::kUtf8) : decode_text(line);
      repaired_ += decoded.repaired;
      text += decoded.text;
    }
    return line.size();
  }

  void note_multibyte(std::string_view valid) {
    if (multibyte_) return;
    multibyte_ = !all_ascii(valid);
  }

  bool first_ = true;
  bool multibyte_ = false;
};

class IconvSource final : public Decoder {
 public:
  IconvSource(std::unique_ptr<Source> source, std::uint64_t& repaired, std::unique_ptr<IconvDecoder> decoder)
      : Decoder(std::move(source), repaired), decoder_(std::move(decoder)) {}

 private:
  std::size_t decode_block(std::string_view bytes, bool at_end, std::string& text) override {
    const std::size_t used = decoder_->decode(bytes, at_end, text);
    if (at_end) repaired_ += decoder_->repaired();
    return used;
  }

  std::unique_ptr<IconvDecoder> decoder_;
};

}  // namespace

std::unique_ptr<Source> decode_stream(std::unique_ptr<Source> source, Encoding encoding,
                                      std::uint64_t& repaired) {
  switch (encoding) {
    case Encoding::kUtf16Le:
      return std::make_unique<Utf16Source>(std::move(source), repaired, false);
    case Encoding::kUtf16Be:
      return std::make_unique<Utf16Source>(std::move(source), repaired, true);
    case Encoding::kWindows1252:
      return std::make_unique<Windows1252Source>(std::move(source), repaired);
    case Encoding::kUtf8:
      break;
  }
  return std::make_unique<Utf8Source>(std::move(source), repaired);
}

std::unique_ptr<Source> decode_stream(std::unique_ptr<Source> source, std::string_view encoding,
                                      std::uint64_t& repaired) {
  if (encoding == "WINDOWS-1252") return decode_stream(std::move(source), Encoding::kWindows1252, repaired);
  auto decoder = IconvDecoder::open(encoding);
  if (!decoder)
    throw Error("is in the encoding " + std::string(encoding) + ", which this system does not know");
  return std::make_unique<IconvSource>(std::move(source), repaired, std::move(decoder));
}

}  // namespace newsgraph
