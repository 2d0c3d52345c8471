// Sentences with a tree that the test states itself, so that rules are tested apart from the model.
#pragma once

#include <string>
#include <string_view>

#include "catch.h"
#include "claims/grammar/tree.h"
#include "language/conllu/conllu.h"

namespace newsgraph::testing {

// A table with one token a line: form lemma upos xpos head deprel; heads count from 1, 0 is the
// root; "_" is no xpos.
class Parsed {
 public:
  explicit Parsed(std::string_view table) : document_(read(table)), tree_(document_.sentences.front()) {}

  const Tree& tree() const { return tree_; }
  // The index of the first token with this form.
  int at(std::string_view form) const {
    for (int i = 0; i < tree_.size(); ++i) {
      if (tree_.token(i).form == form) return i;
    }
    FAIL("no token " << form);
    return -1;
  }
  std::string forms(const std::vector<int>& tokens) const {
    std::string joined;
    for (const int t : tokens) joined += (joined.empty() ? "" : " ") + std::string(tree_.token(t).form);
    return joined;
  }

 private:
  static ConlluDocument read(std::string_view table) {
    std::string conllu;
    int number = 0;
    for (std::size_t at = 0; at < table.size();) {
      const auto end = std::min(table.find('\n', at), table.size());
      std::string line(table.substr(at, end - at));
      at = end + 1;
      std::vector<std::string> fields;
      for (std::size_t i = 0; i < line.size();) {
        i = line.find_first_not_of(' ', i);
        if (i == std::string::npos) break;
        const auto stop = std::min(line.find(' ', i), line.size());
        fields.push_back(line.substr(i, stop - i));
        i = stop;
      }
      if (fields.empty()) continue;
      REQUIRE(fields.size() == 6);
      conllu += std::to_string(++number) + "\t" + fields[0] + "\t" + fields[1] + "\t" + fields[2] + "\t" +
                fields[3] + "\t_\t" + fields[4] + "\t" + fields[5] + "\t_\t_\n";
    }
    auto documents = read_conllu(conllu + "\n", "test", ConlluColumns::analysis);
    return std::move(documents.front());
  }

  ConlluDocument document_;
  Tree tree_;
};

}  // namespace newsgraph::testing
