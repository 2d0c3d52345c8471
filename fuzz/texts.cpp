// Parts of reading that other targets reach rarely: dates, encodings, what pages say of their article.
#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "documents/broken_lines.h"
#include "documents/date.h"
#include "documents/html_json_ld.h"
#include "documents/text_mending.h"
#include "other_targets.h"
#include "support/decompress.h"
#include "support/encoding.h"
#include "support/json_words.h"
#include "support/source.h"
#include "support/utf8.h"
#include "targets.h"

namespace newsgraph::fuzz {
namespace {

void check_date(const std::string& date) {
  if (date.empty()) return;
  require(date.size() == 4 || date.size() == 7 || date.size() == 10, "a date is a year, a month or a day");
  require(normalize_date(date) == date, "a date is read as it was written");
}

// Until the next line end, which is taken away.
std::string_view next_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

}  // namespace

void run_dates(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::string line(next_line(bytes));
    for (const DateOrder order : {DateOrder::kUnknown, DateOrder::kDayFirst, DateOrder::kMonthFirst})
      check_date(normalize_date(line, order));
    if (is_ambiguous_date(line)) require(normalize_date(line).empty(), "two readings are no date");
    if (is_only_date(line)) check_date(normalize_date(line));
    shown_order(line);
    check_date(date_of_url(line));
    check_date(date_of_serial(line));
    std::string repaired = line;
    utf8::repair(repaired);
    check_date(date_of_dateline(repaired));
  }
}

// The first line names the charset.
void run_decoding(std::string_view bytes) {
  const std::string charset(next_line(bytes));
  std::string text = decode_text(bytes, charset).text;
  require(utf8::valid(text), "what was decoded is UTF-8");
  require(utf8::valid(decode_text(bytes).text), "and without a charset");
  unescape(text);
  require(utf8::valid(text), "without escapes it is UTF-8");
  mend_mojibake(text);
  require(utf8::valid(text), "mended it is UTF-8");
  join_hyphens(text, {});
  drop_invisible(text);
  require(utf8::valid(text), "joined it is UTF-8");
}

// JSON as it stands in a script of a page.
void run_page_data(std::string_view bytes) {
  const std::string json = decode_text(bytes).text;
  const PageData data = page_data({json}, "https://a.example/1", "A title");
  require(data.body.size() <= json.size() * 4 + 100, "a text does not outgrow its page");
  const std::string mended = mended_json(json);
  // Unless it holds what looks like the wrapper that a page may have put around it.
  const bool wrapped = mended.find("CDATA[") != std::string::npos;
  require(wrapped || mended_json(mended) == mended, "mended JSON stays as it is");
  without_non_values(json);
}

// What comes of it does not depend on how it is asked for.
void run_brotli(std::string_view bytes) {
  constexpr std::size_t kLimit = std::size_t{1} << 20;
  const auto decompressed = [&] { return decompress_brotli(std::make_unique<MemorySource>(bytes), "body"); };
  const std::string whole = Input("body", decompressed()).read_all(kLimit);
  std::string pieces;
  const auto source = decompressed();
  char piece[100];
  for (std::size_t taken; (taken = source->read(piece, sizeof piece)) > 0;) pieces.append(piece, taken);
  require(pieces == whole, "pieces make the whole");
}

}  // namespace newsgraph::fuzz
