// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Settings/SettingsPage.h"

#include "Ui/Kit/Draw.h"

namespace athanor
{

void SettingsPage::addLine (const juce::String& label, juce::Component& control, const juce::String& doc, int width)
{
    control.setTitle (label);
    control.setDescription (doc);
    addAndMakeVisible (control);
    lines.push_back ({ label, doc, &control, width });
}

void SettingsPage::setDoc (std::size_t line, const juce::String& doc, Ink ink)
{
    auto& at = lines[line];

    if (at.doc == doc && at.ink == ink)
        return;

    at.doc = doc;
    at.ink = ink;
    at.control->setDescription (doc);
    repaint();
}

void SettingsPage::paint (juce::Graphics& g)
{
    const auto& t = tokens (*this);

    for (const auto& line : lines)
    {
        drawWords (g, line.label, { 0, line.y, labelWidth - space::near, lineHeight }, font (*this, Face::name, textSize::body), t[Ink::mute]);
        drawWords (g, line.doc, { labelWidth, line.y + lineHeight + 1, getWidth() - labelWidth, docHeight }, font (*this, Face::name, textSize::small), t[line.ink]);
    }
}

void SettingsPage::resized()
{
    auto y = 0;

    for (auto& line : lines)
    {
        line.y = y;
        line.control->setBounds (labelWidth, y, line.width > 0 ? line.width : getWidth() - labelWidth, lineHeight);
        y += lineHeight + docHeight + between;
    }
}

juce::Rectangle<int> SettingsPage::below() const { return getLocalBounds().withTrimmedTop (static_cast<int> (lines.size()) * (lineHeight + docHeight + between)); }

} // namespace athanor
