// What pages say of their article, in all the ways that they say it.
#include <string>

#include "catch.h"
#include "documents/collected.h"
#include "documents/date.h"
#include "documents/html_json_ld.h"
#include "documents/html_metadata.h"
#include "documents/html_page.h"

using namespace newsgraph;

namespace {

HtmlMetadata metadata_of(const std::string& page) {
  return html_metadata(HtmlPage(page));
}

std::string text_of(const std::string& page) {
  const Collected all = collect_file("a.html", page);
  return all.documents.empty() ? "" : all.documents[0].text.substr(all.documents[0].body);
}

std::string with_data(const std::string& data, const std::string& type = "application/ld+json") {
  return "<html><head><title>T</title><script type=\"" + type + "\">" + data +
         "</script></head><body><p>x</p></body></html>";
}

const std::string kArticle =
    R"({"@type":"NewsArticle","headline":"Norway bans Chatter","datePublished":"2024-03-04","url":"https://a.example/n","author":{"name":"Ann Lee"}})";

const std::string kProse =
    "<p>Norway banned the messenger Chatter from the phones of its ministers on Monday, the government said "
    "in Oslo.</p>"
    "<p>Denmark had banned it a year before, and Chatter, which belongs to Loop, denounced both of them at "
    "the time.</p>"
    "<p>Loop owns two other messengers, neither of which is used by any minister, as far as the government "
    "knows.</p>";

const std::string kImprint =
    "<div class=\"about\"><p>The Fjord Post is an independent newspaper, founded in 1911, which is read in "
    "all of the "
    "country, on the water and under it, and it is printed in two cities every day of the week.</p></div>";

}  // namespace

TEST_CASE("a name that merely contains a word of clutter drops nothing") {
  for (const char* names : {"id=contentWithSidebar",
                            "class='entry-content with-share'",
                            "class=gdpr-ready",
                            "id=sidebar-layout",
                            "class='footer-fixed'",
                            "class=shareable",
                            "class='page has-related-posts'",
                            "class='no-comments'",
                            "class='post comments-open'",
                            "class='main-sidebar-right'",
                            "id=cookie-consent-given",
                            "class='social-post'",
                            "class=newsletter-off",
                            "class='related-layout'",
                            "class='article-and-comments'",
                            "id=promo-wrapper",
                            "class='tag-cookies category-banner'",
                            "class='paywall-content'",
                            "id=footerPage",
                            "class='menu-open'",
                            "class='ad-free'",
                            "class=gdpr",
                            "class=sidebar",
                            "id=share",
                            "id=cookies-article",
                            "class='popup-enabled'"}) {
    CAPTURE(names);
    const std::string start = "<html><head><title>Norway bans Chatter</title></head><body>";
    const std::string headline = "<h1>Norway bans Chatter</h1>";
    const std::string opened = "<div " + std::string(names) + ">";
    for (const std::string& page :
         {start + opened + headline + kProse + "</div>" + kImprint,
          start + headline + opened + kProse + "</div>" + kImprint,
          start + headline + "<div class=inner>" + opened + kProse + "</div></div>" + kImprint}) {
      const std::string text = text_of(page + "</body></html>");
      CHECK(text.find("Norway banned") != std::string::npos);
      CHECK(text.find("neither of which") != std::string::npos);
      CHECK(text.find("independent newspaper") == std::string::npos);
    }
  }
}

TEST_CASE("clutter is dropped by its names all the same") {
  for (const char* names :
       {"class=sidebar", "id=right-sidebar", "class='share-bar'", "class=related-posts", "id=comments",
        "class='cookie-banner'", "class='page-footer'", "class='newsletter-signup'", "class=rightSidebar",
        "class='jp-relatedposts'", "class='author-bio'", "id=disqus_thread", "class='most-read'"}) {
    CAPTURE(names);
    const std::string text = text_of(
        "<html><head><title>Norway bans Chatter</title></head><body><div><h1>Norway bans Chatter</h1>" +
        kProse + "<div " + names +
        "><p>Sweden banned the same messenger last week, says a paragraph that is "
        "elsewhere.</p></div></div></body></html>");
    CHECK(text.find("Norway banned") != std::string::npos);
    CHECK(text.find("Sweden") == std::string::npos);
  }
}

