// Claims as JSON, one object a line: what a person reviews, a pipeline consumes and `export` reads again.
// The fields are those of docs/claims.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "claims/record/claim.h"

namespace newsgraph {

// One line without its line end. Equal claims give equal bytes; reading them back gives the claim.
std::string claim_to_json(const Claim& claim);

// Reads what claim_to_json wrote, or what a person or another program made of it: unknown fields are passed
// over, an argument, a document, a speaker or evidence may be a plain string, everything but subject,
// relation and object may be absent. Nothing where the line says "verdict": "reject".
// The text is not trusted: throws Error with `where` ("claims.jsonl:17") and what is wrong.
std::optional<Claim> claim_from_json(std::string_view line, const std::string& where);

// What the id of a claim is made from: the document, the place in it and what is said.
struct ClaimIdentity {
  std::string_view document;  // its id
  std::string_view sentence;
  std::uint32_t place = 0;   // of the sentence: a byte of the document's text
  std::string_view subject;  // names
  std::string_view relation;
  std::string_view object;
  Status status = Status::asserted;
};
std::uint64_t claim_number(const ClaimIdentity& claim);
// "c-" and 16 hexadecimal digits of the number.
std::string claim_id(const Claim& claim);

}  // namespace newsgraph
