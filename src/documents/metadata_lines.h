// Lines such as "Title: …", "Date: …", "URL: …" at the top of a text.
#pragma once

#include <string_view>

#include "documents/read_context.h"

namespace newsgraph {

// Puts what `key` says into the article; false where the key means nothing here, so that "Note: …" stays
// text.
bool set_metadata(Article& article, std::string_view key, std::string_view value);

// Takes such lines and the blank lines behind them off the start of `text`.
void take_metadata(std::string_view& text, Article& article);

// "key: value" of one line, the value without quotes around it; false where the line is not of this form.
bool split_metadata(std::string_view line, std::string_view& key, std::string_view& value);

}  // namespace newsgraph
