// What the whole stage lets through.
#include <algorithm>

#include "catch.h"
#include "stated.h"

using namespace newsgraph;
using namespace newsgraph::testing;

namespace {

bool has_alias(const Argument& argument, const std::string& alias) {
  return std::find(argument.aliases.begin(), argument.aliases.end(), alias) != argument.aliases.end();
}

// The same as stated_in, with the status of what is not asserted.
std::vector<std::string> held_in(const std::string& text) {
  std::vector<std::string> found;
  for (const Claim& claim : claims_of(text)) {
    found.push_back(claim.subject.name + " " + claim.relation + " " + claim.object.name);
    if (claim.status != Status::asserted) found.back() += " [" + std::string(to_string(claim.status)) + "]";
  }
  return found;
}

}  // namespace

TEST_CASE("of an owner and what it owns, read both ways, the likelier stays") {
  CHECK(stated_in("Rally, part-owned by Vega Group, grew.") ==
        std::vector<std::string>{"Vega Group owns Rally"});
}

TEST_CASE("of two names that ran together the second acts") {
  CHECK(stated_in("Mara Doe spoke. According to the newspaper Orion PostMara denounced Vega.") ==
        std::vector<std::string>{"Mara Doe denounces Vega"});
}

TEST_CASE("who speaks says they of others than his own") {
  CHECK(stated_in(
            "Volta Cars will cut 900 jobs in Gothenburg. \"This is shameful,\" said Karin Blom of the union "
            "IF Metall. \"They have betrayed the people who built this company.\"") ==
        std::vector<std::string>{"Karin Blom denounces Volta Cars"});
  CHECK_FALSE(states(
      "Peru stopped the sale. A lawmaker, Karin Blom of the opposition Lumen Party, said that it had acted "
      "late. \"Chile put the promise on paper,\" she said. \"It has betrayed us.\"",
      "Karin Blom denounces Lumen Party"));
}

TEST_CASE("who speaks for a body does not mean it by that") {
  CHECK(stated_in(
            "Danish regulator takes aim at Molslinjen\n\nDenmark's transport regulator took aim at ferry "
            "operator "
            "Molslinjen on Tuesday. \"That is a disgrace,\" said its director, Stine Lauritsen. \"They have "
            "betrayed the people of the islands.\"")
            .back() == "Stine Lauritsen denounces Molslinjen");
}

TEST_CASE("who is quoted right after an accusation shares it") {
  CHECK(
      states("Residents accused Orion Water of hiding a report by the consultants Hallam Tait. \"It is a "
             "disgrace,\" said Mara Doe.",
             "Mara Doe denounces Orion Water"));
}

TEST_CASE("who does so, too, is not whom it is done to") {
  CHECK(stated_in("Greenpeace condemned Shell, as did Oxfam and Amnesty International.") ==
        std::vector<std::string>{"Greenpeace denounces Shell", "Oxfam denounces Shell",
                                 "Amnesty International denounces Shell"});
}

TEST_CASE("a described envoy who does so, too, is not whom it is done to") {
  CHECK_FALSE(
      states("Ukraine's foreign ministry condemned the Hungarian decision to block the loan, and so did the "
             "Baltic states' envoy, Lembit Kask.",
             "Ukrainian Foreign Ministry denounces Lembit Kask"));
}

TEST_CASE("a judgement said of somebody's plan is of him") {
  CHECK(states("\"It is a disgrace,\" said Anna Wolff of Siemens Energy's bonus plan.",
               "Anna Wolff denounces Siemens Energy"));
}

TEST_CASE("a list of companies ends in two") {
  CHECK(stated_in("Sorel Group is the parent company of Kestrel Bank, Halden Insurance and Orion Ltd.") ==
        std::vector<std::string>{"Sorel Group owns Kestrel Bank", "Sorel Group owns Halden Insurance",
                                 "Sorel Group owns Orion Ltd"});
}

TEST_CASE("of a list all members are read where one is sure") {
  CHECK(stated_in("Vega added Orion, Halden and Kestrel to its stable of newspapers.") ==
        std::vector<std::string>{"Vega owns Orion", "Vega owns Halden", "Vega owns Kestrel"});
}

TEST_CASE("a plural with the names of several behind it is each of them") {
  CHECK(stated_in("The parliaments of Latvia and Estonia condemned Russia.") ==
        std::vector<std::string>{"Latvian parliament denounces Russia",
                                 "Estonian parliament denounces Russia"});
  CHECK(stated_in("Russia condemned the governments of Latvia and Estonia.") ==
        std::vector<std::string>{"Russia denounces Latvian government",
                                 "Russia denounces Estonian government"});
  CHECK(stated_in("The leaders of Peru and Chile issued a statement condemning the Iranian attacks.") ==
        std::vector<std::string>{"Peru denounces Iran", "Chile denounces Iran"});
  CHECK(stated_in("The Swiss cantons of Uri and Zug ban fireworks.") ==
        std::vector<std::string>{"Uri bans fireworks", "Zug bans fireworks"});
}

