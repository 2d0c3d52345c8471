#include "documents/http_message.h"

#include <algorithm>
#include <charconv>
#include <memory>

#include "documents/lines.h"
#include "support/brotli.h"
#include "support/decompress.h"
#include "support/error.h"
#include "support/limits.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

// Nothing where the body is not in chunks.
bool join_chunks(std::string_view body, std::string& joined) {
  joined.clear();
  while (true) {
    const std::string_view line = trimmed(take_line(body));
    const std::string_view digits = trimmed(line.substr(0, line.find(';')));
    std::size_t size = 0;
    const char* end = digits.data() + digits.size();
    const auto [rest, failure] = std::from_chars(digits.data(), end, size, 16);
    if (digits.empty() || failure != std::errc() || rest != end) return !joined.empty() && digits.empty();
    if (size == 0) return true;
    joined += body.substr(0, size);  // the last one may be cut
    body.remove_prefix(std::min(size, body.size()));
    take_line(body);
    if (body.empty()) return true;
  }
}

std::unique_ptr<Source> decompressed(std::string_view body, std::string_view encoding,
                                     const std::string& where) {
  if (encoding == "gzip" || encoding == "x-gzip") {
    if (!body.starts_with("\x1f\x8b")) return nullptr;
    return decompress_gzip(std::make_unique<MemorySource>(body), where);
  }
  if (encoding == "deflate") return body.starts_with('<') ? nullptr : decompress_deflate(body, where);
  if (encoding == "zstd") {
    if (!body.starts_with("\x28\xb5\x2f\xfd")) return nullptr;
    return decompress_zstd(std::make_unique<MemorySource>(body), where);
  }
  // Has no first bytes of its own.
  if (encoding == "br") {
    if (body.empty() || trimmed(body).starts_with('<')) return nullptr;
    return decompress_brotli(std::make_unique<MemorySource>(body), where);
  }
  // A server that does not say so, or says it in the type.
  if (encoding.empty() && body.starts_with("\x1f\x8b\x08"))
    return decompress_gzip(std::make_unique<MemorySource>(body), where);
  if (encoding.empty() || encoding == "identity" || trimmed(body).starts_with('<')) return nullptr;
  throw Error("is compressed with '" + std::string(utf8::truncate(encoding, 40)) + "', which is not read",
              where);
}

}  // namespace

HttpResponse parse_http(std::string_view bytes, const std::string& where) {
  HttpResponse response;
  const std::string_view line = take_line(bytes);
  const auto blank = std::min(line.find(' '), line.size());
  const std::string_view status = line.substr(std::min(blank + 1, line.size()), 3);
  const auto [rest, failure] = std::from_chars(status.data(), status.data() + status.size(), response.status);
  if (!line.starts_with("HTTP/") || failure != std::errc())
    throw Error("holds no answer of a web server", where);
  response.headers = Headers::take(bytes);
  response.body = bytes;
  return response;
}

std::string http_body(const HttpResponse& response, std::size_t limit, const std::string& where) {
  std::string joined;
  const std::string transfer = header_token(response.headers.get("transfer-encoding"));
  const bool in_chunks = transfer == "chunked" && join_chunks(response.body, joined);
  const std::string_view body = in_chunks ? std::string_view(joined) : response.body;
  const std::string encoding = header_token(response.headers.get("content-encoding"));
  if (auto source = decompressed(body, encoding, where)) {
    return Input(where, std::move(source)).read_all(limit);
  }
  return in_chunks ? std::move(joined) : std::string(body);
}

}  // namespace newsgraph
