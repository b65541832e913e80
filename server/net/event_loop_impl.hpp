// The Asio side of EventLoop. Private to net.
#pragma once

#include <boost/asio/io_context.hpp>

#include "net/event_loop.hpp"

namespace curveball::net {

struct EventLoop::Impl {
  // The hint says that one thread runs it.
  boost::asio::io_context context{1};
};

}  // namespace curveball::net
