// SPDX-License-Identifier: GPL-3.0-or-later
// Finds its way in an answer whose shape nobody vouches for.
#pragma once

#include "Model/Value.h"

#include <string>
#include <string_view>

namespace athanor
{

/** The part at a path as "choices/0/message"; null where the way breaks off. */
const Value* valueAt (const Value&, std::string_view path);

/** The text there; empty where there is none. */
std::string textAt (const Value&, std::string_view path);

/** The list there; empty where there is none. */
const Value::List& listAt (const Value&, std::string_view path);

} // namespace athanor