TEST_CASE("data for search engines are read as sites write them") {
  const auto with = [](std::string text, const std::string& what, const std::string& by) {
    return text.replace(text.find(what), what.size(), by);
  };
  for (const std::string& data :
       {kArticle, kArticle + ";", "<!--\n" + kArticle + "\n-->", "//<![CDATA[\n" + kArticle + "\n//]]>",
        "/* made by a machine */ " + kArticle, "[" + kArticle + ",]",
        "{\"@graph\":[{\"@type\":\"Organization\"}," + kArticle + ",],}",
        "{\"@type\":\"WebPage\",\"mainEntity\":" + kArticle + "}",
        "{\"@type\":\"WebPage\",\"mainEntityOfPage\":" + kArticle + "}",
        with(kArticle, "bans Chatter", "bans\nChatter,\n\tagain"),
        with(kArticle, "bans Chatter", "bans \\'Chatter\\'"), with(kArticle, "\"url\"", "// where\n\"url\""),
        with(kArticle, "\"name\":\"Ann Lee\"", "\"name\":\"Ann Lee\","),
        with(kArticle, "\"name\":\"Ann Lee\"", "\"name\":{\"@type\":\"Person\",\"name\":\"Ann Lee\"}"),
        with(kArticle, "\"NewsArticle\"", "[\"Thing\",\"ReportageNewsArticle\"]"),
        with(kArticle, "\"2024-03-04\"", "{\"@type\":\"Date\",\"@value\":\"2024-03-04T10:00:00Z\"}"),
        with(kArticle, "NewsArticle", "http://schema.org/NewsArticle"), "\xEF\xBB\xBF" + kArticle}) {
    CAPTURE(data);
    const HtmlMetadata metadata = metadata_of(with_data(data));
    CHECK(metadata.date.substr(0, 10) == "2024-03-04");
    CHECK(metadata.url == "https://a.example/n");
    CHECK(metadata.author == "Ann Lee");
  }
  for (const char* type :
       {"application/ld+json; charset=utf-8", "Application/LD+JSON", " application/ld+json "}) {
    CHECK(metadata_of(with_data(kArticle, type)).date == "2024-03-04");
  }
}

TEST_CASE("of several articles in the data it is the page's own") {
  const std::string teaser =
      R"({"@type":"NewsArticle","headline":"Rice","datePublished":"2019-01-05","url":"https://a.example/r"})";
  const std::string page = "<link rel=canonical href='https://a.example/n?x=1'>";
  CHECK(metadata_of(page + with_data("[" + teaser + "," + kArticle + "]")).date == "2024-03-04");
  CHECK(metadata_of("<h1>Norway bans Chatter</h1>" + with_data("[" + teaser + "," + kArticle + "]")).date ==
        "2024-03-04");
  CHECK(metadata_of(with_data(R"({"@type":"ItemList","itemListElement":[)" + teaser + "]}")).date.empty());
}

