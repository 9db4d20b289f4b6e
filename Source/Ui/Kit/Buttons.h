// SPDX-License-Identifier: GPL-3.0-or-later
// The buttons of the window: text, icon, letter, chip. A click does not take the keys away from where they are; Tab reaches them.
#pragma once

#include "Ui/Kit/Icons.h"
#include "Ui/Kit/Theme.h"

#include <juce_gui_basics/juce_gui_basics.h>

namespace athanor
{

/** A button with a word on it. Toggled or primary, it is filled with its ink. */
class PushButton : public juce::Button
{
public:
    explicit PushButton (const juce::String& text, Ink accent = Ink::ember);

    /** The one thing to press of several: drawn in the accent. */
    void setPrimary (bool);

    /** Without a body until the mouse is over it. */
    void setQuiet (bool);

    /** The ink of its word while it is not filled: rose for what cannot be taken back. */
    void setTextInk (Ink);

    int idealWidth() const;

    void paintButton (juce::Graphics&, bool isOver, bool isDown) override;

private:
    Ink accent, textInk = Ink::text;
    bool isPrimary = false, isQuiet = false;
};

/** A button with an icon on it; `name` is its title for the screen reader and, unless another is set, its tooltip. */
class IconButton : public juce::Button
{
public:
    /** `rest` is the ink of the icon while it is not toggled. */
    IconButton (Icon, const juce::String& name, Ink accent = Ink::ember, Ink rest = Ink::text);

    void setIcon (Icon);

    /** Height of the icon in points. */
    void setIconSize (float);

    void setQuiet (bool);

    void paintButton (juce::Graphics&, bool isOver, bool isDown) override;

private:
    Icon icon;
    Ink accent, rest;
    float iconSize = 13;
    bool isQuiet = false;
};

/** A button with one or two letters, as M, S and R on a track. */
class LetterButton : public juce::Button
{
public:
    LetterButton (const juce::String& letters, const juce::String& name, Ink accent);

    void paintButton (juce::Graphics&, bool isOver, bool isDown) override;

private:
    juce::String letters;
    Ink accent;
};

/** A rounded tag that can be toggled, and removed when it has a cross. */
class Chip : public juce::Button
{
public:
    explicit Chip (const juce::String& text, Ink accent = Ink::ember);

    /** When set, a cross is drawn and a click on it calls this. */
    std::function<void()> onRemove;

    int idealWidth() const;

    static constexpr int idealHeight = 21;

    void paintButton (juce::Graphics&, bool isOver, bool isDown) override;
    void mouseUp (const juce::MouseEvent&) override;

private:
    Ink accent;
};

/** Lays chips or buttons from left to right and wraps them; answers the height used. */
int layOutInRows (juce::Rectangle<int> area, const std::vector<std::pair<juce::Component*, int>>& itemsAndWidths, int height, int gap);

} // namespace athanor
