#include "documents/read_context.h"

#include <utility>

#include "documents/date.h"
#include "documents/dateline_date.h"
#include "support/error.h"
#include "support/hash.h"

namespace newsgraph {
namespace {

constexpr std::size_t kMostListed = 20;

template <typename Handler, typename... Values>
void call(const Handler& handler, Values&&... values) {
  try {
    handler(std::forward<Values>(values)...);
  } catch (...) {
    throw HandlerFailed{std::current_exception()};
  }
}

std::string content_id(std::uint64_t content) {
  return "d-" + hex(content);
}

bool is_iso_day(std::string_view date) {
  return date.size() == 10 && date[4] == '-' && date[7] == '-';
}

}  // namespace

std::string ReadContext::date_of(std::string_view written) {
  std::string date = normalize_date(written);
  if (date.empty() && written.find_first_not_of(" \t\r\n") != std::string_view::npos) ++report_.unread_dates;
  return date;
}

// Two articles with one id would be one in the graph: the later one is told apart by its content.
std::string ReadContext::unique_id(std::string id, std::uint64_t content, const std::string& where) {
  if (id.empty()) id = content_id(content);
  if (ids_.insert(hash64(id))) return id;
  std::string other = id + "-" + hex(content).substr(0, 8);
  warn_of_clash(where + ": another document has the id '" + id + "'; this one is '" + other + "'");
  ids_.insert(hash64(other));
  return other;
}

// A dump may have one id throughout: what is kept of it must not grow with its length.
void ReadContext::warn_of_clash(const std::string& warning) {
  if (++clashes_ <= kMostListed) return warn(warning);
  if (clashes_ == kMostListed + 1) {
    last_clash_ = report_.warnings.size();
    warn("");
  }
  report_.warnings[last_clash_] =
      "further documents that have the id of another, told apart in the same way: " +
      std::to_string(clashes_ - kMostListed);
}

void ReadContext::add_article(Article article) {
  Document document;
  document.title = clean_line(article.title);
  document.text = document.title;
  std::string body = clean_text(article.body);
  const bool has_body = body.find_first_not_of(" \n\t") != std::string::npos;
  if (!has_body && document.title.empty()) return skip(article.where, article.where, "has no text");
  if (has_body && !document.title.empty()) document.text += "\n\n";
  document.body = document.text.size();
  if (has_body) document.text += body;

  const std::uint64_t content = hash64(document.text);
  if (!contents_.insert(content)) {
    ++report_.duplicates;
    return;
  }
  document.id = unique_id(clean_line(article.id), content, article.where);
  document.date = date_of(article.date);
  if (document.date.empty()) document.date = date_of_dateline(body);
  document.url = clean_line(article.url);
  document.author = clean_line(article.author);
  document.source = std::move(article.where);
  ++report_.documents;
  report_.bytes += document.text.size();
  call(handlers_.on_document, std::move(document));
}

void ReadContext::add_relation(RelationRow row) {
  if (!is_iso_day(row.date) && !row.date.empty()) {
    row_date_ = date_of(row.date);
    row.date = row_date_;
  }
  ++report_.relation_rows;
  report_.bytes += row.source.size() + row.relation.size() + row.target.size() + row.evidence.size();
  call(handlers_.on_relation, row);
}

void ReadContext::add_other(InputKind kind, Input& input) {
  handlers_.on_other({kind, input.name(), input});
  ++report_.handed_on;
}

void ReadContext::skip(const std::string& file, const std::string& where, const std::string& reason) {
  std::size_t& listed = skipped_[file];
  if (listed++ < kMostListed) {
    report_.skipped.push_back({where, reason});
    return;
  }
  for (auto last = report_.skipped.rbegin(); last != report_.skipped.rend(); ++last) {
    if (!last->where.starts_with(file)) continue;
    ++last->more;
    return;
  }
}

}  // namespace newsgraph
