// The parts of a mail (RFC 2045, 2046), read strictly within limits.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "documents/headers.h"

namespace newsgraph {

struct MimePart {
  Headers headers;
  std::string type;          // "text/plain"; of a part that says nothing, too
  std::string_view content;  // as it was sent: encoded
  std::vector<MimePart> parts;

  // Decoded from base64 or quoted-printable.
  std::string bytes() const;
  std::string charset() const;
  // The name under which it is to be saved; empty where there is none.
  std::string file_name() const;
  bool attached() const;  // rather than shown
};

struct MimeLimits {
  std::size_t depth = 32;    // parts inside one another
  std::size_t parts = 1000;  // of a mail
};

// `mail` outlives the part. Throws Error with `where` beyond the limits.
MimePart parse_mime(std::string_view mail, const std::string& where, const MimeLimits& limits = {});

}  // namespace newsgraph
