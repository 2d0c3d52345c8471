// The user's browser.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsgraph::cli {

// The command lines to try, in order: those of BROWSER, which are divided by colons and may have "%s" where
// the path goes, then the desktop's own.
std::vector<std::vector<std::string>> browser_commands(std::string_view browser, const std::string& path);

// Runs the first of them that works, and waits for it; no shell is involved. False where none does.
bool open_in_browser(const std::string& path);

}  // namespace newsgraph::cli
