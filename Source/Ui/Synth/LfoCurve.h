// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Ui/Kit/CurveView.h"
#include "Ui/Kit/Live.h"
#include "Ui/Synth/ShownSynth.h"

namespace athanor
{

/** The line that an LFO plays. Points are dragged; a double-click adds one, or takes away the one under it. */
class LfoCurve : public CurveView,
                 public Live
{
public:
    /** @param number  From 0. */
    LfoCurve (ShownSynth&, int number);

    /** Takes over what the patch says now. */
    void update();

    /** The dot goes along the line as the newest voice does. */
    void refresh() override;

private:
    void drag (int handle, Point to);
    void addOrRemove (Point at);
    void put (const std::string& name);
    void draw();

    ShownSynth& synth;
    const std::size_t number;
    PatchLine line;
    std::vector<float> heights; ///< Of the line, from left to right.
    bool isTaken = false;
};

} // namespace athanor
