#include "cli/command_entities.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/context.h"
#include "cli/input_options.h"
#include "cli/text_table.h"
#include "knowledge/knowledge.h"
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

// The fields that a file of one's own has (docs/entities.md); empty ones are left out.
Json json_of(const KnownEntity& entity) {
  Json json{{"id", entity.id}, {"name", entity.name}, {"type", entity.type}};
  if (!entity.kind.empty()) json["kind"] = entity.kind;
  const auto list = [&](const char* field, const std::vector<std::string>& values) {
    if (!values.empty()) json[field] = values;
  };
  list("aliases", entity.aliases);
  list("adjectives", entity.adjectives);
  list("demonyms", entity.demonyms);
  list("capitals", entity.capitals);
  for (const KnownLink& link : entity.links) json[to_string(link.relation)].push_back(link.target);
  list("context", entity.context);
  if (!entity.identifiers.empty()) json["identifiers"] = entity.identifiers;
  if (!entity.gender.empty()) json["gender"] = entity.gender;
  return json;
}

std::string described(const KnownEntity& entity) {
  const std::string kind = entity.kind.empty() ? entity.type : entity.type + ", " + entity.kind;
  std::string text = fmt::format("  {}  ({}; id {})\n", entity.name, kind, entity.id);
  if (!entity.aliases.empty()) text += "    also " + joined(entity.aliases) + "\n";
  if (!entity.links.empty()) text += "    " + links_of(entity) + "\n";
  return text;
}

std::string looked_up(const Knowledge& knowledge, const std::string& name, const Terminal& screen) {
  std::string text = screen.paint(Style::heading, name) + "\n";
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
    json["senses"].push_back({{"as", to_string(sense.kind)}, {"entity", json_of(*sense.entity)}});
  }
  return json;
}

Json all_json(const Knowledge& knowledge) {
  Json entities = Json::array();
  for (const KnownEntity& entity : knowledge.entities()) entities.push_back(json_of(entity));
  return {{"entities", std::move(entities)}};
}

std::string all_table(const Knowledge& knowledge, const Terminal& screen) {
  TextTable table({{"Id"}, {"Name"}, {"Type"}, {"Kind"}, {"Also"}});
  for (const KnownEntity& entity : knowledge.entities()) {
    table.add({entity.id, entity.name, entity.type, entity.kind, joined(entity.aliases)});
  }
  return table.render(screen);
}

}  // namespace

std::string_view EntitiesCommand::description() const {
  return "With names, says what each can mean. Without, lists all known entities; with --json in the form "
         "that a file of "
         "your own has (docs/entities.md). With --check, reads such a file and says whether it is right.";
}

std::vector<Example> EntitiesCommand::examples() const {
  return {{"newsgraph entities Beijing UK", "What can these names mean?"},
          {"newsgraph entities --json > known.json", "All of them, in the form of a file of your own."},
          {"newsgraph entities --check my-entities.json", "Is this file well-formed?"}};
}

void EntitiesCommand::setup(CLI::App& app) {
  app.add_option("NAME", names_, "Names to look up");
  app.add_option("--entities", file_, "Use this file beside the built-in tables")
      ->option_text("FILE")
      ->group("Input");
  app.add_option("--check", check_, "Check this file")->option_text("FILE")->group("Input");
  app.add_flag("--json", json_, "Print JSON")->group("Output");
}

ExitCode EntitiesCommand::run(Context& context) {
  if (!check_.empty()) {
    const Knowledge checked = Knowledge::with_user_file(check_);
    context.print(fmt::format("{}: well-formed; {} entities together with the built-in ones\n", check_,
                              checked.entities().size()));
    return ExitCode::done;
  }
  const LoadedKnowledge loaded(KnowledgeOptions{"", file_});
  const Knowledge& knowledge = loaded.knowledge();
  if (names_.empty()) {
    context.print(json_ ? all_json(knowledge).dump(1) + "\n" : all_table(knowledge, context.screen()));
  }
  for (const std::string& name : names_) {
    context.print(json_ ? looked_up_json(knowledge, name).dump() + "\n"
                        : looked_up(knowledge, name, context.screen()));
  }
  return ExitCode::done;
}

}  // namespace newsgraph::cli
