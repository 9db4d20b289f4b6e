// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Ui/Kit/Live.h"
#include "Ui/Synth/LineEditor.h"
#include "Ui/Synth/ShownSynth.h"

namespace athanor
{

/** The line that an LFO plays, with the tools to draw it; a dot goes along as the newest voice does. */
class LfoView : public LineEditor,
                public Live
{
public:
    /** @param number  From 0. */
    LfoView (ShownSynth&, int number);

    void refresh() override;

private:
    ShownSynth& synth;
    const std::size_t number;
};

} // namespace athanor
