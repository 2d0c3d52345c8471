// What one document says around its claims, as far as it decides between the meanings of a name.
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "claims/record/claim.h"
#include "knowledge/knowledge.h"

namespace newsgraph {

class DocumentContext {
 public:
  // `claims` are all of one document; `text` is the whole document, or empty where only its claims are at
  // hand: then their titles and sentences have to do.
  DocumentContext(const Knowledge& knowledge, std::span<const Claim> claims, std::string_view text);

  const std::string& document() const {
    asked_ = true;
    return document_;
  }
  // How many of the words or phrases stand in the text, as whole words; case matters.
  int count(std::span<const std::string> words) const;
  // The only state whose body of this kind ("foreign ministry") is named in the document; null where none or
  // several.
  const KnownEntity* state_with(const std::string& body) const;
  // Whether a person other than `entity` is named whose last name is `surname`.
  bool other_person_called(std::string_view surname, const KnownEntity& entity) const;

  // Whether any of the above was asked for, so that what came of it holds for this document only.
  bool was_asked() const { return asked_; }

  // Whether somebody acts, which is noted: what came of it then holds for those who act, or who do not.
  bool acts(bool answer) const {
    asked_about_acts_ = true;
    return answer;
  }
  bool was_asked_about_acts() const { return asked_about_acts_; }

 private:
  void add(const Knowledge& knowledge, const Argument& argument);

  std::string document_;
  std::string text_;
  std::map<std::string, std::set<const KnownEntity*>> bodies_;  // looked at only where a set has one element
  std::vector<std::string> persons_;
  mutable bool asked_ = false;
  mutable bool asked_about_acts_ = false;
};

}  // namespace newsgraph
