// The command line: what the words mean is decided here, what they do in cmd_*.cpp.
#include <CLI/CLI.hpp>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <map>

#include "app/commands.hpp"
#include "app/version.hpp"

namespace {

namespace app = curveball::app;

constexpr char const* footer =
    "Exit codes: 0 done; 1 something was found wrong (lint, test, replay --verify); 2 could not "
    "run "
    "(port taken, file missing, data folder in use); 64 the command line was not understood.\n"
    "Every flag wins over its environment variable, which wins over the default.";

// Remembers what the chosen command is to do; run after the whole line was understood.
using Chosen = std::function<int()>;

void add_data_dir(CLI::App& command, std::filesystem::path& data_dir) {
  command.add_option("--data-dir", data_dir, "Folder of the database and its backups")
      ->envname("CURVEBALL_DATA_DIR")
      ->capture_default_str();
}

// "table" or "json", which must outlive the parsing.
void add_table_or_json(CLI::App& command, std::string& format) {
  command.add_option("--format", format, "table (for people) or json")
      ->check(CLI::IsMember({"table", "json"}))
      ->capture_default_str();
}

void add_serve(CLI::App& cli, Chosen& chosen) {
  auto options = std::make_shared<app::ServeOptions>();
  options->data_dir = "data";
  CLI::App* command = cli.add_subcommand("serve", "Serve interviews to browsers");
  command
      ->add_option("--address", options->address,
                   "Address to listen on; loopback is the safe choice")
      ->envname("CURVEBALL_ADDRESS")
      ->capture_default_str();
  command->add_option("--port", options->port, "Port to listen on; 0 takes a free one")
      ->envname("CURVEBALL_PORT")
      ->capture_default_str();
  add_data_dir(*command, options->data_dir);
  command
      ->add_option("--prompts", options->prompts_dir,
                   "Folder of interviews; default: those built in. Names what cannot run and "
                   "leaves it out; for the rest there is lint")
      ->envname("CURVEBALL_PROMPTS");
  command->add_option("--web-dir", options->web_dir,
                      "Folder of the web client; default: the one built in");
  command->add_option("--host", options->hosts,
                      "Host name that browsers may use besides loopback; repeatable");
  command->add_option("--origin", options->origins,
                      "Origin accepted behind a proxy, e.g. https://practice.example.org");
  command->add_option("--max-connections", options->connections_max, "Open connections at most");
  command->add_option("--max-sessions", options->sessions_max, "Sessions in memory at most");
  command->add_option("--messages-per-window", options->messages_per_window,
                      "Messages that one connection may send in 20 seconds");
  command->callback([options, &chosen] { chosen = [options] { return app::serve(*options); }; });
}

void add_play(CLI::App& cli, Chosen& chosen) {
  auto options = std::make_shared<app::PlayOptions>();
  CLI::App* command = cli.add_subcommand("play", "Play one interview in the terminal");
  command->add_option("file", options->file, "Scenario file")->required();
  command->add_option("--seed", options->seed, "Decides every draw; default: chosen by chance");
  command->callback([options, &chosen] { chosen = [options] { return app::play(*options); }; });
}

void add_lint(CLI::App& cli, Chosen& chosen) {
  auto options = std::make_shared<app::LintOptions>();
  CLI::App* command = cli.add_subcommand("lint", "Find what is wrong in scenario files");
  command->add_option("paths", options->paths, "Scenario files or folders of them")->required();
  command->add_flag("--write-lock", options->write_lock,
                    "Release: write versions.lock of a whole prompts folder without errors");
  command->callback([options, &chosen] { chosen = [options] { return app::lint(*options); }; });
}

void add_test(CLI::App& cli, Chosen& chosen) {
  auto options = std::make_shared<app::TestOptions>();
  CLI::App* command =
      cli.add_subcommand("test", "Run the exemplars and walkthroughs of scenario files");
  command->add_option("paths", options->paths, "Scenario files or folders of them")->required();
  command->callback([options, &chosen] { chosen = [options] { return app::test(*options); }; });
}

void add_format(CLI::App& cli, Chosen& chosen) {
  auto options = std::make_shared<app::FormatOptions>();
  CLI::App* command = cli.add_subcommand("fmt", "Lay out scenario files, comments kept");
  command->add_option("paths", options->paths, "Scenario files or folders of them")->required();
  command->add_flag("--check", options->check,
                    "Change nothing; exit 1 when something would change");
  command->callback([options, &chosen] { chosen = [options] { return app::format(*options); }; });
}

void add_graph(CLI::App& cli, Chosen& chosen) {
  auto options = std::make_shared<app::GraphOptions>();
  std::map<std::string, app::GraphFormat> const formats = {{"dot", app::GraphFormat::dot},
                                                           {"mermaid", app::GraphFormat::mermaid},
                                                           {"svg", app::GraphFormat::svg}};
  CLI::App* command = cli.add_subcommand("graph", "Draw which turn follows which, and why");
  command->add_option("file", options->file, "Scenario file")->required();
  command->add_option("--format", options->format, "svg (a picture), dot (Graphviz) or mermaid")
      ->transform(CLI::CheckedTransformer(formats))
      ->default_str("svg");
  command->add_flag("--coverage", options->coverage,
                    "Shade what no made-up candidate met; counts stand beside the names");
  command->callback([options, &chosen] { chosen = [options] { return app::graph(*options); }; });
}

void add_sim(CLI::App& cli, Chosen& chosen) {
  auto options = std::make_shared<app::SimOptions>();
  auto format = std::make_shared<std::string>("table");
  CLI::App* command =
      cli.add_subcommand("sim", "Let ten made-up candidates play: what they meet, how they score");
  command->add_option("file", options->file, "Scenario file")->required();
  command->add_option("--seeds", options->seeds, "Interviews of each candidate")
      ->check(CLI::Range(1, 10'000))
      ->capture_default_str();
  add_table_or_json(*command, *format);
  command->callback([options, format, &chosen] {
    options->json = *format == "json";
    chosen = [options] { return app::sim(*options); };
  });
}

void add_score(CLI::App& cli, Chosen& chosen) {
  auto options = std::make_shared<app::ScoreOptions>();
  auto format = std::make_shared<std::string>("json");
  CLI::App* command = cli.add_subcommand("score", "Score one answer from standard input");
  command->add_option("file", options->file, "Scenario file")->required();
  command->add_option("--turn", options->turn, "Id of the ask that is answered")->required();
  command->add_option("--profile", options->profile,
                      "Judge by another hire scale of the same folder, e.g. six-step");
  command->add_option("--format", *format, "json (the whole receipt) or text (for people)")
      ->check(CLI::IsMember({"json", "text"}))
      ->capture_default_str();
  command->callback([options, format, &chosen] {
    options->as_text = *format == "text";
    chosen = [options] { return app::score(*options); };
  });
}

void add_replay(CLI::App& cli, Chosen& chosen) {
  auto options = std::make_shared<app::ReplayOptions>();
  options->data_dir = "data";
  CLI::App* command =
      cli.add_subcommand("replay", "Print a stored session, or prove that it is whole");
  command->add_option("session", options->session, "Session id, or \"all\" with --verify")
      ->required();
  command->add_flag("--verify", options->verify, "Recompute every event and compare every hash");
  add_data_dir(*command, options->data_dir);
  command->callback([options, &chosen] { chosen = [options] { return app::replay(*options); }; });
}

void add_export(CLI::App& cli, Chosen& chosen) {
  auto options = std::make_shared<app::ExportOptions>();
  options->data_dir = "data";
  auto format = std::make_shared<std::string>("jsonl");
  CLI::App* command = cli.add_subcommand("export", "Write a stored session to standard output");
  command->add_option("session", options->session, "Session id")->required();
  command->add_option("--format", *format, "jsonl (lossless) or md (for people)")
      ->check(CLI::IsMember({"jsonl", "md"}))
      ->capture_default_str();
  add_data_dir(*command, options->data_dir);
  command->callback([options, format, &chosen] {
    options->markdown = *format == "md";
    chosen = [options] { return app::export_session(*options); };
  });
}

void add_backup(CLI::App& cli, Chosen& chosen) {
  auto options = std::make_shared<app::BackupOptions>();
  options->data_dir = "data";
  CLI::App* command = cli.add_subcommand("backup", "Copy the database while the server runs");
  command->add_option("--out", options->out, "File to write; must not exist")->required();
  add_data_dir(*command, options->data_dir);
  command->callback([options, &chosen] { chosen = [options] { return app::backup(*options); }; });
}

void add_bench(CLI::App& cli, Chosen& chosen) {
  auto options = std::make_shared<app::BenchOptions>();
  options->data_dir = "../shared/data";
  options->corpus_dir = "tests/corpus";
  auto format = std::make_shared<std::string>("table");
  CLI::App* bench = cli.add_subcommand("bench", "Measure what Curveball does");
  bench->require_subcommand(1);
  CLI::App* command =
      bench->add_subcommand("scoring", "How far scoring agrees with people: docs/SCORING.md");
  command->add_option("--data", options->data_dir, "Folder of public scored answers")
      ->capture_default_str();
  command->add_option("--corpus", options->corpus_dir, "Folder of our own scored answers")
      ->capture_default_str();
  add_table_or_json(*command, *format);
  command->callback([options, format, &chosen] {
    options->json = *format == "json";
    chosen = [options] { return app::bench_scoring(*options); };
  });
}

void add_try(CLI::App& cli, Chosen& chosen) {
  auto options = std::make_shared<app::TryOptions>();
  auto format = std::make_shared<std::string>("table");
  CLI::App* command =
      cli.add_subcommand("try", "Try a rubric on answers whose level a person gave");
  command->add_option("file", options->file, "Scenario file")->required();
  command
      ->add_option("--samples", options->samples,
                   "Answers, one JSON object a line: {\"id\", \"level\" 1 to 4, \"text\"}")
      ->required();
  command->add_option("--turn", options->turn, "Id of the ask; default: the first one");
  add_table_or_json(*command, *format);
  command->callback([options, format, &chosen] {
    options->json = *format == "json";
    chosen = [options] { return app::try_samples(*options); };
  });
}

int run(int count, char** words) {
  CLI::App cli(
      "Curveball: mock interviews that push back. No account, no network, no language model.",
      "curveball");
  cli.footer(footer);
  cli.require_subcommand(1);
  cli.set_version_flag("--version", app::version_text());
  Chosen chosen;
  add_serve(cli, chosen);
  add_play(cli, chosen);
  add_lint(cli, chosen);
  add_test(cli, chosen);
  add_format(cli, chosen);
  add_graph(cli, chosen);
  add_sim(cli, chosen);
  add_score(cli, chosen);
  add_replay(cli, chosen);
  add_export(cli, chosen);
  add_backup(cli, chosen);
  add_try(cli, chosen);
  add_bench(cli, chosen);
  try {
    cli.parse(count, words);
  } catch (CLI::ParseError const& error) {
    return cli.exit(error) == 0 ? app::exit_ok : app::exit_usage;
  }
  return chosen();
}

}  // namespace

int main(int count, char** words) {
  try {
    return run(count, words);
  } catch (std::exception const& error) {
    std::cerr << "curveball: " << error.what() << "\n";
    return app::exit_cannot;
  }
}
