#include "cli/browser.h"

#include "catch.h"

namespace newsgraph::cli {

using Commands = std::vector<std::vector<std::string>>;

TEST_CASE("the desktop's browser is asked where BROWSER says nothing") {
  CHECK(browser_commands("", "/a b.html") == Commands{{"xdg-open", "/a b.html"}});
  CHECK(browser_commands("::", "/p.html") == Commands{{"xdg-open", "/p.html"}});
}

TEST_CASE("BROWSER holds several command lines, with or without a place for the path") {
  CHECK(browser_commands("firefox --new-window %s:w3m", "/a b.html") ==
        Commands{{"firefox", "--new-window", "/a b.html"}, {"w3m", "/a b.html"}, {"xdg-open", "/a b.html"}});
  CHECK(browser_commands("open --page=%s", "/p.html").front() ==
        std::vector<std::string>{"open", "--page=/p.html"});
}

TEST_CASE("what BROWSER holds is no shell's business") {
  CHECK(browser_commands("x;$(y)", "/p.html").front() == std::vector<std::string>{"x;$(y)", "/p.html"});
}

}  // namespace newsgraph::cli
