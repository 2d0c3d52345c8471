#include <string>

#include "catch.h"
#include "documents/collected.h"
#include "documents/html_metadata.h"
#include "documents/html_page.h"

using namespace newsgraph;

namespace {

// A page as news sites build them: the article in the middle of everything else.
const char* const kPage = R"(<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Alpha buys Beta for 2bn - The Daily Planet</title>
<meta property="og:title" content="Alpha buys Beta">
<meta property="og:site_name" content="The Daily Planet">
<meta property="article:published_time" content="2023-03-16T08:30:00+01:00">
<link rel="canonical" href="https://planet.example/alpha-beta">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","author":{"name":"Ann Lee"}}</script>
<style>p { color: red }</style><script>var text = "<p>not text</p>";</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World, politics and everything else</a></li></ul></nav>
<div class="cookie-banner"><p>We use cookies to improve your experience, and to measure it.</p></div>
<article><header><h1>Alpha buys Beta</h1><p class="byline">By Ann Lee, business correspondent</p></header>
<figure><img src="a.jpg"><figcaption>The head office of Alpha, seen in March. Photo: Agency</figcaption></figure>
<p>Alpha Corp. said on Thursday that it has <a href="/b">bought Beta</a>, a rival, for two billion dollars.</p>
<p>The <b>regulator</b> denounced the deal&nbsp;&amp; called it &#8220;hasty&#8221;.<br>It may be blocked, people said.</p>
<div class="related-links"><h3>Related</h3><ul><li><a href="/1">Why Alpha wants Beta, and what it means</a></li></ul></div>
<p>Advertisement</p>
<h2>What comes next</h2>
<p>Shareholders will vote in May, the company said, and most of them are expected to agree.</p>
<aside><p>Sign up for our newsletter, and never miss a story about companies.</p></aside>
<p>Read more: <a href="/x">The history of Alpha</a></p></article>
<section id="comments"><p>First! I think that this is bad, very bad, and I will say so, at length, here.</p></section>
<footer><p>Copyright The Daily Planet, all rights reserved, and so on and so forth.</p></footer></body></html>)";

std::string text_of(const std::string& page) {
  const Collected all = collect_file("a.html", page);
  return all.documents.empty() ? "(" + all.skipped() + ")"
                               : all.documents[0].text.substr(all.documents[0].body);
}

HtmlMetadata metadata_of(const std::string& page) {
  return html_metadata(HtmlPage(page));
}

}  // namespace

TEST_CASE("a news page gives its article and nothing else") {
  const Document document = article_of("a.html", kPage);
  CHECK(document.title == "Alpha buys Beta");
  CHECK(document.date == "2023-03-16");
  CHECK(document.url == "https://planet.example/alpha-beta");
  CHECK(document.author == "Ann Lee");
  CHECK(document.text.substr(document.body) ==
        "Alpha Corp. said on Thursday that it has bought Beta, a rival, for two billion dollars.\n\n"
        "The regulator denounced the deal & called it “hasty”. It may be blocked, people said.\n\n"
        "What comes next\n\n"
        "Shareholders will vote in May, the company said, and most of them are expected to agree.");
}

TEST_CASE("without marks the article is where the prose is") {
  const std::string text = text_of(R"(<html><body>
    <div id="top"><ul><li><a href="/">Home and other places</a></li></ul></div>
    <div id="wrap"><div class="story-text">
      <p>Alpha, which makes things, said that it owns Beta, Gamma and Delta, and that it is content with that.</p>
      <p>The ministry, in a statement, denounced the company, its owners, and the people who work for it.</p></div>
    <div id="side"><p>Weather: rain</p><p><a href="/m">More weather, more rain, and more of everything</a></p></div></div>
    </body></html>)");
  CHECK(text ==
        "Alpha, which makes things, said that it owns Beta, Gamma and Delta, and that it is content with "
        "that.\n\n"
        "The ministry, in a statement, denounced the company, its owners, and the people who work for it.");
}

