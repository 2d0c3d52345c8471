// newsgraph formats: what can be read and written.
#include <CLI/CLI.hpp>
#include <array>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/context.h"
#include "cli/text_table.h"
#include "documents/registry.h"
#include "formats/registry.h"

namespace newsgraph::cli {
namespace {

using Json = nlohmann::ordered_json;

template <typename Texts>
std::string joined(const Texts& texts, std::string_view separator) {
  std::string out;
  for (const std::string_view text : texts) {
    if (!text.empty()) out += (out.empty() ? "" : std::string(separator)) + std::string(text);
  }
  return out;
}

const Column kWhat{.title = "What", .wraps = true};

std::string readable_table(const Terminal& screen) {
  TextTable table({{"Reads"}, {"Extensions"}, kWhat});
  for (const ReaderRow& row : readers()) {
    table.add({std::string(row.name), std::string(row.extensions), std::string(row.description)});
  }
  return table.render(screen);
}

std::string writable_table(const Terminal& screen) {
  TextTable table({{"Writes"}, {"Extensions"}, {"Flavors"}, kWhat});
  for (const Format& format : formats()) {
    table.add({std::string(format.name), joined(format.extensions, " "), joined(format.flavors, " "),
               std::string(format.description) + (format.unavailable.empty() ? "" : " (not in this build)")});
  }
  return table.render(screen);
}

Json json_of_formats() {
  Json json{{"read", Json::array()}, {"write", Json::array()}};
  for (const ReaderRow& row : readers()) {
    json["read"].push_back(
        {{"name", row.name}, {"extensions", row.extensions}, {"description", row.description}});
  }
  for (const Format& format : formats()) {
    json["write"].push_back({{"name", format.name},
                             {"extensions", joined(format.extensions, " ")},
                             {"flavors", joined(format.flavors, " ")},
                             {"description", format.description},
                             {"available", format.unavailable.empty()}});
  }
  return json;
}

class FormatsCommand final : public Command {
 public:
  void setup(CLI::App& app) override {
    app.add_flag("--json", json_, "Print one JSON object")->group("Output");
  }

  ExitCode run(Context& context) override {
    if (json_) {
      context.print(json_of_formats().dump(2) + "\n");
    } else {
      context.print(readable_table(context.screen()) + "\n" + writable_table(context.screen()));
    }
    return ExitCode::done;
  }

 private:
  bool json_ = false;
};

constexpr std::array<Example, 2> kFormatsExamples{
    {{"newsgraph formats", "Tables for the terminal."}, {"newsgraph formats --json", "For machines."}}};

}  // namespace

constinit const CommandEntry kFormatsCommand{
    "formats", "list what can be read and written",
    "Every input may be compressed (gzip, Zstandard, xz, bzip2) and is decompressed while it is read; every "
    "output is compressed where its name ends in .gz or .zst.",
    kFormatsExamples, make<FormatsCommand>};

}  // namespace newsgraph::cli
