#include "entities/entity_id.h"
#include "catch.h"

#include "catch.h"

using namespace newsgraph;

namespace {

std::string id(std::string_view name, std::string_view type = "organization") {
  return id_of_unknown(Knowledge::built_in(), name, type);
}

}  // namespace

TEST_CASE("spellings of an unknown name have one id") {
  CHECK(id("Quillon Works Ltd.") == "quillon-works");
  CHECK(id("Quillon Works, Inc.") == "quillon-works");
  CHECK(id("the QUILLON works") == "quillon-works");
  CHECK(id("Quillón Works Holdings PLC") == "quillon-works");
  CHECK(id("J. P. Vandersloot", "person") == id("J.P. Vandersloot", "person"));
}

TEST_CASE("names that differ have ids that differ") {
  CHECK(id("Quillon Works") != id("Quillon Farms"));
  CHECK(id("Quillon North") != id("Quillon"));
  CHECK(id("Robert Ltd", "person") == "robert-ltd");  // no company
}

TEST_CASE("an unknown name does not take a known entity's id") {
  CHECK(id("Jordan", "person") == "jordan-person");
  CHECK(id("Jordan", "") == "jordan-name");
}

TEST_CASE("a suffix alone is a name") {
  CHECK(without_company_suffix("Group") == "Group");
  CHECK(without_company_suffix("Quillon Co., Ltd.") == "Quillon");
  CHECK(without_company_suffix("Quillon & Co.") == "Quillon");
  for (const char* suffix : {"B.V.", "BV", "N.V.", "A.S.", "S.R.L.", "L.L.C.", "K.K."}) {
    CAPTURE(suffix);
    CHECK(without_company_suffix("Quillon " + std::string(suffix)) == "Quillon");
  }
  CHECK(id("Holdings") == "holdings");
}

TEST_CASE("ids are never empty and differ for names without letters") {
  CHECK_FALSE(id("!!!").empty());
  CHECK(id("!!!") != id("???"));
  CHECK(local_id("Foreign Ministry", "d-1") != local_id("Foreign Ministry", "d-2"));
  CHECK(local_id("Foreign Ministry", "d-1") == local_id("the Foreign Ministry", "d-1"));
}
