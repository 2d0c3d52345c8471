#include "knowledge/subsidiary_form.h"

#include "catch.h"

using newsgraph::has_subsidiary_form;

TEST_CASE("a form that groups use abroad makes a company of its own") {
  for (const char* name :
       {"Tarvik GmbH", "Tarvik Pty Ltd", "Tarvik B.V.", "Tarvik Foods S.r.l.", "Tarvik K.K."}) {
    INFO(name);
    CHECK(has_subsidiary_form(name));
  }
}

TEST_CASE("a parent's form and a bare name do not") {
  for (const char* name : {"Tarvik", "Tarvik Corp.", "Tarvik AG", "Tarvik Ltd", "GmbH", "Ltd", "", "."}) {
    INFO(name);
    CHECK_FALSE(has_subsidiary_form(name));
  }
}
