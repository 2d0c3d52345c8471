#include "support/decompress.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <new>
#include <utility>
#include <vector>

#include "support/error.h"

namespace newsgraph {
namespace {

constexpr std::size_t kBlock = std::size_t{64} << 10;
constexpr const char* kTruncated = "the compressed data ends too early";
constexpr const char* kCutFile = "The file may have been cut while it was copied.";

// The compressed bytes that come next.
class Block {
 public:
  explicit Block(std::unique_ptr<Source> source) : source_(std::move(source)), bytes_(kBlock) {}

  // False where there are none any more.
  bool fill() {
    if (at_ < end_) return true;
    at_ = 0;
    end_ = source_->read(bytes_.data(), bytes_.size());
    return end_ > 0;
  }
  char* data() { return bytes_.data() + at_; }
  std::size_t size() const { return end_ - at_; }
  void taken(std::size_t bytes) { at_ += bytes; }

 private:
  std::unique_ptr<Source> source_;
  std::vector<char> bytes_;
  std::size_t at_ = 0;
  std::size_t end_ = 0;
};

class Gzip final : public Source {
 public:
  enum class Header { kGzip, kZlib, kNone };
  Gzip(std::unique_ptr<Source> source, std::string name, Header header = Header::kGzip)
      : block_(std::move(source)), name_(std::move(name)) {
    constexpr int kWindow = 15;
    const int bits = header == Header::kGzip ? kWindow + 16 : header == Header::kZlib ? kWindow : -kWindow;
    if (inflateInit2(&stream_, bits) != Z_OK) throw std::bad_alloc();
  }
  ~Gzip() override { inflateEnd(&stream_); }
  Gzip(const Gzip&) = delete;
  Gzip& operator=(const Gzip&) = delete;

  std::size_t read(char* bytes, std::size_t size) override {
    constexpr std::size_t kMost = std::size_t{1} << 30;  // zlib counts in unsigned int
    stream_.next_out = reinterpret_cast<Bytef*>(bytes);
    stream_.avail_out = static_cast<uInt>(std::min(size, kMost));
    const uInt room = stream_.avail_out;
    while (stream_.avail_out == room && next_member()) inflate_block();
    return room - stream_.avail_out;
  }

 private:
  // False at the end of the last member.
  bool next_member() {
    const bool more = block_.fill();
    if (!more && inside_) throw Error(kTruncated, name_, kCutFile);
    if (!more || inside_) return more;
    if (members_ > 0 && *block_.data() == '\0') return skip_padding();
    if (members_++ > 0) inflateReset(&stream_);
    return inside_ = true;
  }

  // Tapes and some writers fill up the last block with zeros.
  bool skip_padding() {
    while (block_.fill()) {
      const char* end = block_.data() + block_.size();
      if (std::any_of(block_.data(), block_.data() + block_.size(), [](char c) { return c != '\0'; })) {
        throw Error("there is something else behind the compressed data", name_);
      }
      block_.taken(static_cast<std::size_t>(end - block_.data()));
    }
    return false;
  }

  void inflate_block() {
    stream_.next_in = reinterpret_cast<Bytef*>(block_.data());
    stream_.avail_in = static_cast<uInt>(block_.size());
    const int result = inflate(&stream_, Z_NO_FLUSH);
    block_.taken(block_.size() - stream_.avail_in);
    if (result == Z_MEM_ERROR) throw std::bad_alloc();
    if (result == Z_STREAM_END) inside_ = false;
    if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR) {
      throw Error(std::string("the compressed data is damaged") +
                      (stream_.msg ? std::string(": ") + stream_.msg : ""),
                  name_);
    }
  }

  z_stream stream_{};
  Block block_;
  std::string name_;
  std::size_t members_ = 0;
  bool inside_ = false;
};

class Zstd final : public Source {
 public:
  Zstd(std::unique_ptr<Source> source, std::string name)
      : stream_(ZSTD_createDStream()), block_(std::move(source)), name_(std::move(name)) {
    if (!stream_) throw std::bad_alloc();
  }

  std::size_t read(char* bytes, std::size_t size) override {
    ZSTD_outBuffer out{bytes, size, 0};
    while (out.pos == 0 && size > 0) {
      const bool more = block_.fill();
      // Without input the decoder may still hold decompressed bytes of an unfinished frame.
      if (!more && !inside_) break;
      ZSTD_inBuffer in{block_.data(), more ? block_.size() : 0, 0};
      const std::size_t result = ZSTD_decompressStream(stream_.get(), &out, &in);
      if (ZSTD_isError(result)) fail(result);
      block_.taken(in.pos);
      inside_ = result != 0;
      if (!more && out.pos == 0) throw Error(kTruncated, name_, kCutFile);
    }
    return out.pos;
  }

 private:
  [[noreturn]] void fail(std::size_t result) const {
    throw Error(std::string("the Zstandard data cannot be decompressed: ") + ZSTD_getErrorName(result),
                name_);
  }

  struct Free {
    void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
  };
  std::unique_ptr<ZSTD_DStream, Free> stream_;
  Block block_;
  std::string name_;
  bool inside_ = false;
};

}  // namespace

std::unique_ptr<Source> decompress_gzip(std::unique_ptr<Source> source, const std::string& name) {
  return std::make_unique<Gzip>(std::move(source), name);
}

std::unique_ptr<Source> decompress_deflate(std::string_view bytes, const std::string& name) {
  const auto byte = [&](std::size_t at) {
    return static_cast<unsigned>(static_cast<unsigned char>(bytes[at]));
  };
  const bool zlib = bytes.size() >= 2 && byte(0) % 16 == 8 && (byte(0) * 256 + byte(1)) % 31 == 0;
  return std::make_unique<Gzip>(std::make_unique<MemorySource>(bytes), name,
                                zlib ? Gzip::Header::kZlib : Gzip::Header::kNone);
}

std::unique_ptr<Source> decompress_zstd(std::unique_ptr<Source> source, const std::string& name) {
  return std::make_unique<Zstd>(std::move(source), name);
}

}  // namespace newsgraph
