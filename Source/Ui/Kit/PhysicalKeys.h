// SPDX-License-Identifier: GPL-3.0-or-later
// Which key of the keyboard was pressed, whatever letter is printed on it: notes and transport go by place, text by letter.
#pragma once

#include <array>
#include <juce_gui_basics/juce_gui_basics.h>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace athanor
{

/** The letters a keyboard layout gives, by place. Places are named by what a US keyboard has there. */
struct KeyboardLayout
{
    /** The places, row by row, as on a US keyboard; '<' is the extra key of ISO keyboards beside the left Shift. */
    static constexpr std::string_view places = "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./<";

    std::string name;
    std::array<char32_t, places.size()> plain {}, shifted {};

    bool operator== (const KeyboardLayout&) const = default;
};

/** A layout from two texts of UTF-8 with one character for each of the places; a space where there is none. */
KeyboardLayout makeLayout (std::string name, std::string_view plain, std::string_view shifted);

/** QWERTY (US), QWERTY (UK), QWERTZ, AZERTY, Dvorak, Colemak: for systems that cannot be asked. The first is QWERTY (US). */
const std::vector<KeyboardLayout>& knownLayouts();

/** Turns characters back into places. */
class PhysicalKeys
{
public:
    PhysicalKeys() : PhysicalKeys (knownLayouts().front()) {}

    explicit PhysicalKeys (KeyboardLayout layout) : layouts { std::move (layout) } {}

    /** The first layout is the one in use; the others are those the keyboard can be switched to and serve for what it lacks. */
    explicit PhysicalKeys (std::vector<KeyboardLayout> all) : layouts (std::move (all)) {}

    /** The place that gives a character, with or without Shift, named as on a US keyboard: on AZERTY 'a' gives 'q'. */
    std::optional<char> placeOf (char32_t character) const noexcept;

    /** The place of a key as JUCE reports it: by its text where it has one, else by its code (with Ctrl held there is no text). */
    std::optional<char> placeOf (const juce::KeyPress&) const;

    /** The character a place gives without Shift: what to print on a drawn keyboard. */
    char32_t characterAt (char place) const noexcept;

    const KeyboardLayout& layout() const noexcept { return layouts.front(); }

    bool operator== (const PhysicalKeys&) const = default;

private:
    std::vector<KeyboardLayout> layouts;
};

/** Semitones above the C of the base octave that a place of the two-row piano plays: 'z' 0, 's' 1, 'q' 12, … 31. */
std::optional<int> pianoSemitone (char place) noexcept;

/** Asks the X server which layouts its keyboard has; nothing when there is no X server. Takes about a millisecond. */
std::optional<PhysicalKeys> queryPhysicalKeys();

} // namespace athanor
