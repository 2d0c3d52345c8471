#include "cli/review_doubt.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string>
#include <unordered_map>

#include "support/ascii.h"
#include "support/utf8.h"

namespace newsgraph::cli {
namespace {

constexpr double kUnsure = 0.6;
constexpr std::array kTimes = std::to_array<std::string_view>(
    {"monday",    "tuesday",  "wednesday", "thursday",  "friday",    "saturday",  "sunday",  "january",
     "february",  "march",    "april",     "may",       "june",      "july",      "august",  "september",
     "october",   "november", "december",  "today",     "yesterday", "tomorrow",  "tonight", "week",
     "last week", "month",    "year",      "last year", "morning",   "afternoon", "evening"});
constexpr std::array kNumbers = std::to_array<std::string_view>(
    {"one",     "two",      "three",   "four",     "five",    "six",      "seven",    "eight",
     "nine",    "ten",      "dozen",   "dozens",   "hundred", "hundreds", "thousand", "thousands",
     "million", "millions", "billion", "billions", "first",   "second",   "third",    "percent"});

template <std::size_t Size>
bool contains(const std::array<std::string_view, Size>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// "three", "2,000", "$5 million": words of number and signs only.
bool is_number(std::string_view folded) {
  bool any = false;
  for (std::size_t begin = 0; begin < folded.size();) {
    const std::size_t end = std::min(folded.find_first_of(" -", begin), folded.size());
    const std::string_view word = folded.substr(begin, end - begin);
    const bool letters =
        std::any_of(word.begin(), word.end(), [](char c) { return is_ascii_lower(c) || !is_ascii(c); });
    if (letters && !contains(kNumbers, word)) return false;
    any = any || !word.empty();
    begin = end + 1;
  }
  return any;
}

bool unlikely(std::string_view name) {
  const std::string folded = utf8::fold(name);
  return contains(kTimes, folded) || is_number(folded);
}

bool unnamed(const Argument& argument) {
  return !argument.named || argument.type == "thing";  // rows of tables name whom they give no type
}

// Who is who: the entity where it is known, else the name.
std::string who(const Argument& argument) {
  return argument.entity.empty() ? utf8::fold(argument.name) : argument.entity;
}

// What all claims together say.
class Survey {
 public:
  explicit Survey(std::span<const Claim> claims) {
    for (const Claim& claim : claims) {
      const std::string subject = who(claim.subject);
      const std::string object = who(claim.object);
      ++actors_[subject];
      ++actors_[object];
      Said& said = said_[key(subject, claim.relation, object)];
      (claim.status == Status::denied ? said.denied : said.stated) = true;
    }
  }

  std::vector<Doubt> doubts(const Claim& claim) const {
    const std::string subject = who(claim.subject);
    const std::string object = who(claim.object);
    std::vector<Doubt> result;
    const auto add = [&result](Doubt doubt, bool yes) {
      if (yes) result.push_back(doubt);
    };
    const Said& said = said_.at(key(subject, claim.relation, object));
    add(Doubt::contradicted, said.denied && said.stated);
    add(Doubt::unlikely_name, unlikely(claim.subject.name) || unlikely(claim.object.name));
    add(Doubt::turned_round, subject != object && said_.contains(key(object, claim.relation, subject)));
    add(Doubt::unsure, claim.confidence < kUnsure);
    add(Doubt::unnamed, unnamed(claim.subject) || unnamed(claim.object));
    add(Doubt::strangers, actors_.at(subject) == 1 && actors_.at(object) == 1);
    return result;
  }

 private:
  struct Said {
    bool stated = false;
    bool denied = false;
  };

  static std::string key(const std::string& subject, const std::string& relation, const std::string& object) {
    return subject + '\0' + relation + '\0' + object;
  }

  std::unordered_map<std::string, std::size_t> actors_;
  std::unordered_map<std::string, Said> said_;
};

unsigned weight(const std::vector<Doubt>& doubts) {
  constexpr std::array<unsigned, 6> kWeights{16, 12, 6, 5, 3, 1};
  return std::accumulate(doubts.begin(), doubts.end(), 0U, [&](unsigned sum, Doubt doubt) {
    return sum + kWeights[static_cast<std::size_t>(doubt)];
  });
}

}  // namespace

std::string_view to_string(Doubt doubt) {
  constexpr std::array<std::string_view, 6> kTexts{"another claim denies it",
                                                   "a day, a month or a number as a name",
                                                   "another claim says it the other way round",
                                                   "low confidence",
                                                   "an argument that is no name",
                                                   "said once, of two that nothing else names"};
  return kTexts[static_cast<std::size_t>(doubt)];
}

std::vector<Doubtful> by_doubt(std::span<const Claim> claims) {
  const Survey survey(claims);
  std::vector<Doubtful> result;
  std::vector<unsigned> weights;
  result.reserve(claims.size());
  for (std::size_t i = 0; i < claims.size(); ++i) {
    result.push_back({i, survey.doubts(claims[i])});
    weights.push_back(weight(result.back().doubts));
  }
  std::stable_sort(result.begin(), result.end(), [&](const Doubtful& a, const Doubtful& b) {
    if (weights[a.claim] != weights[b.claim]) return weights[a.claim] > weights[b.claim];
    return claims[a.claim].confidence < claims[b.claim].confidence;
  });
  return result;
}

}  // namespace newsgraph::cli
