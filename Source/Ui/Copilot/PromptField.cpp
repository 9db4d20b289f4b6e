// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Copilot/PromptField.h"

#include "Ui/Kit/Draw.h"

namespace athanor
{

namespace
{
constexpr int inset = 10, lineHeight = 18, leastLines = 2, mostLines = 6, longest = 20'000, side = 24, mostInMenu = 20, longestInMenu = 70;
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

    for (auto* button : { &earlier, &send })
    {
        button->setIconSize (10);
        button->setMouseClickGrabsKeyboardFocus (false);
        addChildComponent (button);
    }

    earlier.setQuiet (true);
    earlier.setTooltip ("What was asked before.  Up, down");
    earlier.onClick = [this] { menuOfHistory().showMenuAsync (juce::PopupMenu::Options().withTargetComponent (earlier)); };
    send.setTooltip ("Asks for it.  Return");
    send.onClick = [this] { ask(); };
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
    editor.setBorder ({ 0, 0, 0, side + space::tight });
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
    earlier.setVisible (! history.isEmpty());
}

juce::PopupMenu PromptField::menuOfHistory()
{
    juce::PopupMenu menu;

    for (int i = history.size(); --i >= std::max (0, history.size() - mostInMenu);)
    {
        const auto words = history[i].length() > longestInMenu ? history[i].substring (0, longestInMenu).trimEnd() + juce::String (juce::CharPointer_UTF8 ("\xe2\x80\xa6")) : history[i];
        menu.addItem (words, [safe = SafePointer (this), whole = history[i]] {
            if (safe != nullptr)
            {
                safe->setText (whole);
                safe->focus();
            }
        });
    }

    return menu;
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

    send.setVisible (text().trim().isNotEmpty());

    if (std::exchange (lines, now) != now && onLayout)
        onLayout();
}

void PromptField::ask()
{
    if (text().trim().isNotEmpty() && onAsk)
        onAsk (text().trim());
}

void PromptField::textEditorReturnKeyPressed (juce::TextEditor&) { ask(); }

void PromptField::textEditorEscapeKeyPressed (juce::TextEditor&)
{
    if (onEscape)
        onEscape();
}

int PromptField::heightFor (int) const { return juce::jmax (leastLines, lines) * lineHeight + 2 * inset; }

void PromptField::resized()
{
    editor.setBounds (getLocalBounds());
    const auto column = getLocalBounds().reduced (4).removeFromRight (side);
    earlier.setBounds (column.withHeight (side));
    send.setBounds (column.withTop (column.getBottom() - side));
}

} // namespace athanor
