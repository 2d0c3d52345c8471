#include "catch.h"
#include "documents/collected.h"

using namespace newsgraph;

namespace {

std::string rss(const std::string& items) {
  return "<?xml version=\"1.0\"?>\n<rss version=\"2.0\" "
         "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
         "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>Courier</title><link>https://"
         "courier.example</link>" +
         items + "</channel></rss>";
}

}  // namespace

TEST_CASE("the items of RSS are articles") {
  const Collected all = collect_file("feed.xml", rss(R"(
    <item><title>Norway bans Orlo</title><link>https://courier.example/1</link><guid>g-1</guid>
      <pubDate>Mon, 04 Mar 2024 09:00:00 GMT</pubDate><dc:creator>Ada Lind</dc:creator>
      <description>&lt;p&gt;Short.&lt;/p&gt;</description>
      <content:encoded><![CDATA[<p>Norway banned Orlo &amp; Co.</p><p>It said so.</p>]]></content:encoded></item>
    <item><description>Chile owns AT&amp;amp;T, it said.</description><author>a@b.example (Bo Berg)</author></item>)"));
  REQUIRE(all.documents.size() == 2);
  CHECK(all.documents[0].text == "Norway bans Orlo\n\nNorway banned Orlo & Co.\n\nIt said so.");
  CHECK(all.documents[0].url == "https://courier.example/1");
  CHECK(all.documents[0].id == "g-1");
  CHECK(all.documents[0].date == "2024-03-04");
  CHECK(all.documents[0].author == "Ada Lind");
  CHECK(all.documents[1].text == "Chile owns AT&T, it said.");
  CHECK(all.documents[1].author == "Bo Berg");
  CHECK(all.documents[1].source.ends_with(": item 2"));
}

TEST_CASE("the entries of Atom are articles") {
  const Document document =
      article_of("feed.atom", R"(<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title>
    <entry><title type="html">Norway bans &lt;b&gt;Orlo&lt;/b&gt;</title><id>urn:1</id>
      <link rel="self" href="https://courier.example/self"/><link href="https://courier.example/2"/>
      <updated>2024-03-05T00:00:00Z</updated><published>2024-03-04T00:00:00Z</published>
      <author><name>Ada Lind</name><email>a@b.example</email></author>
      <summary>Short.</summary>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Norway <b>banned</b> Orlo.</p><p>So.</p></div></content>
    </entry></feed>)");
  CHECK(document.text == "Norway bans Orlo\n\nNorway banned Orlo.\n\nSo.");
  CHECK(document.url == "https://courier.example/2");
  CHECK(document.date == "2024-03-04");
  CHECK(document.author == "Ada Lind");
}

TEST_CASE("RSS 1.0 is read") {
  const Document article =
      article_of("a.rdf", R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>C</title></channel>
    <item rdf:about="https://courier.example/3"><title>Norway bans Orlo</title><description>Norway banned it.</description>
    <dc:date>2024-03-04</dc:date></item></rdf:RDF>)");
  CHECK(article.url == "https://courier.example/3");
  CHECK(article.date == "2024-03-04");
}

TEST_CASE("feeds that are no good XML are read as far as they go") {
  const Document bad = article_of(
      "feed.xml",
      rss("<item><title>AT&T & Orlo&nbsp;Co</title><description>Norway banned AT&T.</description></item>"));
  CHECK(bad.text.find("Norway banned AT") != std::string::npos);
  const Collected cut = collect_file(
      "feed.xml", rss("<item><title>Norway bans Orlo</title></item><item><title>Peru").substr(0, 300));
  CHECK(cut.documents.size() + cut.report.skipped.size() >= 1);
  CHECK(collect_file("feed.xml", rss("")).skipped().find("without items") != std::string::npos);
}

TEST_CASE("a prefix that is not declared, and texts that end CDATA, lose no item") {
  const Document undeclared = article_of(
      "feed.xml",
      "<rss version=\"2.0\"><channel><item><title>Norway bans "
      "Orlo</title><content:encoded><![CDATA[<p>Norway banned "
      "Orlo on Monday.</p>]]></content:encoded><description>Short.</description></item></channel></rss>");
  CHECK(undeclared.text == "Norway bans Orlo\n\nNorway banned Orlo on Monday.");
  const Collected ended = collect_file("feed.xml", rss(R"(
    <item><title><![CDATA[Orlo [see ]]> below]]></title><description><![CDATA[Norway banned Orlo.]]></description></item>
    <item><description>Chile ]]> owns Orlo.</description></item>
    <item><description><![CDATA[x]]]]><![CDATA[>y: Peru owns Orlo.]]></description></item>)"));
  CHECK(ended.report.skipped.empty());
  REQUIRE(ended.documents.size() == 3);
  CHECK(ended.documents[0].text == "Orlo [see  below]]>\n\nNorway banned Orlo.");
  CHECK(ended.documents[1].text == "Chile ]]> owns Orlo.");
  CHECK(ended.documents[2].text == "x]]>y: Peru owns Orlo.");
  const Document media = article_of("feed.xml", R"(<rss xmlns:media="http://search.yahoo.com/mrss/"><channel>
    <item><title>Norway bans Orlo</title><media:group><media:title>Video</media:title>
    <media:description>Norway banned Orlo on Monday.</media:description></media:group></item></channel></rss>)");
  CHECK(media.text == "Norway bans Orlo\n\nNorway banned Orlo on Monday.");
}

