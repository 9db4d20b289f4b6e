// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/CommandPalette.h"

#include "Ui/Kit/KitFixture.h"

namespace athanor
{

namespace
{

class CommandPaletteTest : public KitTest
{
};

std::vector<PaletteEntry> entries (std::string* done = nullptr)
{
    std::vector<PaletteEntry> all {
        { "Play", "Starts at the cursor.", "Space", "Transport", {} },
        { "Transpose up", "Raises notes by a semitone.", "Alt+F2", "Pattern", {} },
        { "Transpose an octave up", "Raises notes by twelve semitones.", "Alt+F12", "Pattern", {} },
        { "Undo", "Takes the last step back.", "Ctrl+Z", "Edit", {} },
        { "New pattern", "Adds an empty pattern.", "Ctrl+N", "Song", {} },
    };

    for (auto& entry : all)
        entry.run = [done, name = entry.name] {
            if (done != nullptr)
                *done = name;
        };

    return all;
}

std::string first (const PaletteModel& model) { return model.found().empty() ? "" : model.entry (model.found().front().entry).name; }

} // namespace

TEST (PaletteModel, showsEverythingInItsOrderBeforeAnythingIsTyped)
{
    const PaletteModel model (entries());
    EXPECT_EQ (model.found().size(), 5u);
    EXPECT_EQ (first (model), "Play");
}

TEST (PaletteModel, putsTheBestFitFirst)
{
    PaletteModel model (entries());

    for (auto [query, name] : { std::pair { "np", "New pattern" }, { "tou", "Transpose an octave up" }, { "undo", "Undo" }, { "tup", "Transpose up" } })
    {
        model.setQuery (query);
        EXPECT_EQ (first (model), name) << query;
    }
}

TEST (PaletteModel, findsByGroupAndByWordsOfTheSentence)
{
    PaletteModel model (entries());
    model.setQuery ("transport play");
    EXPECT_EQ (first (model), "Play");
    model.setQuery ("twelve");
    EXPECT_EQ (first (model), "Transpose an octave up");
    EXPECT_EQ (model.found().size(), 1u);
}

TEST (PaletteModel, wrapsAroundAndStopsAtTheEndsWhenItJumps)
{
    PaletteModel model (entries());
    model.walk (-1);
    EXPECT_EQ (model.chosen(), 4);
    model.walk (1);
    EXPECT_EQ (model.chosen(), 0);
    model.walk (10);
    EXPECT_EQ (model.chosen(), 4);
}

TEST (PaletteModel, hasNothingToDoWhenNothingFits)
{
    PaletteModel model (entries());
    model.setQuery ("zzzz");
    model.walk (1);
    EXPECT_FALSE (model.action());
}

TEST_F (CommandPaletteTest, runsTheChosenEntryAfterItHasClosed)
{
    std::string done;
    juce::Component window;
    window.setSize (1000, 700);
    Overlay overlay;
    window.addAndMakeVisible (overlay);
    overlay.setBounds (window.getLocalBounds());

    auto sheet = std::make_unique<CommandPalette> (entries (&done));
    auto& palette = *sheet;
    overlay.show (std::move (sheet));
    palette.setQuery ("tup");
    save (picture (overlay), "palette");
    palette.run();
    EXPECT_EQ (done, "");
    deliverMessages();
    EXPECT_EQ (done, "Transpose up");
    EXPECT_EQ (overlay.current(), nullptr);
    EXPECT_FALSE (overlay.isVisible());
}

} // namespace athanor
