// SPDX-License-Identifier: GPL-3.0-or-later
// A session with the project that every start has, and keys as a hand presses them.
#pragma once

#include "App/Edits/PatternCells.h"
#include "App/Session.h"
#include "Ui/Kit/KitFixture.h"

namespace athanor
{

class SongTest : public KitTest
{
public:
    Session session;

    Selection now() const { return settled (session.project(), session.selection()); }

    Cell cell (int line) const
    {
        auto cursor = now().cursor;
        cursor.line = line;
        cursor.column = 0;
        return cellAt (session.project(), now().pattern, cursor);
    }

    /** A key as its description says, as "ctrl + Z"; a letter brings its character with it. */
    static juce::KeyPress key (const juce::String& description)
    {
        const auto made = juce::KeyPress::createFromDescription (description);
        const auto isLetter = description.length() == 1;
        return { made.getKeyCode(), made.getModifiers(), isLetter ? description[0] : juce::juce_wchar {} };
    }
};

} // namespace athanor