TEST_CASE("paragraphs made by line breaks are paragraphs") {
  CHECK(
      text_of(
          "<div>One sentence is here, it is not long, but there it is, among others, for all to see.<br><br>"
          "Another sentence follows it, after two line breaks, as old pages have it, and it is "
          "long.</div>") ==
      "One sentence is here, it is not long, but there it is, among others, for all to see.\n\n"
      "Another sentence follows it, after two line breaks, as old pages have it, and it is long.");
}

TEST_CASE("titles lose the name of the site") {
  CHECK(metadata_of("<title>Alpha buys all of Beta | The Planet</title>").title == "Alpha buys all of Beta");
  CHECK(metadata_of("<title>Alpha - the end</title>").title == "Alpha - the end");
  CHECK(metadata_of("<meta property=og:site_name content=P><title>A | B | P</title>").title == "A | B");
  CHECK(metadata_of("<title>Alpha buys Beta today : x</title><h1>Alpha buys Beta</h1>").title ==
        "Alpha buys Beta");
  CHECK(metadata_of("<h1>Only a heading</h1>").title == "Only a heading");
}

TEST_CASE("dates, addresses and authors are found where sites put them") {
  CHECK(metadata_of("<time datetime='2023-03-16'>x</time><p>y").date == "2023-03-16");
  CHECK(metadata_of("<meta name='DC.date.issued' content='2023-03-16'>").date == "2023-03-16");
  CHECK(metadata_of(R"(<script type="application/ld+json">{"@graph":[{"@type":["NewsArticle"],
        "datePublished":"2023-03-16","url":"https://a.example","author":[{"name":"Ann"},{"name":"Bo"}]}]}</script>)")
            .author == "Ann, Bo");
  CHECK(
      metadata_of("<link rel=canonical href='/relative'><meta property=og:url content='https://a.example/1'>")
          .url == "https://a.example/1");
  CHECK(
      metadata_of("<meta name=author content='https://a.example/ann'><a rel=author>By Ann Lee</a>").author ==
      "Ann Lee");
  CHECK(metadata_of("<script type='application/ld+json'>{broken</script><title>Title of it</title>").title ==
        "Title of it");
}

TEST_CASE("a page whose text is only data is read from the data") {
  CHECK(text_of(R"(<html><title>T</title><script type="application/ld+json">
      {"@type":"NewsArticle","headline":"T","articleBody":"Alpha owns Beta, it said."}</script><p>Loading</p></html>)") ==
        "Alpha owns Beta, it said.");
}

TEST_CASE("declared encodings are heeded") {
  CHECK(text_of("<meta charset=windows-1251><p>\xCF\xF0\xE8\xE2\xE5\xF2.</p>") == "Привет.");
  CHECK(text_of("<meta http-equiv=content-type content='text/html; charset=iso-8859-1'><p>caf\xE9.</p>") ==
        "café.");
  CHECK(text_of("<meta charset=latin1><p>caf\xC3\xA9.</p>") == "café.");
}

TEST_CASE("a page without text is named") {
  CHECK(text_of("<html><body><script>x</script></body></html>").find("no text of an article") !=
        std::string::npos);
  CHECK(text_of("<!-- -->").find("no text of an article") != std::string::npos);
}

TEST_CASE("pages that are nested without end are read or named") {
  std::string page;
  for (int i = 0; i < 200'000; ++i) page += "<div>";
  const Collected all = collect_file("a.html", page + "<p>At the bottom of it all.</p>");
  CHECK(all.documents.size() + all.report.skipped.size() == 1);
}

TEST_CASE("nothing outside the page is read, entities do not grow") {
  const TemporaryFolder folder;
  const std::string secret = folder.write("secret", "the secret");
  const std::string page = "<!DOCTYPE html [<!ENTITY x SYSTEM \"file://" + secret +
                           "\"><!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
                           "<html><body><p>Some text &x; and &b; in a page.</p></body></html>";
  const std::string text = text_of(page);
  CHECK(text.find("the secret") == std::string::npos);
  CHECK(text.find("aaaaaaaaaaa") == std::string::npos);  // one more than is written there
}
