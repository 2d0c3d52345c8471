#include "synthetic_graph.h"

#include <array>
#include <cstdint>
#include <string>

#include "claims/record/claim.h"
#include "graph/builder.h"

namespace newsgraph::bench {
namespace {

// Steele, Lea, Flood 2014 (SplitMix64): the same numbers everywhere.
class Numbers {
 public:
  std::uint64_t below(std::uint64_t limit) {
    std::uint64_t z = state_ += 0x9e3779b97f4a7c15;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return (z ^ (z >> 31)) % limit;
  }

 private:
  std::uint64_t state_ = 2024;
};

void set_argument(Argument& argument, std::uint64_t number) {
  argument.name = "Entity Number " + std::to_string(number);
  argument.text = argument.name;
  argument.entity = "n_entity-number-" + std::to_string(number);
  argument.type = number % 3 == 0 ? "person" : "organization";
  argument.named = true;
}

}  // namespace

Graph synthetic_graph(std::size_t edges) {
  constexpr std::array<const char*, 3> kRelations{"owns", "bans", "denounces"};
  GraphBuilder builder;
  Numbers numbers;
  Claim claim;
  claim.document.url = "https://news.example/article";
  claim.rule = "verb:test";
  const std::uint64_t entities = edges / 5 + 2;
  for (std::uint64_t i = 0; i < edges; ++i) {
    const std::uint64_t subject = i % entities;
    set_argument(claim.subject, subject);
    set_argument(claim.object, (subject + 1 + numbers.below(entities - 1)) % entities);
    claim.relation = kRelations[numbers.below(kRelations.size())];
    claim.confidence = 0.5 + static_cast<double>(numbers.below(50)) / 100;
    const std::string document = std::to_string(i / 10);
    claim.document.id = "article-" + document;
    claim.document.title = "Title of article " + document;
    claim.document.date =
        "20" + std::to_string(10 + i / 10 % 15) + "-0" + std::to_string(1 + i / 10 % 9) + "-15";
    claim.evidence.text = claim.subject.name + " did something to " + claim.object.name + ", said report " +
                          std::to_string(i) + ".";
    claim.id = "c-" + std::string(16 - std::to_string(i).size(), '0') + std::to_string(i);
    builder.add(claim);
  }
  return builder.build();
}

}  // namespace newsgraph::bench
