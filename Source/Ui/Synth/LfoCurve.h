// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Ui/Kit/CurveView.h"
#include "Ui/Synth/ShownSynth.h"

namespace athanor
{

/** The line that an LFO plays. Points are dragged; a double-click adds one, or takes away the one under it. */
class LfoCurve : public CurveView
{
public:
    /** @param number  From 0. */
    LfoCurve (ShownSynth&, int number);

    /** Takes over what the patch says now. */
    void update();

private:
    void drag (int handle, Point to);
    void addOrRemove (Point at);
    void put (const std::string& name);
    void draw();

    ShownSynth& synth;
    const std::size_t number;
    PatchLine line;
    bool isTaken = false;
};

} // namespace athanor
