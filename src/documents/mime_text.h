// The encodings of mail: RFC 2045 (base64, quoted-printable), RFC 2047 (words in headers), RFC 3676 (flowed).
#pragma once

#include <string>
#include <string_view>

namespace newsgraph {

// What is no base64 is passed over.
std::string decode_base64(std::string_view text);
// A "=" that starts nothing stays.
std::string decode_quoted_printable(std::string_view text);

// A header's value as UTF-8: "=?utf-8?Q?Caf=C3=A9?=" is "Café".
std::string decode_header(std::string_view value);

// Lines that end with a blank go on with the next one; of format=flowed only.
std::string unflow(std::string_view text, bool delete_blank);

}  // namespace newsgraph
