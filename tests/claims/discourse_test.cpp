// Which names a document has and which of them are one actor. A row is a text in which names stand in
// brackets with their type, as the recogniser would have found them, and the actors: "Vega Mining = Vega
// (organization)".
#include "claims/discourse/discourse.h"

#include "claims/annotated.h"
#include "language/split/split.h"

using namespace newsgraph;
using namespace newsgraph::testing;

namespace {

// A text without its brackets, and where in it the names stand.
struct Bracketed {
  struct Span {
    std::size_t begin, end;
    NameType type;
  };
  std::string text;
  std::vector<Span> names;

  explicit Bracketed(std::string_view marked) {
    for (std::size_t at = 0; at < marked.size(); ++at) {
      if (marked[at] != '[') {
        text += marked[at];
        continue;
      }
      const auto end = marked.find(']', at);
      REQUIRE(end != std::string_view::npos);
      const auto slash = marked.rfind('/', end);
      const auto type = parse_name_type(marked.substr(slash + 1, end - slash - 1));
      REQUIRE(type);
      const std::size_t begin = text.size();
      text += marked.substr(at + 1, slash - at - 1);
      names.push_back({begin, text.size(), *type});
      at = end;
    }
  }
};

class NamedDocument {
 public:
  explicit NamedDocument(std::string_view marked) {
    const Bracketed given(marked);
    document_.text = given.text;
    sentences_ = split(document_.text);
    for (Sentence& sentence : sentences_) {
      sentence.layers.named = true;
      for (const Bracketed::Span& span : given.names) add_name(sentence, span);
    }
  }
  Discourse discourse() {
    return {document_, sentences_, Knowledge::built_in(), [](const std::vector<Sentence*>&) {}};
  }

 private:
  static void add_name(Sentence& sentence, const Bracketed::Span& span) {
    Name name{-1, -1, span.type, 1};
    for (int t = 0; t < sentence.size(); ++t) {
      const Token& token = sentence.token(t);
      if (token.begin < span.begin || token.end > span.end) continue;
      if (name.first < 0) name.first = t;
      name.last = t;
    }
    if (name.first >= 0) sentence.names.push_back(name);
  }

  Document document_;
  std::vector<Sentence> sentences_;
};

std::string actors_of(std::string_view marked) {
  NamedDocument document(marked);
  const Discourse discourse = document.discourse();
  std::string text;
  for (const Actor& actor : discourse.actors()) {
    if (!text.empty()) text += ", ";
    for (const std::string& name : actor.names) text += (&name == &actor.names.front() ? "" : " = ") + name;
    text += " (" + std::string(to_string(actor.type)) + ")";
  }
  return text;
}

void check(std::initializer_list<Row> rows) {
  check_rows([](const Row& row) { return actors_of(row.text); }, rows);
}

}  // namespace

TEST_CASE("a name and its short forms are one actor") {
  check({
      {"[Mara Lind/person] spoke. [Lind/person] left.", "Mara Lind = Lind (person)"},
      {"[Lyra Harbour Council/organization] met. The [LHC/organization] voted.",
       "Lyra Harbour Council = LHC (organization)"},
      {"[Vega Mining/organization] grew. [Orion Mining/organization] shrank.",
       "Vega Mining (organization), Orion Mining (organization)"},
  });
}

TEST_CASE("an actor has the fullest of its names") {
  check({
      {"[Levy/organization] case: court rules. The [Levy Group/organization] owns mines.",
       "Levy Group = Levy (organization)"},
      // What is the same name in full comes before what only begins like it.
      {"[Hartmann Holding/organization] owns [Hartmann Foods/organization]. [Hartmann/organization] grew.",
       "Hartmann Holding = Hartmann (organization), Hartmann Foods (organization)"},
  });
}

TEST_CASE("an alias that the text gives is the same actor") {
  check({
      {"[Orion/organization] (formerly [Kestrel/organization]) grew.", "Orion = Kestrel (organization)"},
      {"[Orion/organization] and [Kestrel/organization] grew.",
       "Orion (organization), Kestrel (organization)"},
  });
}

