#include "support/compress.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <new>

#include "support/error.h"

namespace newsgraph {
namespace {

constexpr std::size_t kBlock = std::size_t{64} << 10;

class Gzip final : public Compressor {
 public:
  Gzip() {
    constexpr int kGzip = 15 + 16;
    constexpr int kMemory = 8;
    if (deflateInit2(&stream_, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kGzip, kMemory, Z_DEFAULT_STRATEGY) !=
        Z_OK) {
      throw std::bad_alloc();
    }
    // zlib writes the operating system that it was built for; 255 is "unknown", the same everywhere.
    header_.os = 255;
    deflateSetHeader(&stream_, &header_);
  }
  ~Gzip() override { deflateEnd(&stream_); }
  Gzip(const Gzip&) = delete;
  Gzip& operator=(const Gzip&) = delete;

  void add(std::string_view bytes, std::string& out) override {
    constexpr std::size_t kMost = std::size_t{1} << 30;  // zlib counts in unsigned int
    for (; !bytes.empty(); bytes.remove_prefix(std::min(bytes.size(), kMost))) {
      run(bytes.substr(0, kMost), Z_NO_FLUSH, out);
    }
  }
  void end(std::string& out) override { run({}, Z_FINISH, out); }

 private:
  void run(std::string_view bytes, int flush, std::string& out) {
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream_.avail_in = static_cast<uInt>(bytes.size());
    do {
      const std::size_t before = out.size();
      out.resize(before + kBlock);
      stream_.next_out = reinterpret_cast<Bytef*>(out.data() + before);
      stream_.avail_out = kBlock;
      deflate(&stream_, flush);
      out.resize(out.size() - stream_.avail_out);
    } while (stream_.avail_out == 0);
  }

  z_stream stream_{};
  gz_header header_{};
};

class Zstd final : public Compressor {
 public:
  explicit Zstd(unsigned jobs) : stream_(ZSTD_createCCtx()) {
    if (!stream_) throw std::bad_alloc();
    ZSTD_CCtx_setParameter(stream_.get(), ZSTD_c_checksumFlag, 1);
    // Never 0: without workers the library cuts its input otherwise, and other bytes come out.
    constexpr unsigned kMostWorkers = 16;
    ZSTD_CCtx_setParameter(stream_.get(), ZSTD_c_nbWorkers,
                           static_cast<int>(std::clamp(jobs, 1U, kMostWorkers)));
  }

  void add(std::string_view bytes, std::string& out) override { run(bytes, ZSTD_e_continue, out); }
  void end(std::string& out) override { run({}, ZSTD_e_end, out); }

 private:
  void run(std::string_view bytes, ZSTD_EndDirective directive, std::string& out) {
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    for (std::size_t rest = 1; directive == ZSTD_e_end ? rest > 0 : in.pos < in.size;) {
      const std::size_t before = out.size();
      out.resize(before + kBlock);
      ZSTD_outBuffer block{out.data() + before, kBlock, 0};
      rest = ZSTD_compressStream2(stream_.get(), &block, &in, directive);
      out.resize(before + block.pos);
      if (ZSTD_isError(rest)) throw Error(std::string("cannot compress: ") + ZSTD_getErrorName(rest));
    }
  }

  struct Free {
    void operator()(ZSTD_CCtx* stream) const { ZSTD_freeCCtx(stream); }
  };
  std::unique_ptr<ZSTD_CCtx, Free> stream_;
};

}  // namespace

std::unique_ptr<Compressor> make_gzip() {
  return std::make_unique<Gzip>();
}
std::unique_ptr<Compressor> make_zstd(unsigned jobs) {
  return std::make_unique<Zstd>(jobs);
}

std::unique_ptr<Compressor> make_compressor(std::string_view path, unsigned jobs) {
  if (path.ends_with(".gz")) return make_gzip();
  if (path.ends_with(".zst")) return make_zstd(jobs);
  return nullptr;
}

}  // namespace newsgraph
