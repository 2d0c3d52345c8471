#include "catch.h"
#include "documents/collected.h"
#include "documents/packed.h"

using namespace newsgraph;

namespace {

const PackedFiles kNews = {{"news/a.txt", "Norway banned Orlo."},
                           {"news/table.csv", "source,relation,target\nHalden,owns,Orlo\n"},
                           {"news/photo.jpg", "x"},
                           {"news/.hidden.txt", "Peru banned Orlo."},
                           {"__MACOSX/a.txt", "x"},
                           {"news/b.html", "<html><body><p>Chile banned Orlo on Monday.</p></body></html>"},
                           {"news/b_files/ad.html", "<p>Buy now.</p>"},
                           {"news/c.txt.gz", gzip_of("Peru owns Orlo.")}};

}  // namespace

TEST_CASE("archives are read like folders") {
  for (const auto& [name, bytes] : {std::pair("n.zip", zip_of(kNews)),
                                    {"n.tar", tar_of(kNews)},
                                    {"n.tar.gz", gzip_of(tar_of(kNews))},
                                    {"n.tgz", gzip_of(tar_of(kNews))},
                                    {"n.7z", seven_zip_of(kNews)},
                                    {"n.7z.gz", gzip_of(seven_zip_of(kNews))},
                                    {"n", zip_of(kNews)},
                                    {"n.txt", seven_zip_of(kNews)},
                                    {"n.txt", zip_of(kNews)}}) {
    const Collected all = collect_file(name, bytes);
    CAPTURE(name, all.skipped());
    REQUIRE(all.documents.size() == 3);
    CHECK(all.documents[0].source.ends_with(std::string(name) + "/news/a.txt"));
    CHECK(all.documents[1].text == "Chile banned Orlo on Monday.");
    CHECK(all.documents[2].text == "Peru owns Orlo.");
    REQUIRE(all.rows.size() == 1);
    CHECK(all.rows[0].where.ends_with("/news/table.csv:2"));
    CHECK(all.report.hidden == 2);
    CHECK(all.report.ignored == std::map<std::string, std::uint64_t>{{".jpg", 1}, {"_files", 1}});
  }
}

TEST_CASE("graphs inside archives are handed on") {
  const Collected all = collect_file("n.zip", zip_of({{"g.graphml", "<graphml/>"}}));
  REQUIRE(all.others.size() == 1);
  CHECK(all.others[0].second == "<graphml/>");
}

TEST_CASE("the option --from is said of what is in the archive") {
  ReadOptions options;
  options.from = "text";
  CHECK(collect_file("n.zip", zip_of({{"readme", "Norway banned Orlo."}}), options).documents.size() == 1);
  options.from = "archive";
  CHECK(collect_file("n", zip_of({{"a.txt", "Norway banned Orlo."}}), options).documents.size() == 1);
}

TEST_CASE("archives inside archives end") {
  std::string bytes = zip_of({{"a.txt", "Norway banned Orlo."}});
  for (int i = 0; i < 3; ++i) bytes = zip_of({{"inner.zip", bytes}});
  CHECK(collect_file("n.zip", bytes).documents.size() == 1);
  for (int i = 0; i < 3; ++i) bytes = zip_of({{"inner.zip", bytes}});
  const Collected deep = collect_file("n.zip", bytes);
  CHECK(deep.documents.empty());
  CHECK(deep.skipped().find("more than 4 levels inside one another") != std::string::npos);
}

TEST_CASE("a bomb ends at the limit of the input, wherever it lies") {
  ReadOptions small;
  small.limits.document_bytes = 1 << 20;
  small.limits.input_bytes = 4 << 20;
  const std::string blanks(std::size_t{16} << 20, ' ');
  const Collected one =
      collect_file("n.zip", zip_of({{"a.txt", blanks}, {"b.txt", "Norway banned Orlo."}}), small);
  CHECK(one.skipped().find("a.txt: more than 1 MiB") != std::string::npos);
  const std::string inner = zip_of({{"a.txt", std::string(1 << 20, ' ')},
                                    {"b.txt", std::string(1 << 20, 'x')},
                                    {"c.txt", std::string(1 << 20, 'y')}});
  const Collected many =
      collect_file("n.zip", zip_of({{"1.zip", inner}, {"2.zip", inner}, {"3.zip", inner}}), small);
  REQUIRE_FALSE(many.report.skipped.empty());
  CHECK(many.report.skipped.back().reason.find("--max-input-size") != std::string::npos);
}