TEST_CASE("names are cut and joined as the words around them tell") {
  check({
      {"The [Vega Online unit of Orion/organization] grew.",
       "Vega Online (organization), Orion (organization)"},
      {"They bought [Vinhais/organization] & Sons.", "Vinhais & Sons (organization)"},
      {"They bought [Lyra Network/organization], Inc. in May.", "Lyra Network, Inc. (organization)"},
      // Two where one of them stands alone elsewhere.
      {"[Vega and Lyra/organization] merged. [Lyra/organization] grew.",
       "Vega (organization), Lyra (organization)"},
  });
}

TEST_CASE("words around a name say what it is") {
  check({
      {"They use the app [Volta/person].", "Volta (product)"},
      {"The striker [Emil Lindqvist/organization] left.", "Emil Lindqvist (person)"},
  });
  NamedDocument document("The Peruvian president [Mara Lind/person] spoke.");
  const Discourse discourse = document.discourse();
  REQUIRE(discourse.actors().size() == 1);
  CHECK(discourse.actors()[0].roles == std::vector<std::string>{"president"});
  REQUIRE(discourse.actors()[0].states.size() == 1);
  CHECK(discourse.actors()[0].states[0]->name == "Peru");
}

TEST_CASE("the mention at a place is the one that covers it") {
  NamedDocument document("The firm [Vega Mining/organization] grew. It bought [Orion/organization].");
  const Discourse discourse = document.discourse();
  const Mention* vega = discourse.mention_at({0, 3});
  REQUIRE(vega != nullptr);
  CHECK(discourse.text(0, vega->first, vega->last) == "Vega Mining");
  CHECK(discourse.actor_of(*vega).name == "Vega Mining");
  CHECK(discourse.actor_at({1, 2})->name == "Orion");
  CHECK(discourse.mention_at({0, 1}) == nullptr);
  CHECK(discourse.actor_at({1, 0}) == nullptr);
  CHECK(discourse.mentions_in(1).size() == 1);
}

TEST_CASE("one name of a person stands for the person") {
  check({
      {"[Chen Weiming/person] founded it. [Chen/person] left.", "Chen Weiming = Chen (person)"},
      {"[Martin Quesnel/organization] came. Mr. [Quesnel/person] left.", "Martin Quesnel = Quesnel (person)"},
      {"[Chen Weiming/person] met [Chen Li/person]. [Chen/person] left.",
       "Chen Weiming (person), Chen Li (person), Chen (person)"},
      // A surname is likelier than a given name.
      {"[Paul Marsh/person] met [Rand Paul/person]. [Paul/person] left.",
       "Paul Marsh (person), Rand Paul = Paul (person)"},
  });
}

TEST_CASE("a surname is not that of a known person where the text has another") {
  check({{"[Francesca Albanese/person] spoke. [Albanese/person] left.",
          "Francesca Albanese = Albanese (person)"}});
}

TEST_CASE("words from the end of an organisation's name stand for it") {
  check({
      {"The [Quetta Tigers/organization] lost. The [Tigers/organization] left.",
       "Quetta Tigers = Tigers (organization)"},
      {"The [Quetta Tigers/organization] met the [Lyra Tigers/organization]. The [Tigers/organization] lost.",
       "Quetta Tigers (organization), Lyra Tigers (organization), Tigers (organization)"},
      {"[Bugatti Rimac/organization] is owned by [Rimac Group/organization]. [Rimac/organization] grew.",
       "Bugatti Rimac (organization), Rimac Group = Rimac (organization)"},
      {"[Vega Mines/organization] is in [Mines/place].", "Vega Mines (organization), Mines (place)"},
  });
}

TEST_CASE("of two full names the short one is of that which stands before it") {
  check({
      {"[Mara Lind/person] spoke. [Lind/person] left. Her sister [Eva Lind/person] stayed.",
       "Mara Lind = Lind (person), Eva Lind (person)"},
      {"[Cadwell Ridge Capital/organization] grew. [Cadwell/person] was founded by [Lyle Cadwell/person].",
       "Cadwell Ridge Capital = Cadwell (organization), Lyle Cadwell (person)"},
  });
}

