// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of Scream Tracker 3 and Impulse Tracker: letters.
#include "Engine/Tracker/RowPlayer.h"

#include <algorithm>
#include <cmath>

namespace athanor
{

namespace
{
constexpr double unit = 4; // of a period, for one step of a slide
constexpr std::string_view sharedByS3m = "DEFIJKLQRS";
} // namespace

/** The value of a command, or the one that it remembers: S3M has one memory for many commands, IT has groups. */
int RowPlayer::s3mValue (Channel& c, Effect effect) const noexcept
{
    const auto letter = effect.letter;

    if (c.manner.isS3m())
    {
        c.lastValue = effect.value != 0 ? effect.value : c.lastValue;

        if (sharedByS3m.find (letter) != sharedByS3m.npos)
            return c.lastValue;
    }

    switch (letter)
    {
        case 'F':
            return c.remember ('E', effect.value);
        case 'G':
            return c.remember (c.manner.isS3m() || c.manner.hasCompatibleGlide ? 'G' : 'E', effect.value);
        case 'U':
            return c.remember ('H', effect.value);
        case 'K':
        case 'L':
            return c.remember ('D', effect.value);
        case 'D':
        case 'E':
        case 'H':
        case 'I':
        case 'J':
        case 'N':
        case 'O':
        case 'P':
        case 'Q':
        case 'R':
        case 'S':
        case 'W':
        case 'Y':
            return c.remember (letter, effect.value);
        case 'T':
            return c.manner.isIt() ? c.remember ('T', effect.value) : effect.value;
        default:
            return effect.value;
    }
}

void RowPlayer::s3mCommand (Channel& c, Effect effect)
{
    const auto value = s3mValue (c, effect);

    switch (effect.letter)
    {
        case 'A':
        case 'B':
        case 'C':
        case 'T':
            s3mFlow (c, effect.letter, value);
            break;
        case 'E':
        case 'F':
        case 'G':
        case 'H':
        case 'J':
        case 'K':
        case 'L':
        case 'U':
            s3mBends (c, effect.letter, value);
            break;
        case 'S':
            s3mSpecial (c, value >> 4, value & 15);
            break;
        default:
            s3mLevels (c, effect.letter, value);
            break;
    }
}

void RowPlayer::s3mBends (Channel& c, char letter, int value)
{
    switch (letter)
    {
        case 'E':
            s3mPitchSlide (c, value, -1);
            break;
        case 'F':
            s3mPitchSlide (c, value, 1);
            break;
        case 'J':
            arpeggio (c, value);
            break;

        case 'G':
        case 'L':
            if (tickInRow != 0)
                glide (c, letter == 'G' ? value : c.remember (c.manner.isS3m() || c.manner.hasCompatibleGlide ? 'G' : 'E', 0));

            break;

        default: // H, U, K
            if (letter != 'K' && tickInRow == 0)
                c.vibrato.set (value);

            vibrate (c, (letter == 'U' ? 0.25 : 1) * (c.manner.isIt() && c.manner.hasOldEffects ? 2 : 1));
            break;
    }

    if (letter == 'K' || letter == 'L')
        addVolume (c, s3mSlide (c, value, true));
}

/** Down Exx and up Fxx: FEx and FFx are fine, EEx and EFx four times finer. */
void RowPlayer::s3mPitchSlide (Channel& c, int value, double direction)
{
    if (value >= 0xf0)
    {
        if (tickInRow == 0)
            slide (c, direction * unit * (value & 15));
    }
    else if (value >= 0xe0)
    {
        if (tickInRow == 0)
            slide (c, direction * (value & 15));
    }
    else if (tickInRow != 0)
        slide (c, direction * unit * value);
}

/** The step of this tick of a slide with fine variants: x0 up, 0y down, xF and Fy at the start of the row only. */
double RowPlayer::s3mSlide (const Channel& c, int value, bool isCombined) const
{
    const auto up = value >> 4, down = value & 15;
    const auto isFirst = tickInRow == 0;

    if (isCombined && c.manner.isS3m() && isFirst)
        return 0; // Scream Tracker's combined slides never begin with the row

    const auto slidesNow = ! isFirst || c.manner.hasFastSlides;

    if (down == 0)
        return slidesNow || (up == 15 && c.manner.isIt()) ? up : 0;

    if (up == 0)
        return slidesNow || (down == 15 && c.manner.isIt()) ? -down : 0;

    if (down == 15)
        return isFirst ? up : 0;

    if (up == 15)
        return isFirst ? -down : 0;

    return slidesNow && c.manner.isS3m() ? -down : 0;
}

void RowPlayer::s3mLevels (Channel& c, char letter, int value)
{
    const auto isFirst = tickInRow == 0;
    const auto isIt = c.manner.isIt();

    switch (letter)
    {
        case 'D':
            addVolume (c, s3mSlide (c, value));
            break;
        case 'I':
            tremor (c, value);
            break;
        case 'Q':
            countRetrigger (c, value);
            break;

        case 'M':
            if (isFirst && value <= 64)
                setChannelVolume (c, value);

            break;

        case 'N':
            if (const auto step = s3mSlide (c, value); step != 0)
                setChannelVolume (c, c.channelVolume + step);

            break;

        case 'O':
            if (isFirst)
            {
                const auto frames = value * 256.0 + c.highOffset * 65'536.0;
                c.noteOffset = frames;
                offsetTo (c, frames);
            }

            break;

        case 'P':
            addPanning (c, -s3mSlide (c, value) / 32);
            break;

        case 'R':
            if (isFirst)
                c.tremoloWave.set (value);

            tremolate (c);
            break;

        case 'V':
            if (isFirst && value <= (isIt ? 128 : 64))
                setGlobalVolume (value / (isIt ? 128.0 : 64.0));

            break;

        case 'W':
            if (const auto step = s3mSlide (c, value); step != 0)
                setGlobalVolume (globalVolume + step / (isIt ? 128 : 64));

            break;

        case 'X':
            if (isFirst && (isIt || value <= 0x80))
                setPanning (c, isIt ? (value - 128) / 127.0 : (value - 64) / 64.0);
            else if (isFirst && value == 0xa4)
                setPanning (c, 0);

            break;

        case 'Y':
            if (isFirst)
                c.panbrelloWave.set (value);

            panbrello (c);
            break;

        default:
            break;
    }
}

void RowPlayer::s3mFlow (Channel& c, char letter, int value)
{
    if (letter == 'T' && value < 32)
    {
        if (c.manner.isIt() && tickInRow != 0)
        {
            const auto tempo = std::floor (timeline.tempoAt (now) + 1.0e-9); // in whole frames it is a little more than was asked for
            timeline.set (now, std::clamp (tempo + (value < 16 ? -value : value - 16), 32.0, 255.0));
        }

        return;
    }

    if (! isFlowTick())
        return;

    if (letter == 'A' && value > 0)
        speed = value;
    else if (letter == 'B')
        jumpTo (c, value);
    else if (letter == 'T')
        setTempo (c, value);
    else if (letter == 'C')
    {
        const auto toRow = c.manner.isIt() ? value : (value >> 4) * 10 + (value & 15);

        if (c.manner.isIt() || toRow < 64)
            breakTo (c, toRow);
    }
}

void RowPlayer::s3mSpecial (Channel& c, int which, int value)
{
    const auto isFirst = tickInRow == 0;

    switch (which)
    {
        case 1:
            c.isGlissando = value != 0;
            break;
        case 3:
            c.vibrato.choose (c.manner.isIt() ? value & 3 : value);
            break;
        case 4:
            c.tremoloWave.choose (c.manner.isIt() ? value & 3 : value);
            break;
        case 5:
            c.panbrelloWave.choose (value & 3);
            break;

        case 6:
            if (isFlowTick() && c.manner.isIt())
                flow.extraTicks += value;

            break;

        case 7:
            if (isFirst && c.manner.isIt())
                s3mPast (c, value);

            break;

        case 8:
            if (isFirst)
                setPanning (c, (value * 17 - 128) / 127.0);

            break;

        case 9:
            if (isFirst && value == 1)
                setPanning (c, 0); // surround

            break;

        case 0xa:
            c.highOffset = c.manner.isIt() ? value : 0;
            break;

        case 0xb:
            if (isFlowTick())
                patternLoop (c, value);

            break;

        case 0xc:
            if (const auto at = value == 0 && c.manner.isIt() ? 1 : value; at > 0 && tickInRow == at)
                noteCut (c);

            break;

        case 0xe:
            if (isFlowTick())
                delayRow (c, value);

            break;

        default:
            break;
    }
}

/** S70 to S72 end the notes that went on, S73 to S76 say what becomes of this one. */
void RowPlayer::s3mPast (Channel& c, int value)
{
    switch (value)
    {
        case 0:
            endPast (c, NoteEnd::cut);
            break;
        case 1:
            endPast (c, NoteEnd::release);
            break;
        case 2:
            endPast (c, NoteEnd::fade);
            break;
        case 3:
            c.newNoteAction = NewNoteAction::cut;
            break;
        case 4:
            c.newNoteAction = NewNoteAction::letRing;
            break;
        case 5:
            c.newNoteAction = NewNoteAction::release;
            break;
        case 6:
            c.newNoteAction = NewNoteAction::fade;
            break;
        default:
            break;
    }
}

} // namespace athanor
