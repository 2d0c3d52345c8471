#include "read_articles.h"

#include <zlib.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>

#include "documents/read_context.h"
#include "documents/readers.h"
#include "other_targets.h"
#include "support/encoding.h"
#include "support/input_file.h"
#include "support/utf8.h"
#include "targets.h"

namespace newsgraph::fuzz {
namespace {

bool clean(std::string_view text) {
  const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t'; };
  return utf8::valid(text) && std::none_of(text.begin(), text.end(), control);
}

void check_document(const Document& document) {
  require(!document.id.empty(), "a document has an id");
  require(!document.text.empty(), "a document has a text");
  require(clean(document.text), "a text is UTF-8 without control characters");
  require(clean(document.title) && clean(document.id) && clean(document.url), "so are the other fields");
  require(document.body <= document.text.size(), "the body lies in the text");
  require(document.text.starts_with(document.title), "the text starts with the title");
}

void check_relation(const RelationRow& row) {
  require(!row.source.empty() && !row.target.empty(), "a relation has two ends");
  require(!row.confidence || (*row.confidence >= 0 && *row.confidence <= 1), "confidence is from 0 to 1");
}

ReadHandlers checking_handlers() {
  ReadHandlers handlers;
  handlers.on_document = [](Document&& document) { check_document(document); };
  handlers.on_relation = check_relation;
  handlers.on_other = [](OtherInput) {};
  return handlers;
}

// Small, so that a few kilobytes of a bomb show whether the limit holds.
Limits small_limits() {
  Limits limits;
  limits.input_bytes = std::uint64_t{4} << 20;
  limits.document_bytes = std::size_t{1} << 20;
  return limits;
}

}  // namespace

void read_articles(const ReaderRow& row, std::string_view bytes) {
  const std::string text = takes_bytes(row.kind) ? std::string(bytes) : decode_text(bytes).text;
  Input input("input", std::make_unique<MemorySource>(text));
  ReadReport report;
  ReadOptions options;
  options.limits = small_limits();
  options.explain = true;
  const ReadHandlers handlers = checking_handlers();
  ReadContext context(options, handlers, report);
  row.read(input, context);
}

// The checksum of the header's place and the header's own: without them hardly a changed input gets beyond
// the first.
void run_seven_zip(std::string_view bytes) {
  constexpr std::size_t kPlace = 12;
  constexpr std::size_t kStart = 32;
  std::string archive = "7z\xBC\xAF\x27\x1C";
  if (bytes.size() < kStart) return;
  archive += bytes.substr(archive.size());
  const auto number = [&](std::size_t at) {
    std::uint64_t value = 0;
    std::memcpy(&value, archive.data() + at, sizeof value);
    return value;
  };
  const auto mend = [&](std::size_t at, std::size_t begin, std::size_t size) {
    const auto sum = static_cast<std::uint32_t>(
        crc32(0, reinterpret_cast<const Bytef*>(archive.data() + begin), static_cast<uInt>(size)));
    std::memcpy(archive.data() + at, &sum, sizeof sum);
  };
  const std::uint64_t begin = number(kPlace);
  const std::uint64_t size = number(kPlace + 8);
  const std::size_t behind = archive.size() - kStart;
  if (begin <= behind && size <= behind - begin)
    mend(kPlace + 16, kStart + static_cast<std::size_t>(begin), static_cast<std::size_t>(size));
  mend(kPlace - 4, kPlace, kStart - kPlace);
  read_articles(*find_reader(InputKind::kArchive), archive);
}

void run_input(std::string_view bytes) {
  ReadOptions options;
  options.limits = small_limits();
  const auto input = open_source(std::make_unique<MemorySource>(bytes), "input", options.limits);
  ReadReport report;
  const ReadHandlers handlers = checking_handlers();
  ReadContext context(options, handlers, report);
  read_input(*input, "", context);
}

}  // namespace newsgraph::fuzz
