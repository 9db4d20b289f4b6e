// SPDX-License-Identifier: GPL-3.0-or-later
// What moves by itself: meters, modulation rings, play positions. One clock of the window asks them all.
#pragma once

#include <juce_gui_basics/juce_gui_basics.h>

namespace athanor
{

/** A component that looks at its source once for each frame and repaints only what changed. */
class Live
{
public:
    virtual ~Live() = default;

    virtual void refresh() = 0;
};

/** Asks every visible live component below a root. */
inline void refreshTree (juce::Component& root)
{
    if (! root.isVisible())
        return;

    if (auto* live = dynamic_cast<Live*> (&root))
        live->refresh();

    for (auto* child : root.getChildren())
        refreshTree (*child);
}

} // namespace athanor
