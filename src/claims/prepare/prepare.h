// Sentences made ready for the parser and the rules: what names, brackets, datelines and length hide.
#pragma once

#include <vector>

#include "knowledge/knowledge.h"
#include "language/sentence/sentence.h"

namespace newsgraph {

// Sentences that nobody wrote: lists without a full stop, text without punctuation, hostile input.
// Cuts sentences of more tokens than a reader could follow into parts, behind a comma or semicolon where one
// is near, so that what looks for antecedents and acts in a sentence has an end. Needs the tokens only.
void cut_long_sentences(std::vector<Sentence>& sentences);

// "BEIJING (Reuters) - ": where an agency's report begins before its first sentence does.
// Cuts datelines and agency marks off sentences, as sentences of their own, so that they do not
// become subjects. Offsets stay what they are.
void cut_datelines(std::vector<Sentence>& sentences);

// Insertions that only disturb the grammar: "(NYSE: XYZ)", "( $2 billion)", "(Quote, Profile)".
// Takes brackets that hold a stock exchange's symbol, a sum of money or a wire's links out of the tokens, and
// what a wire puts before a headline ("UPDATE 2-", "RPT-") and after a company (its symbol, "ACM.O"). The
// text stays as it is, so evidence is quoted with them.
void cut_brackets(std::vector<Sentence>& sentences);

// "the Global TimesMao": where a page lost the space between two names.
// Cuts a token before a capital inside of it where what follows stands elsewhere in the document as
// a word of its own.
void cut_joined_names(std::vector<Sentence>& sentences);

// Names that the world knows, where the recogniser passes them over or cuts them short.
// Adds to the names of a named sentence the known entities among its capitalised words that mean one thing
// only ("Human Rights Watch", "General Electric Co."), in place of recognised names that they contain,
// and lengthens a company that was cut at its front ("Lockheed" before "Martin Corp.") and a
// person at its end ("-jung" after "Kim Dae"); names with only a hyphen between them become one. A recognised
// name that contains or cuts a known one is left as it is. The names stay sorted and apart.
void add_known_names(const Knowledge& knowledge, Sentence& sentence);

// "Rupert Murdoch's News Corp": an owner and what he owns, which the recogniser took for one name.
// Cuts names before whose "'s" stands a person with given name or title, or somebody whom the world knows,
// and which are as a whole unknown. "Moody's Analytics" stays.
void cut_possessors(const Knowledge& knowledge, Sentence& sentence);

}  // namespace newsgraph
