#include "documents/reader.h"

#include <algorithm>
#include <exception>
#include <utility>

#include "documents/binary.h"
#include "documents/declared_charset.h"
#include "documents/fields.h"
#include "documents/input_list.h"
#include "documents/line_ends.h"
#include "documents/read_context.h"
#include "documents/readers.h"
#include "documents/registry.h"
#include "support/encoding.h"
#include "support/error.h"
#include "support/input_file.h"
#include "support/json_surrogates.h"
#include "support/json_words.h"
#include "support/nearest_word.h"
#include "support/output.h"

namespace newsgraph {
namespace {

bool is_utf16(Encoding encoding) {
  return encoding == Encoding::kUtf16Le || encoding == Encoding::kUtf16Be;
}
bool is_json(InputKind kind) {
  return kind == InputKind::kJson || kind == InputKind::kJsonl;
}
// Of articles, claims or graphs.
bool holds_json(InputKind kind) {
  return is_json(kind) || kind == InputKind::kClaims || kind == InputKind::kNodeLink ||
         kind == InputKind::kJgf || kind == InputKind::kCytoscape || kind == InputKind::kGraphology ||
         kind == InputKind::kGraphLines;
}
bool is_xml(InputKind kind) {
  return kind == InputKind::kGraphml || kind == InputKind::kGexf || kind == InputKind::kFeed;
}
// Line by line: where lines end matters.
bool has_lines(InputKind kind) {
  return kind == InputKind::kText || kind == InputKind::kMarkdown || kind == InputKind::kTable ||
         kind == InputKind::kJsonl || kind == InputKind::kClaims || kind == InputKind::kClaimTable;
}

// The kind that --from names; "json" and "csv" stand for all kinds of JSON and tables, which the content
// tells apart.
const ReaderRow& row_of(const ReadContext& context, const std::string& path, std::string_view start) {
  const std::string& from = context.from();
  const auto recognised = [&]() -> const ReaderRow& {
    if (from.empty()) return recognise(path, start);
    const ReaderRow& named = *find_reader(from);
    const bool several = is_json(named.kind) || named.kind == InputKind::kTable;
    return several ? recognise("." + std::string(named.name), start) : named;
  };
  const ReaderRow& row = recognised();
  // Who maps columns has a table of his own, and whoever names the columns of a relation knows what the table
  // is.
  const auto& columns = context.options().columns;
  const bool own = (row.kind == InputKind::kClaimTable && !columns.empty()) ||
                   (row.kind == InputKind::kGraphTable && columns.contains("relation"));
  return own ? *find_reader(InputKind::kTable) : row;
}

// What the bytes are where they are no text, or text of several documents; null where they are text. An
// archive is opened whatever --from says: that is said of what is in it.
const ReaderRow* container_of(const std::string& from, const std::string& path, std::string_view bytes) {
  const ReaderRow* named = from.empty() ? nullptr : find_reader(from);
  if (named && named->kind != InputKind::kHtml && takes_bytes(named->kind)) return named;
  const ReaderRow* container = recognise_container(path, bytes);
  return !named || (container && container->kind == InputKind::kArchive) ? container : nullptr;
}

// A graph may be of gigabytes: it passes a decoder only where it needs one.
void decode_xml(Input& input, std::string_view start, Encoding guess, std::uint64_t& repaired) {
  const std::string charset = xml_charset(start);
  const std::string_view declared = declared_encoding(start, charset);
  if (declared.empty() && guess == Encoding::kUtf8) return;
  input.filter([&](std::unique_ptr<Source> rest) {
    return declared.empty() ? decode_stream(std::move(rest), guess, repaired)
                            : decode_stream(std::move(rest), declared, repaired);
  });
}

// Pages say in their own way how they are encoded.
void decode(Input& input, InputKind kind, std::string_view start, Encoding encoding, ReadContext& context) {
  std::uint64_t& repaired = context.report().repaired;
  if (is_xml(kind)) return decode_xml(input, start, encoding, repaired);
  if (kind == InputKind::kHtml && !is_utf16(encoding)) return;
  const bool old_mac = has_lines(kind) && ends_lines_with_cr(decode_text(start, encoding).text);
  input.filter([&](std::unique_ptr<Source> rest) {
    rest = decode_stream(std::move(rest), encoding, repaired);
    if (old_mac) rest = end_lines_with_lf(std::move(rest));
    if (!holds_json(kind)) return rest;
    return without_non_values(mend_surrogates(std::move(rest), repaired), context.report().non_values);
  });
}

bool wanted(const ReaderRow& row, const ReadHandlers& handlers) {
  return handed_on(row.kind) ? static_cast<bool>(handlers.on_other)
                             : handlers.on_document && handlers.on_relation;
}

void read_one(const std::string& path, ReadContext& context) {
  const ReadOptions& options = context.options();
  const std::unique_ptr<Input> input = open_input(path, options.limits, options.raw_bytes);
  ++context.report().inputs;
  context.reset_charge();
  read_input(*input, path == "-" ? "" : path, context);
}

}  // namespace

std::string reason_of(const Error& error) {
  return error.what() + (error.remedy().empty() ? std::string() : ". " + error.remedy());
}

void read_input(Input& input, const std::string& path, ReadContext& context) {
  context.start_input();
  const std::string bytes(input.peek(kSniffBytes).substr(0, kSniffBytes));
  if (bytes.empty()) throw Error("is empty", input.name());
  const auto check_wanted = [&](const ReaderRow& row) {
    if (wanted(row, context.handlers())) return;
    throw Error("is of a kind that is not asked for here: " + std::string(row.description), input.name());
  };
  if (const ReaderRow* container = container_of(context.from(), path, bytes)) {
    check_wanted(*container);
    return container->read(input, context);
  }
  const Encoding encoding = guess_encoding(bytes);
  const std::string binary = is_utf16(encoding) || looks_like_database(bytes) ? "" : binary_reason(bytes);
  if (!binary.empty()) throw Error(binary, input.name());
  std::string start = decode_text(bytes, encoding).text;
  if (ends_lines_with_cr(start)) std::replace(start.begin(), start.end(), '\r', '\n');
  const ReaderRow& row = row_of(context, path, start);
  check_wanted(row);
  decode(input, row.kind, bytes, encoding, context);
  if (row.read) {
    try {
      row.read(input, context);
    } catch (...) {
      context.end_input();
      throw;
    }
    context.end_input();
  } else {
    context.add_other(row.kind, input);
  }
}

namespace {

std::string nearest_kind(const std::string& name) {
  std::vector<std::string_view> names;
  for (const ReaderRow& row : readers()) names.push_back(row.name);
  return did_you_mean(name, names);
}

}  // namespace

ReadReport read_inputs(const std::vector<std::string>& inputs, const ReadOptions& options,
                       const ReadHandlers& handlers) {
  if (!options.from.empty() && !find_reader(options.from)) {
    throw UsageError("'" + options.from + "' is no kind of input", "--from",
                     "`newsgraph formats` lists them." + nearest_kind(options.from));
  }
  check_mapping(options.columns);
  ReadReport report;
  ReadContext context(options, handlers, report);
  for (const InputPath& input : list_inputs(inputs, options, report)) {
    try {
      context.begin_file(input.path, input.within);
      read_one(input.path, context);
    } catch (const HandlerFailed& failure) {
      std::rethrow_exception(failure.cause);
    } catch (const UsageError&) {
      throw;
    } catch (const ClosedPipe&) {
      throw;  // of an output that on_other writes to
    } catch (const Error& error) {
      const std::string where = error.where().empty() ? input.path : error.where();
      context.skip(input.path, where, reason_of(error));
    }
  }
  return report;
}

}  // namespace newsgraph
