#include "app/practice.hpp"

#include <future>
#include <gtest/gtest.h>
#include <memory>

#include "app/practice_server.hpp"

namespace curveball::app {
namespace {

using testing::Browser;
using testing::Client;
using testing::json;
using testing::PracticeServer;
using testing::TempFolder;

Archive::Databases databases_in(store::DataFolder const& folder) {
  auto write = store::WriteDatabase::open(folder, {.now = wall_now()});
  auto read = store::ReadDatabase::open(folder);
  EXPECT_TRUE(write && read);
  return {*std::move(write), *std::move(read)};
}

TEST(Practice, MayEndBeforeTheReadersThreadHasCarriedOutItsJobs) {
  TempFolder const folder;
  net::EventLoop loop;
  text::WordCache words;
  std::promise<void> gone;
  std::promise<bool> answered;
  {
    Archive archive(loop, databases_in(store::DataFolder(folder.path())), PracticeServer::library(),
                    [](std::string_view) {});
    auto practice =
        std::make_unique<Practice>(PracticeRoom{loop, archive, words, [](std::string_view) {}},
                                   PracticeServer::library(), PracticeLimits{});
    ASSERT_TRUE(archive.read([&gone](ReadingRoom&) { gone.get_future().wait(); }, [] {}));
    practice->resume(store::CandidateId{1}, store::make_session_id(wall_now()), 0,
                     {.peer = {},
                      .on_replaced = [] {},
                      .on_admission =
                          [&](Admission const& told) {
                            answered.set_value(told.code == "unknown_session");
                            return true;
                          }});

    practice.reset();
    gone.set_value();
  }
  loop.run([](std::string_view) {});

  EXPECT_TRUE(answered.get_future().get());
}

}  // namespace
}  // namespace curveball::app
