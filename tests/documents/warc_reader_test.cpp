#include <cstdio>

#include "catch.h"
#include "documents/collected.h"
#include "documents/packed.h"

using namespace newsgraph;

namespace {

constexpr const char* kHttp = "application/http; msgtype=response";
constexpr const char* kUrl = "https://courier.example/orlo";

std::string page(const std::string& text) {
  return "<html><head><title>Orlo</title></head><body><article><p>" + text + "</p></article></body></html>";
}

std::string response(const std::string& answer) {
  return warc_record("response", kUrl, kHttp, answer);
}

Document only(const std::string& warc) {
  const Collected all = collect_file("a.warc", warc);
  INFO(all.skipped());
  REQUIRE(all.documents.size() == 1);
  return all.documents[0];
}

}  // namespace

TEST_CASE("the pages of a web archive are articles") {
  const std::string warc =
      warc_record("warcinfo", "", "application/warc-fields", "software: x\r\n") +
      warc_record("request", kUrl, "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n") +
      response(http_answer(page("Norway banned Orlo on Monday, it said."))) +
      warc_record("metadata", kUrl, "application/warc-fields", "x: y\r\n");
  for (const auto& [name, bytes] : {std::pair("a.warc", warc), {"a.warc.gz", gzip_of(warc)}, {"a", warc}}) {
    const Collected all = collect_file(name, bytes);
    REQUIRE(all.documents.size() == 1);
    CHECK(all.documents[0].text == "Orlo\n\nNorway banned Orlo on Monday, it said.");
    CHECK(all.documents[0].url == kUrl);
    CHECK(all.documents[0].date == "2024-05-06");
    CHECK(all.documents[0].source.find(": record 3 (https://courier.example/orlo)") != std::string::npos);
    CHECK(all.report.skipped.empty());
    CHECK(all.report.left_out.size() == 3);
  }
}

TEST_CASE("each record may be a gzip member of its own") {
  std::string bytes;
  for (const char* text :
       {"Norway banned Orlo on Monday.", "Chile banned Orlo on Tuesday.", "Peru banned Orlo."}) {
    bytes += gzip_of(response(http_answer(page(text))));
  }
  CHECK(collect_file("a.warc.gz", bytes).documents.size() == 3);
}

TEST_CASE("what the page says of its address and date comes first") {
  const Document document = only(response(
      http_answer("<html><head><title>T</title><link rel=canonical href='https://courier.example/own'>"
                  "<meta property='article:published_time' content='2024-01-02'></head>"
                  "<body><p>Norway banned Orlo on Monday, it said.</p></body></html>")));
  CHECK(document.url == "https://courier.example/own");
  CHECK(document.date == "2024-01-02");
}

TEST_CASE("bodies in chunks and compressed bodies are read") {
  const std::string html = page("Norway banned Orlo on Monday.");
  const std::string half = html.substr(0, 30);
  const std::string rest = html.substr(30);
  const std::string chunked = "1e\r\n" + half + "\r\n" + "53;x=y\r\n" + rest + "\r\n0\r\n\r\n";
  REQUIRE(rest.size() == 0x53);
  const char* const kChunked = "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n";
  CHECK(only(response(http_answer(chunked, kChunked))).text == "Orlo\n\nNorway banned Orlo on Monday.");
  CHECK(only(response(http_answer(html, kChunked))).text == "Orlo\n\nNorway banned Orlo on Monday.");
  const char* const kGzip = "content-type: text/html; charset=utf-8\r\ncontent-encoding: gzip\r\n";
  CHECK(only(response(http_answer(gzip_of(html), kGzip))).text == "Orlo\n\nNorway banned Orlo on Monday.");
  CHECK(only(response(http_answer(html, kGzip))).text == "Orlo\n\nNorway banned Orlo on Monday.");
}

