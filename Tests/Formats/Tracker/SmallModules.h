// SPDX-License-Identifier: GPL-3.0-or-later
// Modules of a few hundred bytes in which each part of a format is used once. They are also the files in Tests/Corpus/Tracker.
#pragma once

#include <map>
#include <string>

namespace athanor
{

/** 32 frames of a ramp, as the sample of all of them. */
inline constexpr int rampFrames = 32;

inline int ramp (int frame) { return frame * 8 - 128; }

std::string smallXm();
std::string smallIt();
std::string smallS3m();
std::string smallMod();

/** By file name. */
std::map<std::string, std::string> smallModules();

} // namespace athanor
