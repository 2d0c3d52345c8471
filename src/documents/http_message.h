// An answer of a web server, as web archives keep it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "documents/headers.h"

namespace newsgraph {

struct HttpResponse {
  int status = 0;
  Headers headers;
  std::string_view body;  // as it was sent: in chunks, compressed
};

// `bytes` outlive the answer. Throws Error with `where` where there is no status line.
HttpResponse parse_http(std::string_view bytes, const std::string& where);

// The body joined and decompressed. Archives also keep bodies that are neither although the headers say so:
// these are taken as they are. Throws Error where it is damaged or larger than `limit`, or the compression is
// unknown.
std::string http_body(const HttpResponse& response, std::size_t limit, const std::string& where);

}  // namespace newsgraph
