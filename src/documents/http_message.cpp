#include "documents/http_message.h"

#include <algorithm>
#include <charconv>
#include <memory>
#include <utility>
#include <vector>

#include "documents/lines.h"
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

// "gzip, chunked" in lower case.
std::vector<std::string> tokens(std::string_view list) {
  std::vector<std::string> found;
  while (!list.empty()) {
    const auto comma = std::min(list.find(','), list.size());
    std::string token = header_token(list.substr(0, comma));
    if (!token.empty()) found.push_back(std::move(token));
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return found;
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
  std::vector<std::string> codings = tokens(response.headers.get("content-encoding"));
  std::vector<std::string> transfer = tokens(response.headers.get("transfer-encoding"));
  std::string body;
  const bool in_chunks =
      !transfer.empty() && transfer.back() == "chunked" && join_chunks(response.body, body);
  if (!in_chunks) body = response.body;
  std::erase(transfer, "chunked");
  // What was done last is undone first.
  codings.insert(codings.end(), transfer.begin(), transfer.end());
  constexpr std::size_t kMostCodings = 4;
  if (codings.size() > kMostCodings) throw Error("is compressed more than four times", where);
  if (codings.empty()) codings.emplace_back();
  for (auto coding = codings.rbegin(); coding != codings.rend(); ++coding) {
    const std::string packed = std::move(body);
    auto source = decompressed(packed, *coding, where);
    body = source ? Input(where, std::move(source)).read_all(limit) : packed;
  }
  return body;
}

}  // namespace newsgraph
