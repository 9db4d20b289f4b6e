// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Modules/Module.h"

namespace athanor
{

/** Where the note enters a voice. The engine writes its outputs; there is nothing to compute. */
template <typename S>
class VoiceIn final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "voice.in", "Note", "Voice", "Everything that is known about the note a voice plays." };

    VoiceIn() : ModuleOf<S> (about) {}

    Output pitch { *this, "pitch", "The note in semitones, with bend, slides and glide; middle C is 60." };
    Output gate { *this, "gate", "1 while the key is held, else 0." };
    Output trigger { *this, "trigger", "1 on the one frame at which the note starts." };
    Output velocity { *this, "velocity", "How hard the key was struck, 0 to 1." };
    Output volume { *this, "volume", "The note's own volume, from the pattern or from expression, 0 to 1." };
    Output panning { *this, "panning", "Where the note wants to stand, from -1 (left) to 1 (right)." };
    Output pressure { *this, "pressure", "Aftertouch: how hard the held key is pressed, 0 to 1." };
    Output wheel { *this, "wheel", "The modulation wheel, 0 to 1." };
    Output random { *this, "random", "Chance from -1 to 1, drawn anew for each note." };

    void process (const Block<S>&) noexcept override {}
};

} // namespace athanor
