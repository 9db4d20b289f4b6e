// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/PhysicalKeys.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{

/** A layout by its name. */
PhysicalKeys keys (std::string_view name)
{
    for (auto& layout : knownLayouts())
        if (layout.name == name)
            return PhysicalKeys (layout);

    ADD_FAILURE() << "no layout " << name;
    return {};
}

} // namespace

TEST (PhysicalKeys, playTheSameNotesOnEveryLayoutWhenTheSamePlacesArePressed)
{
    for (auto& layout : knownLayouts())
    {
        const PhysicalKeys physical (layout);

        for (std::size_t i = 0; i < KeyboardLayout::places.size(); ++i)
        {
            const auto place = KeyboardLayout::places[i];

            if (layout.plain[i] != 0)
                EXPECT_EQ (physical.placeOf (layout.plain[i]), place) << layout.name << " " << place;
        }
    }
}

TEST (PhysicalKeys, knowWhereTheLettersAreOnOtherKeyboards)
{
    EXPECT_EQ (keys ("AZERTY").placeOf (U'a'), 'q');
    EXPECT_EQ (keys ("AZERTY").placeOf (U'w'), 'z');
    EXPECT_EQ (keys ("AZERTY").placeOf (U'\u00e9'), '2');
    EXPECT_EQ (keys ("AZERTY").placeOf (U'2'), '2') << "with Shift";
    EXPECT_EQ (keys ("QWERTZ").placeOf (U'y'), 'z');
    EXPECT_EQ (keys ("QWERTZ").placeOf (U'Y'), 'z');
    EXPECT_EQ (keys ("QWERTZ").placeOf (U'\u00f6'), ';');
    EXPECT_EQ (keys ("Dvorak").placeOf (U';'), 'z');
    EXPECT_EQ (keys ("Colemak").placeOf (U'f'), 'e');
}

TEST (PhysicalKeys, findAPlaceForBothCasesOfALetter)
{
    EXPECT_EQ (keys ("QWERTY (US)").placeOf (U'Q'), 'q');
    EXPECT_EQ (keys ("QWERTY (US)").placeOf (U'!'), '1');
}

TEST (PhysicalKeys, knowDeadKeysByTheirNumber)
{
    EXPECT_EQ (keys ("AZERTY").placeOf (char32_t { 0xfe52 }), '[');
}

TEST (PhysicalKeys, knowNothingOfWhatIsNotOnTheKeyboard)
{
    EXPECT_FALSE (keys ("QWERTY (US)").placeOf (U'\u00e9'));
    EXPECT_FALSE (keys ("QWERTY (US)").placeOf (U' '));
    EXPECT_FALSE (keys ("QWERTY (US)").placeOf (char32_t { 0 }));
    EXPECT_FALSE (keys ("QWERTY (US)").placeOf (char32_t { 27 }));
}

TEST (PhysicalKeys, askTheLayoutInUseBeforeTheOthers)
{
    const auto us = knownLayouts()[0], french = keys ("AZERTY").layout();
    EXPECT_EQ (PhysicalKeys (std::vector { french, us }).placeOf (U'a'), 'q');
    EXPECT_EQ (PhysicalKeys (std::vector { us, french }).placeOf (U'a'), 'a');
    EXPECT_EQ (PhysicalKeys (std::vector { us, french }).placeOf (U'\u00e9'), '2') << "only the second has it";
}

TEST (PhysicalKeys, sayWhatIsPrintedOnAKey)
{
    EXPECT_EQ (keys ("AZERTY").characterAt ('q'), U'a');
    EXPECT_EQ (keys ("AZERTY").characterAt ('?'), char32_t { 0 });
}

TEST (PhysicalKeys, readKeyPressesWithAndWithoutControl)
{
    const auto physical = keys ("QWERTZ");
    EXPECT_EQ (physical.placeOf (juce::KeyPress ('y', {}, 'y')), 'z');
    EXPECT_EQ (physical.placeOf (juce::KeyPress ('Y', juce::ModifierKeys::shiftModifier, 'Y')), 'z');
    EXPECT_EQ (physical.placeOf (juce::KeyPress ('y', juce::ModifierKeys::ctrlModifier, 25)), 'z');
    EXPECT_FALSE (physical.placeOf (juce::KeyPress (juce::KeyPress::upKey)));
    EXPECT_FALSE (physical.placeOf (juce::KeyPress (juce::KeyPress::F5Key)));
    EXPECT_FALSE (physical.placeOf (juce::KeyPress (juce::KeyPress::spaceKey, {}, ' ')));
    EXPECT_FALSE (physical.placeOf (juce::KeyPress (juce::KeyPress::numberPadDivide)));
}

TEST (PianoSemitone, isTheTwoRowPianoOfTrackers)
{
    for (auto [place, semitone] : { std::pair { 'z', 0 }, { 's', 1 }, { 'm', 11 }, { ',', 12 }, { '/', 16 }, { 'q', 12 }, { '2', 13 }, { 'u', 23 }, { 'i', 24 }, { '0', 27 }, { '[', 29 }, { ']', 31 } })
        EXPECT_EQ (pianoSemitone (place), semitone) << place;
}

TEST (PianoSemitone, isNothingWhereAPianoHasNoKey)
{
    for (auto place : { 'a', 'f', 'k', '1', '4', '8', '`', '-', '\\', '\0' })
        EXPECT_FALSE (pianoSemitone (place)) << place;
}

TEST (PianoSemitone, givesTheSameNotesForTheSamePlacesOnAzertyAndDvorak)
{
    // The same three places, left hand: C, E and G of the lower row.
    for (auto& layout : knownLayouts())
    {
        const PhysicalKeys physical (layout);
        std::vector<int> chord;

        for (auto place : { 'z', 'c', 'b' })
            chord.push_back (*pianoSemitone (*physical.placeOf (physical.characterAt (place))));

        EXPECT_EQ (chord, (std::vector { 0, 4, 7 })) << layout.name;
    }
}

} // namespace athanor
