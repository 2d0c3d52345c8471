// Reads inputs of every kind: files, folders, standard input; articles as Document, rows of relation tables
// as RelationRow; graphs and claims are recognised and handed on unread.
//
// Everything streams: at no time is more held than one article, record or row (Limits::document_bytes),
// beside 18 to 38 bytes for each document, by which duplicates are found, and about 100 for one with a date
// and an id or address of its own, by which older copies of it are.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "documents/document.h"
#include "documents/input_kind.h"
#include "documents/relation_row.h"
#include "support/limits.h"
#include "support/source.h"

namespace newsgraph {

struct ReadOptions {
  std::string from;                            // name of a kind (registry.h), or empty: by name and content
  std::map<std::string, std::string> columns;  // field ("text", "source", …) to the column or key that has it
  Limits limits;
  bool sort_inputs = false;  // by path, so that the order of the arguments does not matter
  bool explain = false;      // documents say what was left out of them and changed
  // Whether a word or a name is known, as it is written: what was broken at the end of a line is joined by
  // it.
  std::function<bool(std::string_view)> known_word;
  std::atomic<std::uint64_t>* raw_bytes = nullptr;  // counts the bytes read from the disk, for Progress
};

// An input, or a part of one, that could not be used.
struct SkippedInput {
  std::string where;     // "news/a.pdf", "dump.csv:17"
  std::string reason;    // "PDF: convert it to text first, for example with pdftotext"
  std::size_t more = 0;  // so many further ones of this file were not listed
};

struct ReadReport {
  std::uint64_t inputs = 0;      // files that were opened
  std::uint64_t documents = 0;   // handed to on_document
  std::uint64_t duplicates = 0;  // documents whose text had been read already; not handed on
  std::uint64_t older = 0;       // copies of an article that are not handed on, for a newer one was
  std::uint64_t outdated = 0;    // copies that were handed on before a newer one, which replaces them
  std::uint64_t known = 0;       // of the documents: those that PipelineTools::known() knows
  std::uint64_t relation_rows = 0;
  std::uint64_t handed_on = 0;                  // graphs and claims
  std::uint64_t bytes = 0;                      // of text and rows handed on
  std::uint64_t repaired = 0;                   // broken UTF-8 sequences that became U+FFFD
  std::uint64_t non_values = 0;                 // NaN, Infinity … in JSON, read as nothing
  std::uint64_t unread_dates = 0;               // dates that were there but could not be read with certainty
  std::uint64_t hidden = 0;                     // hidden files and folders inside folders, not read
  std::map<std::string, std::uint64_t> mended;  // what was repaired in texts and names, by kind
  std::map<std::string, std::uint64_t>
      left_out;  // parts of web archives and mails that are no articles, by kind
  std::map<std::string, std::uint64_t> ignored;  // files inside folders of no known kind, by extension
  std::vector<SkippedInput> skipped;             // exit code 1 where there is any
  std::vector<std::string> warnings;             // "table.csv: column 'price' is not used"
  // Of claims that were read, those that the schema does not have, and how many claims each.
  std::map<std::string, std::uint64_t> unknown_relations;
  std::uint64_t unsure = 0;  // claims that were left out, ClaimExtractor::unsure()

  // Whether there was anything in the inputs that could be used.
  bool anything() const { return documents + duplicates + older + relation_rows + handed_on != 0; }
};

// A graph or a file of claims, open at its beginning and decompressed.
struct OtherInput {
  InputKind kind;
  std::string name;  // for messages
  Input& input;
};

// Called in the order of the input, all in the calling thread. What they throw ends the reading, but for
// on_other: an Error that it throws makes that input a skipped one. A callback that is missing makes inputs
// of its kind skipped.
struct ReadHandlers {
  std::function<void(Document&&)> on_document;
  std::function<void(const RelationRow&)> on_relation;
  std::function<void(OtherInput)> on_other;
};

// Reads them all: paths of files and folders, or "-" for standard input. Throws UsageError where options.from
// is no known kind; whatever is wrong with an input is in the report.
ReadReport read_inputs(const std::vector<std::string>& inputs, const ReadOptions& options,
                       const ReadHandlers& handlers);

}  // namespace newsgraph
