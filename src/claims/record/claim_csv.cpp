#include "claims/record/claim_csv.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

namespace newsgraph {
namespace {

using Json = nlohmann::ordered_json;

// A table with these columns is read again as what it is: documents/content_kinds.cpp.
constexpr std::string_view kHeader =
    "verdict,source,relation,target,status,scope,confidence,date,title,url,file,document,source_type,target_"
    "type,"
    "source_text,target_text,source_named,target_named,speaker,trigger,rule,evidence,id,details\r\n";

std::string number(double value) {
  std::array<char, 32> buffer;
  const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return {buffer.data(), result.ptr};
}

bool looks_like_formula(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');  // some spreadsheets pass over blanks
  if (first == std::string_view::npos) return false;
  return std::string_view("=+-@").find(text[first]) != std::string_view::npos ||
         static_cast<unsigned char>(text[first]) < ' ';
}

// With any number of apostrophes before it, so that taking one away gives back every text.
bool wants_guard(std::string_view text) {
  return looks_like_formula(text.substr(std::min(text.find_first_not_of('\''), text.size())));
}

Json place(const Extent& extent) {
  return Json::array({extent.begin, extent.end});
}

Json details_of(const Argument& argument) {
  Json json;
  if (!argument.entity.empty()) json["id"] = argument.entity;
  json["name"] = argument.name;  // the entity and the other names are those of this name
  json["place"] = place(argument.extent);
  if (!argument.aliases.empty()) json["aliases"] = argument.aliases;
  return json;
}

const char* to_text(bool value) {
  return value ? "true" : "false";
}

}  // namespace

std::string claim_details(const Claim& claim) {
  Json json;
  json["source"] = details_of(claim.subject);
  json["target"] = details_of(claim.object);
  if (claim.speaker) {
    json["speaker"] = details_of(*claim.speaker);
    json["speaker"]["type"] = claim.speaker->type;
    json["speaker"]["text"] = claim.speaker->text;
    json["speaker"]["named"] = claim.speaker->named;
  }
  if (claim.trigger) json["trigger"] = place(claim.trigger->extent);
  json["evidence"] = place(claim.evidence.extent);
  if (!claim.document.date.empty()) json["date"] = claim.document.date;
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string claim_csv_header() {
  return std::string(kHeader);
}

std::string csv_cell(std::string_view text) {
  std::string cell = wants_guard(text) ? "'" : "";
  cell += text;
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char c : cell) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + '"';
}

std::string_view without_guard(std::string_view cell) {
  if (cell.starts_with('\'') && wants_guard(cell)) cell.remove_prefix(1);
  return cell;
}

std::string claim_to_csv(const Claim& claim) {
  const std::array<std::string, 24> cells{claim.verdict,
                                          claim.subject.name,
                                          claim.relation,
                                          claim.object.name,
                                          to_string(claim.status),
                                          claim.scope,
                                          number(claim.confidence),
                                          claim.document.date,
                                          claim.document.title,
                                          claim.document.url,
                                          claim.document.file,
                                          claim.document.id,
                                          claim.subject.type,
                                          claim.object.type,
                                          claim.subject.text,
                                          claim.object.text,
                                          to_text(claim.subject.named),
                                          to_text(claim.object.named),
                                          claim.speaker ? claim.speaker->name : "",
                                          claim.trigger ? claim.trigger->text : "",
                                          claim.rule,
                                          claim.evidence.text,
                                          claim.id,
                                          claim_details(claim)};
  std::string line;
  for (const std::string& cell : cells) line += (&cell == &cells.front() ? "" : ",") + csv_cell(cell);
  return line + "\r\n";
}

}  // namespace newsgraph
