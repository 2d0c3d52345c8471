// The names under which pages, XML files, mails and users know encodings.
#pragma once

#include <string>
#include <string_view>

namespace newsgraph {

// The name that iconv() has for it: "CP1251" for "x-cp1251", "windows-1251", "win1251". Names mean what
// browsers take them for (WHATWG Encoding Standard, 4.2): Latin-1 and ASCII are "WINDOWS-1252", GB2312 is
// "GB18030". "UTF-8" for UTF-16 as well, for whoever reads that name has read bytes that are none. Empty
// where nobody knows it: only what stands in this table ever reaches iconv().
std::string_view encoding_of_name(std::string_view name);

}  // namespace newsgraph
