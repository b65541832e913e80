// The commands of the program, one function each. Every one returns the process's exit code.
// Thread: main.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace curveball::app {

// Exit codes, the same for every command; listed in --help.
enum ExitCode : int {
  exit_ok = 0,
  exit_findings = 1,  // The command ran and found something wrong: a lint error, a failed test.
  exit_cannot = 2,    // It could not run: port taken, file missing, data folder in use.
  exit_usage = 64,    // The command line was not understood.
};

struct ServeOptions {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;
  std::filesystem::path data_dir;
  std::optional<std::filesystem::path> prompts_dir;  // Absent: the embedded interviews.
  std::optional<std::filesystem::path> web_dir;      // Absent: the embedded web client.
  std::vector<std::string> hosts;                    // Host names accepted besides loopback.
  std::vector<std::string> origins;                  // Origins accepted besides the server's own.
  std::size_t connections_max = 0;                   // 0: the default; so for the others.
  std::size_t sessions_max = 0;
  std::size_t messages_per_window = 0;
};
int serve(ServeOptions const& options);

struct PlayOptions {
  std::filesystem::path file;
  std::optional<std::uint64_t> seed;
};
int play(PlayOptions const& options);

struct LintOptions {
  std::vector<std::filesystem::path> paths;  // Files or folders.
  bool write_lock = false;  // Also writes versions.lock of each path, when nothing is wrong in it.
};
int lint(LintOptions const& options);

struct TestOptions {
  std::vector<std::filesystem::path> paths;  // Files or folders.
};
int test(TestOptions const& options);

struct FormatOptions {
  std::vector<std::filesystem::path> paths;  // Files or folders.
  bool check = false;                        // Only says what would change.
};
int format(FormatOptions const& options);

enum class GraphFormat : std::uint8_t { dot, mermaid, svg };

struct GraphOptions {
  std::filesystem::path file;
  GraphFormat format = GraphFormat::svg;
  bool coverage = false;  // Shades what a simulation never met.
};
int graph(GraphOptions const& options);

struct SimOptions {
  std::filesystem::path file;
  std::uint64_t seeds = 20;
  bool json = false;
};
int sim(SimOptions const& options);

struct ScoreOptions {
  std::filesystem::path file;
  std::string turn;
  bool as_text = false;
  std::string profile;  // Id of another hire scale beside the file's own; empty: that one.
};
int score(ScoreOptions const& options);

struct ReplayOptions {
  std::filesystem::path data_dir;
  std::string session;
  bool verify = false;
};
int replay(ReplayOptions const& options);

struct ExportOptions {
  std::filesystem::path data_dir;
  std::string session;
  bool markdown = false;
};
int export_session(ExportOptions const& options);

struct BackupOptions {
  std::filesystem::path data_dir;
  std::filesystem::path out;
};
int backup(BackupOptions const& options);

struct BenchOptions {
  std::filesystem::path data_dir;
  std::filesystem::path corpus_dir;
  bool json = false;
};
int bench_scoring(BenchOptions const& options);

struct TryOptions {
  std::filesystem::path file;
  std::filesystem::path samples;
  std::string turn;  // Empty: the first ask.
  bool json = false;
};
int try_samples(TryOptions const& options);

}  // namespace curveball::app
