#include "app/log.hpp"

#include <algorithm>
#include <future>
#include <gtest/gtest.h>
#include <optional>
#include <sstream>
#include <string>

namespace curveball::app {
namespace {

std::size_t lines_in(std::string const& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

// A terminal that takes nothing until it is told to.
class SlowTerminal : public std::stringbuf {
 public:
  void wait_until_asked() { asked_.get_future().wait(); }
  void go_on() { free_.set_value(); }

 protected:
  std::streamsize xsputn(char const* text, std::streamsize size) override {
    if (!waited_) {
      waited_ = true;
      asked_.set_value();
      free_.get_future().wait();
    }
    return std::stringbuf::xsputn(text, size);
  }

 private:
  bool waited_ = false;
  std::promise<void> asked_;
  std::promise<void> free_;
};

// What a slow terminal has read in the end, when `count` lines came while it took the first one.
std::string read_by_slow_terminal(std::size_t count) {
  SlowTerminal terminal;
  std::ostream out(&terminal);
  {
    Log log(out);
    log.line("event=first");
    terminal.wait_until_asked();
    for (std::size_t i = 0; i < count; ++i) log.line("event=next");
    terminal.go_on();
  }
  return terminal.str();
}

TEST(Log, WritesEachLineInOrderBeforeItEnds) {
  std::ostringstream out;

  {
    Log log(out);
    log.line("event=one");
    log.line("event=two");
  }

  EXPECT_EQ(out.str(), "event=one\nevent=two\n");
}

TEST(Log, KeepsAsManyLinesAsItsLimitForASlowTerminal) {
  auto const text = read_by_slow_terminal(limits::queued_log_lines);

  EXPECT_EQ(lines_in(text), limits::queued_log_lines + 1);
  EXPECT_EQ(text.find("log_lines_dropped"), std::string::npos);
}

TEST(Log, DropsAndCountsWhatIsOverItsLimit) {
  auto const text = read_by_slow_terminal(limits::queued_log_lines + 2);

  EXPECT_EQ(lines_in(text), limits::queued_log_lines + 2);
  EXPECT_NE(text.find("event=log_lines_dropped count=2\n"), std::string::npos);
}

}  // namespace
}  // namespace curveball::app
