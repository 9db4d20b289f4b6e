// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the long texts out of JSON before it is parsed: nine tenths of a preset are waves, and a parser looks at every
// letter of them.
#pragma once

#include "Model/Value.h"

#include <string>
#include <string_view>
#include <vector>

namespace athanor
{

/** The texts that were taken out. They point into the JSON, which has to stay. */
class LongTexts
{
public:
    /** The JSON with a short mark in the place of each long text. Whether it is JSON is for the parser to find out. */
    std::string takeOutOf (std::string_view json);

    /** What stood in the place of a text; the text itself if it is no mark. Each may hold any bytes. */
    std::string_view of (const std::string& text) const noexcept;

    /** Puts the texts back, in all parts of a value. */
    Value putInto (const Value&) const;

private:
    std::vector<std::string_view> texts;
};

} // namespace athanor
