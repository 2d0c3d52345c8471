// The table of everything that can be read. `newsgraph formats`, sniffing and the tests iterate it; a reader
// is one row here and one file beside it.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "documents/input_kind.h"
#include "support/source.h"

namespace newsgraph {

class ReadContext;

struct ReaderRow {
  InputKind kind;
  std::string_view name;         // for --from: "html"
  std::string_view extensions;   // ".html .htm", separated by blanks; empty: told by content alone
  std::string_view description;  // for `newsgraph formats`
  // Whether `start`, the first kilobytes as UTF-8 without byte order mark, is of this kind.
  bool (*recognises)(std::string_view start);
  // Reads it; null for kinds that are handed on.
  void (*read)(Input& input, ReadContext& context);
};

// In the order in which content is tried: from the most to the least particular.
std::span<const ReaderRow> readers();

// Null where there is none.
const ReaderRow* find_reader(std::string_view name);
const ReaderRow* find_reader(InputKind kind);

// Bytes that recognise() wants to see.
inline constexpr std::size_t kSniffBytes = std::size_t{64} << 10;

// What `start`, the first kilobytes as they are, holds where that is an archive, a web archive, mail or
// another container of documents; null where it is none of them.
const ReaderRow* recognise_container(const std::string& path, std::string_view start);

// What the input is: its name's kind where the content does not contradict it, else what the content looks
// like. `path` may be empty. Throws Error with the reason where it is nothing that can be read.
const ReaderRow& recognise(const std::string& path, std::string_view start);

// Whether a file inside a folder is read, by its name alone ("a.html.gz").
bool known_extension(const std::string& path);

}  // namespace newsgraph
