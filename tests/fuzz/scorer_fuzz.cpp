// A whole interview from any bytes: the first chooses one of the shipped interviews, each line
// after it is an answer. What was recorded folds to the live session and can be reported.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "interview/interview.hpp"
#include "interview/report.hpp"
#include "scenario/catalogue.hpp"
#include "scenario/source.hpp"

#include "fuzz/law.hpp"

using namespace curveball;

namespace {

scenario::Catalogue const& shipped() {
  static auto const catalogue =
      scenario::load_catalogue(scenario::embedded_source(scenario::embedded_prompts(), "prompts/"),
                               scenario::Checks::compile);
  fuzz::demand(!catalogue.entries.empty(), "no interview loads");
  return catalogue;
}

class Play {
 public:
  Play(interview::Program const& program, text::WordCache& words)
      : program_(program), words_(words), session_(interview::fresh_session(program)) {
    take(interview::start(program_, session_, {}, {1, 1000, {}}));
  }

  void say(std::string_view text) {
    take(interview::answer(program_, session_, {},
                           {std::to_string(session_.last_seq), std::string(text)}, words_));
  }

  void check() const {
    fuzz::demand(interview::fold(program_, events_) == session_, "the fold is another session");
    auto const report = interview::report(program_, events_);
    for (auto const& criterion : report.judgement.criteria) {
      fuzz::demand(criterion.level >= 1 && criterion.level <= 4, "a level out of range");
    }
  }

 private:
  void take(Result<interview::Turn, interview::Refusal> turn) {
    if (!turn) return;
    check_hits(turn->event);
    session_ = turn->next;
    events_.push_back(std::move(turn->event));
  }

  static void check_hits(interview::Event const& event) {
    auto const* const said = std::get_if<interview::Answered>(&event.input);
    if (said == nullptr) return;
    for (auto const& hit : event.reading.hits) {
      fuzz::demand(hit.credit_pm <= 1000, "a credit out of range");
      for (auto const& evidence : hit.evidence) {
        fuzz::demand(evidence.span.end <= said->text.size(), "evidence outside the answer");
      }
    }
  }

  interview::Program const& program_;
  text::WordCache& words_;
  interview::Session session_;
  std::vector<interview::Event> events_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  static text::WordCache words;
  if (size == 0) return 0;
  auto const& entries = shipped().entries;
  Play play(*entries[data[0] % entries.size()].program, words);
  std::string_view rest(reinterpret_cast<char const*>(data) + 1, size - 1);
  while (!rest.empty()) {
    std::size_t const end = rest.find('\n');
    play.say(rest.substr(0, end));
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  play.check();
  return 0;
}
