// Statements of Cypher that make many rows out of one text each.
//
// A server parses and plans every literal of a statement, at milliseconds for each row of literals. A text is
// one literal, however many rows it has: the statement splits it, and the server plans it once for all
// batches.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "formats/text/escape.h"
#include "formats/text/text_buffer.h"
#include "support/sink.h"

namespace newsgraph {

// 'text', with what the Cypher manual names as escapes; one line each.
void append_cypher_string(TextBuffer& out, std::string_view text, LossCounts& counts);
// A name in backticks, so that it may hold anything.
void append_cypher_name(TextBuffer& out, std::string_view name, LossCounts& counts);

class CypherRows {
 public:
  CypherRows(TextBuffer& out, Sink& sink) : out_(out), sink_(sink) {}

  // What the statements of the following rows do with a row, which is the list `f` of texts; an empty field
  // is null.
  void begin(std::string action) { action_ = std::move(action); }

  // A row is as many fields as `action` reads, and its end.
  void text(std::string_view text, LossCounts& counts);
  template <typename Number>
  void number(Number value) {
    rows_text_ << value;
    end_field();
  }
  // An item of a list, which `split(f[i], kListSplit)` takes apart; end_field() ends it.
  void list_item(std::string_view text, bool first, LossCounts& counts);
  void end_field();
  void end_row();

  // Ends the statement, if there is one.
  void close();

 private:
  void append(std::string_view text, LossCounts& counts);

  TextBuffer& out_;
  Sink& sink_;
  TextBuffer rows_text_;  // of the statement that is being put together; fields end with kFieldEnd
  std::string action_;
  std::size_t rows_ = 0;
  bool has_tabs_ = false;  // in a text
};

// The second argument of Cypher's split() for a list.
constexpr std::string_view kListSplit = "'\\u001e'";

}  // namespace newsgraph
