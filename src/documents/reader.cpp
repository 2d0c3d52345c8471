#include "documents/reader.h"

#include <optional>
#include <utility>

#include "documents/binary.h"
#include "documents/fields.h"
#include "documents/input_list.h"
#include "documents/read_context.h"
#include "documents/readers.h"
#include "documents/registry.h"
#include "support/encoding.h"
#include "support/error.h"
#include "support/input_file.h"
#include "support/json_surrogates.h"
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
         kind == InputKind::kJgf || kind == InputKind::kCytoscape || kind == InputKind::kGraphology;
}
bool is_xml(InputKind kind) {
  return kind == InputKind::kGraphml || kind == InputKind::kGexf;
}

// The kind that --from names; "json" stands for all kinds of JSON, which the content tells apart.
const ReaderRow& row_of(const std::string& from, const std::string& path, std::string_view start) {
  if (from.empty()) return recognise(path, start);
  const ReaderRow& named = *find_reader(from);
  return is_json(named.kind) ? recognise("." + std::string(named.name), start) : named;
}

// XML parsers decode for themselves, and pages say in their own way how they are encoded.
void decode(Input& input, InputKind kind, Encoding encoding, ReadContext& context) {
  if (is_xml(kind) || (kind == InputKind::kHtml && !is_utf16(encoding))) return;
  std::uint64_t& repaired = context.report().repaired;
  input.filter([&](std::unique_ptr<Source> rest) {
    rest = decode_stream(std::move(rest), encoding, repaired);
    return holds_json(kind) ? mend_surrogates(std::move(rest), repaired) : std::move(rest);
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
  read_input(*input, path == "-" ? "" : path, context);
}

// What was wrong, with the remedy, as the reason of a skipped input.
std::string reason_of(const Error& error) {
  return error.what() + (error.remedy().empty() ? std::string() : ". " + error.remedy());
}

}  // namespace

void read_input(Input& input, const std::string& path, ReadContext& context) {
  const std::string_view bytes = input.peek(kSniffBytes).substr(0, kSniffBytes);
  if (bytes.empty()) throw Error("is empty", input.name());
  const Encoding encoding = guess_encoding(bytes);
  const std::string binary = is_utf16(encoding) ? "" : binary_reason(bytes);
  if (!binary.empty()) throw Error(binary, input.name());
  const ReaderRow& row = row_of(context.options().from, path, decode_text(bytes, encoding).text);
  if (!wanted(row, context.handlers())) {
    throw Error("is of a kind that is not asked for here: " + std::string(row.description), input.name());
  }
  decode(input, row.kind, encoding, context);
  if (row.read) {
    row.read(input, context);
  } else {
    context.add_other(row.kind, input);
  }
}

ReadReport read_inputs(const std::vector<std::string>& inputs, const ReadOptions& options,
                       const ReadHandlers& handlers) {
  if (!options.from.empty() && !find_reader(options.from)) {
    throw UsageError("'" + options.from + "' is no kind of input", "--from",
                     "`newsgraph formats` lists them.");
  }
  check_mapping(options.columns);
  ReadReport report;
  ReadContext context(options, handlers, report);
  for (const InputPath& input : list_inputs(inputs, options, report)) {
    try {
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