TEST_CASE("several codings of a body are undone from the last one on") {
  const std::string html = page("Norway banned Orlo on Monday.");
  const std::string twice = gzip_of(gzip_of(html));
  const auto chunked = [](const std::string& bytes) {
    char size[20];
    std::snprintf(size, sizeof size, "%08zX", bytes.size());
    return std::string(size) + "\r\n" + bytes + "\r\n0\r\n\r\n";
  };
  for (const auto& [body, headers] :
       {std::pair(twice, "Content-Encoding: gzip, gzip\r\n"),
        {gzip_of(html), "Content-Encoding: gzip, identity\r\n"},
        {gzip_of(html), "Transfer-Encoding: gzip\r\n"},
        {chunked(gzip_of(html)), "Transfer-Encoding: gzip, chunked\r\n"},
        {chunked(twice), "Content-Encoding: GZIP\r\nTransfer-Encoding: gzip, Chunked\r\n"},
        {html, "Content-Encoding: gzip, gzip\r\n"}}) {
    CAPTURE(headers);
    CHECK(only(response(http_answer(body, "Content-Type: text/html\r\n" + std::string(headers)))).text ==
          "Orlo\n\nNorway banned Orlo on Monday.");
  }
  const std::string many = "Content-Type: text/html\r\nContent-Encoding: gzip, gzip, gzip, gzip, gzip\r\n";
  CHECK(collect_file("a.warc", response(http_answer(twice, many))).skipped().find("more than four times") !=
        std::string::npos);
}

