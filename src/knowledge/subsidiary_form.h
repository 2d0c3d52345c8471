// Legal forms that say in which country a company is, and so which of a group's companies is meant.
#pragma once

#include <string_view>

namespace newsgraph {

// Whether a name ends in a form that groups use for their companies abroad: "Microsoft GmbH", "Vega Pty".
// Such a company is not its parent, as "Microsoft Corp." is Microsoft.
bool has_subsidiary_form(std::string_view name);

}  // namespace newsgraph
