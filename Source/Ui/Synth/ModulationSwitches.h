// SPDX-License-Identifier: GPL-3.0-or-later
// The small buttons that each modulation has, wherever it is shown.
#pragma once

#include "Ui/Kit/Buttons.h"
#include "Ui/Synth/ShownSynth.h"

namespace athanor
{

/** Of one of the 64 modulations, from 0. */
struct ModulationSwitches
{
    ModulationSwitches (ShownSynth&, int slot);

    /** As the patch is now. */
    void show (const ShownSynth&, int slot);

    LetterButton bothWays { "B", "Both ways from where the control stands", Ink::teal }, stereo { "S", "The other way on the right side", Ink::teal }, bypass { "M", "Mute", Ink::rose };
    IconButton remove { Icon::close, "Remove", Ink::ember, Ink::mute };
};

} // namespace athanor
