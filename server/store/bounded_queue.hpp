// The one place in the store where threads meet: a bounded queue of many senders and one receiver.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace curveball::store {

template <class Item>
class BoundedQueue {
 public:
  explicit BoundedQueue(std::size_t capacity) : capacity_(capacity) {}

  // False when the queue is full or closed; the item is dropped then. Never waits for the receiver.
  bool push(Item item) {
    {
      std::lock_guard const lock(mutex_);
      if (closed_ || items_.size() >= capacity_) {
        ++dropped_;
        return false;
      }
      items_.push_back(std::move(item));
    }
    changed_.notify_one();
    return true;
  }

  // How many items were dropped since the last call.
  std::size_t take_dropped() {
    std::lock_guard const lock(mutex_);
    return std::exchange(dropped_, 0);
  }

  // No more pushes; what is in the queue can still be taken.
  void close() {
    {
      std::lock_guard const lock(mutex_);
      closed_ = true;
    }
    changed_.notify_one();
  }

  // Moves up to `most` items into `out`, which is emptied first. Waits for the first item: without
  // end, or for `patience` and then leaves `out` empty. False when closed and nothing is left.
  bool take(std::vector<Item>& out, std::size_t most,
            std::optional<std::chrono::milliseconds> patience = std::nullopt) {
    out.clear();
    std::unique_lock lock(mutex_);
    auto const ready = [this] { return closed_ || !items_.empty(); };
    if (patience) {
      changed_.wait_for(lock, *patience, ready);
    } else {
      changed_.wait(lock, ready);
    }
    if (closed_ && items_.empty()) return false;
    while (!items_.empty() && out.size() < most) {
      out.push_back(std::move(items_.front()));
      items_.pop_front();
    }
    return true;
  }

 private:
  std::size_t const capacity_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Item> items_;
  std::size_t dropped_ = 0;
  bool closed_ = false;
};

}  // namespace curveball::store
