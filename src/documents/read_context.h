// What a reader hands its articles and rows to: the rules that are the same for every kind.
#pragma once

#include <array>
#include <cstdint>
#include <exception>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "documents/copies.h"
#include "documents/date_column.h"
#include "documents/reader.h"
#include "support/hash_set.h"

namespace newsgraph {

class Error;

// An article as a reader found it: valid UTF-8, otherwise as it is in the input.
struct Article {
  std::string id;
  std::string title;
  std::string date;
  std::string url;
  std::string author;
  std::string body;  // without the title
  std::string where;
  std::string fallback_date = {};  // of the container, where neither the article nor its dateline has one
  std::string modified = {};       // when it was last changed
  std::vector<LeftOut> left_out = {};
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
  // The kind that the user says inputs are; empty where they tell themselves. Of an archive's files what was
  // not said of the archive.
  const std::string& from() const;
  const Limits& limits() const { return options_.limits; }
  const ReadHandlers& handlers() const { return handlers_; }
  ReadReport& report() { return report_; }

  // Forgets what the input before showed of its dates and keys.
  void start_input();
  // Warns of keys of its records that were never used.
  void end_input();
  // A record of this input has the key, and whether it is used; the input is the one that was started last.
  void note_key(const std::string& file, std::string_view key, bool used);
  // Of the input that is read: its column of dates, or the key that records have them under.
  DateColumn& dates() { return dates_; }

  // What is read from now on comes from this file; `within` is its path from the input on.
  void begin_file(const std::string& path, const std::string& within) {
    path_ = path;
    within_ = path == "-" ? "" : within;
  }
  // Cleans the text, dates it, gives it an id, and hands it on, unless the same text was read before.
  void add_article(Article article);
  // Hands the row on; its date in any form.
  void add_relation(RelationRow row);
  void add_other(InputKind kind, Input& input);

  // Names a part that could not be used; of one file the first twenty are listed, the others counted.
  void skip(const std::string& file, const std::string& where, const std::string& reason);
  // Counts a part of a container that is no article and no fault: "request records".
  void leave_out(const std::string& what) { ++report_.left_out[what]; }

  // Containers inside one another.
  static constexpr std::size_t kMostNested = 4;
  // Reads an input that was found inside another one, `file`; what is wrong with it is named and skipped.
  // `path` is what its name tells. Throws Error where the input lies too deep.
  void read_nested(Input& input, const std::string& path, const std::string& file);
  // Counts bytes that were decompressed inside the input; throws Error beyond the limit of one input, so that
  // archives within archives cannot pass it.
  void charge(std::uint64_t bytes, const std::string& where);
  bool exhausted() const { return charged_ > limits().input_bytes; }
  // Before each input that the user named: what those before it held counts no more.
  void reset_charge() { charged_ = 0; }
  void warn(const std::string& warning) { report_.warnings.push_back(warning); }

 private:
  std::string field(std::string text);
  std::string mended(std::string_view text, std::vector<std::string>* notes);
  std::string_view mended_cell(std::string_view text, std::string& room);
  static void explain(Article& article, bool of_container, Document& document);
  std::string date_of(std::string_view written, const std::string& where);
  void warn_of_date(std::string_view written, const std::string& where);
  std::string within(const std::string& where) const;
  std::string unique_id(std::string id, std::uint64_t content, const std::string& where);
  bool is_outdated(const std::string& own_id, std::uint64_t content, Document& document);
  void warn_of_clash(const std::string& warning);

  const ReadOptions& options_;
  const ReadHandlers& handlers_;
  ReadReport& report_;
  HashSet contents_;  // of texts
  HashSet ids_;       // of ids
  Copies copies_;
  std::uint64_t clashes_ = 0;                   // documents with the id of another
  std::size_t last_clash_ = 0;                  // the warning that counts those that are not listed
  std::map<std::string, std::size_t> skipped_;  // by file: entries in the report
  DateColumn dates_;
  std::string keys_file_;
  std::map<std::string, bool, std::less<>> keys_;  // of records: whether a field was found under them
  std::string row_date_;
  std::string row_within_;
  std::array<std::string, 4> row_texts_;  // that were mended
  std::size_t nested_ = 0;
  std::uint64_t charged_ = 0;
  std::string path_;
  std::string within_;
};

// What was wrong, with the remedy, as the reason of a skipped input.
std::string reason_of(const Error& error);

// Line ends become "\n"; control characters other than tabs go.
std::string clean_text(std::string_view text);
// The same on one line, without blanks at its ends.
std::string clean_line(std::string_view text);

}  // namespace newsgraph
