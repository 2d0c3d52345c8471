// What a file says itself of its encoding.
#pragma once

#include <string>
#include <string_view>

namespace newsgraph {

// Of the declaration <?xml … encoding="…"?>; empty where there is none.
std::string xml_charset(std::string_view bytes);

// The charset that a page declares in its first kilobytes: of <meta>, else of its XML declaration; empty
// where it does not. After the WHATWG HTML Standard, "prescan a byte stream to determine its encoding",
// simplified.
std::string html_charset(std::string_view bytes);

}  // namespace newsgraph