TEST_CASE("a noun with a name of its own is one more of the list") {
  CHECK(stated_in("The African Union, the bank Dexia, and Ghana condemned Peru.") ==
        std::vector<std::string>{"African Union denounces Peru", "Dexia denounces Peru",
                                 "Ghana denounces Peru"});
  CHECK(stated_in("Peru condemned Mara Velasco, her son Ilja, and Ghana.").size() == 3);
}

TEST_CASE("who lifts another's ban has not made it") {
  const std::vector<std::string> ohio{"Ohio bans abortion"};
  CHECK(stated_in("The Supreme Court overturns Ohio's ban on abortion.") == ohio);
  CHECK(stated_in("Ohio's ban on abortion was overturned by the Supreme Court.") == ohio);
}

TEST_CASE("both are the two of that kind that the text has just named") {
  CHECK(stated_in("Orion sued Vega over patents. The regulator Kartell criticised both firms.") ==
        std::vector<std::string>{"Kartell denounces Orion", "Kartell denounces Vega"});
  CHECK(stated_in("Peru signed a pact with Chile in Lima. Animals United has denounced both governments.") ==
        std::vector<std::string>{"Animals United denounces Peru", "Animals United denounces Chile"});
  // Three are named.
  CHECK(stated_in("Orion sued Vega over patents of Acme. The regulator Kartell criticised both firms.") ==
        std::vector<std::string>{"Kartell denounces firms"});
}

TEST_CASE("what is owned somewhere is there, the towns are not") {
  CHECK(stated_in("Norlund owns terminals in Kiel and Gdynia.") ==
        std::vector<std::string>{"Norlund owns terminals"});
  CHECK(stated_in(
            "Norlund Shipping is old. The group, which already owns terminals in Kiel and Gdynia, grew.") ==
        std::vector<std::string>{"Norlund Shipping owns terminals"});
  CHECK_FALSE(states("Verrano Group owns a refinery near Beira.", "Verrano Group owns Beira"));
}

TEST_CASE("an attack is not the deed of whom it hits") {
  const std::string clinic = " the raid on the Vega clinic";
  CHECK_FALSE(states("Peru condemned" + clinic + ".", "Peru denounces Vega"));
  CHECK_FALSE(states("Condemnation of" + clinic + " came from Peru.", "Peru denounces Vega"));
}

TEST_CASE("who is kept from buying is barred, and what he was to buy is not") {
  CHECK(stated_in("Belgium prevented Orrin Media from acquiring Le Fanal.") ==
        std::vector<std::string>{"Belgium bans Orrin Media", "Orrin Media owns Le Fanal"});
}

TEST_CASE("a group has the subsidiaries that it is told of by a relative clause") {
  CHECK(stated_in("Castor Group is a holding company whose subsidiaries include Lumen Foods and Sorbex.") ==
        std::vector<std::string>{"Castor Group owns Lumen Foods", "Castor Group owns Sorbex"});
}

TEST_CASE("a pronoun that only stresses is nobody else") {
  CHECK(stated_in("Ilja Vance reproached Orrin Media itself for the delay.") ==
        std::vector<std::string>{"Ilja Vance denounces Orrin Media"});
}

TEST_CASE("what is less sure is left out, unless less is asked for") {
  Document document;
  document.id = "test";
  document.text =
      "Some critics have accused Orrin Media of lying, though. Ilja Vance condemned the tone of a few "
      "residents. "
      "The club of Harbour Lane barred some fans from a part of the ground.";
  const auto found = [&](std::optional<double> least, std::size_t* unsure = nullptr) {
    ClaimExtractor extractor(RelationSchema::built_in(), Knowledge::built_in(), Analyzer(Model::built_in()),
                             nullptr, least);
    auto claims = extractor.extract(document);
    if (unsure != nullptr) *unsure = extractor.unsure();
    return claims;
  };
  const auto all = found(0);
  REQUIRE(all.size() > 2);
  std::vector<double> sure;
  sure.reserve(all.size());
  for (const Claim& claim : all) sure.push_back(claim.confidence);
  for (const double least : {0.2, 0.5, 0.7, 0.9}) {
    INFO(least);
    const auto claims = found(least);
    CHECK(static_cast<std::ptrdiff_t>(claims.size()) ==
          std::ranges::count_if(sure, [&](double p) { return p >= least; }));
  }
  std::size_t unsure = 0;
  CHECK(found(0.7, &unsure).size() + unsure <= all.size());
  CHECK(unsure > 0);
  CHECK(found(1.0).empty());
}

