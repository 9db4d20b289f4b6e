// SPDX-License-Identifier: GPL-3.0-or-later
// What is played so that a preset is known by a few seconds of it.
#pragma once

#include "App/PresetRender.h"

#include <string>

namespace athanor
{

struct PresetPhrase
{
    double seconds = 3;
    std::vector<PresetNote> notes;
};

/** By category, as our folders and the styles of Vital are called; what is neither gets a short line around middle C. */
const PresetPhrase& phraseFor (const std::string& category);

} // namespace athanor
