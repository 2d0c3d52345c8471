// Targets beside those of the readers' registry.
#pragma once

#include <string_view>

namespace newsgraph::fuzz {

void run_claims(std::string_view bytes);       // lines of claims, to a graph, to every writer
void run_claim_table(std::string_view bytes);  // a table of claims
void run_store(std::string_view bytes);        // a database of claims
void run_analysis(std::string_view bytes);     // a text, its claims, to a graph, to every writer
void run_relations(std::string_view bytes);    // a relation schema
void run_entities(std::string_view bytes);     // a file of entities, beside a small built-in one
void run_decisions(std::string_view bytes);    // a file of decisions, applied to a few claims
void run_model(std::string_view bytes);        // a language model; its checksum is mended first
void run_antecedents(std::string_view bytes);  // learned weights that say whom a pronoun means
void run_scorer(std::string_view bytes);       // learned weights that say how sure a claim is
void run_stating(std::string_view bytes);      // words that show that something is stated
void run_gold(std::string_view bytes);         // lines of a gold standard
void run_conllu(std::string_view bytes);       // sentences as CoNLL-U
void run_dates(std::string_view bytes);        // dates, one a line
void run_decoding(std::string_view bytes);     // a charset, below it a text in it, mended as an article is
void run_page_data(std::string_view bytes);    // JSON in a page
void run_brotli(std::string_view bytes);       // a body of a web archive
void run_seven_zip(std::string_view bytes);    // a 7z archive; its checksums are mended first

}  // namespace newsgraph::fuzz
