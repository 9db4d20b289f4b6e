// SPDX-License-Identifier: GPL-3.0-or-later
// What a recording is in a musician's words: its tempo, key, loudness and pitch, where it has them.
#pragma once

#include "Dsp/Sound.h"
#include "Media/Loudness.h"

#include <functional>
#include <optional>
#include <string>

namespace athanor
{

struct Analysis
{
    double seconds = 0;
    std::optional<double> tempo; ///< Beats per minute, 60 to 200; nothing where no beat goes on for some seconds.
    std::string key;             ///< As in "A minor" or "F♯ major"; empty where none stands out.
    std::optional<double> pitch; ///< Of a recording that is one note: MIDI keys and parts of a semitone, 60 is middle C.
    Loudness loudness;
};

/** Changes with every change of what analyse() finds, so that results of an older program can be told from its own. */
inline constexpr int analysisVersion = 1;

/** Listens to the whole recording. `goOn` is asked between parts with how far it is, 0 to 1; when it answers false there is
    nothing. Any thread; some hundred times faster than the recording plays. */
std::optional<Analysis> analyse (const dsp::Sound&, const std::function<bool (double progress)>& goOn = {});

} // namespace athanor
