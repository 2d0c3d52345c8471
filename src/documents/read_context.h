// What a reader hands its articles and rows to: the rules that are the same for every kind.
#pragma once

#include <cstdint>
#include <exception>
#include <map>
#include <string>
#include <string_view>

#include "documents/reader.h"
#include "support/hash_set.h"

namespace newsgraph {

// An article as a reader found it: valid UTF-8, otherwise as it is in the input.
struct Article {
  std::string id;
  std::string title;
  std::string date;
  std::string url;
  std::string author;
  std::string body;  // without the title
  std::string where;
};

// What a handler threw. No Error, so that nobody takes it for a fault of the input.
struct HandlerFailed {
  std::exception_ptr cause;
};

class ReadContext {
 public:
  ReadContext(const ReadOptions& options, const ReadHandlers& handlers, ReadReport& report)
      : options_(options), handlers_(handlers), report_(report) {}

  const ReadOptions& options() const { return options_; }
  const Limits& limits() const { return options_.limits; }
  const ReadHandlers& handlers() const { return handlers_; }
  ReadReport& report() { return report_; }

  // Cleans the text, dates it, gives it an id, and hands it on, unless the same text was read before.
  void add_article(Article article);
  // Hands the row on; its date in any form.
  void add_relation(RelationRow row);
  void add_other(InputKind kind, Input& input);

  // Names a part that could not be used; of one file the first twenty are listed, the others counted.
  void skip(const std::string& file, const std::string& where, const std::string& reason);
  void warn(const std::string& warning) { report_.warnings.push_back(warning); }

 private:
  std::string date_of(std::string_view written);
  std::string unique_id(std::string id, std::uint64_t content, const std::string& where);
  void warn_of_clash(const std::string& warning);

  const ReadOptions& options_;
  const ReadHandlers& handlers_;
  ReadReport& report_;
  HashSet contents_;                            // of texts
  HashSet ids_;                                 // of ids
  std::uint64_t clashes_ = 0;                   // documents with the id of another
  std::size_t last_clash_ = 0;                  // the warning that counts those that are not listed
  std::map<std::string, std::size_t> skipped_;  // by file: entries in the report
  std::string row_date_;
};

// Line ends become "\n"; control characters other than tabs go.
std::string clean_text(std::string_view text);
// The same on one line, without blanks at its ends.
std::string clean_line(std::string_view text);

}  // namespace newsgraph
