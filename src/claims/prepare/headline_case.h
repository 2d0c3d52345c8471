// Headlines in title case: "Nader Slams Kerry" hides its verb among names.
#pragma once

#include <deque>
#include <initializer_list>
#include <string>
#include <vector>

#include "language/scan/scan.h"
#include "language/sentence/sentence.h"

namespace newsgraph {

// Whether most of the longer words have a capital, as in the headlines of many papers; then a capital tells
// nothing.
bool in_title_case(const Sentence& sentence);

// Writes the words that the scanners know, triggers and light verbs, in small letters in headlines whose
// words are all capitalised, before they are analysed. Offsets stay those of the text; `forms` holds the new
// forms and has to outlive the sentences.
void lower_triggers(std::vector<Sentence>& sentences, std::initializer_list<const TriggerScanner*> scanners,
                    std::deque<std::string>& forms);

}  // namespace newsgraph
