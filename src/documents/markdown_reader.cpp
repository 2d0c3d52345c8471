// Markdown: one article a file, its metadata in front matter or in lines at the top.
#include <string>
#include <string_view>

#include "documents/lines.h"
#include "documents/markdown_text.h"
#include "documents/metadata_lines.h"
#include "documents/readers.h"

namespace newsgraph {
namespace {

// Front matter: "---" or "+++", lines "key: value" or "key = value", the same mark again. Deeper YAML or TOML
// is passed over.
void take_front_matter(std::string_view& text, Article& article) {
  std::string_view rest = text;
  const std::string_view mark = trimmed(take_line(rest));
  if (mark != "---" && mark != "+++") return;
  Article found = article;
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    if (trimmed(line) == mark) {
      article = std::move(found);
      text = rest;
      return;
    }
    std::string copy(line);
    if (const auto equals = copy.find('='); mark == "+++" && equals != std::string::npos) copy[equals] = ':';
    std::string_view key;
    std::string_view value;
    if (!line.starts_with(' ') && split_metadata(copy, key, value)) set_metadata(found, key, value);
  }
}

// "# Title", or a line that "===" underlines.
void take_heading(std::string_view& text, Article& article) {
  std::string_view rest = text;
  const std::string_view line = trimmed(take_line(rest));
  std::string_view after = rest;
  const std::string_view below = trimmed(take_line(after));
  const bool underlined =
      !line.empty() && below.size() >= 3 && below.find_first_not_of('=') == std::string_view::npos;
  if (!line.starts_with("# ") && !underlined) return;
  const std::string title = markdown_inline(trimmed(line.substr(underlined ? 0 : 2)));
  if (article.title.empty()) article.title = title;
  if (article.title == title) text = underlined ? after : rest;
}

}  // namespace

void read_markdown(Input& input, ReadContext& context) {
  const std::string all = input.read_all(context.limits().document_bytes);
  std::string_view text = all;
  Article article;
  article.where = input.name();
  take_front_matter(text, article);
  skip_blank_lines(text);
  take_metadata(text, article);
  take_heading(text, article);
  skip_blank_lines(text);
  take_metadata(text, article);
  article.body = markdown_text(text);
  context.add_article(std::move(article));
}

bool looks_like_markdown(std::string_view start) {
  return start.starts_with("# ") || start.starts_with("---\n") || start.starts_with("---\r\n");
}

}  // namespace newsgraph
