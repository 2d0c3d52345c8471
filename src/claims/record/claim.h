// What the claims stage hands on: one statement, made by a text, that a relation holds between two
// arguments. All offsets are bytes into Document::text; `end` is one past the last byte.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph {

struct Extent {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend bool operator==(const Extent&, const Extent&) = default;
};

enum class Status : std::uint8_t { asserted, planned, ended, denied };

// One side of a claim. `text` is what stands at `extent` ("the app"); `name` is the fullest name of
// the document for what it refers to ("TikTok"), or the phrase itself where it refers to no name.
struct Argument {
  std::string name;
  std::string type;  // person, organization, place, product, group, event, work, act or thing
  std::string text;
  std::string entity;                // node id, "n_…"; empty until the entities stage has run
  std::vector<std::string> aliases;  // other names of the same entity, first in the document, then known
                                     // ones; sorted, without `name`
  bool named = false;                // a proper name, or resolved to one
  Extent extent;
};

// Where a claim comes from, copied so that a claim stands alone in a file of claims.
struct DocumentRef {
  std::string id;
  std::string title;
  std::string date;  // ISO 8601 or empty
  std::string url;
  std::string file{};  // where the article has no URL: the path, from the input on ("2024/a.txt"), else empty
};

struct Trigger {
  std::string text;
  Extent extent;
};

struct Evidence {
  std::string text;  // the whole sentence
  Extent extent;
};

struct Claim {
  std::string id;  // "c-" and 16 hexadecimal digits, made from what the claim says and where
  DocumentRef document;
  Argument subject;
  std::string relation;  // a name of the relation schema: "owns"
  Argument object;
  Status status = Status::asserted;
  std::string scope;                // "on government devices", or empty
  std::optional<Argument> speaker;  // who says it, where it is reported
  double confidence = 0;            // 0 to 1, calibrated: see docs/confidence.md
  std::optional<Trigger> trigger;   // none for a row of a relation table
  std::string rule;                 // how it was found: "verb:ban", "noun:unit", "table"
  Evidence evidence;
  std::string verdict;  // of who reviewed it: "accept" or empty; a rejected claim is none
  std::string origin;   // file (and line) it was read from, for messages
};

// What a person may say of a claim; empty where nobody has.
inline constexpr std::string_view kAccept = "accept";
inline constexpr std::string_view kReject = "reject";
inline bool is_verdict(std::string_view text) noexcept {
  return text.empty() || text == kAccept || text == kReject;
}
// "has the unknown verdict …", with what there is.
std::string unknown_verdict(const std::string& verdict);

const char* to_string(Status) noexcept;
std::optional<Status> parse_status(std::string_view) noexcept;

}  // namespace newsgraph
