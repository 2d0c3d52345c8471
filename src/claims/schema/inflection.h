// The forms that a dictionary form takes in text, more rather than fewer: they only let a sentence through
// to the analysis.
#pragma once

#include <string>
#include <vector>

namespace newsgraph {

// "ban" gives "bans", "banned", "banning", "baned"; irregular forms are the schema's ("bought").
void add_verb_forms(const std::string& lemma, std::vector<std::string>& forms);

// "embassy" gives "embassies"; also for adjectives, which have no further forms.
void add_noun_forms(const std::string& lemma, std::vector<std::string>& forms);

// Sorts and leaves out what stands twice.
void keep_distinct(std::vector<std::string>& forms);

}  // namespace newsgraph
