#include "support/sink.h"

namespace newsgraph {

Sink::Sink() : buffer_(std::make_unique<char[]>(kBuffer)) {}
Sink::~Sink() = default;

void Sink::flush() {
  const std::size_t used = used_;
  used_ = 0;
  if (used > 0) put({buffer_.get(), used});
}

void Sink::write_slowly(std::string_view bytes) {
  flush();
  if (bytes.size() >= kBuffer) return put(bytes);
  std::memcpy(buffer_.get(), bytes.data(), bytes.size());
  used_ = bytes.size();
}

const std::string& StringSink::text() {
  flush();
  return text_;
}

}  // namespace newsgraph