TEST_CASE("a ban for a time runs out") {
  ClaimExtractor extractor(RelationSchema::built_in(), Knowledge::built_in(), Analyzer(Model::built_in()));
  const auto status = [&](const std::string& text, const std::string& date) {
    Document document;
    document.id = "test";
    document.date = date;
    document.text = text;
    const auto claims = extractor.extract(document);
    return claims.size() == 1 ? std::string(to_string(claims.front().status)) : std::string();
  };
  const std::string banned = "The Welsh league banned Mara Doe for two years in 2017.";
  CHECK(status(banned, "2022-02-03") == "ended");
  CHECK(status(banned, "2018-02-03") == "asserted");
  CHECK(status(banned, "") == "asserted");
  CHECK(status("The Welsh league banned Mara Doe in 2017.", "2022-02-03") == "asserted");
}

TEST_CASE("a former name in brackets is an alias") {
  const auto claims =
      claims_of("Vinhais Chemicals (formerly Amaral Chemicals) is a subsidiary of Tolmin Group.");
  REQUIRE(claims.size() == 1);
  CHECK(claims[0].object.name == "Vinhais Chemicals");
  CHECK(has_alias(claims[0].object, "Amaral Chemicals"));
}

TEST_CASE("an acronym in brackets is an alias, and the pair is claimed once") {
  const auto claims = claims_of("Vinhais Asset Management (VAM) is a subsidiary of Tolmin Group.");
  REQUIRE(claims.size() == 1);
  CHECK(has_alias(claims[0].object, "VAM"));
}

TEST_CASE("another company in brackets is no alias") {
  const auto claims = claims_of("Orion Bank (Adria Group) is a subsidiary of Tolmin Group.");
  for (const Claim& claim : claims) CHECK_FALSE(has_alias(claim.object, "Adria Group"));
}

TEST_CASE("a state's spokesman does not denounce it") {
  CHECK(stated_in("Mara Doe, a spokeswoman for the Peruvian government, denounced Peru.").empty());
  CHECK(stated_in("Mara Doe, a spokeswoman for the Peruvian government, denounced Chile.") ==
        std::vector<std::string>{"Mara Doe denounces Chile"});
}

TEST_CASE("what somebody sells is his until it is sold") {
  CHECK(held_in("Vy agreed to buy Lynge from Haglund Group.") ==
        std::vector<std::string>{"Vy owns Lynge [planned]", "Haglund Group owns Lynge"});
  CHECK(held_in(
            "Pelham Group has agreed to sell its Lumen Foods business to Norvale for 200 million dollars.") ==
        std::vector<std::string>{"Pelham Group owns Lumen Foods", "Norvale owns Lumen Foods [planned]"});
  CHECK(held_in("Siveco sold its stake in Lumetra to the Kuwaiti fund Al Waha.") ==
        std::vector<std::string>{"Siveco owns Lumetra [ended]", "Al Waha owns Lumetra"});
}

TEST_CASE("who owned something in the past has it no more when another bought it") {
  CHECK(held_in("Lumetra was owned by Siveco when the accident happened. Al Waha bought it a year later.") ==
        std::vector<std::string>{"Siveco owns Lumetra [ended]", "Al Waha owns Lumetra"});
  CHECK(held_in("Lumetra is owned by Siveco. Al Waha bought 10 percent of Lumetra a year later.") ==
        std::vector<std::string>{"Siveco owns Lumetra", "Al Waha owns Lumetra"});
}

TEST_CASE("similar decisions of others, and their own, are the same") {
  CHECK(
      held_in("Australia banned the app Vuvola on Monday, following similar bans in Canada and Norway. Nepal "
              "lifted its own ban in August.") ==
      std::vector<std::string>{"Australia bans Vuvola", "Canada bans Vuvola", "Norway bans Vuvola",
                               "Nepal bans Vuvola [ended]"});
}

TEST_CASE("a ban that is reported and denied is none, one that is eased holds") {
  CHECK(held_in("Peru's president denied reports that it had banned the ride app Zippa.") ==
        std::vector<std::string>{"Peru bans Zippa [denied]"});
  CHECK(held_in("Peru softened its ban on Uber.") == std::vector<std::string>{"Peru bans Uber"});
}

TEST_CASE("who signs the order bans, also where the sentence begins with it") {
  CHECK(held_in("Under an order signed by President Luis Arana, the party Fuerza Roja was outlawed.") ==
        std::vector<std::string>{"Luis Arana bans Fuerza Roja"});
}

TEST_CASE("people of a ministry that a list names are banned, each of them") {
  CHECK(held_in("The European Union imposed entry bans on six officials of Zubrovia's security service, "
                "including its director, Anton Reznik, and the judge Irina Volkova.") ==
        std::vector<std::string>{"European Union bans Anton Reznik", "European Union bans Irina Volkova"});
}
