// SPDX-License-Identifier: GPL-3.0-or-later
#include "Providers/Dialect.h"

#include <algorithm>
#include <array>

namespace athanor
{

std::span<const Dialect> dialects()
{
    static const std::array all { openAiDialect, anthropicDialect, geminiDialect, ollamaDialect, compatibleDialect };
    return all;
}

const Dialect* dialectNamed (std::string_view id)
{
    const auto all = dialects();
    const auto found = std::find_if (all.begin(), all.end(), [&] (const Dialect& one) { return one.id == id; });
    return found != all.end() ? &*found : nullptr;
}

} // namespace athanor
