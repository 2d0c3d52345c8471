#include "catch.h"
#include "documents/collected.h"
#include "documents/mime_text.h"
#include "documents/packed.h"

using namespace newsgraph;

namespace {

const std::string kHead =
    "From: =?utf-8?Q?Ada_L=C3=ADnd?= <ada@courier.example>\r\nTo: desk@courier.example\r\n"
    "Subject: =?utf-8?B?Tm9yd2F5IGJhbnM=?=\r\n =?utf-8?B?IE9ybG8=?=\r\nDate: Mon, 4 Mar 2024 09:00:00 "
    "+0100\r\n"
    "Message-ID: <m1@courier.example>\r\nMIME-Version: 1.0\r\n";

std::string multipart(const std::string& kind, const std::string& parts, const std::string& head = kHead) {
  return head + "Content-Type: multipart/" + kind + "; boundary=\"b1\"\r\n\r\nFor old programs.\r\n" + parts +
         "--b1--\r\n";
}
std::string part(const std::string& headers, const std::string& content) {
  return "--b1\r\n" + headers + "\r\n" + content + "\r\n";
}

}  // namespace

TEST_CASE("a mail is an article") {
  const std::string mail =
      kHead +
      "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
      "Norway banned Caf=C3=A9 Orlo on Mon=\r\nday.\r\n";
  for (const char* name : {"a.eml", "a"}) {
    const Collected all = collect_file(name, mail);
    REQUIRE(all.documents.size() == 1);
    CHECK(all.documents[0].text == "Norway bans Orlo\n\nNorway banned Café Orlo on Monday.");
    CHECK(all.documents[0].author == "Ada Línd");
    CHECK(all.documents[0].date == "2024-03-04");
    CHECK(all.documents[0].id == "m1@courier.example");
  }
}

TEST_CASE("of the same in two forms the plain one is taken, unless it only points elsewhere") {
  const std::string html =
      part("Content-Type: text/html; charset=iso-8859-1\r\n", "<p>Norway banned Caf\xE9 Orlo.</p>");
  const auto text_of = [&](const std::string& plain) {
    return collect_file("a.eml", multipart("alternative", part("Content-Type: text/plain\r\n", plain) + html))
        .documents.at(0)
        .text;
  };
  CHECK(text_of("Norway banned Orlo, plainly.") == "Norway bans Orlo\n\nNorway banned Orlo, plainly.");
  CHECK(text_of("See https://courier.example/1") == "Norway bans Orlo\n\nNorway banned Café Orlo.");
}

TEST_CASE("attachments of known kinds are documents, others are counted") {
  const Collected all = collect_file(
      "a.eml",
      multipart("mixed",
                part("Content-Type: text/plain\r\n", "See the attachment, please.") +
                    part("Content-Type: text/html; name=\"old.html\"\r\nContent-Disposition: attachment; "
                         "filename=\"story.html\"\r\nContent-Transfer-Encoding: base64\r\n",
                         "PHA+UGVydSBiYW5uZWQgT3JsbyBvbiBGcmlkYXkuPC9wPg==") +
                    part("Content-Type: image/png; name=x.png\r\n", "x") +
                    part("Content-Type: message/rfc822\r\n", kHead + "\r\nChile banned Orlo.")));
  REQUIRE(all.documents.size() == 3);
  CHECK(all.documents[0].text == "Peru banned Orlo on Friday.");
  CHECK(all.documents[0].source.ends_with("a.eml/story.html"));
  CHECK(all.documents[1].text == "Norway bans Orlo\n\nChile banned Orlo.");
  CHECK(all.documents[2].text == "Norway bans Orlo\n\nSee the attachment, please.");
  CHECK(all.report.left_out.size() == 1);
}

TEST_CASE("a page that a browser saved as one file is read as a page") {
  const std::string mht =
      "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://courier.example/9\r\nSubject: x\r\n"
      "Date: Tue, 5 Mar 2024 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
      "Content-Type: multipart/related; type=\"text/html\"; boundary=\"b1\"\r\n\r\n" +
      part(
          "Content-Type: text/html\r\nContent-Location: "
          "https://courier.example/9\r\nContent-Transfer-Encoding: quoted-printable\r\n",
          "<html><head><title>Norway bans Orlo</title></head><body><nav>Home</nav><article><p "
          "class=3D\"x\">Norway banned =\r\nOrlo on Monday.</p></article></body></html>") +
      part("Content-Type: image/png\r\nContent-Location: https://courier.example/x.png\r\n", "x") +
      "--b1--\r\n";
  const Collected all = collect_file("a.mhtml", mht);
  REQUIRE(all.documents.size() == 1);
  CHECK(all.documents[0].text == "Norway bans Orlo\n\nNorway banned Orlo on Monday.");
  CHECK(all.documents[0].url == "https://courier.example/9");
  CHECK(all.documents[0].date == "2024-03-05");
}

TEST_CASE("a box of mails holds an article each") {
  std::string box;
  for (const char* text :
       {"Norway banned Orlo.", "Chile banned Orlo.\n\n>From Rome it was said.", "Peru banned Orlo."}) {
    box +=
        "From ada@courier.example Mon Mar  4 09:00:00 2024\nFrom: a@b.example\nSubject: News\nDate: Mon, 4 "
        "Mar 2024 09:00:00 +0000\n\n" +
        std::string(text) + "\n\n";
  }
  const Collected all = collect_file("a.mbox", box);
  REQUIRE(all.documents.size() == 3);
  CHECK(all.documents[1].text == "News\n\nChile banned Orlo.\n\nFrom Rome it was said.");
  CHECK(all.documents[2].source.ends_with("a.mbox: mail 3"));
}

TEST_CASE("parts inside one another without end are named") {
  std::string mail = kHead;
  for (int i = 0; i < 10'000; ++i) {
    const std::string mark = "b" + std::to_string(i);
    mail += "Content-Type: multipart/mixed; boundary=" + mark + "\r\n\r\n--" + mark + "\r\n";
  }
  CHECK(collect_file("a.eml", mail).skipped().find("more than 32 levels") != std::string::npos);
  std::string wide;
  for (int i = 0; i < 2'000; ++i) wide += part("Content-Type: text/plain\r\n", "x");
  CHECK(collect_file("a.eml", multipart("mixed", wide)).skipped().find("more than 1000 parts") !=
        std::string::npos);
  std::string inner = "Content-Type: text/plain\r\n\r\nDeep.";
  for (int i = 0; i < 20; ++i) inner = kHead + "Content-Type: message/rfc822\r\n\r\n" + inner;
  CHECK(collect_file("a.eml", inner).skipped().find("more than 4 levels") != std::string::npos);
}

TEST_CASE("headers of mails are decoded") {
  CHECK(decode_header("=?iso-8859-1?Q?Caf=E9_Orlo?= owns") == "Café Orlo owns");
  CHECK(decode_header("=?utf-8?B?w?= =?utf-8?B?6k=?=") != "");
  CHECK(decode_header("=?broken?X?y?= =?utf-8?Q?open") == "=?broken?X?y?= =?utf-8?Q?open");
  CHECK(decode_header("=?iso-2022-jp?B?GyRCJSobKEI=?=") == "オ");
  CHECK(decode_base64("T3Js\r\nbw==") == "Orlo");
  CHECK(decode_quoted_printable("a=3Db= \r\nc=zz=") == "a=bc=zz");
  CHECK(unflow("Norway banned \nOrlo.\nSo.\n", false) == "Norway banned Orlo.\nSo.\n");
}
