#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <stdexcept>

#include "catch.h"
#include "documents/collected.h"
#include "documents/input_list.h"
#include "support/error.h"
#include "support/output.h"

using namespace newsgraph;
namespace fs = std::filesystem;

namespace {

std::string names_of(const std::vector<InputPath>& inputs) {
  std::string names;
  for (const InputPath& input : inputs) names += fs::path(input.path).filename().string() + " ";
  return names;
}

}  // namespace

TEST_CASE("folders are read in the order of their paths") {
  const TemporaryFolder folder;
  for (const char* name : {"b/2.txt", "b/1.txt", "a.txt", "c.txt", "b/inner/0.html"}) folder.write(name, "x");
  ReadReport report;
  CHECK(names_of(list_inputs({folder.path()}, {}, report)) == "a.txt 1.txt 2.txt 0.html c.txt ");
}

TEST_CASE("what is no input in a folder is left out and noted") {
  const TemporaryFolder folder;
  for (const char* name : {".hidden.txt", ".git/x.txt", "photo.JPG", "README", "page.html",
                           "page_files/ad.html", "other_files/kept.html"}) {
    folder.write(name, "x");
  }
  ::mkfifo(folder.path("pipe.txt").c_str(), 0600);
  ReadReport report;
  CHECK(names_of(list_inputs({folder.path()}, {}, report)) == "kept.html page.html ");
  CHECK(report.hidden == 2);
  CHECK(report.ignored == std::map<std::string, std::uint64_t>{{".jpg", 1}, {"(none)", 1}, {"_files", 1}});
  REQUIRE(report.skipped.size() == 1);
  CHECK(report.skipped[0].reason == "is not a regular file");
}

TEST_CASE("links in a circle end, and nothing is read twice") {
  const TemporaryFolder folder;
  folder.write("a/x.txt", "x");
  fs::create_directory_symlink("..", folder.path("a/up"));
  fs::create_directory_symlink("a", folder.path("b"));
  fs::create_symlink("a/x.txt", folder.path("c.txt"));
  ReadReport report;
  CHECK(names_of(list_inputs({folder.path(), folder.path("a/x.txt"), folder.path("a")}, {}, report)) ==
        "x.txt ");
}

TEST_CASE("the order of the arguments is kept, or made not to matter") {
  const TemporaryFolder folder;
  const std::string a = folder.write("a.txt", "x");
  const std::string b = folder.write("b.txt", "y");
  ReadReport report;
  ReadOptions options;
  CHECK(names_of(list_inputs({b, a}, options, report)) == "b.txt a.txt ");
  options.sort_inputs = true;
  CHECK(names_of(list_inputs({b, a}, options, report)) == "a.txt b.txt ");
}

TEST_CASE("what cannot be used is named with its reason, the rest is read") {
  const TemporaryFolder folder;
  std::vector<std::string> inputs = {
      folder.write("empty.txt", ""),
      folder.write("blank.txt", " \n\n"),
      folder.write("a.pdf", "%PDF-1.7 ..."),
      folder.write("b.txt", std::string("\x7F"
                                        "ELF\2\1\1\0\0\0",
                                        10)),
      folder.write("c.txt", "PK\x03\x04..."),
      folder.write("d.html", "\xFF\xD8\xFF\xE0"),
      folder.path("missing.txt"),
      folder.write("nul.txt", std::string(100, '\0')),
      folder.write("good.txt", "Words."),
  };
  const Collected all = collect(inputs);
  REQUIRE(all.documents.size() == 1);
  CHECK(all.documents[0].text == "Words.");
  REQUIRE(all.report.skipped.size() == 8);
  const char* reasons[] = {"is empty", "has no text", "PDF: convert it", "a program",
                           "damaged",  "a JPEG",      "No such file",    "binary data"};
  for (std::size_t i = 0; i < 8; ++i) {
    CHECK(all.report.skipped[i].where == inputs[i]);
    CHECK(all.report.skipped[i].reason.find(reasons[i]) != std::string::npos);
  }
}

TEST_CASE("a stray zero byte in a text does no harm") {
  CHECK(collect_file(
            "a.txt",
            std::string("Words and\0 more words, and so on and on, to some length, all of it text.", 71))
            .documents.size() == 1);
}

TEST_CASE("an unreadable file is named") {
  if (::geteuid() == 0) return;  // root reads everything
  const TemporaryFolder folder;
  const std::string path = folder.write("a.txt", "x");
  ::chmod(path.c_str(), 0);
  CHECK(collect({path}).skipped().find("Permission denied") != std::string::npos);
}

TEST_CASE("a folder that vanishes while it is read is named") {
  const TemporaryFolder folder;
  folder.write("d/a.txt", "First.");
  folder.write("d/b.txt", "Second.");
  ReadHandlers handlers;
  handlers.on_document = [&](Document&&) { fs::remove_all(folder.path("d")); };
  handlers.on_relation = [](const RelationRow&) {};
  const ReadReport report = read_inputs({folder.path("d")}, {}, handlers);
  CHECK(report.documents == 1);
  REQUIRE(report.skipped.size() == 1);
  CHECK(report.skipped[0].where.ends_with("b.txt"));
}

TEST_CASE("a named pipe is read") {
  const TemporaryFolder folder;
  const std::string path = folder.path("pipe");
  ::mkfifo(path.c_str(), 0600);
  const pid_t child = ::fork();
  if (child == 0) {
    std::ofstream(path) << "Words from a pipe.";
    ::_exit(0);
  }
  CHECK(collect({path}).documents.at(0).text == "Words from a pipe.");
}

TEST_CASE("what a handler throws ends the reading") {
  const TemporaryFolder folder;
  const std::string path = folder.write("a.txt", "Words.");
  ReadHandlers handlers;
  handlers.on_document = [](Document&&) { throw Error("the disk is full"); };
  handlers.on_relation = [](const RelationRow&) {};
  CHECK_THROWS_AS(read_inputs({path}, {}, handlers), Error);
  handlers.on_document = [](Document&&) { throw std::runtime_error("other"); };
  CHECK_THROWS_AS(read_inputs({path}, {}, handlers), std::runtime_error);
  handlers.on_other = [](OtherInput) { throw Error("is no graph"); };
  CHECK(read_inputs({folder.write("g.gexf", "<gexf/>")}, {}, handlers).skipped.at(0).reason == "is no graph");
  handlers.on_other = [](OtherInput) { throw ClosedPipe("gone"); };
  CHECK_THROWS_AS(read_inputs({folder.path("g.gexf")}, {}, handlers), ClosedPipe);
}

TEST_CASE("kinds that nobody handles are skipped") {
  const TemporaryFolder folder;
  ReadHandlers handlers;
  handlers.on_document = [](Document&&) {};
  handlers.on_relation = [](const RelationRow&) {};
  CHECK(read_inputs({folder.write("g.gexf", "<gexf/>")}, {}, handlers).skipped.size() == 1);
}
