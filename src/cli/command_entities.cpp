// newsgraph entities: prints, looks up or checks entity tables.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/context.h"
#include "cli/counted.h"
#include "cli/input_options.h"
#include "cli/text_table.h"
#include "knowledge/knowledge.h"
#include "knowledge/knowledge_file.h"
#include "support/error.h"

namespace newsgraph::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string links_of(const KnownEntity& entity) {
  std::string text;
  for (const KnownLink& link : entity.links) {
    text += (text.empty() ? "" : ", ") + std::string(to_string(link.relation)) + " " + link.target;
  }
  return text;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

std::string described(const KnownEntity& entity) {
  const std::string kind = entity.kind.empty() ? entity.type : entity.type + ", " + entity.kind;
  std::string text = fmt::format("  {}  ({}; id {})\n", printable(entity.name), printable(kind), entity.id);
  if (!entity.aliases.empty()) text += "    also " + printable(joined(entity.aliases)) + "\n";
  if (!entity.links.empty()) text += "    " + printable(links_of(entity)) + "\n";
  return text;
}

std::string looked_up(const Knowledge& knowledge, const std::string& name, const Terminal& screen) {
  std::string text = screen.paint(Style::heading, printable(name)) + "\n";
  if (knowledge.ignored(name)) return text + "  is ignored, as the entity file says\n";
  const auto senses = knowledge.look_up(name);
  if (senses.empty()) return text + "  is not in the tables: an article's words alone say what it is\n";
  if (knowledge.ambiguous(name)) text += "  may mean something else: the context decides\n";
  for (const Sense& sense : senses) {
    text += fmt::format("  as {} of\n", to_string(sense.kind)) + described(*sense.entity);
  }
  return text;
}

Json looked_up_json(const Knowledge& knowledge, const std::string& name) {
  Json json{{"query", name}, {"ambiguous", knowledge.ambiguous(name)}, {"ignored", knowledge.ignored(name)}};
  json["senses"] = Json::array();
  for (const Sense& sense : knowledge.look_up(name)) {
    json["senses"].push_back(
        {{"as", to_string(sense.kind)}, {"entity", Json::parse(to_json(*sense.entity))}});
  }
  return json;
}

// In the form of a file of one's own, one entity a line.
std::string all_json(const Knowledge& knowledge) {
  std::string text = "{\"entities\": [\n";
  for (const KnownEntity& entity : knowledge.entities()) {
    text += to_json(entity) + (&entity == &knowledge.entities().back() ? "\n" : ",\n");
  }
  return text + "]}\n";
}

ExitCode check(Context& context, const std::string& file) {
  const std::vector<KnowledgeProblem> problems = check_knowledge_file(file);
  for (const KnowledgeProblem& problem : problems) {
    context.log().warning(problem.where + ": " + problem.what +
                          (problem.remedy.empty() ? "" : ". " + problem.remedy));
  }
  if (!problems.empty()) throw UsageError(counted(problems.size(), "problem") + " found", file);
  context.print(
      fmt::format("{}: well-formed; {} together with the built-in ones\n", printable(file),
                  counted(Knowledge::with_user_file(file).entities().size(), "entity", "entities")));
  return ExitCode::done;
}

std::string all_table(const Knowledge& knowledge, const Terminal& screen) {
  TextTable table({{"Id"}, {"Name"}, {"Type"}, {"Kind"}, {"Also"}});
  for (const KnownEntity& entity : knowledge.entities()) {
    table.add({entity.id, entity.name, entity.type, entity.kind, joined(entity.aliases)});
  }
  return table.render(screen);
}

class EntitiesCommand final : public Command {
 public:
  void setup(CLI::App& app) override {
    app.add_option("NAME", names_, "Names to look up");
    app.add_option("--entities", file_, "Use this file beside the built-in tables")
        ->option_text("FILE")
        ->group("Input");
    app.add_option("--check", check_, "Check this file")->option_text("FILE")->group("Input");
    app.add_flag("--json", json_, "Print JSON")->group("Output");
  }

  ExitCode run(Context& context) override {
    if (!check_.empty()) return check(context, check_);
    KnowledgeOptions own;
    own.entities = file_;
    const LoadedKnowledge loaded(own);
    const Knowledge& knowledge = loaded.knowledge();
    if (names_.empty()) {
      json_ ? context.print_data(all_json(knowledge)) : context.print(all_table(knowledge, context.screen()));
    }
    for (const std::string& name : names_) {
      json_ ? context.print_data(looked_up_json(knowledge, name).dump() + "\n")
            : context.print(looked_up(knowledge, name, context.screen()));
    }
    return ExitCode::done;
  }

 private:
  std::vector<std::string> names_;
  std::string file_;
  std::string check_;
  bool json_ = false;
};

constexpr std::array<Example, 3> kEntitiesExamples{
    {{"newsgraph entities Beijing UK", "What can these names mean?"},
     {"newsgraph entities --json > known.json", "All of them, in the form of a file of your own."},
     {"newsgraph entities --check my-entities.json", "Is this file well-formed?"}}};

}  // namespace

constinit const CommandEntry kEntitiesCommand{
    "entities", "print, look up or check the entity tables",
    "With names, says what each can mean. Without, lists all known entities; with --json in the form that "
    "a file of your own has (docs/entities.md). With --check, reads such a file and says whether it is "
    "right.",
    kEntitiesExamples, make<EntitiesCommand>};

}  // namespace newsgraph::cli
