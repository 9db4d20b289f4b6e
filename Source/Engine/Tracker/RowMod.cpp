// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of ProTracker and FastTracker 2: digits and letters.
#include "Engine/Tracker/RowPlayer.h"

#include <algorithm>

namespace athanor
{

namespace
{
constexpr double unit = 4; // of a period, for one step of a slide

/** The fourth wave, which should be random, is square. */
int waveOf (int value) { return (value & 3) == 3 ? value - 1 : value; }

double panningOf (int value) { return std::clamp ((value - 128) / 127.0, -1.0, 1.0); }
} // namespace

void RowPlayer::modCommand (Channel& c, Effect effect)
{
    switch (effect.letter)
    {
        case '0':
        case '1':
        case '2':
        case '3':
        case '4':
        case '5':
        case '6':
        case '7':
            modBends (c, effect);
            break;
        case '8':
        case '9':
        case 'A':
        case 'C':
            modLevels (c, effect);
            break;
        case 'B':
        case 'D':
        case 'F':
            modFlow (c, effect);
            break;
        case 'E':
            modExtended (c, effect.value >> 4, effect.value & 15);
            break;
        default:
            xmCommand (c, effect);
            break;
    }
}

void RowPlayer::modBends (Channel& c, Effect effect)
{
    const auto isXm = c.manner.isXm();
    const int value = effect.value;

    switch (effect.letter)
    {
        case '0':
            if (value != 0)
                arpeggio (c, value);

            break;

        case '1':
        case '2':
            if (const auto steps = isXm ? c.remember (effect.letter, effect.value) : value; tickInRow != 0)
                slide (c, (effect.letter == '1' ? unit : -unit) * steps);

            break;

        case '3':
            if (const auto steps = c.remember ('3', effect.value); ! isFirstTick (c))
                glide (c, steps);

            break;

        case '5':
            if (! isFirstTick (c))
                glide (c, c.remember ('3', 0));

            modVolumeSlide (c, value);
            break;

        case '4':
        case '6':
            if (effect.letter == '4')
                c.vibrato.set (value);
            else
                modVolumeSlide (c, value);

            vibrate (c);
            break;

        case '7':
            c.tremoloWave.set (value);
            tremolate (c);
            break;

        default:
            break;
    }
}

void RowPlayer::modLevels (Channel& c, Effect effect)
{
    const auto isFirst = isFirstTick (c);

    switch (effect.letter)
    {
        case '8':
            if (isFirst)
                setPanning (c, panningOf (effect.value));

            break;

        case '9':
            if (const auto value = c.remember ('9', effect.value); c.isStarting && isFirst)
                offsetTo (c, value * 256.0);

            break;

        case 'A':
            modVolumeSlide (c, effect.value);
            break;

        case 'C':
            if (isFirst)
                setVolume (c, effect.value);

            break;

        default:
            break;
    }
}

/** Up when both directions are asked for. ProTracker remembers nothing. */
void RowPlayer::modVolumeSlide (Channel& c, int value)
{
    value = c.manner.isXm() ? c.remember ('A', static_cast<std::uint8_t> (value)) : value;

    if (! isFirstTick (c) && tickInRow != 0)
        addVolume (c, (value >> 4) != 0 ? value >> 4 : -(value & 15));
}

void RowPlayer::modFlow (Channel& c, Effect effect)
{
    if (! isFlowTick())
        return;

    const int value = effect.value;

    if (effect.letter == 'B')
        jumpTo (c, value);
    else if (effect.letter == 'D')
        breakTo (c, (value >> 4) * 10 + (value & 15));
    else if (value >= 32)
        setTempo (c, value);
    else if (value > 0)
        speed = value;
}

void RowPlayer::modExtended (Channel& c, int which, int value)
{
    const auto isFirst = isFirstTick (c);

    switch (which)
    {
        case 3:
            c.isGlissando = value != 0;
            break;
        case 4:
            c.vibrato.choose (waveOf (value));
            break;
        case 7:
            c.tremoloWave.choose (waveOf (value));
            break;

        case 5:
            if (isFirst && c.manner.isMod())
            {
                c.finetune = value < 8 ? value : value - 16;
                c.period = c.isStarting ? periodOf (c, c.zone, c.key) : c.period;
            }

            break;

        case 6:
            if (isFlowTick())
                patternLoop (c, value);

            break;

        case 8:
            if (isFirst)
                setPanning (c, panningOf (value * 17));

            break;

        case 9:
        {
            // E90 of FT2 starts again at once; ProTracker counts from the tick that had the note.
            const auto isNow = value == 0 ? c.manner.isXm() && isFirst && ! c.isStarting : tickInRow % value == 0 && (tickInRow != 0 || (c.manner.isMod() && ! c.row.hasNote()));

            if (isNow)
                retrigger (c, 0);

            break;
        }

        case 0xc:
            if (tickInRow == value)
                noteCut (c);

            break;

        case 0xe:
            if (isFlowTick())
                delayRow (c, value);

            break;

        default:
            if (isFirst)
                modFine (c, which, value);

            break;
    }
}

/** One step at the start of the row. FT2 remembers each for itself. */
void RowPlayer::modFine (Channel& c, int which, int value)
{
    const auto remembered = [&] (std::uint8_t& last) {
        last = value != 0 ? static_cast<std::uint8_t> (value) : last;
        return c.manner.isXm() ? last : value;
    };

    if (which == 1)
        slide (c, unit * remembered (c.fineUp));
    else if (which == 2)
        slide (c, -unit * remembered (c.fineDown));
    else if (which == 0xa)
        addVolume (c, remembered (c.fineVolumeUp));
    else if (which == 0xb)
        addVolume (c, -remembered (c.fineVolumeDown));
}

void RowPlayer::xmCommand (Channel& c, Effect effect)
{
    const auto isFirst = isFirstTick (c);
    const int value = effect.value;

    switch (effect.letter)
    {
        case 'G':
            if (isFirst)
                setGlobalVolume (value / 64.0);

            break;

        case 'H':
            if (const auto slides = c.remember ('H', effect.value); ! isFirst && tickInRow != 0)
                setGlobalVolume (globalVolume + ((slides >> 4) != 0 ? slides >> 4 : -(slides & 15)) / 64.0);

            break;

        case 'K':
            if (tickInRow == value)
                keyOff (c);

            break;

        case 'P':
            if (const auto slides = c.remember ('P', effect.value); ! isFirst && tickInRow != 0)
                addPanning (c, ((slides >> 4) != 0 ? slides >> 4 : -(slides & 15)) / 127.0);

            break;

        case 'R':
        {
            auto& last = c.memory[27]; // each half by itself
            last = static_cast<std::uint8_t> (((value >> 4) != 0 ? value & 0xf0 : last & 0xf0) | ((value & 15) != 0 ? value & 15 : last & 15));
            countRetrigger (c, last);
            break;
        }

        case 'T':
            tremor (c, c.remember ('T', effect.value));
            break;

        case 'X':
            if (isFirst && (value >> 4 == 1 || value >> 4 == 2))
            {
                auto& last = value >> 4 == 1 ? c.extraUp : c.extraDown;
                last = (value & 15) != 0 ? value & 15 : last;
                slide (c, value >> 4 == 1 ? last : -last);
            }

            break;

        default:
            break;
    }
}

} // namespace athanor
