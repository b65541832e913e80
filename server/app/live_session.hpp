// One session in memory: takes one input at a time, stores what it did, and only then shows it.
// Owned by Practice. Thread: io.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/archive.hpp"
#include "app/clock.hpp"
#include "app/event_row.hpp"
#include "app/session_history.hpp"
#include "app/work_in_hand.hpp"
#include "interview/interview.hpp"
#include "net/conversation.hpp"
#include "net/event_loop.hpp"
#include "wire/client_message.hpp"

namespace curveball::app {

class LiveSession;

// What every live session shares. Kept by each of them: a commit or a page may still be on its way
// to one when Practice is gone. Loop, archive and words outlive all of it.
struct PracticeRoom {
  net::EventLoop& loop;
  Archive& archive;
  text::WordCache& words;
  Archive::Log log;
  WorkInHand work;
  // Set by Practice. The session has let go of its connection by itself.
  std::function<void(LiveSession&)> on_left;
  // Set by Practice. What is in memory is not what is stored: the session must not be used again.
  std::function<void(LiveSession&)> on_outdated;
};

// Who a session is and where it stands when it comes to life.
struct LiveStart {
  store::SessionId id;
  store::CandidateId candidate;
  std::shared_ptr<interview::Program const> program;
  std::string script_hash;  // 64 hexadecimal digits.
  interview::Session session;
};

class LiveSession : public std::enable_shared_from_this<LiveSession> {
 public:
  LiveSession(std::shared_ptr<PracticeRoom const> room, LiveStart start);

  store::CandidateId candidate() const { return history_->candidate(); }
  std::string const& id_text() const { return history_->id_text(); }
  bool attached() const { return peer_.has_value(); }

  // Remembers the ids of inputs that are stored already.
  void remember(interview::Event const& event);

  // From now on `peer` sees the session; whoever saw it before is closed with 4000. Sends `resumed`
  // and each event after `after`; what its predecessor still had on the way comes among these,
  // never before `resumed`. `on_gone` is called when the session lets go of the connection by
  // itself: another one takes over, or the session cannot go on.
  void attach(net::Peer peer, std::uint32_t after, std::function<void()> on_gone);

  // The same for a session that has just started: sends its first frame and no `resumed`.
  void attach_new(net::Peer peer, std::string first_frame, std::function<void()> on_gone);

  // The attached connection asks again for what comes after `after`.
  void resume(std::uint32_t after);

  // Everything sent has left: a history goes on with its next page.
  void drained();

  // Nobody sees the session; its clock stands still.
  void detach();

  // Closes the connection that sees it, with 4000 and `reason`.
  void expel(std::string_view reason);

  // The frame that tells one of its events.
  std::string frame_of(interview::Event const& event) const { return history_->frame_of(event); }

  // One input of the attached candidate, in turn.
  void take(wire::ClientAnswer message);
  void take(wire::ClientCommand message);

 private:
  // A page of the history; the first one begins with `resumed`.
  struct Resume {
    std::uint32_t after = 0;
    bool first = true;
  };
  using Input = std::variant<wire::ClientAnswer, wire::ClientCommand, dialogue::Timer, Resume>;

  // An input and what its answer needs.
  struct Request {
    Input input;
    std::uint64_t attachment = 0;  // During which it came.
    WorkInHand::Piece piece;
  };

  struct Seen {
    std::uint64_t id_hash = 0;
    std::uint32_t seq = 0;
  };

  void enqueue(Input input);
  void push(Input input);
  void turn_away(Input const& input);
  void work();
  void done();
  void handle(wire::ClientAnswer& message);
  void handle(wire::ClientCommand& message);
  void handle(dialogue::Timer& timer);
  void handle(Resume& resume);
  void take_over(net::Peer peer, std::function<void()> on_gone);
  void close(net::CloseCode code, std::string_view reason);
  void settle(Result<interview::Turn, dialogue::Refusal> turn, std::string_view id);
  void store(interview::Turn turn, std::string const& id);
  void stored(interview::Session next, std::string frame, std::string const& id);
  void not_stored(store::Refusal const& refusal, std::string const& id);
  void outdated(store::RefusalKind kind, std::string const& id);
  void repeat(std::uint32_t seq, std::string const& id, std::size_t kind);
  void repeated(std::string const& frame);
  void page_came(Resume const& resume, std::optional<HistoryPage> const& page);
  void cannot_tell();
  void send_resumed();
  bool asker_is_here() const { return peer_ && asked_in_ == attachment_; }
  void reply(std::string frame);
  void tell(std::string frame);
  void arm_timer();
  void retry_timer();
  void fail();
  interview::Moment moment() const;
  std::optional<std::uint32_t> seen(std::string_view id) const;

  std::shared_ptr<PracticeRoom const> room_;
  std::shared_ptr<SessionHistory const> history_;
  std::string script_hash_;
  interview::Session session_;
  std::vector<Seen> seen_;
  std::uint32_t answers_ = 0;
  std::optional<net::Peer> peer_;
  std::uint64_t attachment_ = 0;  // Counts the connections that have seen the session.
  bool greeted_ = false;          // `peer_` has its `resumed` or first frame: others may follow.
  std::function<void()> on_gone_;
  InterviewClock clock_;
  net::Timer timer_;
  bool busy_ = false;                // An input is being stored or a page is on its way.
  std::uint64_t asked_in_ = 0;       // The attachment of the request under way...
  WorkInHand::Piece piece_;          // ...and its piece.
  std::optional<Resume> next_page_;  // Waits for drained(); busy_ is set.
  std::deque<Request> waiting_;
};

}  // namespace curveball::app
