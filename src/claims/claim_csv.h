// Claims as a table for spreadsheets: one row a claim.
#pragma once

#include <string>
#include <string_view>

#include "claims/claim.h"

namespace newsgraph {

// The line of column names, with its line end.
std::string claim_csv_header();
// One line with its line end (RFC 4180). A cell that a spreadsheet would run as a formula is made harmless by
// an apostrophe before it.
std::string claim_to_csv(const Claim& claim);

// One cell, quoted where it has to be.
std::string csv_cell(std::string_view text);

}  // namespace newsgraph