TEST_CASE("bodies that are compressed with Brotli are read, or named where its library was not there") {
  const std::string html = page("Norway banned Orlo on Monday.");
  const char* const kBrotli = "Content-Type: text/html\r\nContent-Encoding: br\r\n";
  // What an archive has decompressed already.
  CHECK(only(response(http_answer(html, kBrotli))).text == "Orlo\n\nNorway banned Orlo on Monday.");
  const std::string good = response(http_answer(page("Peru banned Orlo on Tuesday.")));
#ifdef NEWSGRAPH_HAS_BROTLI
  const std::string packed = brotli_of(html);
  CHECK(only(response(http_answer(packed, kBrotli))).text == "Orlo\n\nNorway banned Orlo on Monday.");
  const std::string long_page = page(std::string(300'000, ' ') + "Norway banned Orlo on Monday.");
  CHECK(only(response(http_answer(brotli_of(long_page), kBrotli)))
            .text.ends_with("Norway banned Orlo on Monday."));
  for (std::size_t size = 1; size < packed.size(); ++size) {
    const Collected cut =
        collect_file("a.warc", response(http_answer(packed.substr(0, size), kBrotli)) + good);
    CAPTURE(size, cut.skipped());
    CHECK(cut.documents.size() == 1);
    CHECK(cut.report.skipped.size() == 1);
  }
  const Collected more = collect_file("a.warc", response(http_answer(packed + "x", kBrotli)));
  CHECK(more.skipped().find("something else behind") != std::string::npos);
  ReadOptions small;
  small.limits.document_bytes = 1 << 16;
  const std::string bomb = brotli_of(std::string(std::size_t{64} << 20, ' '));
  REQUIRE(bomb.size() < 1000);
  const Collected ended = collect_file("a.warc", response(http_answer(bomb, kBrotli)) + good, small);
  CHECK(ended.documents.size() == 1);
  CHECK(ended.skipped().find("more than 64 KiB") != std::string::npos);
#else
  const Collected all = collect_file("a.warc", response(http_answer("\x0b\x02\x80x\x03", kBrotli)) + good);
  CHECK(all.documents.size() == 1);
  CHECK(all.skipped().find("built without it") != std::string::npos);
#endif
}

TEST_CASE("the encoding that the server says is heeded") {
  const std::string html = page("Caf\xE9 Orlo owns \xCE\xEB.");
  CHECK(only(response(http_answer(html, "Content-Type: text/html; charset=ISO-8859-1\r\n")))
            .text.find("Café Orlo owns Îë.") != std::string::npos);
}

TEST_CASE("texts that were taken from pages are articles, WET") {
  const Document document = only(warc_record(
      "conversion", kUrl, "text/plain", "Norway bans Orlo\nHome\nNorway banned the app Orlo on Monday.\n"));
  CHECK(document.title == "Norway bans Orlo");
  CHECK(document.url == kUrl);
  CHECK(document.date == "2024-05-06");
}

TEST_CASE("what is no page is counted") {
  const Collected all =
      collect_file("a.warc", response(http_answer("", "Location: /x\r\n", "301 Moved Permanently")) +
                                 response(http_answer("x", "Content-Type: image/png\r\n")) +
                                 response(http_answer("<html></html>")) +
                                 warc_record("revisit", kUrl, kHttp, "HTTP/1.1 200 OK\r\n\r\n"));
  CHECK(all.documents.empty());
  CHECK(all.report.skipped.empty());
  CHECK(all.report.left_out.size() == 4);
}

TEST_CASE("a record that lies about its length is named, the others are read") {
  const std::string good = response(http_answer(page("Norway banned Orlo on Monday.")));
  const std::string answer = http_answer(page("Peru banned Orlo on Tuesday, and more."));
  const Collected few = collect_file("a.warc", warc_record("response", kUrl, kHttp, answer, "", 120) + good);
  CHECK(few.documents.back().text == "Orlo\n\nNorway banned Orlo on Monday.");
  REQUIRE(few.report.skipped.size() == 1);
  CHECK(few.report.skipped[0].where.find("record 1") != std::string::npos);

  const Collected many =
      collect_file("a.warc", warc_record("response", kUrl, kHttp, answer, "", 400) + good + good + good);
  CHECK(many.report.skipped.size() == 1);
  CHECK(many.documents.size() >= 1);

  const Collected cut =
      collect_file("a.warc", good + warc_record("response", kUrl, kHttp, answer, "", 1 << 20));
  CHECK(cut.documents.size() == 1);
  CHECK(cut.skipped().find("record 2 (https://courier.example/orlo): ends too early") != std::string::npos);

  ReadOptions small;
  small.limits.document_bytes = 4096;
  const Collected huge =
      collect_file("a.warc", response(http_answer(page(std::string(5000, 'x')))) + good, small);
  CHECK(huge.documents.size() == 1);
  CHECK(huge.skipped().find("record 1") != std::string::npos);
  CHECK(huge.skipped().find("--max-document-size") != std::string::npos);
}

TEST_CASE("a bomb in a record is named") {
  ReadOptions small;
  small.limits.document_bytes = 1 << 20;
  const Collected all =
      collect_file("a.warc",
                   response(http_answer(gzip_of(std::string(std::size_t{64} << 20, ' ')),
                                        "Content-Type: text/html\r\nContent-Encoding: gzip\r\n")) +
                       response(http_answer(page("Norway banned Orlo on Monday."))),
                   small);
  CHECK(all.documents.size() == 1);
  CHECK(all.skipped().find("more than 1 MiB") != std::string::npos);
}

TEST_CASE("other files named like a web archive are refused") {
  CHECK(collect_file("a.warc", "Norway banned Orlo.").skipped().find("is no web archive") !=
        std::string::npos);
}

TEST_CASE("a compressed body that nothing announces is read") {
  const Document document =
      only(response(http_answer(gzip_of(page("Norway banned Orlo on Monday, it said.")))));
  CHECK(document.text.find("Norway banned Orlo") != std::string::npos);
}

TEST_CASE("an archive of the time before WARC is named") {
  const Collected all =
      collect_file("a.arc", "filedesc://a.arc 0.0.0.0 20060102030405 text/plain 76\n1 0 X\n\n<p>x</p>");
  CHECK(all.documents.empty());
  CHECK(all.skipped().find("ARC file") != std::string::npos);
}