TEST_CASE("feeds are read in the encoding that they declare") {
  const Collected all = collect_file("feed.xml",
                                     "<?xml version=\"1.0\" "
                                     "encoding=\"windows-1251\"?><rss><channel><item><title>\xCE\xF0\xEB\xEE<"
                                     "/title></item></channel></rss>");
  CHECK(all.documents.at(0).title == "Орло");
}

TEST_CASE("entities of a feed do not grow, nothing is loaded") {
  std::string laughs = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"ha\"";
  for (char c = 'b'; c < 'n'; ++c) {
    laughs += std::string("><!ENTITY ") + c + " \"";
    for (int i = 0; i < 10; ++i) laughs += std::string("&") + static_cast<char>(c - 1) + ";";
    laughs += "\"";
  }
  laughs += ">]><rss><channel><item><title>Norway bans &m; Orlo</title></item></channel></rss>";
  ReadOptions options;
  options.from = "feed";
  const Collected all = collect_file("feed", laughs, options);
  for (const Document& document : all.documents) CHECK(document.text.size() < 1000);
  CHECK(all.documents.size() + all.report.skipped.size() >= 1);
}

TEST_CASE("a JSON feed is an object around articles") {
  const Document article =
      article_of("feed.json", R"({"version":"https://jsonfeed.org/version/1.1","title":"Courier","items":[
    {"id":"7","url":"https://courier.example/7","title":"Norway bans Orlo","content_html":"<p>Norway banned Orlo.</p>",
     "date_published":"2024-03-04T00:00:00Z","authors":[{"name":"Ada Lind"}]}]})");
  CHECK(article.text == "Norway bans Orlo\n\nNorway banned Orlo.");
  CHECK(article.date == "2024-03-04");
  CHECK(article.author == "Ada Lind");
}

TEST_CASE("feeds with a prefix, and with blank lines before them") {
  const Document prefixed = article_of("a.atom", R"(<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry>
    <a:title>Norway</a:title><a:content>Norway banned Orlo.</a:content></a:entry></a:feed>)");
  CHECK(prefixed.text == "Norway\n\nNorway banned Orlo.");
  const Collected late =
      collect_file("a.rss", "\n \n" + rss("<item><title>T</title><description>Norway banned "
                                          "Orlo.</description></item>"));
  CHECK(late.report.skipped.empty());
  CHECK(late.documents.size() == 1);
}
