#include "documents/read_context.h"

#include <algorithm>
#include <utility>

#include "documents/broken_lines.h"
#include "documents/date.h"
#include "documents/edition.h"
#include "documents/html_text.h"
#include "documents/readers.h"
#include "documents/registry.h"
#include "documents/text_mending.h"
#include "support/ascii.h"
#include "support/day.h"
#include "support/error.h"
#include "support/hash.h"
#include "support/output.h"
#include "support/utf8.h"

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

std::string other_id(const std::string& id, std::uint64_t content) {
  return id + "-" + hex(content).substr(0, 8);
}

constexpr const char* kJoined = "words that were broken at the end of a line";

// Whether it is markup that calls itself text: it has tags that close or break lines.
bool has_tags(std::string_view text) {
  if (text.find('<') == std::string_view::npos) return false;
  for (const std::string_view tag : {"</p>", "<br>", "<br/>", "<br />", "</div>", "</a>", "</b>", "</strong>",
                                     "</em>", "</i>", "</span>", "</li>", "</h2>"}) {
    if (text.find(tag) != std::string_view::npos) return true;
  }
  return false;
}

// "By Ann Lee".
std::string without_by(std::string author) {
  if (utf8::lower(author.substr(0, 3)) == "by ") author.erase(0, 3);
  return author;
}

}  // namespace

std::string ReadContext::date_of(std::string_view written, const std::string& where) {
  if (written.find_first_not_of(" \t\r\n") == std::string_view::npos) return {};
  dates_.learn(written);
  std::string date = dates_.read(written);
  if (date.empty()) warn_of_date(written, where);
  return date;
}

// Names the first ones; all are counted.
void ReadContext::warn_of_date(std::string_view written, const std::string& where) {
  constexpr std::size_t kLongest = 60;
  if (++report_.unread_dates > kMostListed) return;
  const std::string date(utf8::truncate(clean_line(written), kLongest));
  warn(where + ": the date '" + date + "' " +
       (is_ambiguous_date(written)
            ? "may begin with the day or the month, and no other of its input shows which; it is left empty"
            : "is not understood; it is left empty"));
}

void ReadContext::start_input() {
  dates_ = {};
  keys_.clear();
}

void ReadContext::note_key(const std::string& file, std::string_view key, bool used) {
  constexpr std::size_t kMostKeys = 1000;  // objects whose keys are values have any number
  const auto known = keys_.find(key);
  if (known != keys_.end()) {
    known->second |= used;
  } else if (keys_.size() < kMostKeys) {
    keys_file_ = file;
    keys_.emplace(key, used);
  }
}

void ReadContext::end_input() {
  std::string unused;
  std::size_t count = 0;
  for (const auto& [key, used] : keys_) {
    if (used || ++count > kMostListed) continue;
    constexpr std::size_t kLongest = 40;
    unused += (unused.empty() ? "" : ", ") + clean_line(utf8::truncate(key, kLongest));
  }
  if (count > kMostListed) unused += " and " + std::to_string(count - kMostListed) + " more";
  if (count > 0) warn(keys_file_ + ": fields that are not used: " + unused);
  keys_.clear();
}

// A place in the file that is read ("news/dump.csv:17") from the input on.
std::string ReadContext::within(const std::string& where) const {
  return where.starts_with(path_) ? within_ + where.substr(path_.size()) : within_;
}

