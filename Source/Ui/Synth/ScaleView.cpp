// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/ScaleView.h"

#include <bit>

namespace athanor
{

namespace
{
constexpr int notes = 12, allNotes = (1 << notes) - 1, ofWhatSounds = 1 << notes;
constexpr int major = 0b1010'1011'0101, minor = 0b0101'1010'1101;
const char* const noteNames[notes] { "C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B" };
} // namespace

ScaleView::ScaleView (ShownSynth& s, Control c, const juce::String& words) : ChoiceView (s, c, words) { update(); }

juce::String ScaleView::nameOf (int mask) const
{
    const auto scale = mask & allNotes;
    return scale == 0 ? "Free" : scale == major ? "Major"
                             : scale == minor   ? "Minor"
                                                : juce::String (std::popcount (static_cast<unsigned> (scale))) + " notes";
}

void ScaleView::toggle (int semitone) { choose (current() ^ (1 << semitone)); }

void ScaleView::clicked()
{
    juce::PopupMenu menu;
    menu.addSectionHeader (juce::String (std::string (infoOf (control).name)));
    const auto add = [&] (const juce::String& name, bool isTicked, int mask) {
        menu.addItem (name, true, isTicked, [safe = SafePointer (this), mask] {
            if (safe != nullptr)
                safe->choose (mask);
        });
    };
    const auto chosen = current(), scale = chosen & allNotes, rest = chosen & ~allNotes;
    add ("Free", scale == 0, rest);
    add ("Major", scale == major, rest | major);
    add ("Minor", scale == minor, rest | minor);
    menu.addSeparator();

    for (int i = 0; i < notes; ++i)
        add (noteNames[i], (chosen >> i & 1) != 0, chosen ^ (1 << i));

    menu.addSeparator();
    add ("Draws the note that sounds, not the transposition alone", (chosen & ofWhatSounds) != 0, chosen ^ ofWhatSounds);
    menu.showMenuAsync (juce::PopupMenu::Options().withTargetComponent (this));
}

} // namespace athanor
