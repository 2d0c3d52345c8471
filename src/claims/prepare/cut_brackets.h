// Insertions that only disturb the grammar: "(NYSE: XYZ)", "( $2 billion)", "(Quote, Profile)".
#pragma once

#include <vector>

#include "language/sentence/sentence.h"

namespace newsgraph {

// Takes brackets that hold a stock exchange's symbol, a sum of money or a wire's links out of the tokens, and
// what a wire puts before a headline ("UPDATE 2-", "RPT-") and after a company (its symbol, "ACM.O"). The
// text stays as it is, so evidence is quoted with them.
void cut_brackets(std::vector<Sentence>& sentences);

}  // namespace newsgraph
