// JSON Lines: one record a line; a line that is no JSON is named, the others are read.
#include <string>

#include "documents/json_dates.h"
#include "documents/json_record.h"
#include "documents/lines.h"
#include "documents/readers.h"
#include "support/error.h"
#include "support/json.h"

namespace newsgraph {

void read_jsonl(Input& input, ReadContext& context) {
  learn_json_dates(input.peek(kAheadForDates), context.options().columns, context.dates());
  const Limits& limits = context.limits();
  Limits unlimited_depth = limits;  // looked at before
  unlimited_depth.json_depth = limits.document_bytes;
  Input::Line line;
  for (std::size_t number = 1; input.read_line(line, limits.document_bytes); ++number) {
    const std::string where = input.name() + ":" + std::to_string(number);
    if (line.overlong) {
      context.skip(input.name(), where,
                   "a line of more than " + format_size(limits.document_bytes) +
                       ". Raise the limit with --max-document-size.");
    } else if (json_deeper_than(line.text, limits.json_depth)) {
      context.skip(input.name(), where,
                   "JSON nested deeper than " + std::to_string(limits.json_depth) +
                       " levels. Raise the limit with --max-depth.");
    } else if (!trimmed(line.text).empty()) {
      try {
        add_record(parse_json(line.text, where, unlimited_depth), input.name(), number, context);
      } catch (const Error& error) {
        context.skip(input.name(), where, error.what());
      }
    }
  }
}

}  // namespace newsgraph
