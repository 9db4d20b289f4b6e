// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Tracker/PatternKeys.h"

#include "App/Edits/PatternCells.h"
#include "App/Edits/PatternMoves.h"

namespace athanor
{

namespace
{
Selection here (const Session& session) { return settled (session.project(), session.selection()); }

const char* nameOf (CellPart part)
{
    switch (part)
    {
        case CellPart::note:
            return "note";
        case CellPart::instrument:
            return "instrument";
        case CellPart::volume:
            return "volume";
        case CellPart::panning:
            return "panning";
        case CellPart::delay:
            return "delay";
        case CellPart::effect:
            break;
    }

    return "effect";
}
} // namespace

PatternKeys::PatternKeys (Deeds& d) : deeds (d), input (d.session) {}

PatternKeys::~PatternKeys() = default;

std::optional<char> PatternKeys::placeOf (const juce::KeyPress& key)
{
    if (! keys)
        keys = queryPhysicalKeys().value_or (PhysicalKeys());

    return keys->placeOf (static_cast<char32_t> (key.getTextCharacter()));
}

bool PatternKeys::press (const juce::KeyPress& key, bool writes)
{
    const auto mods = key.getModifiers();

    if (mods.isCtrlDown() || mods.isAltDown() || mods.isCommandDown() || key.getTextCharacter() < ' ')
        return false;

    const auto now = here (deeds.session);
    const auto place = placeOf (key);

    if (writes && now.isEditing && now.cursor.part != CellPart::note)
        return typeInto (now.cursor.part, key.getTextCharacter());

    if (! place)
        return false;

    return pressNote (key, *place, writes) || (writes && now.isEditing && pressEnd (*place));
}

bool PatternKeys::pressNote (const juce::KeyPress& key, char place, bool writes)
{
    const auto semitone = pianoSemitone (place);

    if (! semitone)
        return false;

    const auto note = here (deeds.session).octave * 12 + *semitone;

    // The system repeats a key that is held; a note does not.
    if (! notes.contains (key.getKeyCode()) && note <= key::highest)
    {
        notes[key.getKeyCode()] = note;
        input.press (note, {}, writes);
    }

    return true;
}

bool PatternKeys::pressEnd (char place)
{
    switch (place)
    {
        case 'a':
            input.writeEnd (key::off);
            return true;
        case '1':
            input.writeEnd (key::cut);
            return true;
        case '`':
            input.writeEnd (key::fade);
            return true;
        default:
            return false;
    }
}

void PatternKeys::releaseThoseUp()
{
    for (auto held = notes.begin(); held != notes.end();)
        if (juce::KeyPress::isKeyCurrentlyDown (held->first))
            ++held;
        else
        {
            input.release (held->second);
            held = notes.erase (held);
        }
}

void PatternKeys::releaseAll()
{
    notes.clear();
    input.releaseAll();
}

void PatternKeys::goOn()
{
    deeds.session.select ([this] (Selection& selection) {
        selection = here (deeds.session);

        // The digits of one number are typed from left to right; then the next line comes.
        if (selection.cursor.digit + 1 < digitsOf (selection.cursor.part))
            ++selection.cursor.digit;
        else
        {
            selection.cursor.digit = 0;
            selection = advanced (deeds.session.project(), selection, selection.editStep);
        }
    });
}

bool PatternKeys::typeInto (CellPart part, juce::juce_wchar character)
{
    const auto digit = juce::CharacterFunctions::getHexDigitValue (character);
    const auto now = here (deeds.session);

    if (part == CellPart::effect && now.cursor.digit < 2)
        return typeEffect (character);

    if (digit < 0)
        return false;

    if (part == CellPart::instrument)
        return typeInstrument (digit);

    deeds.session.edit (std::string ("write ") + nameOf (part), [&] (Project& project) { writeDigit (project, now.pattern, now.cursor, digit); });
    goOn();
    return true;
}

bool PatternKeys::typeEffect (juce::juce_wchar character)
{
    const auto letter = juce::CharacterFunctions::toUpperCase (character);

    if (letter > 127 || ! juce::CharacterFunctions::isLetterOrDigit (letter))
        return false;

    const auto now = here (deeds.session);
    deeds.session.edit ("write effect", [&] (Project& project) { writeEffectLetter (project, now.pattern, now.cursor, static_cast<char> (letter)); });
    goOn();
    return true;
}

bool PatternKeys::typeInstrument (int digit)
{
    const auto now = here (deeds.session);
    const auto& project = deeds.session.project();
    const auto* before = project.instruments.find (cellAt (project, now.pattern, now.cursor).instrument);
    const auto exists = [&] (int number) {
        return std::any_of (project.instruments.begin(), project.instruments.end(), [number] (const auto& entry) { return entry.second->number == number; });
    };

    // Two digits make a number, and only numbers that exist can be written: after the first digit the likeliest one stands there.
    const auto low = before != nullptr ? before->number % 16 : 0;
    const auto high = highDigit.value_or (before != nullptr ? before->number / 16 : 0);
    const auto isFirst = now.cursor.digit == 0;
    auto number = isFirst ? digit * 16 + low : high * 16 + digit;

    if (isFirst && ! exists (number))
        number = digit;

    highDigit = isFirst ? std::optional (digit) : std::nullopt;

    if (exists (number))
        deeds.session.edit ("write instrument", [&] (Project& changed) { static_cast<void> (static_cast<bool> (writeInstrument (changed, now.pattern, now.cursor, number))); });
    else if (! isFirst)
        deeds.say ("There is no instrument with that number yet.", Ink::rose);

    goOn();
    return true;
}

} // namespace athanor
