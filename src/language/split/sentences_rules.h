// What is decided before the sentence classifier is asked: habits of news that its training data,
// mostly mails, reviews and web pages, would get wrong. `right` is the token that might start a
// sentence; its predecessor belongs to the sentence in `state`.
#pragma once

#include <cstddef>

#include "language/split/sentences_features.h"

namespace newsgraph {

// Text whose writer does not care for capitals: it starts with a small letter, or has an "i".
bool is_informal(const SentenceState& state);

// A . ! or ? before a small letter. In edited text it is a slip of the pen, common in news that was
// machine-translated or spun ("because the ministry. never showed it"), or belongs to a title
// ("its Yahoo! unit"), and ends no sentence.
bool is_stray_stop(const SentenceState& state, std::size_t right);

// A bracket that closes inside a sentence: nothing ended in it, and it stands neither at the start
// of the sentence nor after a full stop, as a reference does ("the United Nations (UN) General
// Assembly", but "in 1803. [6] In").
bool closes_inside(const SentenceState& state, std::size_t right);

// The dash after a place or an agency at the start of a paragraph: "BEIJING (Reuters) - China".
bool is_dateline_dash(const SentenceState& state, std::size_t right);

// "Acme Inc. The price", "bought Acme Inc. Acme said", "in the U.S. He said", "at 3 p.m. On Friday", but
// "e.g. The Guardian".
bool starts_after_abbreviation(const SentenceState& state, std::size_t right);

}  // namespace newsgraph
