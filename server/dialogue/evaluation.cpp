#include <algorithm>
#include <cassert>
#include <cstddef>
#include <limits>
#include <utility>
#include <vector>

#include "dialogue/expression.hpp"

namespace curveball::dialogue {
namespace {

using Integer = std::int64_t;

template <class T>
T const& as(Value const& value) {
  auto const* const held = std::get_if<T>(&value);
  assert(held && "the parser checks every type");
  return *held;
}

Integer add(Integer left, Integer right) {
  Integer sum = 0;
  if (!__builtin_add_overflow(left, right, &sum)) return sum;
  return right > 0 ? std::numeric_limits<Integer>::max() : std::numeric_limits<Integer>::min();
}

Integer subtract(Integer left, Integer right) {
  Integer difference = 0;
  if (!__builtin_sub_overflow(left, right, &difference)) return difference;
  return right < 0 ? std::numeric_limits<Integer>::max() : std::numeric_limits<Integer>::min();
}

// Runs one expression on a small stack.
class Machine {
 public:
  Machine(Expression const& expression, Script const& script, State const& state,
          Standing const& standing)
      : expression_(expression), script_(script), state_(state), standing_(standing) {
    stack_.reserve(4);
  }

  Value run() {
    while (at_ < expression_.code.size()) {
      Instruction const& instruction = expression_.code[at_++];
      if (instruction.op <= Op::push_variable) {
        push(constant(instruction));
      } else if (instruction.op <= Op::asked) {
        push(fact(instruction));
      } else {
        operate(instruction);
      }
    }
    assert(stack_.size() == 1);
    return std::move(stack_.back());
  }

 private:
  Value constant(Instruction const& instruction) const {
    auto const index = static_cast<std::size_t>(instruction.operand);
    switch (instruction.op) {
      case Op::push_boolean:
        return instruction.operand != 0;
      case Op::push_text:
        return expression_.texts[index];
      case Op::push_variable:
        return state_.variables[index];
      default:
        return instruction.operand;
    }
  }

  Value fact(Instruction const& instruction) const {
    auto const index = static_cast<std::size_t>(instruction.operand);
    switch (instruction.op) {
      case Op::hit:
        return hit(index);
      case Op::missed:
        return !hit(index);
      case Op::hits:
        return hits(index);
      case Op::level:
        return index < standing_.levels.size() ? Integer{standing_.levels[index]} : 1;
      case Op::coverage:
        return index < standing_.coverage_pm.size() ? Integer{standing_.coverage_pm[index]} : 0;
      case Op::visits:
        return Integer{state_.visits[index]};
      case Op::turn_no:
        return Integer{state_.turn_no};
      case Op::elapsed_s:
        return state_.now.ms / 1000;
      default:
        return state_.probe_asked[index] != 0;
    }
  }

  bool hit(std::size_t concept_index) const {
    if (state_.flagged[concept_index] != 0) return true;
    for (std::size_t slot = 0; slot < script_.slots.size(); ++slot) {
      if (script_.slots[slot].concept_index == concept_index && state_.credit[slot] != 0) {
        return true;
      }
    }
    return false;
  }

  Integer hits(std::size_t turn_index) const {
    Turn const& turn = script_.turns[turn_index];
    auto const first = state_.credit.begin() + turn.first_slot;
    return std::count_if(first, first + static_cast<std::ptrdiff_t>(turn.expects.size()),
                         [](std::uint16_t credit) { return credit != 0; });
  }

  void operate(Instruction const& instruction) {
    switch (instruction.op) {
      case Op::logical_not:
        return push(!as<bool>(pop()));
      case Op::negate:
        return push(subtract(0, as<Integer>(pop())));
      case Op::jump_if_false:
        return jump(false, instruction.operand);
      case Op::jump_if_true:
        return jump(true, instruction.operand);
      default:
        break;
    }
    Value const right = pop();
    Value const left = pop();
    push(combined(instruction.op, left, right));
  }

  static Value combined(Op op, Value const& left, Value const& right) {
    switch (op) {
      case Op::equal:
        return left == right;
      case Op::unequal:
        return left != right;
      case Op::add:
        return add(as<Integer>(left), as<Integer>(right));
      case Op::subtract:
        return subtract(as<Integer>(left), as<Integer>(right));
      case Op::less:
        return as<Integer>(left) < as<Integer>(right);
      case Op::less_equal:
        return as<Integer>(left) <= as<Integer>(right);
      case Op::greater:
        return as<Integer>(left) > as<Integer>(right);
      default:
        return as<Integer>(left) >= as<Integer>(right);
    }
  }

  void jump(bool when, std::int64_t target) {
    if (as<bool>(stack_.back()) == when) {
      at_ = static_cast<std::size_t>(target);
    } else {
      stack_.pop_back();
    }
  }

  void push(Value value) { stack_.push_back(std::move(value)); }

  Value pop() {
    Value value = std::move(stack_.back());
    stack_.pop_back();
    return value;
  }

  Expression const& expression_;
  Script const& script_;
  State const& state_;
  Standing const& standing_;
  std::size_t at_ = 0;
  std::vector<Value> stack_;
};

}  // namespace

Value evaluate(Expression const& expression, Script const& script, State const& state,
               Standing const& standing) {
  return Machine{expression, script, state, standing}.run();
}

bool holds(std::optional<Expression> const& when, Script const& script, State const& state,
           Standing const& standing) {
  return !when || as<bool>(evaluate(*when, script, state, standing));
}

}  // namespace curveball::dialogue
