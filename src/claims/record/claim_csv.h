// Claims as a table for spreadsheets: one row a claim. claims/record/claim_table.h reads it again, without
// loss.
#pragma once

#include <string>
#include <string_view>

#include "claims/record/claim.h"

namespace newsgraph {

// The line of column names, with its line end. People read and change the columns up to "id"; "details" is
// JSON for what they have no use for: places, ids of entities, other names.
std::string claim_csv_header();
// One line with its line end (RFC 4180). A cell that a spreadsheet would run as a formula is made harmless by
// an apostrophe before it.
std::string claim_to_csv(const Claim& claim);

// What the column "details" holds.
std::string claim_details(const Claim& claim);

// One cell, quoted where it has to be.
std::string csv_cell(std::string_view text);
// What a cell said before csv_cell() made it harmless.
std::string_view without_guard(std::string_view cell);

}  // namespace newsgraph
