// SPDX-License-Identifier: GPL-3.0-or-later
// Prompts and what a sound designer expects of them, as Prompts.tsv lists them.
#pragma once

#include "Compose/Intent/Intent.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace athanor
{

struct PromptCase
{
    std::string before, prompt, expected;
    bool isHeldOut = false;
};

std::vector<PromptCase> readPromptCases (const std::filesystem::path&);

/** Those of the expectations, as the head of Prompts.tsv explains them, that do not hold; empty: all do. */
std::string missedBy (const SoundIntent&, std::string_view expected);

} // namespace athanor
