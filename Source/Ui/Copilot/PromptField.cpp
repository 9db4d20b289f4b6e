// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Copilot/PromptField.h"

#include "Ui/Kit/Draw.h"

namespace athanor
{

namespace
{
constexpr int inset = 10, lineHeight = 18, leastLines = 2, mostLines = 6, longest = 20'000;
} // namespace

PromptField::PromptField()
{
    setTitle ("Prompt");
    editor.setTitle ("What should it sound like?");
    editor.setDescription ("Return asks for it, up and down bring back what was asked before.");
    editor.setMultiLine (true, true);
    editor.setReturnKeyStartsNewLine (false);
    editor.setTabKeyUsedAsCharacter (false);
    editor.setScrollbarsShown (true);
    editor.setInputRestrictions (longest);
    editor.addListener (this);
    editor.addKeyListener (this);
    addAndMakeVisible (editor);
    lookAndFeelChanged();
}

PromptField::~PromptField()
{
    editor.removeListener (this);
    editor.removeKeyListener (this);
}

void PromptField::lookAndFeelChanged()
{
    editor.applyFontToAllText (font (*this, Face::name, textSize::body));
    editor.setFont (font (*this, Face::name, textSize::body));
    editor.applyColourToAllText (tokens (*this)[Ink::text]);
    editor.setColour (juce::CaretComponent::caretColourId, tokens (*this)[Ink::ember]);
    editor.setBorder ({ 0, 0, 0, space::tight });
    editor.setIndents (inset + 2, inset);
    setHint (hint);
}

void PromptField::setHint (const juce::String& words)
{
    hint = words;
    editor.setTextToShowWhenEmpty (hint, tokens (*this)[Ink::faint]);
    editor.repaint();
}

void PromptField::setText (const juce::String& words)
{
    editor.setText (words, false);
    editor.moveCaretToEnd();
    textEditorTextChanged (editor);
}

void PromptField::setHistory (juce::StringArray asked)
{
    history = std::move (asked);
    place = history.size();
}

void PromptField::focus() { editor.grabKeyboardFocus(); }

bool PromptField::isOnFirstLine() const { return editor.getCaretRectangle().getY() < inset + lineHeight; }

bool PromptField::isOnLastLine() const
{
    return editor.getCaretRectangle().getY() + lineHeight + lineHeight / 2 >= inset + editor.getTextHeight() || editor.getTotalNumChars() == 0;
}

bool PromptField::walk (int steps)
{
    const auto to = place + steps;

    if (to < 0 || to > history.size())
        return false;

    if (place == history.size())
        draft = text();

    place = to;
    setText (to == history.size() ? draft : history[to]);
    return true;
}

bool PromptField::press (const juce::KeyPress& key)
{
    if (key == juce::KeyPress::upKey && isOnFirstLine())
        return walk (-1);

    if (key == juce::KeyPress::downKey && isOnLastLine())
        return walk (1);

    return false;
}

void PromptField::textEditorTextChanged (juce::TextEditor&)
{
    const auto now = juce::jlimit (leastLines, mostLines, (editor.getTextHeight() + lineHeight / 2) / lineHeight);

    if (std::exchange (lines, now) != now && onLayout)
        onLayout();
}

void PromptField::textEditorReturnKeyPressed (juce::TextEditor&)
{
    if (text().trim().isNotEmpty() && onAsk)
        onAsk (text().trim());
}

void PromptField::textEditorEscapeKeyPressed (juce::TextEditor&)
{
    if (onEscape)
        onEscape();
}

int PromptField::heightFor (int) const { return juce::jmax (leastLines, lines) * lineHeight + 2 * inset; }

void PromptField::resized() { editor.setBounds (getLocalBounds()); }

} // namespace athanor
