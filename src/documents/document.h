// What the documents stage hands on: one article, as plain values.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace newsgraph {

// A part of the input that is not in the document's text.
struct LeftOut {
  std::string text;  // its beginning
  std::string why;   // "a menu", "an attachment of the kind image/png"
};

struct Document {
  std::string id;        // the id that the article brought, or one made from its content ("d-…")
  std::string title;     // empty where there is none
  std::string date;      // ISO 8601 ("2023-03-16"), or empty
  std::string url;       // empty where unknown
  std::string author;    // empty where unknown
  std::string text;      // valid UTF-8: title, blank line, body; offsets everywhere count its bytes
  std::size_t body = 0;  // byte at which the body starts: 0 without a title, else past the blank line
  std::string source;    // where it was read, for messages: "news/a.txt", "dump.csv:17"
  std::string file;      // the same from the input on: "a.txt" where the input was "news" or "news/a.txt"
  // Filled where ReadOptions::explain asks for it.
  std::vector<LeftOut> left_out;
  std::vector<std::string> notes;  // what was changed or stayed unclear: "the date '03/04/2023' is not clear"
  std::string modified;            // when it was last changed ("2023-03-17T10:15Z"), or empty
  std::string replaces;            // id of an older copy that was read before, maybe its own; or empty
};

}  // namespace newsgraph