TEST_CASE("what cannot be mended is no data") {
  for (const char* text :
       {"", "x", "]", "}{", "{\"a\"", "[[[[", "\"", "{\"a\":\"", "/*", "{/*", "{\"a\\", "<!--"}) {
    CAPTURE(text);
    CHECK(metadata_of(with_data(text)).date.empty());
  }
  CHECK(mended_json("{\"a\":[1,2,").size() >= 9);
  CHECK(mended_json("[1,2, ,\n]") == "[1,2]");
  CHECK(mended_json(R"({"a":"b\)") == R"({"a":"b"})");
  CHECK(mended_json(std::string(100'000, '[')).size() == 200'000);
}

TEST_CASE("the date is the article's, not that of a teaser, a comment or a change") {
  const std::string title = "<title>Norway bans Chatter</title>";
  const std::string headline = "<h1>Norway bans Chatter</h1>";
  const std::string teasers =
      "<div class=top><ul><li><a href=/o>Old story about rice</a> <time datetime=2019-07-01>1 July "
      "2019</time></li></ul></div>";
  const std::string comments = "<div class=comments><time datetime=2024-03-09>9 March</time> nice</div>";
  for (const char* shown :
       {"<time datetime='2024-03-04T09:00:00Z'>today</time>", "<span class=datePublished>4 March 2024</span>",
        "<div class='article__date'>Mar 4, 2024</div>",
        "<abbr class=published title='2024-03-04T10:00:00+01:00'>10:00</abbr>",
        "<span itemprop=datePublished content='2024-03-04'>Monday</span>",
        "<meta itemprop=datePublished content='2024-03-04'>", "<time pubdate>March 4, 2024</time>",
        "<p class=posted-on>Posted on 4 March 2024</p>",
        "<time class=updated datetime=2024-03-08>8 March</time><time class='entry-date published' "
        "datetime=2024-03-04>4 March</time>",
        "<footer>Submitted by ann on <span class=date>Mon, 03/04/2024 - 8:10</span> <time "
        "datetime=2024-03-04></time></footer>"}) {
    CAPTURE(shown);
    CHECK(metadata_of(title + teasers + "<main><article>" + headline + shown + kProse + "</article></main>" +
                      comments)
              .date.find("2024") != std::string::npos);
    const Collected all = collect_file(
        "a.html", title + teasers + "<article>" + headline + shown + kProse + "</article>" + comments);
    CHECK(all.documents.at(0).date == "2024-03-04");
    const Collected before =
        collect_file("a.html", title + teasers + "<div>" + shown + headline + kProse + "</div>" + comments);
    CHECK(before.documents.at(0).date == "2024-03-04");
  }
  CHECK(metadata_of(title + headline + kProse + comments).date.empty());
  CHECK(metadata_of(title + headline + "<time datetime=2024-03-08 itemprop=dateModified>8 March</time>" +
                    kProse)
            .date.empty());
}

TEST_CASE("a discussion is what readers wrote") {
  const std::string posts =
      "<div class=comment><p>The pump has lost its pressure every night since we bought it, and nobody knows "
      "why it does.</p></div>"
      "<div class=comment><p>Look at the valve first, then at the tank, and only then at the pipe, which is "
      "hard to get at.</p></div>";
  const std::string page =
      "<html><title>Pump loses pressure</title><body><h1>Pump loses pressure</h1>" + posts;
  CHECK(text_of(page + "<script type='application/ld+json'>{\"@type\":\"DiscussionForumPosting\"}</script>")
            .find("valve") != std::string::npos);
}

TEST_CASE("dates in attributes, behind names, and before a change") {
  for (const char* shown :
       {"<p class=meta>4 March 2024</p>", "<p>By <span class=byline>Ann Lee, Mar. 4, 2024</span></p>",
        "<p class=timestamp>Published: Mon, 4 Mar 2024, 09:10 CET | Updated: 6 Mar 2024</p>",
        "<span class=date data-timestamp=1709542800>4 hours ago</span>",
        "<relative-time datetime='2024-03-04T10:00:00Z'>4 hours ago</relative-time>",
        "<div class=datum>Montag, 4. März 2024</div>",
        "<time itemprop=dateModified datetime=2024-03-06T19:20>04.03.2024 | Actualizado a 06/03/2024 "
        "19:20</time>",
        "<span class=txtactualitzatel>| 4/3/2024 a les 10:19h</span><div class=date>4.3.2024</div>",
        "<div class=date>Last updated: 6 March 2024, 10:00 AM IST | Published: 4 March 2024</div>",
        "<div class=date>Updated 6 March 2024 Published 4 March 2024</div>",
        "<div class=article-duration><time class=timeagofunction datetime='Mon Mar 04 2024 15:21:41 "
        "GMT+0000'></time></div>",
        "<div class=stamp data-published='2024-03-04T10:00:00Z'>today</div>",
        "<span class=timestamp data-utime=1709542800>4 hours ago</span>",
        "<div class=date>10:15 | 04.03.2024</div>", "<p>Posted at 10:15 on 4 March 2024</p>",
        "<div class=x1>Mar 4, 2024</div>", "<div class=x1>Monday 4 March 2024 10.15 GMT</div>"}) {
    CAPTURE(shown);
    const HtmlMetadata data =
        metadata_of("<html><body><main><h1>Norway bans Chatter</h1>" + std::string(shown) + kProse +
                    "</main><footer><time datetime=2025-01-01>2025</time></footer></body></html>");
    CHECK(normalize_date(data.date) == "2024-03-04");
  }
}

TEST_CASE("a line about another day than that of publication is no date") {
  for (const char* shown :
       {"<p>Elections on 4 March 2024</p>", "<p>Updated 4 March 2024</p>", "<p>Since March 2024</p>",
        "<time class=updated datetime=2024-03-04>4 March 2024</time>"}) {
    CAPTURE(shown);
    CHECK(metadata_of("<html><body><main><h1>Norway bans Chatter</h1>" + std::string(shown) + kProse +
                      "</main></body></html>")
              .date.empty());
  }
}

TEST_CASE("the day of publication under names that sites make up") {
  for (const char* name : {"og:pubdate", "bt:pubDate", "published-date", "published_at", "DisplayDate",
                           "vr:published_time", "prism.publicationDate", "cXenseParse:publishtime", "ptime",
                           "article_date_original", "citation_online_date", "article:create_at", "created"}) {
    CAPTURE(name);
    for (const char* content :
         {"content='2024-03-04T10:15'", "value='20240304101500'", "content='Mon, 03/04/2024 - 10:15'"})
      CHECK(normalize_date(metadata_of("<head><meta property='" + std::string(name) + "' " + content +
                                       "></head><h1>T</h1>" + kProse)
                               .date) == "2024-03-04");
  }
  const std::string others =
      "<meta name=republished_time content=2024-03-09><meta name=publisher_since content=2024-03-08>"
      "<meta name=unpublish_date content=2024-03-07><meta property=og:updated_time content=2024-03-06>";
  CHECK(metadata_of("<head>" + others + "</head><h1>T</h1>" + kProse).date.empty());
}

TEST_CASE("several objects of data one after the other, and dates as numbers") {
  CHECK(metadata_of(with_data(R"({"@type":"Organization","name":"Post"})"
                              "\n" +
                              kArticle))
            .date == "2024-03-04");
  CHECK(metadata_of(with_data(R"({"@type":"NewsArticle","datePublished":1709542800000})")).date ==
        "1709542800000");
}

TEST_CASE("what readers wrote is known by its tools") {
  std::string comments;
  for (const char* who : {"gull", "tern", "skua"}) {
    comments += "<li><b>" + std::string(who) +
                "</b><p>I have said so for years, and nobody listened to me.</p>" +
                "<a href=#a>Reply</a> <a href=#b>Report</a></li>";
  }
  const std::string text = text_of("<html><body><div><h1>Norway bans Chatter</h1>" + kProse +
                                   "</div><div id=talk><ol>" + comments + "</ol></div></body></html>");
  CHECK(text.find("Norway banned") != std::string::npos);
  CHECK(text.find("nobody listened") == std::string::npos);
}

TEST_CASE("a box that asks for an address, and notices of rights, are no text") {
  const std::string text =
      text_of("<html><body><div><h1>Norway bans Chatter</h1>" + kProse +
              "<div><p>Join the readers of our weekly letter about what happens in Oslo and elsewhere.</p>"
              "<form><input type=email></form></div><p>© 2024 Fjord Post. All rights reserved. It may be "
              "read.</p></div></body></html>");
  CHECK(text.find("Loop owns two") != std::string::npos);
  CHECK(text.find("weekly letter") == std::string::npos);
  CHECK(text.find("may be read") == std::string::npos);
}

TEST_CASE("a page says when it was last changed") {
  const std::string time = "2026-05-04T10:15:00Z";
  CHECK(metadata_of(R"(<meta property="article:modified_time" content=")" + time + R"(">)").modified == time);
  CHECK(
      metadata_of(with_data(R"({"@type": "NewsArticle", "headline": "A", "dateModified": ")" + time + "\"}"))
          .modified == time);
  CHECK(metadata_of(R"(<meta property="article:published_time" content="2026-05-04">)").modified.empty());
}
