// Plain text: one article a file.
#include <string>
#include <string_view>

#include "documents/lines.h"
#include "documents/metadata_lines.h"
#include "documents/readers.h"

namespace newsgraph {
namespace {

constexpr std::size_t kLongestTitle = 250;  // bytes; a longer first line is a paragraph

bool starts_with_blank_line(std::string_view text) {
  return trimmed(take_line(text)).empty();
}

bool starts_with_metadata(std::string_view text) {
  Article ignored;
  const std::size_t size = text.size();
  take_metadata(text, ignored);
  return text.size() < size;
}

// The first line is the title where a blank line or lines of metadata follow it, and text follows them.
void take_title(std::string_view& text, Article& article) {
  if (!article.title.empty()) return;
  std::string_view rest = text;
  const std::string_view title = trimmed(take_line(rest));
  if (title.empty() || title.size() > kLongestTitle) return;
  const bool set_off = starts_with_blank_line(rest) || starts_with_metadata(rest);
  skip_blank_lines(rest);
  if (!set_off || rest.empty()) return;
  article.title = title;
  text = rest;
}

}  // namespace

void read_text(Input& input, ReadContext& context) {
  const std::string all = input.read_all(context.limits().document_bytes);
  std::string_view text = all;
  Article article;
  article.where = input.name();
  skip_blank_lines(text);
  take_metadata(text, article);
  take_title(text, article);
  take_metadata(text, article);  // also between title and text
  const auto end = text.find_last_not_of(" \t\r\n");
  article.body = text.substr(0, end == std::string_view::npos ? 0 : end + 1);
  context.add_article(std::move(article));
}

bool looks_like_text(std::string_view start) {
  return !trimmed(start).empty();
}

}  // namespace newsgraph
