// SPDX-License-Identifier: GPL-3.0-or-later
// What providers have answered, by what they were asked: the same question costs nothing again.
#pragma once

#include "Store/Library.h"

#include <optional>
#include <string>
#include <string_view>

namespace athanor
{

/** For one thread; others open their own. Holds answers by the hash of a question; no question and no key can be read out of it. */
class AnswerTable
{
public:
    /** How much is kept; what was not asked for longest goes first. */
    struct Limits
    {
        std::int64_t answers = 2'000, bytes = 8 << 20;
    };

    static Result<AnswerTable> open (std::shared_ptr<Library>, Limits);

    static Result<AnswerTable> open (std::shared_ptr<Library> library) { return open (std::move (library), Limits()); }

    /** Nothing: it was never asked, or is forgotten. */
    std::optional<std::string> find (const std::string& question) const;

    /** Instead of an earlier one. */
    Result<Done> put (const std::string& question, std::string_view answer);

    /** All of them. */
    Result<Done> forgetAll();

private:
    AnswerTable (std::shared_ptr<Library> l, Limits m) : shelf (std::move (l)), limits (m) {}

    std::shared_ptr<Library> shelf;
    Limits limits;
};

} // namespace athanor
