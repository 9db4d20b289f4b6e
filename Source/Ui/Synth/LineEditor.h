// SPDX-License-Identifier: GPL-3.0-or-later
// A drawn line with its tools below: grid, painting, smoothness, shapes to begin with, copy and paste.
#pragma once

#include "Ui/Kit/Buttons.h"
#include "Ui/Synth/LineCurve.h"

namespace athanor
{

class LineEditor : public juce::Component
{
public:
    LineEditor (const juce::String& title, Ink, LineTools&);

    LineCurve curve;

    IconButton paints { Icon::edit, "Paint steps: a drag draws one for each column", Ink::teal, Ink::mute };
    IconButton snaps { Icon::link, "Points keep to the grid; with Shift they do not", Ink::teal, Ink::mute };
    IconButton smooth { Icon::wave, "Rounds every piece", Ink::teal, Ink::mute };
    PushButton grid { "8 x 4" }, shapes { "Shapes" };

    /** Takes over what is there now. */
    void update();

    void setColumns (int);
    void setRows (int);
    void resized() override;

private:
    void choosesGrid();
    void choosesShape();
    void showTools();

    LineTools& tools;
};

} // namespace athanor
