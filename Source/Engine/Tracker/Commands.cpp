// SPDX-License-Identifier: GPL-3.0-or-later
#include "Engine/Tracker/Commands.h"

#include <algorithm>
#include <limits>
#include <string_view>

namespace athanor
{

void LineCommands::add (char letter, std::uint8_t value, CommandMemory& memory)
{
    constexpr std::string_view remembering = "DGINORTUV";

    if (remembering.find (letter) != remembering.npos)
    {
        auto& last = memory[static_cast<std::size_t> (letter - 'A')];
        value = last = value != 0 ? value : last;
    }

    switch (letter)
    {
        case 'A':
            arpeggio = value;
            break;
        case 'U':
            slide += value / 16.0;
            break;
        case 'D':
            slide -= value / 16.0;
            break;
        case 'G':
            glide = value == 0xff ? std::numeric_limits<double>::infinity() : value / 16.0;
            break;
        case 'V':
            vibrato = value;
            break;
        case 'T':
            tremolo = value;
            break;
        case 'N':
            autopan = value;
            break;
        case 'I':
            fade += value / 256.0;
            break;
        case 'O':
            fade -= value / 256.0;
            break;
        case 'C':
            cut = value;
            break;
        case 'Q':
            delay = value;
            break;
        case 'M':
            volume = value / 255.0;
            break;
        case 'S':
            offset = value;
            break;
        case 'B':
            isBackward = value == 0;
            break;
        case 'R':
            retrigger = value;
            break;
        case 'H':
            roll = value;
            break;
        case 'Y':
            chance = value;
            break;
        default:
            break;
    }
}

double retriggered (double volume, int factor) noexcept
{
    constexpr std::array<double, 16> factors { 1, 1, 1, 1, 1, 1, 2.0 / 3, 0.5, 1, 1, 1, 1, 1, 1, 1.5, 2 };
    constexpr std::array<double, 16> steps { 0, -1, -2, -4, -8, -16, 0, 0, 0, 1, 2, 4, 8, 16, 0, 0 };
    const auto at = static_cast<std::size_t> (factor & 15);
    return std::clamp (volume * factors[at] + steps[at] / 64, 0.0, 1.0);
}

} // namespace athanor
