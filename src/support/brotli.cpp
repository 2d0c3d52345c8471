#include "support/decompress.h"

#include <brotli/decode.h>

#include <cstdint>
#include <new>
#include <utility>
#include <vector>

#include "support/error.h"

namespace newsgraph {
namespace {

constexpr std::size_t kBlock = std::size_t{64} << 10;

class Brotli final : public FilterSource {
 public:
  Brotli(std::unique_ptr<Source> source, std::string name)
      : decoder_(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr)),
        source_(std::move(source)),
        name_(std::move(name)),
        block_(kBlock) {
    if (!decoder_) throw std::bad_alloc();
  }

 private:
  bool make(std::string& out) override {
    if (left_ == 0) refill();
    out.resize(kBlock);
    auto* next = reinterpret_cast<std::uint8_t*>(out.data());
    std::size_t room = out.size();
    const BrotliDecoderResult result =
        BrotliDecoderDecompressStream(decoder_.get(), &left_, &at_, &room, &next, nullptr);
    out.resize(out.size() - room);
    if (result == BROTLI_DECODER_RESULT_ERROR) {
      const char* const reason = BrotliDecoderErrorString(BrotliDecoderGetErrorCode(decoder_.get()));
      throw Error(std::string("the Brotli data cannot be decompressed: ") + reason, name_);
    }
    if (result == BROTLI_DECODER_RESULT_SUCCESS) return end();
    if (result == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT && at_end_)
      throw Error("the compressed data ends too early", name_);
    return true;
  }

  bool end() {
    if (left_ == 0) refill();
    if (left_ != 0) throw Error("there is something else behind the compressed data", name_);
    return false;
  }

  void refill() {
    left_ = source_->read(reinterpret_cast<char*>(block_.data()), block_.size());
    at_ = block_.data();
    at_end_ = left_ == 0;
  }

  struct Free {
    void operator()(BrotliDecoderState* decoder) const { BrotliDecoderDestroyInstance(decoder); }
  };
  std::unique_ptr<BrotliDecoderState, Free> decoder_;
  std::unique_ptr<Source> source_;
  std::string name_;
  std::vector<std::uint8_t> block_;
  const std::uint8_t* at_ = nullptr;
  std::size_t left_ = 0;
  bool at_end_ = false;
};

}  // namespace

std::unique_ptr<Source> decompress_brotli(std::unique_ptr<Source> source, const std::string& name) {
  return std::make_unique<Brotli>(std::move(source), name);
}

}  // namespace newsgraph
