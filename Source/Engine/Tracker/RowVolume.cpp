// SPDX-License-Identifier: GPL-3.0-or-later
// The volume column of the trackers: a volume, or a small command of its own.
#include "Engine/Tracker/RowPlayer.h"

#include <algorithm>

namespace athanor
{

namespace
{
constexpr double unit = 4; // of a period, for one step of a slide
}

void RowPlayer::volumeColumn (Channel& c)
{
    const auto& cell = c.row.cell;
    const auto letter = static_cast<char> (cell.volumeEffect);

    if (letter == 0)
    {
        if (tickInRow == c.row.delay && (repetition == 0 || c.row.hasDelay))
            setVolume (c, cell.volume);
    }
    else if (c.manner.isXm())
        xmVolumeColumn (c, letter, cell.volume);
    else
        itVolumeColumn (c, letter, cell.volume);
}

void RowPlayer::xmVolumeColumn (Channel& c, char letter, int value)
{
    const auto isFirst = tickInRow == c.row.delay && repetition == 0;

    switch (letter)
    {
        case '-':
        case '+':
            if (tickInRow != 0) // also on the tick of a delayed note
                addVolume (c, letter == '+' ? value : -value);

            break;

        case 'd':
        case 'u':
            if (isFirst)
                addVolume (c, letter == 'u' ? value : -value);

            break;

        case 's':
            c.vibrato.set (value << 4);
            break;

        case 'v':
            c.vibrato.set (value);
            vibrate (c);
            break;

        case 'p':
            if (isFirst && ! (c.row.hasDelay && c.row.cell.key == key::off)) // FT2 forgets it beside a delayed key-off
                setPanning (c, (value * 16 - 128) / 127.0);

            break;

        case 'l':
        case 'r':
            if (tickInRow != 0 && value == 0 && letter == 'l')
                setPanning (c, -1); // a fault of FT2
            else if (tickInRow != 0)
                addPanning (c, (letter == 'r' ? value : -value) / 127.0);

            break;

        case 'm':
            if (const auto steps = c.remember ('3', static_cast<std::uint8_t> (value << 4)); ! isFirst)
                glide (c, steps);

            break;

        default:
            break;
    }
}

void RowPlayer::itVolumeColumn (Channel& c, char letter, int value)
{
    const auto isFirst = tickInRow == c.row.delay && repetition == 0;
    const auto isSlide = letter >= 'a' && letter <= 'd';

    if (isSlide)
        c.volumeMemory = value != 0 ? static_cast<std::uint8_t> (value) : c.volumeMemory;

    switch (letter)
    {
        case 'a':
        case 'b':
            if (isFirst)
                addVolume (c, letter == 'a' ? c.volumeMemory : -c.volumeMemory);

            break;

        case 'c':
        case 'd':
            if (tickInRow != 0 && ! isFirst)
                addVolume (c, letter == 'c' ? c.volumeMemory : -c.volumeMemory);

            break;

        case 'e':
        case 'f':
            if (const auto steps = c.remember ('E', static_cast<std::uint8_t> (value * 4)); tickInRow != 0 && ! isFirst)
                slide (c, (letter == 'f' ? unit : -unit) * steps);

            break;

        case 'g':
        {
            constexpr std::array<std::uint8_t, 10> speeds { 0, 1, 4, 8, 16, 32, 64, 96, 128, 255 };
            const auto steps = c.remember (c.manner.hasCompatibleGlide ? 'G' : 'E', speeds[static_cast<std::size_t> (std::min (value, 9))]);

            if (tickInRow != 0)
                glide (c, steps);

            break;
        }

        case 'h':
            c.vibrato.set (value);
            vibrate (c, c.manner.hasOldEffects ? 2 : 1);
            break;

        case 'p':
            if (isFirst)
                setPanning (c, (value - 32) / 32.0);

            break;

        default:
            break;
    }
}

} // namespace athanor
