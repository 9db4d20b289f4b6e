// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/SearchField.h"

#include "Ui/Kit/Draw.h"

namespace athanor
{

SearchField::SearchField (const juce::String& hintWords)
    : hint (hintWords)
{
    setTitle (hint);
    editor.setTitle (hint);
    editor.setMultiLine (false);
    editor.addListener (this);
    editor.addKeyListener (this);
    editor.setSelectAllWhenFocused (true);
    addAndMakeVisible (editor);

    clear.setQuiet (true);
    clear.setIconSize (8);
    clear.setWantsKeyboardFocus (false);
    clear.onClick = [this] { setText ({}); };
    addChildComponent (clear);
    lookAndFeelChanged();
}

SearchField::~SearchField()
{
    editor.removeListener (this);
    editor.removeKeyListener (this);
}

void SearchField::lookAndFeelChanged()
{
    editor.applyFontToAllText (font (*this, Face::name, textSize::body));
    editor.setFont (font (*this, Face::name, textSize::body));
    editor.applyColourToAllText (tokens (*this)[Ink::text]);
    editor.setTextToShowWhenEmpty (hint, tokens (*this)[Ink::faint]);
    editor.setIndents (28, 0);
    editor.setJustification (juce::Justification::centredLeft);
    editor.setBorder ({ 0, 0, 0, 8 });
}

void SearchField::setText (const juce::String& words, bool tellListener)
{
    editor.setText (words, false);
    clear.setVisible (words.isNotEmpty());

    if (tellListener && onChange)
        onChange (words);
}

void SearchField::focus() { editor.grabKeyboardFocus(); }

void SearchField::paintOverChildren (juce::Graphics& g)
{
    drawIcon (g, Icon::search, getLocalBounds().toFloat().withWidth (28).withSizeKeepingCentre (12, 12), tokens (*this)[Ink::mute]);
}

void SearchField::resized()
{
    editor.setBounds (getLocalBounds());
    clear.setBounds (getLocalBounds().removeFromRight (24).withSizeKeepingCentre (18, 18));
}

void SearchField::textEditorTextChanged (juce::TextEditor&)
{
    clear.setVisible (! editor.isEmpty());

    if (onChange)
        onChange (editor.getText());
}

void SearchField::textEditorReturnKeyPressed (juce::TextEditor&)
{
    if (onReturn)
        onReturn();
}

void SearchField::textEditorEscapeKeyPressed (juce::TextEditor&)
{
    if (onEscape)
        return onEscape();

    if (! editor.isEmpty())
        return setText ({});

    // With nothing to clear it means the sheet that the field is in.
    for (auto* around = getParentComponent(); around != nullptr && ! around->keyPressed (juce::KeyPress (juce::KeyPress::escapeKey)); around = around->getParentComponent())
        ;
}

bool SearchField::keyPressed (const juce::KeyPress& key, juce::Component*)
{
    const auto steps = key == juce::KeyPress::upKey         ? -1
                       : key == juce::KeyPress::downKey     ? 1
                       : key == juce::KeyPress::pageUpKey   ? -10
                       : key == juce::KeyPress::pageDownKey ? 10
                                                            : 0;

    if (steps == 0 || ! onWalk)
        return false;

    onWalk (steps);
    return true;
}

} // namespace athanor