TEST_CASE("what is damaged is named, what came before is kept") {
  const std::string zip = zip_of({{"a.txt", "Norway banned Orlo."}, {"b.txt", std::string(5000, 'b') + "x"}});
  const Collected cut = collect_file("n.zip", zip.substr(0, zip.size() / 2));
  CHECK_FALSE(cut.documents.empty());
  CHECK_FALSE(cut.report.skipped.empty());
  CHECK(collect_file("n.zip", "PK\x03\x04...").skipped().find("damaged") != std::string::npos);
  CHECK(collect_file("n.zip", zip_of({})).skipped().find("empty") != std::string::npos);
}

TEST_CASE("a 7z archive that lies is named, and what can be read of it is kept") {
  const std::string good =
      seven_zip_of({{"a.txt", "Norway banned Orlo."}, {"b.txt", std::string(5000, 'b')}});
  for (std::size_t size = 1; size < good.size(); size += 7) {
    const Collected cut = collect_file("n.7z", good.substr(0, size));
    CAPTURE(size);
    CHECK(cut.report.skipped.size() == 1);
  }
  // The place of the list of files, behind the end.
  std::string far = good;
  far[12 + 7] = '\x7f';
  CHECK(collect_file("n.7z", far).report.skipped.size() == 1);
  CHECK(collect_file("n.7z", seven_zip_of({})).skipped().find("empty") != std::string::npos);
  // Inside of another archive, and inside of itself.
  const Collected inner = collect_file("n.zip", zip_of({{"n.7z", good}, {"c.txt", "Peru banned Orlo."}}));
  CHECK(inner.documents.size() == 3);
}

