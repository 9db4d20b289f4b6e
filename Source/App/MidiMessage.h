// SPDX-License-Identifier: GPL-3.0-or-later
// One message from a MIDI controller, as plain data.
#pragma once

#include <cstdint>

namespace athanor
{

/** A channel message: status byte and up to two data bytes, each 0 to 127. */
struct MidiMessage
{
    std::uint8_t status = 0, first = 0, second = 0;

    int kind() const noexcept { return status >> 4; }

    int channel() const noexcept { return (status & 15) + 1; } ///< 1 to 16.
};

} // namespace athanor
