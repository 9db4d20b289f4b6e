// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace athanor
{

/** Why something outside the program's power did not happen. */
struct Failure
{
    std::string message; ///< One sentence for the musician: what happened and what to do now.
    std::string detail;  ///< For the log: the server's answer, the path, the error number.
};

/** What there is to say when something that gives no value has succeeded: Result<Done>. */
struct Done
{};

/** A value, or why there is none. To be replaced by std::expected when every compiler has it. */
template <typename Value>
class [[nodiscard]] Result
{
public:
    Result (Value v) : content (std::move (v)) {}

    Result (Failure f) : content (std::move (f)) {}

    explicit operator bool() const noexcept { return std::holds_alternative<Value> (content); }

    const Value& operator*() const
    {
        assert (*this);
        return std::get<Value> (content);
    }

    const Value* operator->() const { return &**this; }

    const Failure& failure() const
    {
        assert (! *this);
        return std::get<Failure> (content);
    }

private:
    std::variant<Value, Failure> content;
};

} // namespace athanor
