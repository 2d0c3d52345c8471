// What the trainer's arithmetic makes of some sentences (reference.json), and these as they are before a
// network has read them.
#pragma once

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "catch.h"
#include "language/sentence/sentence.h"

inline nlohmann::json reference() {
  std::ifstream in(NEWSGRAPH_SOURCE_DIR "/tests/language/reference.json");
  REQUIRE(in);
  return nlohmann::json::parse(in)["sentences"];
}

// A sentence of the given forms, which have to outlive it.
inline newsgraph::Sentence sentence_of(const std::vector<std::string>& forms) {
  newsgraph::Sentence sentence;
  for (const std::string& form : forms) sentence.tokens.emplace_back().form = form;
  return sentence;
}