TEST_CASE("a 7z archive ends at the limit of the input") {
  ReadOptions small;
  small.limits.document_bytes = 1 << 20;
  small.limits.input_bytes = 4 << 20;
  const std::string blanks(std::size_t{16} << 20, ' ');
  const std::string bomb = seven_zip_of({{"a.txt", blanks}, {"b.txt", "Norway banned Orlo."}});
  REQUIRE(bomb.size() < 100'000);
  CHECK(collect_file("n.7z", bomb, small).skipped().find("a.txt: more than 1 MiB") != std::string::npos);
  PackedFiles many;
  for (int i = 0; i < 8; ++i) many.emplace_back(std::to_string(i) + ".txt", std::string(1 << 20, ' '));
  const Collected all = collect_file("n.7z", seven_zip_of(many), small);
  REQUIRE_FALSE(all.report.skipped.empty());
  CHECK(all.report.skipped.back().reason.find("--max-input-size") != std::string::npos);
}

TEST_CASE("names in archives are harmless text") {
  const Document article =
      article_of("n.zip", zip_of({{"../../etc/caf\xC3\xA9\n.txt", "Norway banned Orlo."}}));
  CHECK(article.source.find('\n') == std::string::npos);
}

TEST_CASE("text documents of word processors are articles") {
  const std::string word =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"u\"><w:body>"
      "<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr><w:r><w:t>Norway bans Orlo</w:t></w:r></w:p>"
      "<w:p><w:r><w:t xml:space=\"preserve\">Norway "
      "</w:t></w:r><w:del><w:r><w:delText>praised</w:delText></w:r></w:del>"
      "<w:r><w:t>banned</w:t></w:r><w:r><w:tab/><w:t>Orlo.</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>So.</w:t></"
      "w:r></w:p></w:body></w:document>";
  const std::string core =
      "<cp:coreProperties xmlns:cp=\"a\" xmlns:dc=\"b\" xmlns:dcterms=\"c\"><dc:title>Microsoft Word - "
      "x</dc:title>"
      "<dc:creator>Ada "
      "Lind</dc:creator><dcterms:created>2024-03-04T09:00:00Z</dcterms:created></cp:coreProperties>";
  const Collected docx = collect_file(
      "a.docx",
      zip_of({{"[Content_Types].xml", "<x/>"}, {"docProps/core.xml", core}, {"word/document.xml", word}}));
  INFO(docx.skipped());
  REQUIRE(docx.documents.size() == 1);
  CHECK(docx.documents[0].text == "Norway bans Orlo\n\nNorway banned Orlo.\n\nSo.");
  CHECK(docx.documents[0].author == "Ada Lind");
  CHECK(docx.documents[0].date == "2024-03-04");

  const std::string content =
      "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\"><office:body><office:text>"
      "<text:h text:outline-level=\"1\">Heading</text:h><text:p>Norway "
      "<text:span>banned</text:span><text:s/>Orlo.</text:p>"
      "</office:text></office:body></office:document-content>";
  const Document odt = article_of(
      "a.odt", zip_of({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", content}}));
  CHECK(odt.text == "Heading\n\nNorway banned Orlo.");
  CHECK(collect_file("a.docx", zip_of({{"a.txt", "x"}})).skipped().find("no text document") !=
        std::string::npos);
}

TEST_CASE("the sheets of a workbook are tables") {
  const std::string book =
      R"(<workbook xmlns:r="r"><workbookPr/><sheets><sheet name="Ties" sheetId="1" r:id="rId1"/>
    <sheet name="Empty" sheetId="2" r:id="rId2"/></sheets></workbook>)";
  const std::string parts = R"(<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/>
    <Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>)";
  const std::string sheet = R"(<worksheet><sheetData>
    <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="inlineStr"><is><t>date</t></is></c></row>
    <row r="3"><c r="A3" t="s"><v>3</v></c><c r="B3" t="str"><v>bans</v></c><c r="C3" t="s"><v>4</v></c><c r="D3" s="1"><v>45355</v></c></row>
    <row r="4"><c r="A4" t="s"><v>3</v></c><c r="B4" t="str"><v>owns</v></c><c r="C4" t="s"><v>99</v></c></row>
    <row r="6"><c r="A6" t="s"><v>3</v></c><c r="B6" t="str"><v>owns</v></c><c r="C6" t="str"><v>Halden</v></c></row>
    </sheetData></worksheet>)";
  const std::string strings = R"(<sst><si><t>source</t></si><si><t>relation</t></si><si><t>target</t></si>
    <si><r><t>Nor</t></r><r><t>way</t></r><rPh><t>x</t></rPh></si><si><t>Orlo, Inc. "the paper"</t></si></sst>)";
  const std::string styles =
      R"(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts>
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>)";
  const Collected all = collect_file("a.xlsx", zip_of({{"[Content_Types].xml", "<Types/>"},
                                                       {"xl/workbook.xml", book},
                                                       {"xl/_rels/workbook.xml.rels", parts},
                                                       {"xl/worksheets/sheet1.xml", sheet},
                                                       {"xl/worksheets/sheet2.xml", "<worksheet/>"},
                                                       {"xl/styles.xml", styles},
                                                       {"xl/sharedStrings.xml", strings}}));
  REQUIRE(all.rows.size() == 2);  // the other points to no string
  CHECK(all.rows[0].source == "Norway");
  CHECK(all.rows[0].target == "Orlo, Inc. \"the paper\"");
  CHECK(all.rows[0].date == "2024-03-04");
  CHECK(all.rows[0].where.find("a.xlsx/Ties.csv:3") != std::string::npos);
  CHECK(all.rows[1].target == "Halden");  // the file says nothing of its last cell
  CHECK(all.rows[1].where.find("a.xlsx/Ties.csv:6") != std::string::npos);
  CHECK(collect_file("a.xlsx", zip_of({{"xl/workbook.xml", "<x/>"}})).skipped().find("without a sheet") !=
        std::string::npos);
}

TEST_CASE("sheets of OpenDocument are tables") {
  const std::string content =
      R"(<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><office:spreadsheet>
      <table:table table:name="Ties"><table:table-row><table:table-cell><text:p>source</text:p></table:table-cell>
      <table:table-cell><text:p>relation</text:p></table:table-cell><table:table-cell><text:p>target</text:p></table:table-cell>
      <table:table-cell><text:p>date</text:p></table:table-cell><table:table-cell><text:p>confidence</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16000"/></table:table-row>
      <table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>
      <table:table-row><table:table-cell><text:p>Norway</text:p></table:table-cell><table:table-cell><text:p>bans</text:p></table:table-cell>
      <table:table-cell><text:p>Orlo</text:p></table:table-cell><table:table-cell office:date-value="2024-03-04"><text:p>4.3.24</text:p></table:table-cell>
      <table:table-cell office:value-type="percentage" office:value="0.75"><text:p>75 %</text:p></table:table-cell>
      </table:table-row></table:table></office:spreadsheet></office:body></office:document-content>)";
  const Collected all = collect_file(
      "a.ods",
      zip_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", content}}));
  INFO(all.skipped());
  REQUIRE(all.rows.size() == 1);
  CHECK(all.rows[0].target == "Orlo");
  CHECK(all.rows[0].confidence == 0.75);
  CHECK(all.rows[0].where.find("a.ods/Ties.csv:5") != std::string::npos);
  CHECK(all.rows[0].date == "2024-03-04");
}
