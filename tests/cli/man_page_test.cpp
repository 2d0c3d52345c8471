#include "catch.h"
#include "cli/manual.h"
#include "cli/program.h"

using namespace newsgraph::cli;

namespace {

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("Every verb has examples, a man page and completions of all its options") {
  const std::vector<Manual> manuals = Program().manuals();
  REQUIRE(manuals.size() > 10);
  const std::string bash = bash_completion(manuals);
  const std::string zsh = zsh_completion(manuals);
  const std::string fish = fish_completion(manuals);
  for (const Manual& manual : manuals) {
    INFO(manual.name);
    CHECK_FALSE(manual.examples.empty());
    CHECK_FALSE(manual.summary.empty());
    CHECK_FALSE(manual.description.empty());
    const std::string help = help_text(manual, 80);
    const std::string page = man_page(manual, "1.0");
    CHECK(contains(page, ".SH EXIT STATUS"));
    for (const OptionGroup& group : manual.groups) {
      for (const OptionEntry& option : group.options) {
        INFO(option.label());
        CHECK_FALSE(option.text.empty());
        CHECK(contains(help, option.label()));
        CHECK(contains(bash, option.long_name));
        CHECK(contains(zsh, option.long_name));
        CHECK(contains(fish, " -l " + option.long_name.substr(2)));
      }
    }
  }
}

TEST_CASE("A line of a man page never begins with a control character by accident") {
  Manual manual;
  manual.name = "newsgraph x";
  manual.description = ".hidden files\n\n'quoted' back\\slash";
  const std::string page = man_page(manual, "1.0");
  CHECK(contains(page, "\\&.hidden files"));
  CHECK(contains(page, "\\&'quoted' back\\eslash"));
}