TEST_CASE("a company or club is called without the word that opens its name") {
  check({
      {"[Grupo Tlaxcala/organization] grew. [Tlaxcala/place] fell.",
       "Grupo Tlaxcala = Tlaxcala (organization)"},
      {"[Laiterie Ferrand/organization] grew. Mr [Ferrand/person] left.",
       "Laiterie Ferrand (organization), Ferrand (person)"},
      {"[Cork Wanderers/place] lost. The [Wanderers/organization] left.",
       "Cork Wanderers = Wanderers (organization)"},
  });
}

TEST_CASE("a surname belongs to whom the recogniser takes for a company") {
  check({
      {"[Zdravka Ilieva-Post/organization] came. Mr [Ilieva-Post/person] left.",
       "Zdravka Ilieva-Post (organization), Ilieva-Post (person)"},
      {"[Eliav Dorner/organization] came. [Dorner/person] left.", "Eliav Dorner = Dorner (person)"},
  });
}

TEST_CASE("what a person is or where he is from is no part of his name") {
  check({
      {"They met the [Canadian Brent Lafleche/person].", "Brent Lafleche (person)"},
      {"[Interior Minister Egon Stadlhofer/person] left.", "Egon Stadlhofer (person)"},
      {"Then [Premier, Doug Rennick/person] left.", "Doug Rennick (person)"},
      {"The [Archbishop of Tuam/person] left.", "Archbishop of Tuam (person)"},
      {"They met [Pope Leo XIV/person].", "Pope Leo XIV (person)"},
      {"They bought [Hong Kong's Peak Harbour Holdings/organization].",
       "Peak Harbour Holdings (organization)"},
  });
}

TEST_CASE("a noun behind a name makes another thing of it") {
  check({
      {"The [Lund/person] family met [Anna Lund/person]. [Lund/person] left.",
       "Lund family (group), Anna Lund = Lund (person)"},
      {"The [Tamale/place] airport closed.", "Tamale airport (place)"},
      {"The port of [Batumi/place] closed.", "port of Batumi (place)"},
      {"The [Ankobra/place] gold mine closed.", "Ankobra gold mine (place)"},
      {"The [Gaza/place] war went on.", "Gaza war (event)"},
      {"The [Doe/person] campaign met a [Syrian/group] family.",
       "Doe campaign (organization), Syrian (group)"},
      {"The General [Union of Workers/organization] met.", "General Union of Workers (organization)"},
      {"The [Vega/organization] family of drugs grew.", "Vega (organization)"},
      {"[Peru/place] port workers left.", "Peru (place)"},
  });
}

TEST_CASE("a description that opens a sentence is no part of the name") {
  check({
      {"[Shares of Vega Plc/organization] fell.", "Vega Plc (organization)"},
      {"[Stake in Vega Plc/organization] sold.", "Vega Plc (organization)"},
      {"[Conglomerate Orla Marn/organization] grew.", "Orla Marn (organization)"},
      {"[Rival Mara Doe/person] left.", "Mara Doe (person)"},
      {"[Reinsurer Alpine Rück/organization] grew.", "Alpine Rück (organization)"},
      {"[Producer Candace Whitlow/person] left.", "Candace Whitlow (person)"},
      {"[Former Colonel Mara Doe/person] left.", "Colonel Mara Doe (person)"},
      {"[Retailer Tesco/organization] grew.", "Tesco (organization)"},
      {"[Carrier Global/organization] grew.", "Carrier Global (organization)"},
      {"[Bank Lyra/organization] grew.", "Bank Lyra (organization)"},
  });
}

TEST_CASE("a company is called without its town") {
  check({
      {"[Liukas Oy of Lahti/organization] grew.", "Liukas Oy (organization)"},
      {"[Farmalago of Como/organization] grew. [Farmalago/organization] fell.", "Farmalago (organization)"},
      {"[Bank of Lyra/organization] grew.", "Bank of Lyra (organization)"},
      {"[Guild of Malta/organization] met.", "Guild of Malta (organization)"},
  });
}
