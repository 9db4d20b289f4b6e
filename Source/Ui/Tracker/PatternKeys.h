// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of the pattern that are no shortcuts: the piano of two rows, note ends, and digits into the other columns.
#pragma once

#include "App/NoteInput.h"
#include "Ui/Deeds.h"
#include "Ui/Kit/PhysicalKeys.h"

#include <map>

namespace athanor
{

class PatternKeys
{
public:
    explicit PatternKeys (Deeds&);
    ~PatternKeys();

    /** A key went down that no shortcut wanted. `writes`: the pattern is in view, so it may be written. True when it was used. */
    bool press (const juce::KeyPress&, bool writes);

    /** Lets go of every note whose key is no longer down. Called whenever any key went up. */
    void releaseThoseUp();

    void releaseAll();

private:
    std::optional<char> placeOf (const juce::KeyPress&);
    bool pressNote (const juce::KeyPress&, char place, bool writes);
    bool pressEnd (char place);
    bool typeInto (CellPart, juce::juce_wchar);
    bool typeInstrument (int digit);
    bool typeEffect (juce::juce_wchar);
    void goOn();

    Deeds& deeds;
    NoteInput input;
    std::optional<PhysicalKeys> keys; ///< Asked for when the first key comes, so that no start waits for it.
    std::map<int, int> notes;         ///< By key code.
    std::optional<int> highDigit;     ///< Of an instrument number that is being typed.
};

} // namespace athanor