// Two articles with one id would be one in the graph: the later one is told apart by its content.
std::string ReadContext::unique_id(std::string id, std::uint64_t content, const std::string& where) {
  if (id.empty()) id = content_id(content);
  if (ids_.insert(hash64(id))) return id;
  std::string other = other_id(id, content);
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

// Whether a later copy of the article was read before. Gives the document its id: that of an earlier copy,
// which it replaces, or one of its own.
bool ReadContext::is_outdated(const std::string& own_id, std::uint64_t content, Document& document) {
  const std::uint64_t key = Copies::key_of(own_id, document.url);
  const Edition edition = edition_of(document.date, document.modified);
  const Sketch sketch = key != 0 && edition.known() ? sketch_of(document.text) : Sketch{};
  const Copies::Copy* before = copies_.find(key);
  const bool copy = before != nullptr && edition.known() && are_alike(sketch, before->sketch);
  const int order = copy ? compare(edition, before->edition) : 0;
  if (order < 0) return true;
  if (order > 0 && own_id.empty()) document.replaces = content_id(before->content);
  if (order > 0 && !own_id.empty())
    document.replaces = before->other_id ? other_id(own_id, before->content) : own_id;
  const bool takes_id = order > 0 && !own_id.empty();
  document.id = takes_id ? document.replaces : unique_id(own_id, content, document.source);
  const bool changed_id = takes_id ? before->other_id : !own_id.empty() && document.id != own_id;
  // What an id was made of goes on to the copy that takes it.
  copies_.keep(key, {takes_id && changed_id ? before->content : content, edition, sketch, changed_id});
  return false;
}

// Says of what was written what did not become part of the document.
void ReadContext::explain(Article& article, bool of_container, Document& document) {
  document.left_out = std::move(article.left_out);
  for (LeftOut& part : document.left_out) {
    utf8::repair(part.text);
    utf8::repair(part.why);
    part.text = clean_line(part.text);
    part.why = clean_line(part.why);
  }
  if (!article.date.empty() && normalize_date(article.date).empty()) {
    document.notes.push_back("the date '" + clean_line(article.date) + "' is not understood with certainty");
  }
  if (normalize_date(article.date).empty() && !document.date.empty()) {
    document.notes.emplace_back(of_container
                                    ? "the date is the one of the file, web archive or mail that holds it"
                                    : "the date is the one of the dateline");
  }
}

// One line, valid UTF-8: headers of mails and web archives may be anything.
std::string ReadContext::field(std::string text) {
  report_.repaired += utf8::repair(text);
  return clean_line(text);
}

// Valid UTF-8 as it was meant to be: what programs on its way did to it taken back.
std::string ReadContext::mended(std::string_view text, std::vector<std::string>* notes) {
  const auto note = [&](std::size_t count, const char* what) {
    if (count == 0) return;
    report_.mended[what] += count;
    if (notes) notes->push_back(std::to_string(count) + " " + what);
  };
  std::string result(text);
  report_.repaired += utf8::repair(result);
  note(unescape(result), "characters that were written as in HTML");
  note(unescape_source(result), "characters that were written as in source code");
  note(mend_mojibake(result), "characters that had been saved in a wrong encoding");
  if (has_tags(result)) result = html_fragment_text(result);
  return result;
}

void ReadContext::add_article(Article article) {
  Document document;
  auto* notes = options_.explain ? &document.notes : nullptr;
  document.title = clean_line(mended(article.title, notes));
  drop_invisible(document.title);
  document.text = document.title;
  std::string body = clean_text(mended(article.body, notes));
  drop_invisible(body);
  if (const std::size_t joined = join_hyphens(body, options_.known_word); joined > 0) {
    report_.mended[kJoined] += joined;
    if (notes) notes->push_back(std::to_string(joined) + " " + kJoined);
  }
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
  article.date = field(std::move(article.date));
  document.date = date_of(article.date, article.where);
  document.url = field(std::move(article.url));
  if (document.date.empty()) document.date = date_of_dateline(body);
  if (document.date.empty()) document.date = date_of_url(document.url);
  const bool of_container = document.date.empty();
  if (of_container) document.date = normalize_date(article.fallback_date);
  document.modified = moment_of(clean_line(article.modified));
  if (options_.explain) explain(article, of_container, document);
  document.author = without_by(clean_line(mended(article.author, nullptr)));
  document.file = within(article.where);
  document.source = std::move(article.where);
  if (is_outdated(field(std::move(article.id)), content, document)) {
    ++report_.older;
    return;
  }
  report_.outdated += document.replaces.empty() ? 0 : 1;
  ++report_.documents;
  report_.bytes += document.text.size();
  call(handlers_.on_document, std::move(document));
}

// The text itself, or, where it had to be mended, what is in `room` then.
std::string_view ReadContext::mended_cell(std::string_view text, std::string& room) {
  const bool plain =
      std::all_of(text.begin(), text.end(), [](char c) { return is_ascii(c) && c != '&' && c != '#'; });
  if (plain) return text;
  room = mended(text, nullptr);
  return room.empty() ? text : std::string_view(room);
}

void ReadContext::add_relation(RelationRow row) {
  row.source = mended_cell(row.source, row_texts_[0]);
  row.target = mended_cell(row.target, row_texts_[1]);
  row.evidence = mended_cell(row.evidence, row_texts_[2]);
  row.title = mended_cell(row.title, row_texts_[3]);
  if (!is_day(row.date) && !row.date.empty()) {
    row_date_ = date_of(row.date, row.where());
    row.date = row_date_;
  }
  if (!within_.empty()) {
    row_within_.assign(within_).append(":").append(std::to_string(row.line));
    row.within = row_within_;
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

const std::string& ReadContext::from() const {
  static const std::string nothing;
  const ReaderRow* named = nested_ == 0 || options_.from.empty() ? nullptr : find_reader(options_.from);
  return named && named->kind >= InputKind::kWarc && takes_bytes(named->kind) ? nothing : options_.from;
}

void ReadContext::read_nested(Input& input, const std::string& path, const std::string& file) {
  if (nested_ == kMostNested) {
    throw Error("archives, web archives and mails lie more than " + std::to_string(kMostNested) +
                    " levels inside one another",
                input.name(), "Unpack it first.");
  }
  ++nested_;
  try {
    read_input(input, path, *this);
  } catch (const ClosedPipe&) {
    throw;  // of an output that on_other writes to
  } catch (const UsageError&) {
    throw;
  } catch (const Error& error) {
    skip(file, error.where().empty() ? input.name() : error.where(), reason_of(error));
  } catch (...) {
    --nested_;
    throw;
  }
  --nested_;
}

void ReadContext::charge(std::uint64_t bytes, const std::string& where) {
  charged_ += bytes;
  if (charged_ <= limits().input_bytes) return;
  throw Error("more than " + format_size(limits().input_bytes), where,
              "Raise the limit with --max-input-size.");
}

}  // namespace newsgraph
