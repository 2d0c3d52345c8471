// For complaints about mistyped words: what did_you_mean() says of them.
#pragma once

#include <string>
#include <string_view>

namespace newsgraph {

std::string nearest_status(std::string_view status, std::string_view end = {});
std::string nearest_type(std::string_view type, std::string_view end = {});

}  // namespace newsgraph
