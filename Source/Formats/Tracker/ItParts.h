// SPDX-License-Identifier: GPL-3.0-or-later
// Instruments and samples of Impulse Tracker.
#pragma once

#include "Core/Bytes.h"
#include "Formats/Tracker/TrackerSong.h"

namespace athanor::tracker
{

struct ItVersion
{
    int madeWith = 0, compatible = 0;
    bool usesInstruments = false;
};

/** Each adds to the song's report what it finds. `at` is the place in the file. */
Sample readItSample (Bytes, std::uint32_t at, const ItVersion&, Song&);
Instrument readItInstrument (Bytes, std::uint32_t at, const ItVersion&, Song&);

} // namespace athanor::tracker
