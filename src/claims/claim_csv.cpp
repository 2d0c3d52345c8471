#include "claims/claim_csv.h"

#include <array>
#include <charconv>

namespace newsgraph {
namespace {

// A table with these columns is read again as a table of relations.
constexpr std::string_view kHeader =
    "source,relation,target,status,scope,confidence,date,title,url,document,source_type,target_type,"
    "source_text,target_text,speaker,trigger,rule,evidence,id\r\n";

std::string number(double value) {
  std::array<char, 32> buffer;
  const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return {buffer.data(), result.ptr};
}

bool looks_like_formula(std::string_view text) {
  if (text.empty()) return false;
  return std::string_view("=+-@").find(text.front()) != std::string_view::npos ||
         static_cast<unsigned char>(text.front()) < ' ';
}

}  // namespace

std::string claim_csv_header() {
  return std::string(kHeader);
}

std::string csv_cell(std::string_view text) {
  std::string cell = looks_like_formula(text) ? "'" : "";
  cell += text;
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char c : cell) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + '"';
}

std::string claim_to_csv(const Claim& claim) {
  const std::array<std::string, 19> cells{claim.subject.name,
                                          claim.relation,
                                          claim.object.name,
                                          to_string(claim.status),
                                          claim.scope,
                                          number(claim.confidence),
                                          claim.document.date,
                                          claim.document.title,
                                          claim.document.url,
                                          claim.document.id,
                                          claim.subject.type,
                                          claim.object.type,
                                          claim.subject.text,
                                          claim.object.text,
                                          claim.speaker ? claim.speaker->name : "",
                                          claim.trigger ? claim.trigger->text : "",
                                          claim.rule,
                                          claim.evidence.text,
                                          claim.id};
  std::string line;
  for (const std::string& cell : cells) line += (&cell == &cells.front() ? "" : ",") + csv_cell(cell);
  return line + "\r\n";
}

}  // namespace newsgraph
